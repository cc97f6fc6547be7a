"""Routes of cases."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import Path, Query

from couplesone.cases.errors import CaseAlreadyReopened, CaseClosed, CaseTransitionRefused, ItemInError
from couplesone.cases.records import Shown
from couplesone.cases.registry.moving import CaseMoves
from couplesone.cases.registry.schemas import (
    CaseChange,
    CaseClose,
    CaseCreate,
    CaseFilters,
    CaseInclude,
    CaseListing,
    CaseOut,
    CaseReopen,
    CaseTombstone,
    CaseUpsert,
    StatusChangeOut,
    StatusMove,
)
from couplesone.cases.registry.service import CaseService
from couplesone.cases.schemas import EnteredInError
from couplesone.clients.errors import ClientArchived, ExternalIdTaken
from couplesone.kernel.errors import DatesOutOfOrder
from couplesone.kernel.permissions import Permission
from couplesone.persistence.work import Work
from couplesone.web.operations import Upserted
from couplesone.web.routing import Router
from couplesone.web.schemas import ExternalId, Listing, PageFilters

router = Router("cases")
READ, WRITE = Permission.CASE_READ, Permission.CASE_WRITE
CLOSED = (CaseClosed, ClientArchived)
MOVES = (*CLOSED, CaseTransitionRefused, DatesOutOfOrder)
NOBODY_SHOWN = CaseInclude()


@router.create(
    "/v1/clients/{client_id}/cases",
    answers="get_case",
    permission=WRITE,
    problems=(ClientArchived, DatesOutOfOrder, ExternalIdTaken),
)
def open_case(work: Work, client_id: UUID, body: CaseCreate) -> CaseOut:
    """Open a solo case for a client, in intake; nothing is ever required of the partner."""
    return CaseOut.model_validate(CaseService(work).open(client_id, body))


@router.read("/v1/cases", permission=READ)
def list_cases(work: Work, query: Annotated[CaseFilters, Query()]) -> CaseListing:
    """List the cases of one's caseload, the last opened first; for a sync, the oldest change first."""
    page = CaseService(work).page(query)
    return CaseListing(items=[_entry(case) for case in page.items], next_cursor=page.next_cursor)


@router.read("/v1/cases/{case_id}", permission=READ, composite=True)
def get_case(work: Work, case_id: UUID, query: Annotated[CaseInclude, Query()] = NOBODY_SHOWN) -> CaseOut:
    """Read a case."""
    return CaseOut.model_validate(CaseService(work).get(case_id, query.include))


@router.change(
    "/v1/cases/{case_id}",
    answers="get_case",
    permission=WRITE,
    problems=(*CLOSED, DatesOutOfOrder, ExternalIdTaken),
)
def change_case(work: Work, case_id: UUID, body: CaseChange, version: int) -> CaseOut:
    """Change a case."""
    return CaseOut.model_validate(CaseService(work).change(case_id, body, version))


@router.upsert(
    "/v1/cases/by-external-id/{external_id}",
    answers="get_case",
    permission=WRITE,
    problems=(*CLOSED, DatesOutOfOrder, ExternalIdTaken),
)
def upsert_case(
    work: Work, external_id: Annotated[ExternalId, Path()], body: CaseUpsert, version: int | None
) -> Upserted[CaseOut]:
    """Open or change the case that another system knows by this id; what is not sent stays as it is."""
    case, created = CaseService(work).upsert(external_id, body, version)
    return Upserted(CaseOut.model_validate(case), created)


@router.act("/v1/cases/{case_id}/activate", answers="get_case", permission=WRITE, problems=MOVES)
def activate_case(work: Work, case_id: UUID, body: StatusMove, version: int) -> CaseOut:
    """Begin the work: from intake to active."""
    return CaseOut.model_validate(CaseMoves(work).move("activate_case", case_id, body, version))


@router.act("/v1/cases/{case_id}/hold", answers="get_case", permission=WRITE, problems=MOVES)
def hold_case(work: Work, case_id: UUID, body: StatusMove, version: int) -> CaseOut:
    """Pause the work by agreement: from active to on hold."""
    return CaseOut.model_validate(CaseMoves(work).move("hold_case", case_id, body, version))


@router.act("/v1/cases/{case_id}/resume", answers="get_case", permission=WRITE, problems=MOVES)
def resume_case(work: Work, case_id: UUID, body: StatusMove, version: int) -> CaseOut:
    """Take the work up again: from on hold or inactive to active."""
    return CaseOut.model_validate(CaseMoves(work).move("resume_case", case_id, body, version))


@router.act("/v1/cases/{case_id}/deactivate", answers="get_case", permission=WRITE, problems=MOVES)
def deactivate_case(work: Work, case_id: UUID, body: StatusMove, version: int) -> CaseOut:
    """Note that the client has stopped coming: to inactive."""
    return CaseOut.model_validate(CaseMoves(work).move("deactivate_case", case_id, body, version))


@router.act("/v1/cases/{case_id}/close", answers="get_case", permission=WRITE, problems=MOVES)
def close_case(work: Work, case_id: UUID, body: CaseClose, version: int) -> CaseOut:
    """Close a case with how its goals stand and what became of the relationship; no outcome ranks above another."""
    return CaseOut.model_validate(CaseMoves(work).close(case_id, body, version))


@router.create(
    "/v1/cases/{case_id}/reopen",
    answers="get_case",
    permission=WRITE,
    conditional=True,
    problems=(*MOVES, CaseAlreadyReopened),
)
def reopen_case(work: Work, case_id: UUID, body: CaseReopen, version: int) -> CaseOut:
    """Open a new case that follows a closed one, for the same client and partner; once."""
    return CaseOut.model_validate(CaseMoves(work).reopen(case_id, body, version))


@router.act(
    "/v1/cases/{case_id}/mark-in-error", answers="get_case", permission=WRITE, problems=(ItemInError,)
)
def mark_case_in_error(work: Work, case_id: UUID, body: EnteredInError, version: int) -> CaseOut:
    """Mark a case as entered in error; it is kept, takes no entries, and is out of everything that counts."""
    return CaseOut.model_validate(CaseService(work).mark_in_error(case_id, body.reason, version))


@router.read("/v1/cases/{case_id}/status-changes", permission=READ)
def list_status_changes(
    work: Work, case_id: UUID, query: Annotated[PageFilters, Query()]
) -> Listing[StatusChangeOut]:
    """List when and why a case went from status to status, newest first."""
    return Listing[StatusChangeOut].model_validate(CaseService(work).status_changes(case_id, query.page))


def _entry(case: Shown) -> CaseOut | CaseTombstone:
    """Return a case of a list, or what a sync needs to know of one that was entered in error."""
    return CaseTombstone.model_validate(case) if case.deleted else CaseOut.model_validate(case)
