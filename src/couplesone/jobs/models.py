"""The outbox: what happened, for whoever is to be told later; and the jobs: what is to be done later.

The outbox has no foreign key to the practice, for the same reason as in the audit trail.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON, CheckConstraint, Index, Integer, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from couplesone.jobs.codes import JobState
from couplesone.persistence.base import Record, Row, refers
from couplesone.persistence.columns import UtcDateTime

_STATES = ", ".join(f"'{state.value}'" for state in JobState)


class OutboxEvent(Row):
    """Something that happened: its type, and ids only."""

    __tablename__ = "outbox_events"
    __table_args__ = (Index(None, "practice_id", "occurred_at", "id"),)

    type: Mapped[str] = mapped_column(String(100))
    payload: Mapped[dict[str, str]] = mapped_column(JSON)
    occurred_at: Mapped[datetime] = mapped_column(UtcDateTime)
    request_id: Mapped[str | None] = mapped_column(String(64))


class Job(Record):
    """Something to be done later: its kind, and ids only.

    ``fencing`` grows by one with each claim: whoever was overtaken holds an older number and completes nothing.
    """

    __tablename__ = "jobs"
    __table_args__ = (
        refers(to="practices", target=()),
        UniqueConstraint("practice_id", "dedupe_key"),
        CheckConstraint(f"state IN ({_STATES})", name="state_known"),
        CheckConstraint("(state = 'running') = (lease_until IS NOT NULL)", name="running_under_a_lease"),
        CheckConstraint("max_attempts >= 1", name="tried_at_least_once"),
        Index(None, "practice_id", "state", "not_before", "id"),
        Index(None, "practice_id", "order_key", "created_at", "id"),
        Index(None, "practice_id", "created_at", "id"),
    )

    kind: Mapped[str] = mapped_column(String(60))
    payload: Mapped[dict[str, str]] = mapped_column(JSON)
    order_key: Mapped[str | None] = mapped_column(String(120))
    dedupe_key: Mapped[str | None] = mapped_column(String(120))
    state: Mapped[str] = mapped_column(String(20))
    not_before: Mapped[datetime] = mapped_column(UtcDateTime)
    attempts: Mapped[int] = mapped_column(Integer)
    max_attempts: Mapped[int] = mapped_column(Integer)
    fencing: Mapped[int] = mapped_column(Integer)
    lease_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    finished_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    error_code: Mapped[str | None] = mapped_column(String(80))
    request_id: Mapped[str | None] = mapped_column(String(64))
