"""The outbox: what happened, for whoever is to be told later.

No foreign key to the practice, for the same reason as in the audit trail.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from couplesone.persistence.base import Row
from couplesone.persistence.columns import UtcDateTime


class OutboxEvent(Row):
    """Something that happened: its type, and ids only."""

    __tablename__ = "outbox_events"
    __table_args__ = (Index(None, "practice_id", "occurred_at", "id"),)

    type: Mapped[str] = mapped_column(String(100))
    payload: Mapped[dict[str, str]] = mapped_column(JSON)
    occurred_at: Mapped[datetime] = mapped_column(UtcDateTime)
    request_id: Mapped[str | None] = mapped_column(String(64))
