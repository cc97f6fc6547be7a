"""Copying goals of a client into the draft plan of another case of theirs."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Select, func, select

from couplesone.cases.access import OpenCase, readable
from couplesone.persistence.work import Work
from couplesone.plans.codes import GoalLifecycle, PlanStatus
from couplesone.plans.models import Goal, Plan
from couplesone.plans.treatment import members

_COPIED = (
    "category", "title", "less", "more", "instead_of", "context", "indicator", "levels", "weight", "baseline_level",
    "acting_person", "measured_person", "wording_rule", "wording_confirmed_by", "wording_confirmed_reason",
)  # fmt: skip


def goals_to_carry(work: Work, goal_ids: Sequence[UUID], case_ids: Select[UUID]) -> list[Goal]:
    """Return those of the goals that the asker may read, belong to the cases and still stand, in the given order."""
    found = {
        goal.id: goal
        for goal in work.db.scalars(
            select(Goal).where(
                Goal.id.in_(goal_ids),
                Goal.case_id.in_(case_ids),
                Goal.lifecycle.not_in(members.GONE),
                readable(work, Goal),
            )
        )
    }
    return [found[goal_id] for goal_id in goal_ids if goal_id in found]


def copy_goals(work: Work, goals: Sequence[Goal], case: OpenCase) -> tuple[UUID, list[UUID]]:
    """Put a copy of each goal into the case's draft plan, making one if there is none; return its id and theirs.

    What was rated, and by when it was to be reached, stays where it was: the copy is proposed, and starts anew.
    """
    plan = work.db.scalar(select(Plan).where(Plan.case_id == case.id, Plan.status == PlanStatus.DRAFT.value))
    if plan is None:
        last = work.db.scalar(select(func.max(Plan.number)).where(Plan.case_id == case.id))
        plan = work.add(
            Plan(
                case_id=case.id,
                client_id=case.client_id,
                recorded_by=work.staff_id,
                number=(last or 0) + 1,
                status=PlanStatus.DRAFT.value,
            )
        )
    copies = []
    for goal in goals:
        copy = Goal(
            id=work.new_id(),
            case_id=case.id,
            client_id=case.client_id,
            recorded_by=work.staff_id,
            lifecycle=GoalLifecycle.PROPOSED.value,
        )
        for name in _COPIED:
            setattr(copy, name, getattr(goal, name))
        work.add(copy)
        members.append(work, plan, copy)
        copies.append(copy.id)
    return plan.id, copies
