"""Routes of boundaries and their logs."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import Query

from couplesone.cases.errors import ItemInError
from couplesone.cases.formulation.boundaries.schemas import (
    BoundaryChange,
    BoundaryCreate,
    BoundaryEventCreate,
    BoundaryEventOut,
    BoundaryOut,
)
from couplesone.cases.formulation.boundaries.service import BoundaryLog, BoundaryService
from couplesone.cases.formulation.errors import BoundaryCommandsPartner
from couplesone.cases.kinds.routes import CLOSED, READ, WRITE, ItemKind, router_of
from couplesone.cases.schemas import EnteredInError
from couplesone.cases.wording import ConfirmationNeedsClinician
from couplesone.kernel.errors import DatesOutOfOrder
from couplesone.persistence.work import Work
from couplesone.web.schemas import Listing, PageFilters

OWN_ACT = (BoundaryCommandsPartner, ConfirmationNeedsClinician)
router = router_of(
    ItemKind(
        noun="boundary",
        plural="boundaries",
        service=BoundaryService,
        create=BoundaryCreate,
        change=BoundaryChange,
        out=BoundaryOut,
        recorded="Set a boundary: a limit, and the client's own act when it is crossed.",
        answers=OWN_ACT,
        changes=OWN_ACT,
        composite=True,
    )
)
_LOG = "/v1/boundaries/{boundary_id}/events"
_ENTRY = "/v1/boundary-events/{boundary_event_id}"


@router.create(
    _LOG, answers="get_boundary_event", permission=WRITE, problems=(*CLOSED, ItemInError, DatesOutOfOrder)
)
def record_boundary_event(work: Work, boundary_id: UUID, body: BoundaryEventCreate) -> BoundaryEventOut:
    """Note that a limit was honoured or crossed on a day."""
    return BoundaryEventOut.model_validate(BoundaryLog(work).record(boundary_id, body))


@router.read(_LOG, permission=READ)
def list_boundary_events(
    work: Work, boundary_id: UUID, query: Annotated[PageFilters, Query()]
) -> Listing[BoundaryEventOut]:
    """List the log of a boundary, newest first, entries in error among them."""
    return Listing[BoundaryEventOut].model_validate(BoundaryLog(work).list(boundary_id, query.page))


@router.read(_ENTRY, permission=READ)
def get_boundary_event(work: Work, boundary_event_id: UUID) -> BoundaryEventOut:
    """Read an entry in the log of a boundary."""
    return BoundaryEventOut.model_validate(BoundaryLog(work).get(boundary_event_id))


@router.act(
    f"{_ENTRY}/mark-in-error", answers="get_boundary_event", permission=WRITE, problems=(*CLOSED, ItemInError)
)
def mark_boundary_event_in_error(
    work: Work, boundary_event_id: UUID, body: EnteredInError, version: int
) -> BoundaryEventOut:
    """Mark an entry as entered in error; it is kept, and out of the counts."""
    marked = BoundaryLog(work).mark_in_error(boundary_event_id, body.reason, version)
    return BoundaryEventOut.model_validate(marked)
