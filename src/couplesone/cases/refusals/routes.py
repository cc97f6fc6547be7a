"""Routes of refusals and their reasons."""

from __future__ import annotations

from uuid import UUID

from couplesone.cases.errors import ItemInError, RefusalReasonExists
from couplesone.cases.kinds.routes import CLOSED, READ, WRITE, ItemKind, router_of
from couplesone.cases.refusals.schemas import (
    ReasonChange,
    ReasonCreate,
    ReasonOut,
    RefusalChange,
    RefusalCreate,
    RefusalOut,
)
from couplesone.cases.refusals.service import ReasonService, RefusalService
from couplesone.cases.schemas import EnteredInError
from couplesone.kernel.errors import DatesOutOfOrder
from couplesone.persistence.work import Work

router = router_of(
    ItemKind(
        noun="refusal",
        plural="refusals",
        service=RefusalService,
        create=RefusalCreate,
        change=RefusalChange,
        out=RefusalOut,
        recorded="Record that the partner was asked and did not agree, with the reasons that may lie behind it.",
        answers=(RefusalReasonExists,),
        composite=True,
    )
)


@router.create(
    "/v1/refusals/{refusal_id}/reasons",
    answers="get_refusal_reason",
    permission=WRITE,
    problems=(*CLOSED, ItemInError, DatesOutOfOrder, RefusalReasonExists),
)
def add_refusal_reason(work: Work, refusal_id: UUID, body: ReasonCreate) -> ReasonOut:
    """Add a reason that may lie behind a refusal, once from each source."""
    return ReasonOut.model_validate(ReasonService(work).add(refusal_id, body))


@router.read("/v1/refusal-reasons/{reason_id}", permission=READ)
def get_refusal_reason(work: Work, reason_id: UUID) -> ReasonOut:
    """Read a reason of a refusal."""
    return ReasonOut.model_validate(ReasonService(work).get(reason_id))


@router.change(
    "/v1/refusal-reasons/{reason_id}",
    answers="get_refusal_reason",
    permission=WRITE,
    problems=(*CLOSED, ItemInError),
)
def change_refusal_reason(work: Work, reason_id: UUID, body: ReasonChange, version: int) -> ReasonOut:
    """Change how sure a reason is, or which step of the cycle it may explain."""
    return ReasonOut.model_validate(ReasonService(work).change(reason_id, body, version))


@router.act(
    "/v1/refusal-reasons/{reason_id}/mark-in-error",
    answers="get_refusal_reason",
    permission=WRITE,
    problems=(*CLOSED, ItemInError),
)
def mark_refusal_reason_in_error(
    work: Work, reason_id: UUID, body: EnteredInError, version: int
) -> ReasonOut:
    """Mark a reason as entered in error; it is kept, and out of everything that counts."""
    return ReasonOut.model_validate(ReasonService(work).mark_in_error(reason_id, body.reason, version))
