"""Routes of system responses."""

from __future__ import annotations

from uuid import UUID

from couplesone.cases.errors import CaseClosed, ItemInError
from couplesone.cases.kinds.routes import ItemKind, router_of
from couplesone.clients.errors import ClientArchived
from couplesone.kernel.errors import DatesOutOfOrder
from couplesone.kernel.permissions import Permission
from couplesone.persistence.work import Work
from couplesone.plans.responses.errors import NothingToReview
from couplesone.plans.responses.schemas import (
    ReadinessReview,
    SystemResponseChange,
    SystemResponseCreate,
    SystemResponseOut,
)
from couplesone.plans.responses.service import ResponseService

READ, WRITE = Permission.PLAN_READ, Permission.PLAN_WRITE

router = router_of(
    ItemKind(
        noun="system_response",
        plural="system_responses",
        service=ResponseService,
        create=SystemResponseCreate,
        change=SystemResponseChange,
        out=SystemResponseOut,
        recorded="Record what is reported to have come back from the partner or the household.",
        tag="experiments",
        read=READ,
        write=WRITE,
    )
)


@router.act(
    "/v1/system-responses/{system_response_id}/review",
    answers="get_system_response",
    permission=WRITE,
    problems=(CaseClosed, ClientArchived, ItemInError, NothingToReview, DatesOutOfOrder),
)
def review_readiness(
    work: Work, system_response_id: UUID, body: ReadinessReview, version: int
) -> SystemResponseOut:
    """Settle the readiness review that a sign of interest opened; it never sends an invitation."""
    service = ResponseService(work)
    found = service.review(system_response_id, body.reviewed_on, body.outcome, version)
    return SystemResponseOut.model_validate(found)
