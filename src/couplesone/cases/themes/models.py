"""The table of theme tags."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, Date, String
from sqlalchemy.orm import Mapped, mapped_column

from couplesone.cases.items import ClinicalItem, item_constraints, one_of
from couplesone.cases.themes.codes import Theme
from couplesone.persistence.columns import EncryptedText


class ThemeTag(ClinicalItem):
    """A theme that a clinician hears; the database keeps it among clinicians, so that no export carries it."""

    __tablename__ = "theme_tags"
    __table_args__ = (
        *item_constraints(),
        one_of("theme", Theme),
        CheckConstraint("visibility = 'clinician_private'", name="stays_private"),
    )

    occurred_on: Mapped[date] = mapped_column(Date)
    theme: Mapped[str] = mapped_column(String(30))
    note = EncryptedText[str | None](nullable=True)
