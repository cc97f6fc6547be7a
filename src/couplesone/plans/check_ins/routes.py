"""Routes of check-ins."""

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
from couplesone.plans.check_ins.schemas import (
    CheckInCorrection,
    CheckInCorrectionOut,
    CheckInCreate,
    CheckInOut,
)
from couplesone.plans.check_ins.service import CheckInService
from couplesone.plans.errors import CheckInExists
from couplesone.web.operations import Upserted
from couplesone.web.routing import Router
from couplesone.web.schemas import Listing, PageFilters

router = Router("check-ins")
READ, WRITE = Permission.CHECK_IN_READ, Permission.CHECK_IN_WRITE
CLOSED = (CaseClosed, ClientArchived)
CHANGE = (*CLOSED, ItemInError)
_IN_CASE, _ONE = "/v1/cases/{case_id}/check-ins", "/v1/check-ins/{check_in_id}"


@router.create(
    _IN_CASE, answers="get_check_in", permission=WRITE, problems=(*CLOSED, CheckInExists, DatesOutOfOrder)
)
def record_check_in(work: Work, case_id: UUID, body: CheckInCreate) -> Upserted[CheckInOut]:
    """Record a week in numbers; sent again with the same content it answers 200 with what is there."""
    found, created = CheckInService(work).record(case_id, body)
    return Upserted(CheckInOut.model_validate(found), created)


@router.read(_IN_CASE, permission=READ)
def list_check_ins(work: Work, case_id: UUID, query: Annotated[PageFilters, Query()]) -> Listing[CheckInOut]:
    """List the check-ins of a case, the latest week first."""
    return Listing[CheckInOut].model_validate(CheckInService(work).list(case_id, query.page))


@router.read(_ONE, permission=READ)
def get_check_in(work: Work, check_in_id: UUID) -> CheckInOut:
    """Read a check-in."""
    return CheckInOut.model_validate(CheckInService(work).get(check_in_id))


@router.change(_ONE, answers="get_check_in", permission=WRITE, problems=CHANGE)
def correct_check_in(work: Work, check_in_id: UUID, body: CheckInCorrection, version: int) -> CheckInOut:
    """Correct a check-in with a reason; what it said before is kept."""
    return CheckInOut.model_validate(CheckInService(work).correct(check_in_id, body, version))


@router.read(f"{_ONE}/corrections", permission=READ)
def list_check_in_corrections(
    work: Work, check_in_id: UUID, query: Annotated[PageFilters, Query()]
) -> Listing[CheckInCorrectionOut]:
    """List what a check-in said before each of its corrections, the latest first."""
    found = CheckInService(work).corrections(check_in_id, query.page)
    return Listing[CheckInCorrectionOut].model_validate(found)


@router.act(f"{_ONE}/mark-in-error", answers="get_check_in", permission=WRITE, problems=CHANGE)
def mark_check_in_in_error(work: Work, check_in_id: UUID, body: EnteredInError, version: int) -> CheckInOut:
    """Mark a check-in as entered in error; it is kept, and its week is free again."""
    return CheckInOut.model_validate(CheckInService(work).mark_in_error(check_in_id, body.reason, version))
