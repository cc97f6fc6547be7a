"""The route of the formulation at a glance."""

from __future__ import annotations

from uuid import UUID

from couplesone.cases.formulation.summary.schemas import FormulationOut
from couplesone.cases.formulation.summary.service import glance
from couplesone.cases.kinds.routes import READ
from couplesone.persistence.work import Work
from couplesone.web.routing import Router

router = Router("cases")


@router.read("/v1/cases/{case_id}/formulation", permission=READ)
def get_formulation(work: Work, case_id: UUID) -> FormulationOut:
    """Read the client's own side of a case at a glance: counts and days, no words."""
    return glance(work, case_id)
