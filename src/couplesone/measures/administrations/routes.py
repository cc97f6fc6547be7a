"""Routes of administrations."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import Query

from couplesone.cases.errors import CaseClosed, ItemInError
from couplesone.cases.schemas import EnteredInError
from couplesone.clients.errors import ClientArchived
from couplesone.kernel.errors import DatesOutOfOrder
from couplesone.kernel.permissions import Permission
from couplesone.measures.administrations.schemas import (
    AdministrationChange,
    AdministrationCorrectionOut,
    AdministrationCreate,
    AdministrationOut,
    Recomputed,
)
from couplesone.measures.administrations.service import AdministrationService
from couplesone.measures.errors import AdministrationExists, InstrumentRetired, ProxyMeasureRefused
from couplesone.persistence.work import Work
from couplesone.web.routing import Router
from couplesone.web.schemas import Listing, PageFilters

router = Router("measures")
READ, WRITE = Permission.MEASURE_READ, Permission.MEASURE_WRITE
CLOSED = (CaseClosed, ClientArchived)
_IN_CASE, _ONE = "/v1/cases/{case_id}/administrations", "/v1/administrations/{administration_id}"


@router.create(
    _IN_CASE,
    answers="get_administration",
    permission=WRITE,
    problems=(*CLOSED, ProxyMeasureRefused, InstrumentRetired, AdministrationExists, DatesOutOfOrder),
)
def record_administration(work: Work, case_id: UUID, body: AdministrationCreate) -> AdministrationOut:
    """Record an instrument that the client took; it is scored, and keeps the rule by which it was."""
    return AdministrationOut.model_validate(AdministrationService(work).record(case_id, body))


@router.read(_IN_CASE, permission=READ)
def list_administrations(
    work: Work, case_id: UUID, query: Annotated[PageFilters, Query()]
) -> Listing[AdministrationOut]:
    """List the administrations of a case, the latest first, those entered in error among them."""
    return Listing[AdministrationOut].model_validate(AdministrationService(work).list(case_id, query.page))


@router.read(_ONE, permission=READ)
def get_administration(work: Work, administration_id: UUID) -> AdministrationOut:
    """Read an administration."""
    return AdministrationOut.model_validate(AdministrationService(work).get(administration_id))


@router.change(
    _ONE,
    answers="get_administration",
    permission=WRITE,
    problems=(*CLOSED, ItemInError, AdministrationExists, DatesOutOfOrder),
)
def correct_administration(
    work: Work, administration_id: UUID, body: AdministrationChange, version: int
) -> AdministrationOut:
    """Correct an administration with a reason; it is scored again, and what it said before is kept."""
    found = AdministrationService(work).correct(administration_id, body, version)
    return AdministrationOut.model_validate(found)


@router.read(f"{_ONE}/corrections", permission=READ)
def list_administration_corrections(
    work: Work, administration_id: UUID, query: Annotated[PageFilters, Query()]
) -> Listing[AdministrationCorrectionOut]:
    """List what an administration said before each of its corrections, the latest first."""
    found = AdministrationService(work).corrections(administration_id, query.page)
    return Listing[AdministrationCorrectionOut].model_validate(found)


@router.ask(f"{_ONE}/recompute", permission=READ)
def recompute_administration(work: Work, administration_id: UUID) -> Recomputed:
    """Score the stored answers by the stored rule again, and compare with the stored score; nothing changes."""
    return AdministrationService(work).recompute(administration_id)


@router.act(
    f"{_ONE}/mark-in-error", answers="get_administration", permission=WRITE, problems=(*CLOSED, ItemInError)
)
def mark_administration_in_error(
    work: Work, administration_id: UUID, body: EnteredInError, version: int
) -> AdministrationOut:
    """Mark an administration as entered in error; it is kept, and out of every result."""
    found = AdministrationService(work).mark_in_error(administration_id, body.reason, version)
    return AdministrationOut.model_validate(found)
