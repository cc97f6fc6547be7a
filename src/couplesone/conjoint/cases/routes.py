"""Routes of conjoint cases."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import Query

from couplesone.clients.conflicts.errors import AdministrativeReview
from couplesone.clients.errors import ClientArchived
from couplesone.conjoint.cases.schemas import (
    ConjointCaseClose,
    ConjointCaseCreate,
    ConjointCaseOut,
    DiscrepancyFilters,
    DiscrepancyOut,
    ReadinessOut,
)
from couplesone.conjoint.cases.service import ConjointCaseService
from couplesone.conjoint.errors import ConjointClosed, ReferralNotUsable
from couplesone.kernel.errors import DatesOutOfOrder
from couplesone.kernel.permissions import Permission
from couplesone.persistence.work import Work
from couplesone.web.routing import Router
from couplesone.web.schemas import Listing, PageFilters

router = Router("conjoint")
READ, WRITE = Permission.CASE_READ, Permission.CASE_WRITE
_ONE = "/v1/conjoint-cases/{conjoint_case_id}"


@router.create(
    "/v1/conjoint-cases",
    answers="get_conjoint_case",
    permission=WRITE,
    problems=(ReferralNotUsable, ClientArchived, AdministrativeReview),
)
def open_conjoint_case(work: Work, body: ConjointCaseCreate) -> ConjointCaseOut:
    """Open a conjoint case for two clients, by a referral that both signed; it starts empty."""
    return ConjointCaseOut.model_validate(ConjointCaseService(work).open(body.clients, body.referral_id))


@router.read("/v1/conjoint-cases", permission=READ)
def list_conjoint_cases(work: Work, query: Annotated[PageFilters, Query()]) -> Listing[ConjointCaseOut]:
    """List the conjoint cases whose two parts one cares for, the last opened first."""
    return Listing[ConjointCaseOut].model_validate(ConjointCaseService(work).list(query.page))


@router.read(_ONE, permission=READ, composite=True)
def get_conjoint_case(work: Work, conjoint_case_id: UUID) -> ConjointCaseOut:
    """Read a conjoint case; only who cares for both parts may."""
    return ConjointCaseOut.model_validate(ConjointCaseService(work).get(conjoint_case_id))


@router.act(
    f"{_ONE}/close",
    answers="get_conjoint_case",
    permission=WRITE,
    problems=(ConjointClosed, DatesOutOfOrder),
)
def close_conjoint_case(
    work: Work, conjoint_case_id: UUID, body: ConjointCaseClose, version: int
) -> ConjointCaseOut:
    """End the joint work; the part of each is closed like any case."""
    found = ConjointCaseService(work).close(conjoint_case_id, body.closed_on, version)
    return ConjointCaseOut.model_validate(found)


@router.read(f"{_ONE}/readiness", permission=READ)
def get_conjoint_readiness(work: Work, conjoint_case_id: UUID) -> ReadinessOut:
    """Read what is missing before anything joint is recorded; of whom, and why, is not said."""
    return ConjointCaseService(work).readiness(conjoint_case_id)


@router.read(f"{_ONE}/discrepancy", permission=Permission.MEASURE_READ)
def get_conjoint_discrepancy(
    work: Work, conjoint_case_id: UUID, query: Annotated[DiscrepancyFilters, Query()]
) -> DiscrepancyOut:
    """Read by how much the last totals of the two differ, of what each took in the conjoint case."""
    return ConjointCaseService(work).discrepancy(conjoint_case_id, query.instrument)
