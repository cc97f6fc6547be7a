"""Routes of hopes."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import Query

from couplesone.cases.errors import CaseClosed, ItemInError
from couplesone.cases.hopes.schemas import HopeChange, HopeCreate, HopeOut
from couplesone.cases.hopes.service import HopeService
from couplesone.cases.schemas import EnteredInError
from couplesone.clients.errors import ClientArchived
from couplesone.kernel.errors import DatesOutOfOrder
from couplesone.kernel.permissions import Permission
from couplesone.persistence.work import Work
from couplesone.web.routing import Router
from couplesone.web.schemas import Listing, PageFilters

router = Router("cases")
READ, WRITE = Permission.CASE_READ, Permission.CASE_WRITE
CLOSED = (CaseClosed, ClientArchived)


@router.create(
    "/v1/cases/{case_id}/hopes", answers="get_hope", permission=WRITE, problems=(*CLOSED, DatesOutOfOrder)
)
def record_hope(work: Work, case_id: UUID, body: HopeCreate) -> HopeOut:
    """Record what the client hopes for from the partner; it is never scored."""
    return HopeOut.model_validate(HopeService(work).record(case_id, body))


@router.read("/v1/cases/{case_id}/hopes", permission=READ)
def list_hopes(work: Work, case_id: UUID, query: Annotated[PageFilters, Query()]) -> Listing[HopeOut]:
    """List the hopes of a case, newest first."""
    return Listing[HopeOut].model_validate(HopeService(work).list(case_id, query.page))


@router.read("/v1/hopes/{hope_id}", permission=READ)
def get_hope(work: Work, hope_id: UUID) -> HopeOut:
    """Read a hope."""
    return HopeOut.model_validate(HopeService(work).get(hope_id))


@router.change(
    "/v1/hopes/{hope_id}", answers="get_hope", permission=WRITE, problems=(*CLOSED, ItemInError, DatesOutOfOrder)
)
def change_hope(work: Work, hope_id: UUID, body: HopeChange, version: int) -> HopeOut:
    """Change a hope."""
    return HopeOut.model_validate(HopeService(work).change(hope_id, body, version))


@router.act(
    "/v1/hopes/{hope_id}/mark-in-error", answers="get_hope", permission=WRITE, problems=(*CLOSED, ItemInError)
)
def mark_hope_in_error(work: Work, hope_id: UUID, body: EnteredInError, version: int) -> HopeOut:
    """Mark a hope as entered in error; it is kept."""
    return HopeOut.model_validate(HopeService(work).mark_in_error(hope_id, body.reason, version))
