"""Routes of outreach."""

from __future__ import annotations

from couplesone.cases.kinds.routes import ItemKind, router_of
from couplesone.cases.outreach.errors import OutreachExhausted, OutreachNotSafe
from couplesone.cases.outreach.schemas import (
    OutreachAttemptChange,
    OutreachAttemptCreate,
    OutreachAttemptOut,
)
from couplesone.cases.outreach.service import OutreachService

router = router_of(
    ItemKind(
        noun="outreach_attempt",
        plural="outreach_attempts",
        service=OutreachService,
        create=OutreachAttemptCreate,
        change=OutreachAttemptChange,
        out=OutreachAttemptOut,
        recorded="Record a try to reach a client who stays away: on a channel that they allowed, two at most.",
        answers=(OutreachNotSafe, OutreachExhausted),
    )
)
