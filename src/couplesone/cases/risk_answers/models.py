"""The table of risk answers."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Date, SmallInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from couplesone.cases.items import ClinicalItem, between, item_constraints, once, one_of
from couplesone.cases.risk_answers.codes import RiskKind
from couplesone.kernel.errors import VersionStale
from couplesone.persistence.base import refers
from couplesone.persistence.columns import EncryptedText, Guid, UtcDateTime


class RiskAnswer(ClinicalItem):
    """That a client gave an answer that must be looked at, and who looked at it."""

    __tablename__ = "risk_answers"
    __table_args__ = (
        *item_constraints(),
        refers("administration_id", to="administrations"),
        refers("acknowledged_by", to="staff"),
        one_of("kind", RiskKind),
        between("item", 1, 500),
        once("administration_id", "item", problem=VersionStale),
        CheckConstraint("(kind = 'measure_item') = (administration_id IS NOT NULL)", name="of_a_measure"),
        CheckConstraint("(administration_id IS NULL) = (item IS NULL)", name="item_of_a_measure"),
        CheckConstraint("(acknowledged_at IS NULL) = (acknowledged_by IS NULL)", name="acknowledged_by_one"),
    )

    kind: Mapped[str] = mapped_column(String(20))
    administration_id: Mapped[UUID | None] = mapped_column(Guid)
    item: Mapped[int | None] = mapped_column(SmallInteger)
    answered_on: Mapped[date] = mapped_column(Date)
    acknowledged_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    acknowledged_by: Mapped[UUID | None] = mapped_column(Guid)
    done = EncryptedText[str | None](nullable=True)
