"""The table of own-part items."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Date, String
from sqlalchemy.orm import Mapped, mapped_column

from couplesone.cases.formulation.codes import OwnPartCategory, OwnPartFrequency, OwnPartStatus
from couplesone.cases.items import ClinicalItem, item_constraints, one_of
from couplesone.persistence.columns import EncryptedText


class OwnPartItem(ClinicalItem):
    """Something that the client does and contributes, in the client's words; no admission (S2.25, S3.21)."""

    __tablename__ = "own_part_items"
    __table_args__ = (
        *item_constraints(),
        one_of("category", OwnPartCategory),
        one_of("frequency", OwnPartFrequency),
        one_of("status", OwnPartStatus),
    )

    named_on: Mapped[date] = mapped_column(Date)
    category: Mapped[str] = mapped_column(String(30))
    frequency: Mapped[str | None] = mapped_column(String(30))
    status: Mapped[str] = mapped_column(String(20))
    behaviour = EncryptedText[str]()
    trigger = EncryptedText[str | None](nullable=True)
    impact = EncryptedText[str | None](nullable=True)
    alternative = EncryptedText[str | None](nullable=True)
    responsibility_statement = EncryptedText[str | None](nullable=True)
    strategy = EncryptedText[str | None](nullable=True)
