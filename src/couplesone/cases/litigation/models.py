"""The table of legal proceedings."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, Date, String
from sqlalchemy.orm import Mapped, mapped_column

from couplesone.cases.items import ClinicalItem, item_constraints, one_of
from couplesone.cases.litigation.codes import ProceedingKind
from couplesone.persistence.columns import EncryptedText


class LegalProceeding(ClinicalItem):
    """Proceedings that are under way, or were: while they are, nobody is invited without a look at it."""

    __tablename__ = "legal_proceedings"
    __table_args__ = (
        *item_constraints(),
        one_of("kind", ProceedingKind),
        CheckConstraint("ended_on IS NULL OR ended_on >= begun_on", name="ended_after_it_began"),
    )

    kind: Mapped[str] = mapped_column(String(20))
    begun_on: Mapped[date] = mapped_column(Date)
    ended_on: Mapped[date | None] = mapped_column(Date)
    note = EncryptedText[str | None](nullable=True)
