"""Routes of legal proceedings."""

from __future__ import annotations

from couplesone.cases.kinds.routes import ItemKind, router_of
from couplesone.cases.litigation.schemas import (
    LegalProceedingChange,
    LegalProceedingCreate,
    LegalProceedingOut,
)
from couplesone.cases.litigation.service import LegalProceedingService

router = router_of(
    ItemKind(
        noun="legal_proceeding",
        plural="legal_proceedings",
        service=LegalProceedingService,
        create=LegalProceedingCreate,
        change=LegalProceedingChange,
        out=LegalProceedingOut,
        recorded="Record that legal proceedings began; while they last, an invitation waits for a look at it.",
    )
)
