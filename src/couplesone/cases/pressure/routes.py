"""Routes of attempts to involve the partner."""

from __future__ import annotations

from couplesone.cases.kinds.routes import ItemKind, router_of
from couplesone.cases.pressure.schemas import PressureEventChange, PressureEventCreate, PressureEventOut
from couplesone.cases.pressure.service import PressureService

router = router_of(
    ItemKind(
        noun="pressure_event",
        plural="pressure_events",
        service=PressureService,
        create=PressureEventCreate,
        change=PressureEventChange,
        out=PressureEventOut,
        recorded="Record an attempt to involve the partner, and how the partner may have felt it.",
    )
)
