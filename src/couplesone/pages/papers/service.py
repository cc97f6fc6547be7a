"""Filing a decision that the client signed, once acceptance of the refusal was asked (S1.12)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from couplesone.cases.decisions.errors import AcceptanceNotAsked
from couplesone.cases.decisions.schemas import DecisionCreate
from couplesone.cases.decisions.service import DecisionService
from couplesone.persistence.work import Work
from couplesone.plans.overview import acceptance_asked


def file_decision(work: Work, case_id: UUID, content: DecisionCreate) -> Any:
    """File a signed decision; the problems of ``DecisionService.file_paper``, then AcceptanceNotAsked."""
    filed = DecisionService(work).file_paper(case_id, content)
    if content.acceptance_of_refusal is None and not acceptance_asked(work, case_id):
        raise AcceptanceNotAsked
    return filed
