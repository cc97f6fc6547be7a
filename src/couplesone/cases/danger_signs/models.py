"""The danger signs' table."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Date, String
from sqlalchemy.orm import Mapped, mapped_column

from couplesone.cases.danger_signs.codes import DangerKind
from couplesone.cases.items import ClinicalItem, item_constraints, one_of
from couplesone.persistence.base import refers
from couplesone.persistence.columns import Guid, UtcDateTime


class DangerSign(ClinicalItem):
    """That a client's answer told of danger, when, and who has seen it since."""

    __tablename__ = "danger_signs"
    __table_args__ = (
        *item_constraints(),
        refers("seen_by", to="staff"),
        one_of("kind", DangerKind),
        CheckConstraint("(seen_at IS NULL) = (seen_by IS NULL)", name="seen_by_somebody"),
    )

    kind: Mapped[str] = mapped_column(String(20))
    answered_on: Mapped[date] = mapped_column(Date)
    seen_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    seen_by: Mapped[UUID | None] = mapped_column(Guid)
