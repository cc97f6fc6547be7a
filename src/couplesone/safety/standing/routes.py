"""Routes of a case's standing as to safety."""

from __future__ import annotations

from uuid import UUID

from couplesone.cases.access import case_for
from couplesone.kernel.permissions import Permission
from couplesone.persistence.work import Work
from couplesone.safety.blocks import require_clear, standing
from couplesone.safety.errors import SafetyBlock
from couplesone.safety.standing.schemas import SafetyCheck, StandingOut
from couplesone.web.routing import Router

router = Router("safety")


@router.read("/v1/cases/{case_id}/safety", permission=Permission.SAFETY_READ)
def get_safety_standing(work: Work, case_id: UUID) -> StandingOut:
    """Read how a case stands as to safety: the last screen, open flags, what is due, and the blocks that follow."""
    return StandingOut.model_validate(standing(work, case_for(work, case_id).id))


@router.ask("/v1/cases/{case_id}/safety-check", permission=Permission.SAFETY_READ, problems=(SafetyBlock,))
def check_safety(work: Work, case_id: UUID, body: SafetyCheck) -> StandingOut:
    """Ask whether something that safety guards may be done now; it is refused as the act itself would be."""
    return StandingOut.model_validate(require_clear(work, case_for(work, case_id).id, body.what))
