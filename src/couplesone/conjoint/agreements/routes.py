"""Routes of the no-secrets agreement."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import Query

from couplesone.conjoint.agreements.schemas import ConjointAgreementCreate, ConjointAgreementOut
from couplesone.conjoint.agreements.service import AgreementService
from couplesone.conjoint.errors import AgreementExists, AgreementWithdrawn, ConjointClosed, NotOneOfTheTwo
from couplesone.kernel.errors import DatesOutOfOrder
from couplesone.kernel.permissions import Permission
from couplesone.persistence.work import Work
from couplesone.web.routing import Router
from couplesone.web.schemas import Listing, PageFilters

router = Router("conjoint")
READ, WRITE = Permission.CASE_READ, Permission.CASE_WRITE
_IN_CASE = "/v1/conjoint-cases/{conjoint_case_id}/agreements"
_ONE = "/v1/conjoint-agreements/{conjoint_agreement_id}"


@router.create(
    _IN_CASE,
    answers="get_conjoint_agreement",
    permission=WRITE,
    problems=(ConjointClosed, NotOneOfTheTwo, AgreementExists, DatesOutOfOrder),
)
def sign_conjoint_agreement(
    work: Work, conjoint_case_id: UUID, body: ConjointAgreementCreate
) -> ConjointAgreementOut:
    """Record that one of the two signed that no secrets are kept between them; both sign the same text."""
    return ConjointAgreementOut.model_validate(AgreementService(work).sign(conjoint_case_id, body))


@router.read(_IN_CASE, permission=READ)
def list_conjoint_agreements(
    work: Work, conjoint_case_id: UUID, query: Annotated[PageFilters, Query()]
) -> Listing[ConjointAgreementOut]:
    """List the agreements of a conjoint case, the last signed first, those withdrawn among them."""
    found = AgreementService(work).list(conjoint_case_id, query.page)
    return Listing[ConjointAgreementOut].model_validate(found)


@router.read(_ONE, permission=READ)
def get_conjoint_agreement(work: Work, conjoint_agreement_id: UUID) -> ConjointAgreementOut:
    """Read an agreement."""
    return ConjointAgreementOut.model_validate(AgreementService(work).get(conjoint_agreement_id))


@router.act(
    f"{_ONE}/withdraw",
    answers="get_conjoint_agreement",
    permission=WRITE,
    problems=(AgreementWithdrawn,),
)
def withdraw_conjoint_agreement(
    work: Work, conjoint_agreement_id: UUID, version: int
) -> ConjointAgreementOut:
    """Record that one of the two takes their signature back; nothing joint is recorded until they sign anew."""
    found = AgreementService(work).withdraw(conjoint_agreement_id, version)
    return ConjointAgreementOut.model_validate(found)
