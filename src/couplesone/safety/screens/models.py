"""Tables of safety screens."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import Boolean, CheckConstraint, Date, Index, SmallInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from couplesone.cases.items import ClinicalItem, between, item_constraints, one_of
from couplesone.persistence.base import Owned, refers
from couplesone.persistence.columns import EncryptedText, Guid
from couplesone.safety.codes import (
    AnsweredBy,
    DangerLevel,
    LineCrossing,
    SafetyGrade,
    ScreenInstrument,
    ScreenMode,
    ScreenResult,
    ScreenVariant,
)


class SafetyScreen(ClinicalItem):
    """That the client was asked about violence, alone, on a day; what was found beside the instruments."""

    __tablename__ = "safety_screens"
    __table_args__ = (
        *item_constraints(),
        one_of("how", ScreenMode),
        one_of("answered_by", AnsweredBy),
        one_of("result", ScreenResult),
        one_of("grade", SafetyGrade),
        one_of("line_crossing", LineCrossing),
        one_of("danger_level", DangerLevel),
        between("danger_total", 0, 60),
        CheckConstraint("taken_alone", name="taken_alone"),
        CheckConstraint("(result = 'positive') = (grade IS NOT NULL)", name="positive_has_a_grade"),
        CheckConstraint(
            "(danger_total IS NULL) = (danger_level IS NULL)", name="danger_total_and_level_together"
        ),
        Index(None, "practice_id", "case_id", "taken_on", "id"),
    )

    taken_on: Mapped[date] = mapped_column(Date)
    taken_alone: Mapped[bool] = mapped_column(Boolean)
    how: Mapped[str] = mapped_column(String(20))
    answered_by: Mapped[str] = mapped_column(String(20))
    result: Mapped[str] = mapped_column(String(20))
    grade: Mapped[str | None] = mapped_column(String(10))
    high_hits_total: Mapped[int] = mapped_column(SmallInteger)
    fear: Mapped[bool | None] = mapped_column(Boolean)
    injury: Mapped[bool | None] = mapped_column(Boolean)
    weapon: Mapped[bool | None] = mapped_column(Boolean)
    strangulation: Mapped[bool | None] = mapped_column(Boolean)
    threat_of_retaliation: Mapped[bool | None] = mapped_column(Boolean)
    coercive_control: Mapped[bool | None] = mapped_column(Boolean)
    contempt: Mapped[bool | None] = mapped_column(Boolean)
    partner_addiction_reported: Mapped[bool | None] = mapped_column(Boolean)
    own_addiction: Mapped[bool | None] = mapped_column(Boolean)
    line_crossing: Mapped[str | None] = mapped_column(String(20))
    danger_total: Mapped[int | None] = mapped_column(SmallInteger)
    danger_level: Mapped[str | None] = mapped_column(String(20))
    note = EncryptedText[str | None](nullable=True)


class ScreenScore(Owned):
    """One instrument of a screen: what was computed, and by which facts, so that it can be computed again."""

    __tablename__ = "safety_screen_scores"
    __table_args__ = (
        refers("screen_id", to="safety_screens"),
        one_of("instrument", ScreenInstrument),
        one_of("variant", ScreenVariant),
        one_of("result", ScreenResult),
        between("total", 0, 100),
        CheckConstraint("(result = 'incomplete') <= (total IS NULL)", name="incomplete_has_no_total"),
    )

    screen_id: Mapped[UUID] = mapped_column(Guid, primary_key=True)
    instrument: Mapped[str] = mapped_column(String(20), primary_key=True)
    variant: Mapped[str] = mapped_column(String(20), primary_key=True)
    facts_version: Mapped[int] = mapped_column(SmallInteger)
    item_count: Mapped[int] = mapped_column(SmallInteger)
    lowest: Mapped[int] = mapped_column(SmallInteger)
    highest: Mapped[int] = mapped_column(SmallInteger)
    cut: Mapped[int] = mapped_column(SmallInteger)
    total: Mapped[int | None] = mapped_column(SmallInteger)
    at_least: Mapped[int] = mapped_column(SmallInteger)
    result: Mapped[str] = mapped_column(String(20))


class ScreenAnswer(Owned):
    """The value of one item; an item that was not answered has no row."""

    __tablename__ = "safety_answers"
    __table_args__ = (
        refers(
            "screen_id",
            "instrument",
            "variant",
            to="safety_screen_scores",
            target=("screen_id", "instrument", "variant"),
        ),
        between("position", 1, 20),
        between("value", 0, 5),
    )

    screen_id: Mapped[UUID] = mapped_column(Guid, primary_key=True)
    instrument: Mapped[str] = mapped_column(String(20), primary_key=True)
    variant: Mapped[str] = mapped_column(String(20), primary_key=True)
    position: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    value: Mapped[int] = mapped_column(SmallInteger)
