"""Tables of administrations."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Boolean, CheckConstraint, Date, Double, Index, Integer, SmallInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from couplesone.cases.corrections.records import CorrectionRecord
from couplesone.cases.items import ClinicalItem, between, item_constraints, once, one_of
from couplesone.measures.codes import AdministrationSource
from couplesone.measures.errors import AdministrationExists
from couplesone.persistence.base import Owned, refers
from couplesone.persistence.columns import EncryptedText, Guid


class Administration(ClinicalItem):
    """An instrument taken by the client; the database refuses any other respondent and any other subject.

    ``parameters`` is the scoring rule that the score was computed with, so that it can be computed again whatever
    the catalogue says later (invariant 10). ``total`` has two decimals at most.
    """

    __tablename__ = "administrations"
    __table_args__ = (
        *item_constraints(),
        refers("practice_instrument_id", to="practice_instruments"),
        one_of("source", AdministrationSource),
        CheckConstraint("respondent = 'client' AND about = 'client'", name="by_the_client_of_the_client"),
        between("answered", 1, 500),
        once("case_id", "instrument", "taken_on", problem=AdministrationExists),
    )

    instrument: Mapped[str] = mapped_column(String(40))
    instrument_version: Mapped[int] = mapped_column(Integer)
    practice_instrument_id: Mapped[UUID | None] = mapped_column(Guid)
    taken_on: Mapped[date] = mapped_column(Date)
    respondent: Mapped[str] = mapped_column(String(20))
    source: Mapped[str] = mapped_column(String(20))
    answered: Mapped[int] = mapped_column(SmallInteger)
    total: Mapped[float | None] = mapped_column(Double)
    prorated: Mapped[bool] = mapped_column(Boolean)
    band: Mapped[str | None] = mapped_column(String(40))
    subscales: Mapped[dict[str, Any]] = mapped_column(JSON)
    parameters: Mapped[dict[str, Any]] = mapped_column(JSON)
    note = EncryptedText[str | None](nullable=True)


class AdministrationAnswer(Owned):
    """The answer to one item, by its place from 1; an item without an answer has no row."""

    __tablename__ = "administration_answers"
    __table_args__ = (
        refers("administration_id", to="administrations"),
        between("item", 1, 500),
        between("value", -1000, 1000),
    )

    administration_id: Mapped[UUID] = mapped_column(Guid, primary_key=True)
    item: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    value: Mapped[int] = mapped_column(SmallInteger)


class AdministrationCorrection(CorrectionRecord):
    """What an administration said before it was corrected."""

    __tablename__ = "administration_corrections"
    __table_args__ = (
        *item_constraints(),
        refers("administration_id", to="administrations"),
        Index(None, "practice_id", "administration_id"),
    )

    administration_id: Mapped[UUID] = mapped_column(Guid)
