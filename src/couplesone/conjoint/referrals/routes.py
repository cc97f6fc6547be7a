"""Routes of referrals to conjoint work."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import Query

from couplesone.cases.errors import CaseClosed, ItemInError
from couplesone.cases.schemas import EnteredInError
from couplesone.clients.errors import ClientArchived
from couplesone.conjoint.errors import BothConsentsNeeded, ConjointNotAsked
from couplesone.conjoint.referrals.schemas import ConjointReferralCreate, ConjointReferralOut
from couplesone.conjoint.referrals.service import ConjointReferralService
from couplesone.identity.errors import StaffDeactivated
from couplesone.kernel.errors import DatesOutOfOrder
from couplesone.kernel.permissions import Permission
from couplesone.persistence.work import Work
from couplesone.web.routing import Router
from couplesone.web.schemas import Listing, PageFilters

router = Router("conjoint")
READ, WRITE = Permission.CASE_READ, Permission.CASE_WRITE
_IN_CASE, _ONE = "/v1/cases/{case_id}/conjoint-referrals", "/v1/conjoint-referrals/{conjoint_referral_id}"
_CLOSED = (CaseClosed, ClientArchived)


@router.create(
    _IN_CASE,
    answers="get_conjoint_referral",
    permission=WRITE,
    problems=(*_CLOSED, ConjointNotAsked, BothConsentsNeeded, StaffDeactivated, DatesOutOfOrder),
)
def record_conjoint_referral(work: Work, case_id: UUID, body: ConjointReferralCreate) -> ConjointReferralOut:
    """Refer client and partner, who wish it, to work with both: to another therapist unless both sign otherwise."""
    return ConjointReferralOut.model_validate(ConjointReferralService(work).record(case_id, body))


@router.read(_IN_CASE, permission=READ)
def list_conjoint_referrals(
    work: Work, case_id: UUID, query: Annotated[PageFilters, Query()]
) -> Listing[ConjointReferralOut]:
    """List the referrals of a case to conjoint work, newest first, those entered in error among them."""
    found = ConjointReferralService(work).list(case_id, query.page)
    return Listing[ConjointReferralOut].model_validate(found)


@router.read(_ONE, permission=READ)
def get_conjoint_referral(work: Work, conjoint_referral_id: UUID) -> ConjointReferralOut:
    """Read a referral to conjoint work."""
    return ConjointReferralOut.model_validate(ConjointReferralService(work).get(conjoint_referral_id))


@router.act(
    f"{_ONE}/mark-in-error",
    answers="get_conjoint_referral",
    permission=WRITE,
    problems=(*_CLOSED, ItemInError),
)
def mark_conjoint_referral_in_error(
    work: Work, conjoint_referral_id: UUID, body: EnteredInError, version: int
) -> ConjointReferralOut:
    """Mark a referral to conjoint work as entered in error; it is kept, and opens nothing."""
    found = ConjointReferralService(work).mark_in_error(conjoint_referral_id, body.reason, version)
    return ConjointReferralOut.model_validate(found)
