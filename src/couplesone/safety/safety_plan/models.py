"""The table of safety plans."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Date, Integer, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from couplesone.cases.items import ClinicalItem, item_constraints
from couplesone.persistence.columns import EncryptedText
from couplesone.safety.errors import SafetyPlanRaced


class SafetyPlan(ClinicalItem):
    """A version of the client's safety plan, in the client's words; every word of it is sealed."""

    __tablename__ = "safety_plans"
    __table_args__ = (
        *item_constraints(),
        UniqueConstraint("practice_id", "case_id", "number", info={"problem": SafetyPlanRaced}),
    )

    number: Mapped[int] = mapped_column(Integer)
    agreed_on: Mapped[date] = mapped_column(Date)
    warning_signs = EncryptedText[str | None](nullable=True)
    own_coping = EncryptedText[str | None](nullable=True)
    people = EncryptedText[str | None](nullable=True)
    places = EncryptedText[str | None](nullable=True)
    professional_contacts = EncryptedText[str | None](nullable=True)
    safe_communication = EncryptedText[str | None](nullable=True)
