"""The table of referrals."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, Date, String
from sqlalchemy.orm import Mapped, mapped_column

from couplesone.cases.items import ClinicalItem, item_constraints, one_of
from couplesone.persistence.columns import EncryptedText
from couplesone.safety.codes import ReferralKind, ReferralStatus


class SafetyReferral(ClinicalItem):
    """That the client was offered help elsewhere, and what came of it. Its subject is the client, always."""

    __tablename__ = "safety_referrals"
    __table_args__ = (
        *item_constraints(),
        one_of("kind", ReferralKind),
        one_of("status", ReferralStatus),
        CheckConstraint("answered_on IS NULL OR answered_on >= offered_on", name="answered_after_offer"),
        CheckConstraint("(status = 'offered') = (answered_on IS NULL)", name="answered_has_a_day"),
        CheckConstraint("(status = 'done') = (done_on IS NOT NULL)", name="done_has_a_day"),
    )

    kind: Mapped[str] = mapped_column(String(30))
    status: Mapped[str] = mapped_column(String(20))
    offered_on: Mapped[date] = mapped_column(Date)
    answered_on: Mapped[date | None] = mapped_column(Date)
    done_on: Mapped[date | None] = mapped_column(Date)
    service = EncryptedText[str | None](nullable=True)
    note = EncryptedText[str | None](nullable=True)
