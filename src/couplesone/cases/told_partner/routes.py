"""Routes of what the partner was told."""

from __future__ import annotations

from uuid import UUID

from couplesone.cases.kinds.routes import READ, ItemKind, router_of
from couplesone.cases.told_partner.errors import TellingHeld
from couplesone.cases.told_partner.schemas import (
    PartnerInformedOut,
    TellingChange,
    TellingCreate,
    TellingOut,
    TransparencyPlanChange,
    TransparencyPlanCreate,
    TransparencyPlanOut,
)
from couplesone.cases.told_partner.service import TellingService, TransparencyPlanService, partner_informed
from couplesone.persistence.work import Work

router = router_of(
    ItemKind(
        noun="telling",
        plural="told_partner",
        service=TellingService,
        create=TellingCreate,
        change=TellingChange,
        out=TellingOut,
        recorded="Record what the client told the partner; a second unprompted telling soon after counts as pressure.",
    )
)
transparency_plans = router_of(
    ItemKind(
        noun="transparency_plan",
        plural="transparency_plans",
        service=TransparencyPlanService,
        create=TransparencyPlanCreate,
        change=TransparencyPlanChange,
        out=TransparencyPlanOut,
        recorded="Record what the partner is to be told, when and by whom, or that the therapy stays private.",
        answers=(TellingHeld,),
    )
)


@router.read("/v1/cases/{case_id}/partner-informed", permission=READ)
def get_partner_informed(work: Work, case_id: UUID) -> PartnerInformedOut:
    """Read whether the partner knows that the client attends therapy, and what is planned."""
    return partner_informed(work, case_id)
