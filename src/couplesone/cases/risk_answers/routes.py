"""Routes of risk answers."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import Query

from couplesone.cases.risk_answers.errors import RiskAnswerSettled
from couplesone.cases.risk_answers.schemas import RiskAnswerAcknowledge, RiskAnswerOut
from couplesone.cases.risk_answers.service import RiskAnswerService
from couplesone.kernel.permissions import Permission
from couplesone.persistence.work import Work
from couplesone.web.routing import Router
from couplesone.web.schemas import Listing, PageFilters

router = Router("cases")
READ, WRITE = Permission.SAFETY_READ, Permission.SAFETY_WRITE
_ONE = "/v1/risk-answers/{risk_answer_id}"


@router.read("/v1/cases/{case_id}/risk-answers", permission=READ)
def list_risk_answers(
    work: Work, case_id: UUID, query: Annotated[PageFilters, Query()]
) -> Listing[RiskAnswerOut]:
    """List the risk answers of a case, the latest first."""
    return Listing[RiskAnswerOut].model_validate(RiskAnswerService(work).list(case_id, query.page))


@router.read(_ONE, permission=READ)
def get_risk_answer(work: Work, risk_answer_id: UUID) -> RiskAnswerOut:
    """Read a risk answer."""
    return RiskAnswerOut.model_validate(RiskAnswerService(work).get(risk_answer_id))


@router.act(f"{_ONE}/acknowledge", answers="get_risk_answer", permission=WRITE, problems=(RiskAnswerSettled,))
def acknowledge_risk_answer(
    work: Work, risk_answer_id: UUID, body: RiskAnswerAcknowledge, version: int
) -> RiskAnswerOut:
    """Say that one looked at a risk answer, and what was done."""
    found = RiskAnswerService(work).acknowledge(risk_answer_id, body.done, version)
    return RiskAnswerOut.model_validate(found)
