"""Routes of conflicts of interest; closed to everybody but the clinical lead."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import Query

from couplesone.clients.conflicts.errors import ConflictDecided, NotTheOneClinician
from couplesone.clients.conflicts.schemas import ConflictDecision, ConflictFilters, ConflictOut
from couplesone.clients.conflicts.service import ConflictService
from couplesone.kernel.permissions import Permission
from couplesone.persistence.work import Work
from couplesone.web.routing import Router
from couplesone.web.schemas import Listing

router = Router("conflicts")
MANAGE = Permission.CONFLICT_MANAGE


@router.read("/v1/conflicts", permission=MANAGE)
def list_conflicts(work: Work, query: Annotated[ConflictFilters, Query()]) -> Listing[ConflictOut]:
    """List conflicts of interest, the latest found first; for the clinical lead alone."""
    return Listing[ConflictOut].model_validate(ConflictService(work).list(query))


@router.read("/v1/conflicts/{conflict_id}", permission=MANAGE, composite=True)
def get_conflict(work: Work, conflict_id: UUID) -> ConflictOut:
    """Read a conflict of interest; the audit trail keeps that it was read, and not about whom."""
    return ConflictService(work).get(conflict_id)


@router.act(
    "/v1/conflicts/{conflict_id}/clear",
    answers="get_conflict",
    permission=MANAGE,
    problems=(ConflictDecided,),
)
def clear_conflict(work: Work, conflict_id: UUID, body: ConflictDecision, version: int) -> ConflictOut:
    """Clear a conflict of interest with a reason; a new ground opens it again."""
    return ConflictService(work).decide("clear_conflict", conflict_id, body.reason, version)


@router.act(
    "/v1/conflicts/{conflict_id}/declare",
    answers="get_conflict",
    permission=MANAGE,
    problems=(ConflictDecided, NotTheOneClinician),
)
def declare_conflict(work: Work, conflict_id: UUID, body: ConflictDecision, version: int) -> ConflictOut:
    """Declare, as the one clinician of a practice, that one knows of the conflict; invitations stay held."""
    return ConflictService(work).decide("declare_conflict", conflict_id, body.reason, version)
