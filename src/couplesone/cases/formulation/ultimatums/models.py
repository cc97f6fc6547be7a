"""The table of ultimatums."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, Date, SmallInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from couplesone.cases.formulation.codes import UltimatumStatus
from couplesone.cases.items import ClinicalItem, between, item_constraints, one_of
from couplesone.persistence.columns import EncryptedText


class Ultimatum(ClinicalItem):
    """An ultimatum, its terms, and the client's ambivalence when it was recorded (S2.37, S2.39)."""

    __tablename__ = "ultimatums"
    __table_args__ = (
        *item_constraints(),
        one_of("status", UltimatumStatus),
        between("stay", 0, 10),
        between("leave", 0, 10),
        CheckConstraint("status IN ('considered', 'withdrawn') OR issued_on IS NOT NULL", name="issued"),
        CheckConstraint("(status = 'withdrawn') = (withdrawn_on IS NOT NULL)", name="withdrawn"),
        CheckConstraint("(status = 'enforced') = (enforced_on IS NOT NULL)", name="enforced"),
    )

    considered_on: Mapped[date] = mapped_column(Date)
    issued_on: Mapped[date | None] = mapped_column(Date)
    withdrawn_on: Mapped[date | None] = mapped_column(Date)
    enforced_on: Mapped[date | None] = mapped_column(Date)
    status: Mapped[str] = mapped_column(String(20))
    terms = EncryptedText[str]()
    deadline_on: Mapped[date | None] = mapped_column(Date)
    stay: Mapped[int] = mapped_column(SmallInteger)
    leave: Mapped[int] = mapped_column(SmallInteger)
    note = EncryptedText[str | None](nullable=True)
