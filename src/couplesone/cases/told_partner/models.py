"""Tables of what the partner was told."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import Boolean, CheckConstraint, Date, String
from sqlalchemy.orm import Mapped, mapped_column

from couplesone.cases.items import ClinicalItem, item_constraints, one_of
from couplesone.cases.told_partner.codes import Shared, TellingIntent, ToldBy
from couplesone.persistence.base import Owned, refers
from couplesone.persistence.columns import EncryptedText, Guid


class PartnerTelling(ClinicalItem):
    """That the client told the partner something, and how the partner is said to have taken it (S3.24, S3.25)."""

    __tablename__ = "partner_tellings"
    __table_args__ = (*item_constraints(), refers("pressure_event_id", to="pressure_events"))

    occurred_on: Mapped[date] = mapped_column(Date)
    words = EncryptedText[str | None](nullable=True)
    prompted: Mapped[bool] = mapped_column(Boolean)
    partner_reaction = EncryptedText[str | None](nullable=True)
    pressure_event_id: Mapped[UUID | None] = mapped_column(Guid)


class PartnerTellingPart(Owned):
    """One thing that was shared in a telling."""

    __tablename__ = "partner_telling_parts"
    __table_args__ = (refers("telling_id", to="partner_tellings"), one_of("shared", Shared))

    telling_id: Mapped[UUID] = mapped_column(Guid, primary_key=True)
    shared: Mapped[str] = mapped_column(String(30), primary_key=True)


class TransparencyPlan(ClinicalItem):
    """What the partner is to be told, when and by whom, as agreed with the client; the latest holds (S1.14)."""

    __tablename__ = "transparency_plans"
    __table_args__ = (
        *item_constraints(),
        one_of("intent", TellingIntent),
        one_of("by_whom", ToldBy),
        CheckConstraint("(intent = 'tell') = (by_whom IS NOT NULL)", name="telling_names_who"),
    )

    occurred_on: Mapped[date] = mapped_column(Date)
    intent: Mapped[str] = mapped_column(String(20))
    by_whom: Mapped[str | None] = mapped_column(String(20))
    planned_for: Mapped[date | None] = mapped_column(Date)
    words = EncryptedText[str | None](nullable=True)


class TransparencyPlanPart(Owned):
    """One thing that the partner is to be told."""

    __tablename__ = "transparency_plan_parts"
    __table_args__ = (refers("plan_id", to="transparency_plans"), one_of("shared", Shared))

    plan_id: Mapped[UUID] = mapped_column(Guid, primary_key=True)
    shared: Mapped[str] = mapped_column(String(30), primary_key=True)
