"""Setting goals, changing them, and moving them through their lifecycle."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from couplesone.cases.access import case_to_write, item_for, item_to_change, standing_of
from couplesone.cases.errors import ItemInError
from couplesone.cases.records import mark_in_error
from couplesone.cases.wording import names_in
from couplesone.kernel.permissions import Permission
from couplesone.persistence.paging import Page, PageRequest, keyset, page_of, whole_number
from couplesone.persistence.work import Work
from couplesone.plans import conduct
from couplesone.plans.codes import GoalLifecycle, GoalPerson
from couplesone.plans.conduct import Wording
from couplesone.plans.goals import content, moves
from couplesone.plans.goals.moves import GoalMove
from couplesone.plans.goals.schemas import GoalChange, GoalCheck, GoalCheckOut, GoalCreate
from couplesone.plans.goals.trees import goals_shown, in_places
from couplesone.plans.models import Goal, Plan, PlanGoal
from couplesone.plans.shown import Shown
from couplesone.plans.treatment import members
from couplesone.plans.treatment.moves import require_draft


class GoalService:
    """Goals of a case: the client's own conduct, and nobody else's (S0.15)."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def set_goal(self, plan_id: UUID, goal: GoalCreate) -> Shown:
        """Add a goal to a draft.

        Raises PlanNotDraft, GoalOutsideOwnControl, ConfirmationNeedsClinician, and ValidationFailed for a goal
        that says neither less nor more.
        """
        work = self.work
        plan = item_for(work, Plan, plan_id)
        case = case_to_write(work, plan.case_id)
        if plan.entered_in_error_at is not None:
            raise ItemInError
        require_draft(plan)
        conduct.require_own_structure(goal.acting_person, goal.measured_person)
        record = Goal(
            id=work.new_id(),
            case_id=plan.case_id,
            client_id=plan.client_id,
            recorded_by=work.staff_id,
            lifecycle=GoalLifecycle.PROPOSED.value,
        )
        content.put(
            record, {name: getattr(goal, name) for name in GoalCreate.model_fields if name != _REASON}
        )
        content.require_direction(record)
        self._settle(record, case.partner_id, goal)
        work.add(record)
        members.append(work, plan, record)
        return self._shown(record)

    def list(self, plan_id: UUID, page: PageRequest) -> Page[Shown]:
        """Return the goals of a version of the plan in their places, in a constant number of statements."""
        work = self.work
        plan = item_for(work, Plan, plan_id)
        statement = in_places(work, plan.id).add_columns(PlanGoal.position)
        statement = keyset(statement, page, PlanGoal.position, Goal.id, parse=whole_number)
        found = page_of(work.db.execute(statement).all(), page, lambda row: (row[1], row[0].id))
        standing = standing_of(work, plan.case_id, Permission.PLAN_WRITE)
        return Page(goals_shown(work, [row[0] for row in found.items], standing), found.next_cursor)

    def get(self, goal_id: UUID) -> Shown:
        """Return one goal with its steps."""
        return self._shown(item_for(self.work, Goal, goal_id))

    def change(self, goal_id: UUID, change: GoalChange, version: int) -> Shown:
        """Change a goal that is not completed or cancelled; the problems of setting one, GoalTransitionRefused."""
        goal = item_to_change(self.work, Goal, goal_id, version)
        moves.after(GoalMove.CHANGE, goal)
        sent = {name: value for name, value in change.changes().items() if name != _REASON}
        persons = {name: sent.get(name, GoalPerson.CLIENT) for name in ("acting_person", "measured_person")}
        conduct.require_own_structure(persons["acting_person"], persons["measured_person"])
        before = {wording.text for wording in content.texts_of(goal)}
        content.put(goal, sent)
        content.require_direction(goal)
        if sent.keys() & set(content.JUDGED):
            case = case_to_write(self.work, goal.case_id)
            self._settle(goal, case.partner_id, change, before if goal.wording_rule else set())
        self.work.flush()
        return self._shown(goal)

    def move(self, goal_id: UUID, move: GoalMove, version: int) -> Shown:
        """Move a goal to where the table says; GoalTransitionRefused where it says nothing."""
        goal = item_to_change(self.work, Goal, goal_id, version)
        goal.lifecycle = moves.after(move, goal)
        self.work.flush()
        return self._shown(goal)

    def mark_in_error(self, goal_id: UUID, reason: str, version: int) -> Shown:
        """Mark a goal as entered in error: kept, and out of everything that counts."""
        goal = item_to_change(self.work, Goal, goal_id, version)
        goal.lifecycle = moves.after(GoalMove.MARK_IN_ERROR, goal)
        return self._shown(mark_in_error(self.work, goal, reason))

    def check(self, case_id: UUID, goal: GoalCheck) -> GoalCheckOut:
        """Judge a goal, or some texts of it, and store nothing."""
        case = case_to_write(self.work, case_id)
        structure = conduct.structure_findings(goal.acting_person, goal.measured_person)
        texts = [
            *content.judged(dict(goal)),
            *(Wording(f"/texts/{n}", text) for n, text in enumerate(goal.texts)),
        ]
        names = names_in(self.work, case.client_id, case.partner_id)
        wording = conduct.wording_findings(texts, names)
        return GoalCheckOut.model_validate(
            {
                "allowed": not structure and not wording,
                "confirmable": bool(wording) and not structure,
                "findings": [*structure, *wording],
            }
        )

    def _settle(
        self, goal: Goal, partner_id: UUID | None, content_sent: GoalCreate | GoalChange, confirmed: Any = ()
    ) -> None:
        texts = content.texts_of(goal)
        names = names_in(self.work, goal.client_id, partner_id)
        conduct.settle_wording(
            self.work,
            goal,
            "goal",
            conduct.wording_findings(texts, names),
            content_sent.wording_confirmation.reason if content_sent.wording_confirmation else None,
            {wording.pointer for wording in texts if wording.text not in confirmed},
        )

    def _shown(self, goal: Goal) -> Shown:
        return goals_shown(self.work, [goal], standing_of(self.work, goal.case_id, Permission.PLAN_WRITE))[0]


_REASON = "wording_confirmation"
