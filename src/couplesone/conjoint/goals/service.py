"""Taking goals of the work alone along into the client's own part: those that the client chose (S3.38)."""

from __future__ import annotations

from uuid import UUID

from couplesone.cases.access import case_to_write
from couplesone.cases.parts import require_part, solo_cases
from couplesone.conjoint.errors import GoalNotTheirs
from couplesone.conjoint.goals.schemas import GoalsCarried
from couplesone.conjoint.models import CarriedGoal
from couplesone.kernel.errors import not_in_the_future
from couplesone.persistence.work import Work
from couplesone.plans.goals.carrying import copy_goals, goals_to_carry


def carry_goals(work: Work, case_id: UUID, content: GoalsCarried) -> UUID:
    """Copy the chosen goals into the draft plan of the client's part, and return its id.

    Whoever does it reads the work alone and the part. Raises CaseClosed, ClientArchived, NotAConjointPart,
    GoalNotTheirs, DatesOutOfOrder.
    """
    case = case_to_write(work, case_id)
    require_part(case)
    chosen_on = content.chosen_on or work.today
    not_in_the_future(chosen_on, work.today, "/chosen_on")
    goals = goals_to_carry(work, content.goal_ids, solo_cases(case.client_id))
    if len(goals) != len(content.goal_ids):
        raise GoalNotTheirs
    plan_id, copies = copy_goals(work, goals, case)
    work.add_all(
        [
            CarriedGoal(
                case_id=case.id,
                client_id=case.client_id,
                recorded_by=work.staff_id,
                goal_id=goal.id,
                copy_id=copy_id,
                paper_sha256=content.paper_sha256,
                chosen_on=chosen_on,
            )
            for goal, copy_id in zip(goals, copies, strict=True)
        ]
    )
    return plan_id
