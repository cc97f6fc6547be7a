"""Routes of safety screens."""

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
from couplesone.safety.screens.schemas import (
    SafetyInstrumentsOut,
    SafetyScreenCreate,
    SafetyScreenOut,
)
from couplesone.safety.screens.service import ScreenService
from couplesone.web.routing import Router
from couplesone.web.schemas import Listing, PageFilters

router = Router("safety")
READ, WRITE = Permission.SAFETY_READ, Permission.SAFETY_WRITE
CLOSED = (CaseClosed, ClientArchived)
_IN_CASE, _ONE = "/v1/cases/{case_id}/safety-screens", "/v1/safety-screens/{safety_screen_id}"


@router.read("/v1/safety-instruments", permission=READ, audited=False)
def list_safety_instruments(work: Work) -> SafetyInstrumentsOut:
    """List the instruments that a safety screen can be made of, as data."""
    return SafetyInstrumentsOut.model_validate(ScreenService(work).instruments())


@router.create(_IN_CASE, answers="get_safety_screen", permission=WRITE, problems=(*CLOSED, DatesOutOfOrder))
def record_safety_screen(work: Work, case_id: UUID, body: SafetyScreenCreate) -> SafetyScreenOut:
    """Record a safety screen that the client answered alone; a positive one flags the case."""
    return SafetyScreenOut.model_validate(ScreenService(work).record(case_id, body))


@router.read(_IN_CASE, permission=READ)
def list_safety_screens(
    work: Work, case_id: UUID, query: Annotated[PageFilters, Query()]
) -> Listing[SafetyScreenOut]:
    """List the safety screens of a case, the latest first, those entered in error among them."""
    return Listing[SafetyScreenOut].model_validate(ScreenService(work).list(case_id, query.page))


@router.read(_ONE, permission=READ)
def get_safety_screen(work: Work, safety_screen_id: UUID) -> SafetyScreenOut:
    """Read a safety screen with its scores and what they were computed from."""
    return SafetyScreenOut.model_validate(ScreenService(work).get(safety_screen_id))


@router.act(
    f"{_ONE}/mark-in-error", answers="get_safety_screen", permission=WRITE, problems=(*CLOSED, ItemInError)
)
def mark_safety_screen_in_error(
    work: Work, safety_screen_id: UUID, body: EnteredInError, version: int
) -> SafetyScreenOut:
    """Mark a safety screen as entered in error; the flag that it raised stays until it is released."""
    return SafetyScreenOut.model_validate(
        ScreenService(work).mark_in_error(safety_screen_id, body.reason, version)
    )
