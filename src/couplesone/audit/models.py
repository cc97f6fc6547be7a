"""The audit trail's table: rows are added and never changed.

No foreign key to the practice: its check would lock the practice's row in every request. Row-level security and
the Work see to it that the practice is the right one.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from couplesone.persistence.base import Row
from couplesone.persistence.columns import Guid, UtcDateTime


class AuditEvent(Row):
    """One operation of one actor, done or refused, read or write."""

    __tablename__ = "audit_events"
    __table_args__ = (
        Index(None, "practice_id", "occurred_at", "id"),
        Index(None, "practice_id", "client_id", "occurred_at"),
    )

    occurred_at: Mapped[datetime] = mapped_column(UtcDateTime)
    actor_kind: Mapped[str] = mapped_column(String(20))
    staff_id: Mapped[UUID | None] = mapped_column(Guid)
    credential_id: Mapped[UUID | None] = mapped_column(Guid)
    action: Mapped[str] = mapped_column(String(100))
    resource_id: Mapped[UUID | None] = mapped_column(Guid)
    client_id: Mapped[UUID | None] = mapped_column(Guid)
    outcome: Mapped[str] = mapped_column(String(20))
    request_id: Mapped[str | None] = mapped_column(String(64))
