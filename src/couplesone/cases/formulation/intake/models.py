"""The table of intake profiles."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Boolean, Date, Index, SmallInteger, String, text
from sqlalchemy.orm import Mapped, mapped_column

from couplesone.cases.formulation.codes import CareFormat, FormatPreference, HelpTiming
from couplesone.cases.formulation.errors import IntakeProfileExists
from couplesone.cases.items import ClinicalItem, between, item_constraints, one_of
from couplesone.persistence.columns import EncryptedText

_NOT_IN_ERROR = text("entered_in_error_at IS NULL")


class IntakeProfile(ClinicalItem):
    """What was found out at intake, one per case; whatever was not asked yet is empty."""

    __tablename__ = "intake_profiles"
    __table_args__ = (
        *item_constraints(),
        Index(
            "uq_intake_profiles_case",
            "practice_id",
            "case_id",
            unique=True,
            sqlite_where=_NOT_IN_ERROR,
            postgresql_where=_NOT_IN_ERROR,
            info={"problem": IntakeProfileExists},
        ),
        one_of("suitable_format", CareFormat),
        one_of("format_preference", FormatPreference),
        one_of("timing", HelpTiming),
        between("client_reluctance_solo", 0, 10),
        between("readiness", 0, 10),
        between("confidence", 0, 10),
        between("power_balance", -5, 5),
        between("perceived_investment_gap", 0, 10),
    )

    taken_on: Mapped[date] = mapped_column(Date)
    suitable_format: Mapped[str | None] = mapped_column(String(30))
    suitability_reason = EncryptedText[str | None](nullable=True)
    format_preference: Mapped[str | None] = mapped_column(String(20))
    client_reluctance_solo: Mapped[int | None] = mapped_column(SmallInteger)
    readiness: Mapped[int | None] = mapped_column(SmallInteger)
    confidence: Mapped[int | None] = mapped_column(SmallInteger)
    last_ditch: Mapped[bool | None] = mapped_column(Boolean)
    timing: Mapped[str | None] = mapped_column(String(30))
    impasse: Mapped[bool | None] = mapped_column(Boolean)
    concern = EncryptedText[str | None](nullable=True)
    approach = EncryptedText[str | None](nullable=True)
    power_balance: Mapped[int | None] = mapped_column(SmallInteger)
    perceived_investment_gap: Mapped[int | None] = mapped_column(SmallInteger)
