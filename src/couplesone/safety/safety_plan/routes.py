"""Routes of the safety plan."""

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
from couplesone.safety.errors import SafetyPlanEmpty, SafetyPlanRaced
from couplesone.safety.safety_plan.schemas import SafetyPlanOut, SafetyPlanWrite
from couplesone.safety.safety_plan.service import SafetyPlanService
from couplesone.web.routing import Router
from couplesone.web.schemas import Listing, PageFilters

router = Router("safety")
READ, WRITE = Permission.SAFETY_READ, Permission.SAFETY_WRITE
_IN_CASE, _ONE = "/v1/cases/{case_id}/safety-plan", "/v1/safety-plans/{safety_plan_id}"
CLOSED = (CaseClosed, ClientArchived)


@router.create(
    _IN_CASE,
    answers="get_safety_plan_version",
    permission=WRITE,
    problems=(*CLOSED, DatesOutOfOrder, SafetyPlanEmpty, SafetyPlanRaced),
)
def write_safety_plan(work: Work, case_id: UUID, body: SafetyPlanWrite) -> SafetyPlanOut:
    """Write the next version of the safety plan, whole."""
    return SafetyPlanOut.model_validate(SafetyPlanService(work).write(case_id, body))


@router.read(_IN_CASE, permission=READ)
def get_safety_plan(work: Work, case_id: UUID) -> SafetyPlanOut:
    """Read the version of the safety plan that holds."""
    return SafetyPlanOut.model_validate(SafetyPlanService(work).current(case_id))


@router.read(f"{_IN_CASE}/versions", permission=READ)
def list_safety_plan_versions(
    work: Work, case_id: UUID, query: Annotated[PageFilters, Query()]
) -> Listing[SafetyPlanOut]:
    """List every version of the safety plan, the latest first."""
    return Listing[SafetyPlanOut].model_validate(SafetyPlanService(work).versions(case_id, query.page))


@router.read(_ONE, permission=READ)
def get_safety_plan_version(work: Work, safety_plan_id: UUID) -> SafetyPlanOut:
    """Read one version of a safety plan."""
    return SafetyPlanOut.model_validate(SafetyPlanService(work).get(safety_plan_id))


@router.act(
    f"{_ONE}/mark-in-error",
    answers="get_safety_plan_version",
    permission=WRITE,
    problems=(*CLOSED, ItemInError),
)
def mark_safety_plan_in_error(
    work: Work, safety_plan_id: UUID, body: EnteredInError, version: int
) -> SafetyPlanOut:
    """Mark a version as entered in error; the one before it holds again."""
    service = SafetyPlanService(work)
    return SafetyPlanOut.model_validate(service.mark_in_error(safety_plan_id, body.reason, version))
