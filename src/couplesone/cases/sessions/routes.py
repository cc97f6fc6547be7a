"""Routes of therapy sessions."""

from __future__ import annotations

from couplesone.cases.kinds.routes import ItemKind, router_of
from couplesone.cases.sessions.schemas import SessionChange, SessionCreate, SessionOut
from couplesone.cases.sessions.service import SessionService

router = router_of(
    ItemKind(
        noun="session",
        plural="sessions",
        service=SessionService,
        create=SessionCreate,
        change=SessionChange,
        out=SessionOut,
        recorded="Record a therapy session: its day, its minutes, who was present, whether it took place.",
    )
)
