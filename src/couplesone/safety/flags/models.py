"""The table of safety flags."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Date, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from couplesone.cases.items import ClinicalItem, item_constraints, one_of
from couplesone.persistence.base import refers
from couplesone.persistence.columns import EncryptedText, Guid, UtcDateTime
from couplesone.safety.codes import FlagKind, FlagStatus, SafetyGrade

_OPEN = text("status <> 'released'")


class SafetyFlag(ClinicalItem):
    """That a case is flagged: since when, by what, how gravely; and who asked for and who confirmed its release.

    ``raised_on`` and ``raised_at`` are those of the last cause: what happened before them clears nothing.
    """

    __tablename__ = "safety_flags"
    __table_args__ = (
        *item_constraints(),
        refers("screen_id", to="safety_screens"),
        refers("release_screen_id", to="safety_screens"),
        one_of("kind", FlagKind),
        one_of("grade", SafetyGrade),
        one_of("status", FlagStatus),
        CheckConstraint("(status = 'released') = (released_at IS NOT NULL)", name="released_has_a_time"),
        CheckConstraint(
            "(status = 'release_requested') <= (requested_by IS NOT NULL)", name="request_names_who_asked"
        ),
        CheckConstraint(
            "released_at IS NULL OR (grade = 'low' AND kind <> 'ipv_positive') "
            "OR (requested_by IS NOT NULL AND released_by IS NOT NULL AND requested_by <> released_by)",
            name="released_by_two_people",
        ),
        CheckConstraint(
            "released_at IS NULL OR kind <> 'ipv_positive' OR release_screen_id IS NOT NULL",
            name="violence_released_after_a_new_screen",
        ),
        Index(
            None,
            "practice_id",
            "case_id",
            "kind",
            unique=True,
            sqlite_where=_OPEN,
            postgresql_where=_OPEN,
        ),
        Index(None, "practice_id", "client_id"),
    )

    kind: Mapped[str] = mapped_column(String(30))
    grade: Mapped[str] = mapped_column(String(10))
    status: Mapped[str] = mapped_column(String(20))
    raised_on: Mapped[date] = mapped_column(Date)
    raised_at: Mapped[datetime] = mapped_column(UtcDateTime)
    screen_id: Mapped[UUID | None] = mapped_column(Guid)
    note = EncryptedText[str | None](nullable=True)
    requested_by: Mapped[UUID | None] = mapped_column(Guid)
    requested_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    request_reason = EncryptedText[str | None](nullable=True)
    released_by: Mapped[UUID | None] = mapped_column(Guid)
    released_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    release_reason = EncryptedText[str | None](nullable=True)
    release_screen_id: Mapped[UUID | None] = mapped_column(Guid)
