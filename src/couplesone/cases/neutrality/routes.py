"""Routes of neutrality checks."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import Query

from couplesone.cases.errors import ItemInError
from couplesone.cases.kinds.routes import CLOSED
from couplesone.cases.neutrality.errors import NeutralityCheckExists, SessionNotHeld
from couplesone.cases.neutrality.schemas import (
    NeutralityCheckChange,
    NeutralityCheckCreate,
    NeutralityCheckOut,
)
from couplesone.cases.neutrality.service import NeutralityService
from couplesone.cases.schemas import EnteredInError
from couplesone.kernel.errors import DatesOutOfOrder
from couplesone.kernel.permissions import Permission
from couplesone.persistence.work import Work
from couplesone.web.routing import Router
from couplesone.web.schemas import Listing, PageFilters

router = Router("cases")
READ, WRITE = Permission.NEUTRALITY_READ, Permission.NEUTRALITY_WRITE
_ONE = "/v1/neutrality-checks/{neutrality_check_id}"


@router.create(
    "/v1/sessions/{session_id}/neutrality-check",
    answers="get_neutrality_check",
    permission=WRITE,
    problems=(*CLOSED, ItemInError, DatesOutOfOrder, SessionNotHeld, NeutralityCheckExists),
)
def record_neutrality_check(work: Work, session_id: UUID, body: NeutralityCheckCreate) -> NeutralityCheckOut:
    """Look back at a session: statements that undermine, sides taken, and where the time went; once."""
    return NeutralityCheckOut.model_validate(NeutralityService(work).check(session_id, body))


@router.read("/v1/cases/{case_id}/neutrality-checks", permission=READ)
def list_neutrality_checks(
    work: Work, case_id: UUID, query: Annotated[PageFilters, Query()]
) -> Listing[NeutralityCheckOut]:
    """List one's own checks of a case, newest first."""
    return Listing[NeutralityCheckOut].model_validate(NeutralityService(work).list(case_id, query.page))


@router.read(_ONE, permission=READ, composite=True)
def get_neutrality_check(work: Work, neutrality_check_id: UUID) -> NeutralityCheckOut:
    """Read a check of one's own."""
    return NeutralityCheckOut.model_validate(NeutralityService(work).get(neutrality_check_id))


@router.change(
    _ONE,
    answers="get_neutrality_check",
    permission=WRITE,
    problems=(*CLOSED, ItemInError, DatesOutOfOrder),
)
def change_neutrality_check(
    work: Work, neutrality_check_id: UUID, body: NeutralityCheckChange, version: int
) -> NeutralityCheckOut:
    """Change a check of one's own."""
    return NeutralityCheckOut.model_validate(
        NeutralityService(work).change(neutrality_check_id, body, version)
    )


@router.act(
    f"{_ONE}/mark-in-error",
    answers="get_neutrality_check",
    permission=WRITE,
    problems=(*CLOSED, ItemInError),
)
def mark_neutrality_check_in_error(
    work: Work, neutrality_check_id: UUID, body: EnteredInError, version: int
) -> NeutralityCheckOut:
    """Mark a check of one's own as entered in error; the session can then be checked anew."""
    return NeutralityCheckOut.model_validate(
        NeutralityService(work).mark_in_error(neutrality_check_id, body.reason, version)
    )
