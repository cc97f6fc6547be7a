"""Routes of hopes."""

from __future__ import annotations

from couplesone.cases.hopes.schemas import HopeChange, HopeCreate, HopeOut
from couplesone.cases.hopes.service import HopeService
from couplesone.cases.kinds.routes import ItemKind, router_of

router = router_of(
    ItemKind(
        noun="hope",
        plural="hopes",
        service=HopeService,
        create=HopeCreate,
        change=HopeChange,
        out=HopeOut,
        recorded="Record what the client hopes for from the partner; it is never scored.",
    )
)
