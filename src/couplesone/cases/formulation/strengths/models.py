"""The table of strengths and exceptions."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Date, String
from sqlalchemy.orm import Mapped, mapped_column

from couplesone.cases.formulation.codes import StrengthKind
from couplesone.cases.items import ClinicalItem, item_constraints, one_of
from couplesone.persistence.columns import EncryptedText


class Strength(ClinicalItem):
    """A strength of the couple, or a time when the problem was solved or stayed away (S1.18)."""

    __tablename__ = "strengths"
    __table_args__ = (*item_constraints(), one_of("kind", StrengthKind))

    noted_on: Mapped[date] = mapped_column(Date)
    kind: Mapped[str] = mapped_column(String(30))
    text = EncryptedText[str]()
    what_helped = EncryptedText[str | None](nullable=True)
