"""The table of outreach."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Boolean, Date, String
from sqlalchemy.orm import Mapped, mapped_column

from couplesone.cases.items import ClinicalItem, item_constraints, one_of
from couplesone.clients.codes import Channel
from couplesone.persistence.columns import EncryptedText


class OutreachAttempt(ClinicalItem):
    """That somebody tried to reach a client who stayed away, and whether they were reached."""

    __tablename__ = "outreach_attempts"
    __table_args__ = (*item_constraints(), one_of("channel", Channel))

    occurred_on: Mapped[date] = mapped_column(Date)
    channel: Mapped[str] = mapped_column(String(20))
    reached: Mapped[bool] = mapped_column(Boolean)
    note = EncryptedText[str | None](nullable=True)
