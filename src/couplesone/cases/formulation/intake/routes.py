"""Routes of intake profiles."""

from __future__ import annotations

from couplesone.cases.formulation.errors import IntakeProfileExists
from couplesone.cases.formulation.intake.schemas import (
    IntakeProfileChange,
    IntakeProfileCreate,
    IntakeProfileOut,
)
from couplesone.cases.formulation.intake.service import IntakeProfileService
from couplesone.cases.kinds.routes import ItemKind, router_of

router = router_of(
    ItemKind(
        noun="intake_profile",
        plural="intake_profiles",
        service=IntakeProfileService,
        create=IntakeProfileCreate,
        change=IntakeProfileChange,
        out=IntakeProfileOut,
        recorded="Record what was found out at intake: one profile a case, filled in bit by bit.",
        answers=(IntakeProfileExists,),
    )
)
