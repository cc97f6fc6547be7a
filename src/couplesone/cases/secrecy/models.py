"""The table of secrets."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, Date, String
from sqlalchemy.orm import Mapped, mapped_column

from couplesone.cases.items import ClinicalItem, item_constraints, one_of
from couplesone.cases.secrecy.codes import SecretHolder, SecretKind, SecretState
from couplesone.persistence.columns import EncryptedText


class Secret(ClinicalItem):
    """Something that its holder keeps from somebody; the database lets it be nothing but private."""

    __tablename__ = "secrets"
    __table_args__ = (
        *item_constraints(),
        one_of("holder", SecretHolder),
        one_of("kind", SecretKind),
        one_of("state", SecretState),
        CheckConstraint("visibility = 'clinician_private'", name="stays_private"),
        CheckConstraint("(state = 'open') = (resolved_on IS NULL)", name="resolved_has_a_day"),
    )

    occurred_on: Mapped[date] = mapped_column(Date)
    holder: Mapped[str] = mapped_column(String(20))
    kind: Mapped[str] = mapped_column(String(30))
    text = EncryptedText[str]()
    state: Mapped[str] = mapped_column(String(40))
    resolved_on: Mapped[date | None] = mapped_column(Date)
    resolution_note = EncryptedText[str | None](nullable=True)
    policy_shown_on: Mapped[date | None] = mapped_column(Date)
