"""Routes of what comes on paper."""

from __future__ import annotations

from uuid import UUID

from couplesone.cases.decisions.errors import AcceptanceNotAsked, DecisionIsTheClients
from couplesone.cases.decisions.routes import IN_CASE
from couplesone.cases.decisions.schemas import DecisionCreate, DecisionPointOut
from couplesone.cases.errors import CaseClosed
from couplesone.clients.errors import ClientArchived
from couplesone.kernel.errors import DatesOutOfOrder
from couplesone.kernel.permissions import Permission
from couplesone.pages.papers.service import file_decision
from couplesone.persistence.work import Work
from couplesone.web.routing import Router

router = Router("cases")


@router.create(
    IN_CASE,
    answers="get_decision_point",
    permission=Permission.DECISION_WRITE,
    problems=(CaseClosed, ClientArchived, DecisionIsTheClients, AcceptanceNotAsked, DatesOutOfOrder),
)
def record_decision_point(work: Work, case_id: UUID, body: DecisionCreate) -> DecisionPointOut:
    """File a decision that the client signed on paper; a decision of anybody else's is refused."""
    return DecisionPointOut.model_validate(file_decision(work, case_id, body))
