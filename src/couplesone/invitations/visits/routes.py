"""Routes of visits."""

from __future__ import annotations

from uuid import UUID

from couplesone.cases.errors import CaseClosed, ItemInError
from couplesone.cases.schemas import EnteredInError
from couplesone.clients.errors import ClientArchived
from couplesone.invitations.errors import InvitationTransitionRefused
from couplesone.invitations.visits.errors import CollateralConsentExists, CollateralConsentMissing
from couplesone.invitations.visits.schemas import (
    CollateralConsentCreate,
    CollateralConsentOut,
    CollateralVisitCreate,
    CollateralVisitOut,
)
from couplesone.invitations.visits.service import VisitService
from couplesone.kernel.errors import DatesOutOfOrder
from couplesone.kernel.permissions import Permission
from couplesone.persistence.work import Work
from couplesone.web.routing import Router

router = Router("invitations")
READ, WRITE = Permission.INVITATION_READ, Permission.INVITATION_WRITE
CLOSED = (CaseClosed, ClientArchived, ItemInError)
_OF_ONE = "/v1/invitations/{invitation_id}"
_CONSENT, _VISIT = (
    "/v1/collateral-consents/{collateral_consent_id}",
    "/v1/collateral-visits/{collateral_visit_id}",
)


@router.create(
    f"{_OF_ONE}/collateral-consents",
    answers="get_collateral_consent",
    permission=WRITE,
    problems=(*CLOSED, CollateralConsentExists, DatesOutOfOrder),
)
def record_collateral_consent(
    work: Work, invitation_id: UUID, body: CollateralConsentCreate
) -> CollateralConsentOut:
    """File what the partner signed before the visit: what it is and is not, who the client is, what is recorded."""
    return CollateralConsentOut.model_validate(VisitService(work).consent(invitation_id, body))


@router.read(_CONSENT, permission=READ)
def get_collateral_consent(work: Work, collateral_consent_id: UUID) -> CollateralConsentOut:
    """Read a partner's consent to a visit."""
    return CollateralConsentOut.model_validate(VisitService(work).get_consent(collateral_consent_id))


@router.act(f"{_CONSENT}/mark-in-error", answers="get_collateral_consent", permission=WRITE, problems=CLOSED)
def mark_collateral_consent_in_error(
    work: Work, collateral_consent_id: UUID, body: EnteredInError, version: int
) -> CollateralConsentOut:
    """Mark a consent as entered in error; it is kept, and a visit waits for another."""
    found = VisitService(work).void_consent(collateral_consent_id, body.reason, version)
    return CollateralConsentOut.model_validate(found)


@router.create(
    f"{_OF_ONE}/collateral-visits",
    answers="get_collateral_visit",
    permission=WRITE,
    problems=(*CLOSED, CollateralConsentMissing, InvitationTransitionRefused, DatesOutOfOrder),
)
def record_visit(work: Work, invitation_id: UUID, body: CollateralVisitCreate) -> CollateralVisitOut:
    """Record that the partner came; what they said is recorded as statements with the partner as their source."""
    return CollateralVisitOut.model_validate(VisitService(work).attend(invitation_id, body))


@router.read(_VISIT, permission=READ)
def get_collateral_visit(work: Work, collateral_visit_id: UUID) -> CollateralVisitOut:
    """Read a visit."""
    return CollateralVisitOut.model_validate(VisitService(work).get_visit(collateral_visit_id))
