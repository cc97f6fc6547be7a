"""Tables of stop-asking pacts and changes of strategy."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, Date, Index, SmallInteger, String, text
from sqlalchemy.orm import Mapped, mapped_column

from couplesone.cases.formulation.codes import StrategyCode
from couplesone.cases.formulation.errors import PactExists
from couplesone.cases.items import ClinicalItem, between, item_constraints, one_of
from couplesone.persistence.columns import EncryptedText

_OPEN = text("ended_on IS NULL AND entered_in_error_at IS NULL")


class StopAskingPact(ClinicalItem):
    """What the client promised to themselves: not to ask for a number of days (S2.57)."""

    __tablename__ = "stop_asking_pacts"
    __table_args__ = (
        *item_constraints(),
        between("target_days", 1, 365),
        CheckConstraint("ended_on IS NULL OR ended_on >= started_on", name="ended_after_start"),
        Index(
            "uq_stop_asking_pacts_open",
            "practice_id",
            "case_id",
            unique=True,
            sqlite_where=_OPEN,
            postgresql_where=_OPEN,
            info={"problem": PactExists},
        ),
    )

    started_on: Mapped[date] = mapped_column(Date)
    target_days: Mapped[int] = mapped_column(SmallInteger)
    ended_on: Mapped[date | None] = mapped_column(Date)
    end_reason = EncryptedText[str | None](nullable=True)
    note = EncryptedText[str | None](nullable=True)


class StrategyChange(ClinicalItem):
    """That the client gave up one way of going about it for another, and why: no giving up (S2.58)."""

    __tablename__ = "strategy_changes"
    __table_args__ = (
        *item_constraints(),
        one_of("given_up", StrategyCode),
        one_of("instead", StrategyCode),
        CheckConstraint("given_up <> instead", name="differs"),
    )

    occurred_on: Mapped[date] = mapped_column(Date)
    given_up: Mapped[str] = mapped_column(String(30))
    instead: Mapped[str] = mapped_column(String(30))
    reason = EncryptedText[str]()
    note = EncryptedText[str | None](nullable=True)
