"""Routes of goals."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import Query

from couplesone.cases.errors import CaseClosed, ItemInError
from couplesone.cases.schemas import EnteredInError
from couplesone.cases.wording import ConfirmationNeedsClinician
from couplesone.clients.errors import ClientArchived
from couplesone.kernel.permissions import Permission
from couplesone.persistence.work import Work
from couplesone.plans.errors import (
    GoalOutsideOwnControl,
    GoalTransitionRefused,
    PlanNotDraft,
)
from couplesone.plans.goals.moves import GoalMove
from couplesone.plans.goals.schemas import GoalChange, GoalCheck, GoalCheckOut, GoalCreate, GoalOut
from couplesone.plans.goals.service import GoalService
from couplesone.web.routing import Router
from couplesone.web.schemas import Listing, PageFilters

router = Router("goals")
READ, WRITE = Permission.PLAN_READ, Permission.PLAN_WRITE
CLOSED = (CaseClosed, ClientArchived)
CHANGE = (*CLOSED, ItemInError)
OWN_CONTROL = (GoalOutsideOwnControl, ConfirmationNeedsClinician)
MOVE = (*CHANGE, GoalTransitionRefused)
_ONE = "/v1/goals/{goal_id}"


@router.create(
    "/v1/plans/{plan_id}/goals",
    answers="get_goal",
    permission=WRITE,
    problems=(*CHANGE, PlanNotDraft, *OWN_CONTROL),
)
def add_goal(work: Work, plan_id: UUID, body: GoalCreate) -> GoalOut:
    """Add a goal to a draft of the plan; it must be the client's own conduct."""
    return GoalOut.model_validate(GoalService(work).set_goal(plan_id, body))


@router.read("/v1/plans/{plan_id}/goals", permission=READ)
def list_goals(work: Work, plan_id: UUID, query: Annotated[PageFilters, Query()]) -> Listing[GoalOut]:
    """List the goals of a version of the plan in their places."""
    return Listing[GoalOut].model_validate(GoalService(work).list(plan_id, query.page))


@router.ask("/v1/cases/{case_id}/goal-check", permission=WRITE, problems=CLOSED)
def check_goal(work: Work, case_id: UUID, body: GoalCheck) -> GoalCheckOut:
    """Ask whether a goal would pass the own-control check; nothing is stored."""
    return GoalService(work).check(case_id, body)


@router.read(_ONE, permission=READ, composite=True)
def get_goal(work: Work, goal_id: UUID) -> GoalOut:
    """Read a goal with its objectives and strategies, its last rating and what it is worth."""
    return GoalOut.model_validate(GoalService(work).get(goal_id))


@router.change(_ONE, answers="get_goal", permission=WRITE, problems=(*MOVE, *OWN_CONTROL))
def change_goal(work: Work, goal_id: UUID, body: GoalChange, version: int) -> GoalOut:
    """Change a goal; its texts are judged again."""
    return GoalOut.model_validate(GoalService(work).change(goal_id, body, version))


@router.act(f"{_ONE}/activate", answers="get_goal", permission=WRITE, problems=MOVE)
def activate_goal(work: Work, goal_id: UUID, version: int) -> GoalOut:
    """Start working on a goal, or go on with one that was on hold."""
    return GoalOut.model_validate(GoalService(work).move(goal_id, GoalMove.ACTIVATE, version))


@router.act(f"{_ONE}/hold", answers="get_goal", permission=WRITE, problems=MOVE)
def hold_goal(work: Work, goal_id: UUID, version: int) -> GoalOut:
    """Put a goal on hold."""
    return GoalOut.model_validate(GoalService(work).move(goal_id, GoalMove.HOLD, version))


@router.act(f"{_ONE}/complete", answers="get_goal", permission=WRITE, problems=MOVE)
def complete_goal(work: Work, goal_id: UUID, version: int) -> GoalOut:
    """End the work on a goal, however far it is achieved."""
    return GoalOut.model_validate(GoalService(work).move(goal_id, GoalMove.COMPLETE, version))


@router.act(f"{_ONE}/cancel", answers="get_goal", permission=WRITE, problems=MOVE)
def cancel_goal(work: Work, goal_id: UUID, version: int) -> GoalOut:
    """Give a goal up."""
    return GoalOut.model_validate(GoalService(work).move(goal_id, GoalMove.CANCEL, version))


@router.act(f"{_ONE}/mark-in-error", answers="get_goal", permission=WRITE, problems=CHANGE)
def mark_goal_in_error(work: Work, goal_id: UUID, body: EnteredInError, version: int) -> GoalOut:
    """Mark a goal as entered in error; it is kept."""
    return GoalOut.model_validate(GoalService(work).mark_in_error(goal_id, body.reason, version))
