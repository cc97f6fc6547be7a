"""The table of what makes a screen due."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Date, String
from sqlalchemy.orm import Mapped, mapped_column

from couplesone.cases.items import ClinicalItem, item_constraints, one_of
from couplesone.safety.codes import DueCause


class DueScreen(ClinicalItem):
    """That something happened on a day which asks for a new screen; a complete one recorded later settles it."""

    __tablename__ = "safety_screens_due"
    __table_args__ = (*item_constraints(), one_of("cause", DueCause))

    cause: Mapped[str] = mapped_column(String(30))
    due_on: Mapped[date] = mapped_column(Date)
