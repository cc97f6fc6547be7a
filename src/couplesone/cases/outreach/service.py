"""Tries to reach a client who stays away."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import select

from couplesone.cases.kinds.service import ItemService
from couplesone.cases.outreach.errors import OutreachExhausted, OutreachNotSafe
from couplesone.cases.outreach.models import OutreachAttempt
from couplesone.clients.queries import channel_is_safe

TRIES: Final = 2
"""Unanswered tries in a row, after which none is made (C8)."""


class OutreachService(ItemService[OutreachAttempt]):
    """Tries to reach a client who stays away."""

    kind = OutreachAttempt

    def enter(self, case: Any, content: Any) -> OutreachAttempt:
        """Insert a try; OutreachNotSafe for a channel that the client did not allow, OutreachExhausted after two."""
        if not channel_is_safe(self.work, case.client_id, content.channel):
            raise OutreachNotSafe
        self.work.wait_for_lock(f"outreach of {case.id}")
        latest = (
            select(OutreachAttempt.reached)
            .where(OutreachAttempt.case_id == case.id, OutreachAttempt.entered_in_error_at.is_(None))
            .order_by(OutreachAttempt.occurred_on.desc(), OutreachAttempt.id.desc())
            .limit(TRIES)
        )
        tries = self.work.db.scalars(latest).all()
        if len(tries) == TRIES and not any(tries):
            raise OutreachExhausted
        return super().enter(case, content)
