"""Routes of decision points; filing one on paper is declared by the pages room, which knows the check-ins."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import Query

from couplesone.cases.decisions.schemas import DecisionPointOut
from couplesone.cases.decisions.service import DecisionService
from couplesone.cases.errors import CaseClosed, ItemInError
from couplesone.cases.schemas import EnteredInError
from couplesone.clients.errors import ClientArchived
from couplesone.kernel.permissions import Permission
from couplesone.persistence.work import Work
from couplesone.web.routing import Router
from couplesone.web.schemas import Listing, PageFilters

router = Router("cases")
READ = Permission.CASE_READ
IN_CASE, _ONE = "/v1/cases/{case_id}/decision-points", "/v1/decision-points/{decision_point_id}"


@router.read(IN_CASE, permission=READ)
def list_decision_points(
    work: Work, case_id: UUID, query: Annotated[PageFilters, Query()]
) -> Listing[DecisionPointOut]:
    """List the client's decisions, newest first, those entered in error among them."""
    return Listing[DecisionPointOut].model_validate(DecisionService(work).list(case_id, query.page))


@router.read(_ONE, permission=READ)
def get_decision_point(work: Work, decision_point_id: UUID) -> DecisionPointOut:
    """Read a decision of the client, with the evidence that it is theirs."""
    return DecisionPointOut.model_validate(DecisionService(work).get(decision_point_id))


@router.act(
    f"{_ONE}/mark-in-error",
    answers="get_decision_point",
    permission=Permission.DECISION_WRITE,
    problems=(CaseClosed, ClientArchived, ItemInError),
)
def mark_decision_point_in_error(
    work: Work, decision_point_id: UUID, body: EnteredInError, version: int
) -> DecisionPointOut:
    """Mark a decision as filed in error; it is kept as it is, and out of everything that counts."""
    found = DecisionService(work).mark_in_error(decision_point_id, body.reason, version)
    return DecisionPointOut.model_validate(found)
