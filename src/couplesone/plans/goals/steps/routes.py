"""Routes of objectives and strategies."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import Query

from couplesone.cases.errors import CaseClosed, ItemInError
from couplesone.cases.schemas import EnteredInError
from couplesone.cases.wording import ConfirmationNeedsClinician
from couplesone.clients.errors import ClientArchived
from couplesone.kernel.errors import DatesOutOfOrder
from couplesone.kernel.permissions import Permission
from couplesone.persistence.work import Work
from couplesone.plans.errors import GoalOutsideOwnControl, GoalTransitionRefused
from couplesone.plans.goals.steps.schemas import (
    ObjectiveChange,
    ObjectiveCreate,
    ObjectiveOut,
    StrategyChange,
    StrategyCreate,
    StrategyOut,
)
from couplesone.plans.goals.steps.service import StepService
from couplesone.web.routing import Router
from couplesone.web.schemas import Listing, PageFilters

router = Router("goals")
READ, WRITE = Permission.PLAN_READ, Permission.PLAN_WRITE
CHANGE = (CaseClosed, ClientArchived, ItemInError)
OWN_CONTROL = (GoalOutsideOwnControl, ConfirmationNeedsClinician)
_OBJECTIVE, _STRATEGY = "/v1/objectives/{objective_id}", "/v1/strategies/{strategy_id}"


@router.create(
    "/v1/goals/{goal_id}/objectives",
    answers="get_objective",
    permission=WRITE,
    problems=(*CHANGE, GoalTransitionRefused, *OWN_CONTROL),
)
def record_objective(work: Work, goal_id: UUID, body: ObjectiveCreate) -> ObjectiveOut:
    """Record an objective: a step towards a goal, the client's own too."""
    return ObjectiveOut.model_validate(StepService(work).record_objective(goal_id, body))


@router.read("/v1/goals/{goal_id}/objectives", permission=READ)
def list_objectives(
    work: Work, goal_id: UUID, query: Annotated[PageFilters, Query()]
) -> Listing[ObjectiveOut]:
    """List the objectives of a goal with their strategies, in their order."""
    return Listing[ObjectiveOut].model_validate(StepService(work).list_objectives(goal_id, query.page))


@router.read(_OBJECTIVE, permission=READ, composite=True)
def get_objective(work: Work, objective_id: UUID) -> ObjectiveOut:
    """Read an objective with its strategies."""
    return ObjectiveOut.model_validate(StepService(work).get_objective(objective_id))


@router.change(
    _OBJECTIVE, answers="get_objective", permission=WRITE, problems=(*CHANGE, *OWN_CONTROL, DatesOutOfOrder)
)
def change_objective(work: Work, objective_id: UUID, body: ObjectiveChange, version: int) -> ObjectiveOut:
    """Change an objective, or say that it is reached."""
    return ObjectiveOut.model_validate(StepService(work).change_objective(objective_id, body, version))


@router.act(f"{_OBJECTIVE}/mark-in-error", answers="get_objective", permission=WRITE, problems=CHANGE)
def mark_objective_in_error(
    work: Work, objective_id: UUID, body: EnteredInError, version: int
) -> ObjectiveOut:
    """Mark an objective as entered in error; it is kept."""
    return ObjectiveOut.model_validate(StepService(work).mark_objective(objective_id, body.reason, version))


@router.create(
    f"{_OBJECTIVE}/strategies",
    answers="get_strategy",
    permission=WRITE,
    problems=(*CHANGE, GoalTransitionRefused, *OWN_CONTROL),
)
def record_strategy(work: Work, objective_id: UUID, body: StrategyCreate) -> StrategyOut:
    """Record a strategy: how the client goes about an objective."""
    return StrategyOut.model_validate(StepService(work).record_strategy(objective_id, body))


@router.read(f"{_OBJECTIVE}/strategies", permission=READ)
def list_strategies(
    work: Work, objective_id: UUID, query: Annotated[PageFilters, Query()]
) -> Listing[StrategyOut]:
    """List the strategies of an objective in their order."""
    return Listing[StrategyOut].model_validate(StepService(work).list_strategies(objective_id, query.page))


@router.read(_STRATEGY, permission=READ)
def get_strategy(work: Work, strategy_id: UUID) -> StrategyOut:
    """Read a strategy."""
    return StrategyOut.model_validate(StepService(work).get_strategy(strategy_id))


@router.change(_STRATEGY, answers="get_strategy", permission=WRITE, problems=(*CHANGE, *OWN_CONTROL))
def change_strategy(work: Work, strategy_id: UUID, body: StrategyChange, version: int) -> StrategyOut:
    """Change a strategy."""
    return StrategyOut.model_validate(StepService(work).change_strategy(strategy_id, body, version))


@router.act(f"{_STRATEGY}/mark-in-error", answers="get_strategy", permission=WRITE, problems=CHANGE)
def mark_strategy_in_error(work: Work, strategy_id: UUID, body: EnteredInError, version: int) -> StrategyOut:
    """Mark a strategy as entered in error; it is kept."""
    return StrategyOut.model_validate(StepService(work).mark_strategy(strategy_id, body.reason, version))
