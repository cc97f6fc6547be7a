"""Drafting, activating, revising and closing versions of the plan."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from couplesone.cases.access import case_for, case_to_write, item_for, item_to_change, readable, standing_of
from couplesone.cases.identified_client import IDENTIFIED_CLIENT
from couplesone.cases.records import amend, mark_in_error
from couplesone.kernel.errors import not_before, not_in_the_future
from couplesone.kernel.permissions import Permission
from couplesone.persistence.paging import Page, PageRequest, keyset, page_of, whole_number
from couplesone.persistence.work import Work
from couplesone.plans.codes import PlanStatus
from couplesone.plans.errors import DraftExists, PlanIncomplete
from couplesone.plans.events import PlanActivated
from couplesone.plans.goals.trees import goals_in
from couplesone.plans.models import Plan
from couplesone.plans.shown import Shown
from couplesone.plans.treatment import members, moves
from couplesone.plans.treatment.moves import PlanMove
from couplesone.plans.treatment.schemas import PlanChange, PlanCreate
from couplesone.practices.codes import SettingKey
from couplesone.practices.settings import value_on


class PlanService:
    """Versions of the plan of a case. Nothing here asks anything of the partner (S1.6, S2.23)."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def draft(self, case_id: UUID, content: PlanCreate) -> Shown:
        """Make an empty draft; DraftExists if there is one."""
        case = case_to_write(self.work, case_id)
        plan = self._new_draft(case.id, case.client_id, content.values_statement)
        plan.review_due_on = content.review_due_on
        return self._shown([self.work.add(plan)])[0]

    def list(self, case_id: UUID, page: PageRequest) -> Page[Shown]:
        """Return the versions of a case, the newest first, in a constant number of statements."""
        case = case_for(self.work, case_id)
        statement = select(Plan).where(Plan.case_id == case.id, readable(self.work, Plan))
        statement = keyset(statement, page, Plan.number, Plan.id, parse=whole_number, descending=True)
        self.work.keyring.load([case.client_id])
        rows = self.work.db.scalars(statement).all()
        found = page_of(rows, page, lambda plan: (plan.number, plan.id))
        return Page(self._shown(found.items), found.next_cursor)

    def get(self, plan_id: UUID, *, goals: bool = False) -> Shown:
        """Return one version, with its goals if they are asked for."""
        return self._shown([item_for(self.work, Plan, plan_id)], goals=goals)[0]

    def change(self, plan_id: UUID, change: PlanChange, version: int) -> Shown:
        """Change a draft or the active version; PlanEnded for any other."""
        plan = item_to_change(self.work, Plan, plan_id, version)
        moves.require_not_ended(plan)
        if plan.status == PlanStatus.ACTIVE:
            not_before(change.review_due_on, plan.activated_on, "/review_due_on")
        return self._shown([amend(self.work, plan, change)])[0]

    def activate(self, plan_id: UUID, activated_on: date | None, version: int) -> Shown:
        """Let the draft hold from a day on; the version that held until then is superseded.

        Raises PlanTransitionRefused, PlanIncomplete without a goal to work on, and DatesOutOfOrder for a day in
        the future, before the case was opened, before the plan that it follows, or after the review.
        """
        work = self.work
        plan = item_to_change(work, Plan, plan_id, version)
        status = moves.after(PlanMove.ACTIVATE, plan)
        goals = members.members_of(work, [plan.id])[plan.id]
        if not any(goal.lifecycle in members.OPEN for goal in goals):
            raise PlanIncomplete
        day = activated_on or work.today
        self._in_order(plan, day)
        self._supersede(plan.case_id, day)
        plan.status, plan.activated_on = status, day
        if plan.review_due_on is None:
            plan.review_due_on = day + timedelta(days=value_on(work, SettingKey.REVIEW_EVERY_DAYS, day))
        members.start(work, plan)
        work.publish(PlanActivated(work.practice_id, plan.client_id, plan.case_id, plan.id, day))
        return self._shown([plan])[0]

    def revise(self, plan_id: UUID, version: int) -> Shown:
        """Make a draft with the goals of this version that still stand; DraftExists if there is one."""
        plan = item_to_change(self.work, Plan, plan_id, version)
        moves.after(PlanMove.REVISE, plan)
        goals = members.members_of(self.work, [plan.id])[plan.id]
        draft = self._new_draft(plan.case_id, plan.client_id, plan.values_statement)
        self.work.add(draft)
        members.take_in(
            self.work, draft, [goal.goal_id for goal in goals if goal.lifecycle not in members.GONE]
        )
        return self._shown([draft])[0]

    def close(self, plan_id: UUID, ended_on: date | None, version: int) -> Shown:
        """End the active version, or discard the draft; PlanTransitionRefused for any other."""
        plan = item_to_change(self.work, Plan, plan_id, version)
        status = moves.after(PlanMove.CLOSE, plan)
        day = ended_on or self.work.today
        not_in_the_future(day, self.work.today, "/ended_on")
        not_before(day, plan.activated_on or case_for(self.work, plan.case_id).opened_on, "/ended_on")
        plan.status, plan.ended_on = status, day
        self.work.flush()
        return self._shown([plan])[0]

    def mark_in_error(self, plan_id: UUID, reason: str, version: int) -> Shown:
        """Mark a version as entered in error: it ends, is kept, and counts nowhere."""
        plan = item_to_change(self.work, Plan, plan_id, version)
        plan.status = moves.after(PlanMove.MARK_IN_ERROR, plan)
        return self._shown([mark_in_error(self.work, plan, reason)])[0]

    def remove_goal(self, plan_id: UUID, goal_id: UUID, version: int) -> Shown:
        """Take a goal out of a draft; PlanNotDraft for any other version."""
        plan = item_to_change(self.work, Plan, plan_id, version)
        moves.require_draft(plan)
        members.take_out(self.work, plan, goal_id)
        return self._shown([plan])[0]

    def _new_draft(self, case_id: UUID, client_id: UUID, values_statement: str | None) -> Plan:
        last, drafts = self.work.db.execute(
            select(func.max(Plan.number), func.count().filter(Plan.status == PlanStatus.DRAFT.value)).where(
                Plan.case_id == case_id
            )
        ).one()
        if drafts:
            raise DraftExists
        return Plan(
            case_id=case_id,
            client_id=client_id,
            recorded_by=self.work.staff_id,
            number=(last or 0) + 1,
            status=PlanStatus.DRAFT.value,
            values_statement=values_statement,
        )

    def _in_order(self, plan: Plan, day: date) -> None:
        not_in_the_future(day, self.work.today, "/activated_on")
        not_before(day, case_for(self.work, plan.case_id).opened_on, "/activated_on")
        before = self.work.db.execute(
            select(func.max(Plan.activated_on), func.max(Plan.ended_on)).where(
                Plan.case_id == plan.case_id,
                Plan.activated_on.is_not(None),
                Plan.entered_in_error_at.is_(None),
            )
        ).one()
        for earlier in before:
            not_before(day, earlier, "/activated_on")
        not_before(plan.review_due_on, day, "/activated_on")

    def _supersede(self, case_id: UUID, day: date) -> None:
        former = self.work.db.scalar(
            select(Plan).where(Plan.case_id == case_id, Plan.status == PlanStatus.ACTIVE.value)
        )
        if former is not None:
            former.status, former.ended_on = moves.after(PlanMove.SUPERSEDE, former), day
            self.work.flush()  # there is never more than one active version, not even within the transaction

    def _shown(self, plans: Sequence[Plan], *, goals: bool = False) -> Sequence[Shown]:
        if not plans:
            return []
        work, case_id = self.work, plans[0].case_id
        standing = standing_of(work, case_id, Permission.PLAN_WRITE)
        members_of = members.members_of(work, [plan.id for plan in plans])
        draft_exists = work.db.scalar(
            select(func.count())
            .select_from(Plan)
            .where(Plan.case_id == case_id, Plan.status == PlanStatus.DRAFT.value)
        )
        shown = []
        for plan in plans:
            ids = [member.goal_id for member in members_of[plan.id]]
            computed: dict[str, Any] = {
                "goal_ids": ids,
                "identified_client": IDENTIFIED_CLIENT,
                "goals": goals_in(work, plan.id, standing) if goals else None,
                "actions": moves.actions(
                    plan,
                    standing.refusal,
                    open_goals=sum(member.lifecycle in members.OPEN for member in members_of[plan.id]),
                    draft_exists=bool(draft_exists),
                ),
            }
            shown.append(Shown(plan, **computed))
        return shown
