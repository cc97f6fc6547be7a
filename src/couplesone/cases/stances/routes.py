"""Routes of partner stances."""

from __future__ import annotations

from couplesone.cases.kinds.routes import ItemKind, router_of
from couplesone.cases.stances.schemas import StanceChange, StanceCreate, StanceOut
from couplesone.cases.stances.service import StanceService

router = router_of(
    ItemKind(
        noun="partner_stance",
        plural="partner_stances",
        service=StanceService,
        create=StanceCreate,
        change=StanceChange,
        out=StanceOut,
        recorded="Record the partner's stance from a day on, as reported; earlier ones are kept.",
        composite=True,
    )
)
