"""Recording objectives and strategies, judged like the goals that they serve."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from couplesone.cases.access import case_for, case_to_write, item_for, item_to_change, readable
from couplesone.cases.errors import ItemInError
from couplesone.cases.records import mark_in_error
from couplesone.cases.wording import names_in
from couplesone.kernel.errors import not_in_the_future
from couplesone.persistence.paging import Page, PageRequest, keyset, page_of, whole_number
from couplesone.persistence.work import Work
from couplesone.plans import conduct
from couplesone.plans.conduct import Wording
from couplesone.plans.goals import moves
from couplesone.plans.goals.moves import GoalMove
from couplesone.plans.goals.steps.schemas import (
    ObjectiveChange,
    ObjectiveCreate,
    StrategyChange,
    StrategyCreate,
)
from couplesone.plans.goals.trees import objectives_shown
from couplesone.plans.models import Goal, Objective, Strategy
from couplesone.plans.shown import Shown


class StepService:
    """Objectives of a goal, and strategies of an objective."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def record_objective(self, goal_id: UUID, objective: ObjectiveCreate) -> Shown:
        """Record a step towards a goal that is not completed or cancelled.

        Raises ItemInError, GoalTransitionRefused, GoalOutsideOwnControl, ConfirmationNeedsClinician.
        """
        goal = item_for(self.work, Goal, goal_id)
        record = Objective(goal_id=goal.id, target_on=objective.target_on)
        self._record(record, "objective", goal, Objective.goal_id == goal.id, objective)
        return self._objectives([record])[0]

    def list_objectives(self, goal_id: UUID, page: PageRequest) -> Page[Shown]:
        """Return the objectives of a goal in their order, those entered in error among them."""
        goal = item_for(self.work, Goal, goal_id)
        found = self._page(Objective, Objective.goal_id == goal.id, goal.client_id, page)
        return Page(self._objectives(found.items), found.next_cursor)

    def get_objective(self, objective_id: UUID) -> Shown:
        """Return one objective with its strategies."""
        return self._objectives([item_for(self.work, Objective, objective_id)])[0]

    def change_objective(self, objective_id: UUID, change: ObjectiveChange, version: int) -> Shown:
        """Change an objective; DatesOutOfOrder if it is done on a day that has not come."""
        objective = item_to_change(self.work, Objective, objective_id, version)
        not_in_the_future(change.done_on, self.work.today, "/done_on")
        self._change(objective, "objective", change)
        return self._objectives([objective])[0]

    def mark_objective(self, objective_id: UUID, reason: str, version: int) -> Shown:
        """Mark an objective as entered in error: kept, and out of the goal's tree."""
        objective = item_to_change(self.work, Objective, objective_id, version)
        return self._objectives([mark_in_error(self.work, objective, reason)])[0]

    def record_strategy(self, objective_id: UUID, strategy: StrategyCreate) -> Strategy:
        """Record how the client goes about an objective; the problems of recording an objective."""
        objective = item_for(self.work, Objective, objective_id)
        if objective.entered_in_error_at is not None:
            raise ItemInError
        goal = item_for(self.work, Goal, objective.goal_id)
        record = Strategy(objective_id=objective.id)
        self._record(record, "strategy", goal, Strategy.objective_id == objective.id, strategy)
        return record

    def list_strategies(self, objective_id: UUID, page: PageRequest) -> Page[Strategy]:
        """Return the strategies of an objective in their order, those entered in error among them."""
        objective = item_for(self.work, Objective, objective_id)
        return self._page(Strategy, Strategy.objective_id == objective.id, objective.client_id, page)

    def get_strategy(self, strategy_id: UUID) -> Strategy:
        """Return one strategy."""
        return item_for(self.work, Strategy, strategy_id)

    def change_strategy(self, strategy_id: UUID, change: StrategyChange, version: int) -> Strategy:
        """Change a strategy."""
        strategy = item_to_change(self.work, Strategy, strategy_id, version)
        self._change(strategy, "strategy", change)
        return strategy

    def mark_strategy(self, strategy_id: UUID, reason: str, version: int) -> Strategy:
        """Mark a strategy as entered in error: kept, and out of the goal's tree."""
        return mark_in_error(self.work, item_to_change(self.work, Strategy, strategy_id, version), reason)

    def _record(
        self,
        step: Objective | Strategy,
        kind: str,
        goal: Goal,
        siblings: Any,
        content: ObjectiveCreate | StrategyCreate,
    ) -> None:
        work = self.work
        case = case_to_write(work, goal.case_id)
        if goal.entered_in_error_at is not None:
            raise ItemInError
        moves.after(GoalMove.CHANGE, goal)
        last = work.db.scalar(select(func.max(type(step).position)).where(siblings))
        step.id, step.position = work.new_id(), (last or 0) + 1
        step.case_id, step.client_id, step.recorded_by = goal.case_id, goal.client_id, work.staff_id
        step.text = content.text
        self._settle(step, kind, content, case.partner_id)
        work.add(step)

    def _change(
        self, step: Objective | Strategy, kind: str, change: ObjectiveChange | StrategyChange
    ) -> None:
        before = step.text
        for name, value in change.changes().items():
            if name != "wording_confirmation":
                setattr(step, name, value)
        if step.text != before:
            self._settle(step, kind, change, case_for(self.work, step.case_id).partner_id)
        self.work.flush()

    def _settle(
        self,
        step: Objective | Strategy,
        kind: str,
        sent: ObjectiveCreate | StrategyCreate | ObjectiveChange | StrategyChange,
        partner_id: UUID | None,
    ) -> None:
        names = names_in(self.work, step.client_id, partner_id)
        findings = conduct.wording_findings([Wording("/text", step.text)], names)
        reason = sent.wording_confirmation.reason if sent.wording_confirmation else None
        conduct.settle_wording(self.work, step, kind, findings, reason, {"/text"})

    def _page(self, kind: Any, within: Any, client_id: UUID, page: PageRequest) -> Page[Any]:
        statement = select(kind).where(within, readable(self.work, kind))
        statement = keyset(statement, page, kind.position, kind.id, parse=whole_number)
        self.work.keyring.load([client_id])
        return page_of(self.work.db.scalars(statement).all(), page, lambda step: (step.position, step.id))

    def _objectives(self, objectives: Sequence[Objective]) -> Sequence[Shown]:
        return objectives_shown(self.work, objectives)
