"""Routes of strengths and exceptions."""

from __future__ import annotations

from couplesone.cases.formulation.strengths.schemas import StrengthChange, StrengthCreate, StrengthOut
from couplesone.cases.formulation.strengths.service import StrengthService
from couplesone.cases.kinds.routes import ItemKind, router_of

router = router_of(
    ItemKind(
        noun="strength",
        plural="strengths",
        service=StrengthService,
        create=StrengthCreate,
        change=StrengthChange,
        out=StrengthOut,
        recorded="Record a strength of the couple, or a time when it went otherwise.",
    )
)
