"""Routes of safety referrals."""

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
from couplesone.safety.errors import ReferralTransitionRefused
from couplesone.safety.referrals.moves import ReferralMove
from couplesone.safety.referrals.schemas import ReferralAnswer, ReferralOffer, SafetyReferralOut
from couplesone.safety.referrals.service import ReferralService
from couplesone.web.routing import Router
from couplesone.web.schemas import Listing, PageFilters

router = Router("safety")
READ, WRITE = Permission.SAFETY_READ, Permission.SAFETY_WRITE
_IN_CASE, _ONE = "/v1/cases/{case_id}/safety-referrals", "/v1/safety-referrals/{safety_referral_id}"
_GET = "get_safety_referral"
CLOSED = (CaseClosed, ClientArchived)
MOVE = (*CLOSED, ItemInError, ReferralTransitionRefused, DatesOutOfOrder)


@router.create(_IN_CASE, answers=_GET, permission=WRITE, problems=(*CLOSED, DatesOutOfOrder))
def offer_safety_referral(work: Work, case_id: UUID, body: ReferralOffer) -> SafetyReferralOut:
    """Offer the client help elsewhere; nobody but the client is ever referred."""
    return SafetyReferralOut.model_validate(ReferralService(work).offer(case_id, body))


@router.read(_IN_CASE, permission=READ)
def list_safety_referrals(
    work: Work, case_id: UUID, query: Annotated[PageFilters, Query()]
) -> Listing[SafetyReferralOut]:
    """List the safety referrals of a case, the latest first."""
    return Listing[SafetyReferralOut].model_validate(ReferralService(work).list(case_id, query.page))


@router.read(_ONE, permission=READ, composite=True)
def get_safety_referral(work: Work, safety_referral_id: UUID) -> SafetyReferralOut:
    """Read a safety referral."""
    return SafetyReferralOut.model_validate(ReferralService(work).get(safety_referral_id))


@router.act(f"{_ONE}/accept", answers=_GET, permission=WRITE, problems=MOVE)
def accept_safety_referral(
    work: Work, safety_referral_id: UUID, body: ReferralAnswer, version: int
) -> SafetyReferralOut:
    """Record that the client accepts a referral."""
    return _moved(work, safety_referral_id, ReferralMove.ACCEPT, body, version)


@router.act(f"{_ONE}/decline", answers=_GET, permission=WRITE, problems=MOVE)
def decline_safety_referral(
    work: Work, safety_referral_id: UUID, body: ReferralAnswer, version: int
) -> SafetyReferralOut:
    """Record that the client declines a referral, which costs nothing here."""
    return _moved(work, safety_referral_id, ReferralMove.DECLINE, body, version)


@router.act(f"{_ONE}/complete", answers=_GET, permission=WRITE, problems=MOVE)
def complete_safety_referral(
    work: Work, safety_referral_id: UUID, body: ReferralAnswer, version: int
) -> SafetyReferralOut:
    """Record that the client used the service."""
    return _moved(work, safety_referral_id, ReferralMove.COMPLETE, body, version)


@router.act(f"{_ONE}/mark-in-error", answers=_GET, permission=WRITE, problems=(*CLOSED, ItemInError))
def mark_safety_referral_in_error(
    work: Work, safety_referral_id: UUID, body: EnteredInError, version: int
) -> SafetyReferralOut:
    """Mark a safety referral as entered in error; it is kept."""
    service = ReferralService(work)
    return SafetyReferralOut.model_validate(service.mark_in_error(safety_referral_id, body.reason, version))


def _moved(
    work: Work, referral_id: UUID, move: ReferralMove, body: ReferralAnswer, version: int
) -> SafetyReferralOut:
    service = ReferralService(work)
    return SafetyReferralOut.model_validate(service.move(referral_id, move, body.occurred_on, version))
