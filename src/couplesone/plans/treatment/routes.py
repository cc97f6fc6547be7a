"""Routes of the versions of the plan."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import Query

from couplesone.cases.errors import CaseClosed, ItemInError
from couplesone.cases.schemas import EnteredInError
from couplesone.clients.errors import ClientArchived
from couplesone.kernel.errors import DatesOutOfOrder
from couplesone.kernel.permissions import Permission
from couplesone.persistence.work import Work
from couplesone.plans.errors import (
    DraftExists,
    PlanEnded,
    PlanIncomplete,
    PlanNotDraft,
    PlanTransitionRefused,
)
from couplesone.plans.treatment.schemas import (
    PlanActivate,
    PlanChange,
    PlanClose,
    PlanCreate,
    PlanInclude,
    PlanOut,
)
from couplesone.plans.treatment.service import PlanService
from couplesone.web.routing import Router
from couplesone.web.schemas import Listing, PageFilters

router = Router("plans")
READ, WRITE = Permission.PLAN_READ, Permission.PLAN_WRITE
CLOSED = (CaseClosed, ClientArchived)
CHANGE = (*CLOSED, ItemInError)
_ONE = "/v1/plans/{plan_id}"


@router.create(
    "/v1/cases/{case_id}/plans", answers="get_plan", permission=WRITE, problems=(*CLOSED, DraftExists)
)
def draft_plan(work: Work, case_id: UUID, body: PlanCreate) -> PlanOut:
    """Make an empty draft of the treatment plan; one draft a case at a time."""
    return PlanOut.model_validate(PlanService(work).draft(case_id, body))


@router.read("/v1/cases/{case_id}/plans", permission=READ)
def list_plans(work: Work, case_id: UUID, query: Annotated[PageFilters, Query()]) -> Listing[PlanOut]:
    """List the versions of the plan, the newest first."""
    return Listing[PlanOut].model_validate(PlanService(work).list(case_id, query.page))


@router.read(_ONE, permission=READ, composite=True)
def get_plan(work: Work, plan_id: UUID, query: Annotated[PlanInclude, Query()]) -> PlanOut:
    """Read a version of the plan, with its goals if asked to include them."""
    return PlanOut.model_validate(PlanService(work).get(plan_id, goals="goals" in query.include))


@router.change(_ONE, answers="get_plan", permission=WRITE, problems=(*CHANGE, PlanEnded, DatesOutOfOrder))
def change_plan(work: Work, plan_id: UUID, body: PlanChange, version: int) -> PlanOut:
    """Change a draft, or the active version."""
    return PlanOut.model_validate(PlanService(work).change(plan_id, body, version))


@router.act(
    f"{_ONE}/activate",
    answers="get_plan",
    permission=WRITE,
    problems=(*CHANGE, PlanTransitionRefused, PlanIncomplete, DatesOutOfOrder),
)
def activate_plan(work: Work, plan_id: UUID, body: PlanActivate, version: int) -> PlanOut:
    """Let the draft hold from a day on; it needs a goal, and nothing from the partner."""
    return PlanOut.model_validate(PlanService(work).activate(plan_id, body.activated_on, version))


@router.create(
    f"{_ONE}/revise",
    answers="get_plan",
    conditional=True,
    permission=WRITE,
    problems=(*CHANGE, PlanTransitionRefused, DraftExists),
)
def revise_plan(work: Work, plan_id: UUID, version: int) -> PlanOut:
    """Make a new draft with the goals of the active, or of a closed, version."""
    return PlanOut.model_validate(PlanService(work).revise(plan_id, version))


@router.act(
    f"{_ONE}/close",
    answers="get_plan",
    permission=WRITE,
    problems=(*CHANGE, PlanTransitionRefused, DatesOutOfOrder),
)
def close_plan(work: Work, plan_id: UUID, body: PlanClose, version: int) -> PlanOut:
    """End the active version, or discard the draft."""
    return PlanOut.model_validate(PlanService(work).close(plan_id, body.ended_on, version))


@router.act(f"{_ONE}/mark-in-error", answers="get_plan", permission=WRITE, problems=CHANGE)
def mark_plan_in_error(work: Work, plan_id: UUID, body: EnteredInError, version: int) -> PlanOut:
    """Mark a version as entered in error; it ends, and is kept."""
    return PlanOut.model_validate(PlanService(work).mark_in_error(plan_id, body.reason, version))


@router.act(
    f"{_ONE}/goals/{{goal_id}}/remove", answers="get_plan", permission=WRITE, problems=(*CHANGE, PlanNotDraft)
)
def remove_goal(work: Work, plan_id: UUID, goal_id: UUID, version: int) -> PlanOut:
    """Take a goal out of a draft; If-Match names the version of the plan."""
    return PlanOut.model_validate(PlanService(work).remove_goal(plan_id, goal_id, version))
