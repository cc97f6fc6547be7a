"""The table of experiments."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, Date, SmallInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from couplesone.cases.items import ClinicalItem, between, item_constraints, one_of
from couplesone.persistence.base import refers
from couplesone.persistence.columns import EncryptedText, Guid
from couplesone.plans.experiments.codes import ExperimentStatus, ExperimentTemplate


class Experiment(ClinicalItem):
    """A move that the client plans to make differently, once, and what came of it (S0.15, S2.23)."""

    __tablename__ = "experiments"
    __table_args__ = (
        *item_constraints(),
        refers("strategy_id", to="strategies"),
        refers("own_part_item_id", to="own_part_items"),
        one_of("template", ExperimentTemplate),
        one_of("status", ExperimentStatus),
        between("days_planned", 1, 28),
        between("days_kept", 0, 28),
        CheckConstraint("days_kept IS NULL OR days_kept <= days_planned", name="kept_as_planned"),
        CheckConstraint("(template = 'create_space') = (days_planned IS NOT NULL)", name="space_has_days"),
        CheckConstraint("(status = 'planned') = (ended_on IS NULL)", name="ended_has_a_day"),
        CheckConstraint(
            "(wording_rule IS NULL) = (wording_confirmed_by IS NULL)", name="wording_alarm_confirmed"
        ),
    )

    template: Mapped[str] = mapped_column(String(30))
    status: Mapped[str] = mapped_column(String(20))
    own_move = EncryptedText[str]()
    expected_change_back = EncryptedText[str | None](nullable=True)
    planned_on: Mapped[date] = mapped_column(Date)
    ended_on: Mapped[date | None] = mapped_column(Date)
    observed = EncryptedText[str | None](nullable=True)
    dropped_reason = EncryptedText[str | None](nullable=True)
    days_planned: Mapped[int | None] = mapped_column(SmallInteger)
    days_kept: Mapped[int | None] = mapped_column(SmallInteger)
    strategy_id: Mapped[UUID | None] = mapped_column(Guid)
    own_part_item_id: Mapped[UUID | None] = mapped_column(Guid)
    wording_rule: Mapped[str | None] = mapped_column(String(40))
    wording_confirmed_by: Mapped[UUID | None] = mapped_column(Guid)
    wording_confirmed_reason = EncryptedText[str | None](nullable=True)
