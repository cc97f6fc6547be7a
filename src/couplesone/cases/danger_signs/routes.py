"""Routes of danger signs; they come in by pages only."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import Query

from couplesone.cases.danger_signs.schemas import DangerSignOut
from couplesone.cases.danger_signs.service import DangerSignService
from couplesone.cases.errors import CaseClosed, ItemInError
from couplesone.clients.errors import ClientArchived
from couplesone.kernel.permissions import Permission
from couplesone.persistence.work import Work
from couplesone.web.routing import Router
from couplesone.web.schemas import Listing, PageFilters

router = Router("cases")
READ, WRITE = Permission.CASE_READ, Permission.CASE_WRITE
_ONE = "/v1/danger-signs/{danger_sign_id}"


@router.read("/v1/cases/{case_id}/danger-signs", permission=READ)
def list_danger_signs(
    work: Work, case_id: UUID, query: Annotated[PageFilters, Query()]
) -> Listing[DangerSignOut]:
    """List the answers of a client that tell of danger, newest first."""
    return Listing[DangerSignOut].model_validate(DangerSignService(work).list(case_id, query.page))


@router.read(_ONE, permission=READ)
def get_danger_sign(work: Work, danger_sign_id: UUID) -> DangerSignOut:
    """Read an answer that tells of danger."""
    return DangerSignOut.model_validate(DangerSignService(work).get(danger_sign_id))


@router.act(
    f"{_ONE}/mark-seen",
    answers="get_danger_sign",
    permission=WRITE,
    problems=(CaseClosed, ClientArchived, ItemInError),
)
def mark_danger_sign_seen(work: Work, danger_sign_id: UUID, version: int) -> DangerSignOut:
    """Note that one has seen the answer; it leaves the worklist."""
    return DangerSignOut.model_validate(DangerSignService(work).mark_seen(danger_sign_id, version))
