"""The access links' table. Secrets are kept as hashes only."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import Boolean, CheckConstraint, Index, LargeBinary, SmallInteger, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from couplesone.access_links.codes import LinkState
from couplesone.kernel.permissions import Purpose
from couplesone.persistence.base import Record, refers
from couplesone.persistence.columns import Guid, UtcDateTime

MAX_TRIES = 5
"""Wrong secrets with the right selector, after which the link is locked for good."""
_PURPOSES = ", ".join(f"'{purpose.value}'" for purpose in Purpose)


class AccessLink(Record):
    """That a client may do one thing in one case, until a moment, once.

    ``token_hash`` is the SHA-256 of 256 random bits; ``code_hash`` is keyed by the practice, because a code that can
    be typed has 40 bits only. A code for the room has no token: it is shown on a screen and sent nowhere.
    ``instrument`` is the code of what is answered with a link for a measure.
    """

    __tablename__ = "access_links"
    __table_args__ = (
        refers("case_id", "client_id", to="cases", target=("id", "client_id"), onupdate="CASCADE"),
        refers("issued_by", to="staff"),
        UniqueConstraint("practice_id", "selector"),
        CheckConstraint(f"purpose IN ({_PURPOSES})", name="purpose_known"),
        CheckConstraint(
            f"(purpose = '{Purpose.MEASURE.value}') = (instrument IS NOT NULL)",
            name="instrument_of_a_measure",
        ),
        CheckConstraint("in_room = (token_hash IS NULL)", name="room_has_no_token"),
        CheckConstraint("in_room = (channel IS NULL)", name="sent_through_a_channel"),
        CheckConstraint("(used_at IS NULL) = (content_hash IS NULL)", name="used_for_something"),
        CheckConstraint(f"failed_tries BETWEEN 0 AND {MAX_TRIES}", name="failed_tries_in_range"),
        CheckConstraint("expires_at > created_at", name="expires_after_creation"),
        Index(None, "practice_id", "case_id", "created_at"),
    )

    purpose: Mapped[str] = mapped_column(String(20))
    instrument: Mapped[str | None] = mapped_column(String(40))
    case_id: Mapped[UUID] = mapped_column(Guid)
    client_id: Mapped[UUID] = mapped_column(Guid)
    issued_by: Mapped[UUID] = mapped_column(Guid)
    in_room: Mapped[bool] = mapped_column(Boolean)
    channel: Mapped[str | None] = mapped_column(String(20))
    token_hash: Mapped[bytes | None] = mapped_column(LargeBinary)
    selector: Mapped[str] = mapped_column(String(4))
    code_hash: Mapped[bytes] = mapped_column(LargeBinary)
    failed_tries: Mapped[int] = mapped_column(SmallInteger)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    used_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    content_hash: Mapped[bytes | None] = mapped_column(LargeBinary)
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    def state(self, now: datetime) -> LinkState:
        """Return whether the link still opens anything at an instant."""
        if self.used_at is not None:
            return LinkState.USED
        if self.revoked_at is not None:
            return LinkState.REVOKED
        if self.failed_tries >= MAX_TRIES:
            return LinkState.LOCKED
        return LinkState.OPEN if now < self.expires_at else LinkState.EXPIRED
