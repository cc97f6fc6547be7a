"""The table of control circles."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Date
from sqlalchemy.orm import Mapped, mapped_column

from couplesone.cases.items import ClinicalItem, item_constraints
from couplesone.persistence.columns import EncryptedText


class ControlCircle(ClinicalItem):
    """A filled worksheet; both lists are kept as JSON, sealed."""

    __tablename__ = "control_circles"
    __table_args__ = item_constraints()

    occurred_on: Mapped[date] = mapped_column(Date)
    inside_texts = EncryptedText[str]()
    outside_texts = EncryptedText[str]()
