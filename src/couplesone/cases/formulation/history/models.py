"""Tables of what was tried before."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, Date, SmallInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from couplesone.cases.formulation.codes import StrategyCode, TherapyExperience, TherapyFormat, TherapyWho
from couplesone.cases.items import ClinicalItem, between, item_constraints, one_of
from couplesone.persistence.columns import EncryptedText


class PriorTherapy(ClinicalItem):
    """An earlier therapy: who went, when, in which format, and how it was (S2.18, S3.2)."""

    __tablename__ = "prior_therapies"
    __table_args__ = (
        *item_constraints(),
        one_of("who", TherapyWho),
        one_of("format", TherapyFormat),
        one_of("experience", TherapyExperience),
        CheckConstraint("ended_on IS NULL OR began_on IS NULL OR ended_on >= began_on", name="in_order"),
    )

    noted_on: Mapped[date] = mapped_column(Date)
    who: Mapped[str] = mapped_column(String(20))
    format: Mapped[str] = mapped_column(String(30))
    experience: Mapped[str] = mapped_column(String(20))
    began_on: Mapped[date | None] = mapped_column(Date)
    ended_on: Mapped[date | None] = mapped_column(Date)
    note = EncryptedText[str | None](nullable=True)


class PriorStrategy(ClinicalItem):
    """What the client tried before to get the partner to come, and its effect -2 to +2 (S2.5, S3.7)."""

    __tablename__ = "prior_strategies"
    __table_args__ = (*item_constraints(), one_of("code", StrategyCode), between("effect", -2, 2))

    noted_on: Mapped[date] = mapped_column(Date)
    code: Mapped[str] = mapped_column(String(30))
    effect: Mapped[int] = mapped_column(SmallInteger)
    note = EncryptedText[str | None](nullable=True)
