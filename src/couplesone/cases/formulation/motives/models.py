"""The table of motive checks."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Date, SmallInteger
from sqlalchemy.orm import Mapped, mapped_column

from couplesone.cases.items import ClinicalItem, between, item_constraints
from couplesone.persistence.columns import EncryptedText


class MotiveCheck(ClinicalItem):
    """What the client wanted of the therapy when asked at a stage, 0 to 10 each (S2.31, S2.55, S2.62)."""

    __tablename__ = "motive_checks"
    __table_args__ = (
        *item_constraints(),
        between("validation_seeking", 0, 10),
        between("fix_partner", 0, 10),
        between("build_case", 0, 10),
        between("stage", 0, 8),
    )

    occurred_on: Mapped[date] = mapped_column(Date)
    stage: Mapped[int] = mapped_column(SmallInteger)
    validation_seeking: Mapped[int] = mapped_column(SmallInteger)
    fix_partner: Mapped[int] = mapped_column(SmallInteger)
    build_case: Mapped[int] = mapped_column(SmallInteger)
    note = EncryptedText[str | None](nullable=True)
