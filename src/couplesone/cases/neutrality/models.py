"""The table of neutrality checks."""

from __future__ import annotations

from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import CheckConstraint, Date, SmallInteger
from sqlalchemy.orm import Mapped, mapped_column

from couplesone.cases.items import ClinicalItem, between, item_constraints, once
from couplesone.cases.lint.codes import UnderminingCategory
from couplesone.cases.neutrality.errors import NeutralityCheckExists
from couplesone.persistence.base import refers
from couplesone.persistence.columns import EncryptedText, Guid

COUNTED: Final = (
    *(category.value for category in UnderminingCategory),
    "side_taking",
    "commiseration",
    "proved_or_convinced",
)
"""What is counted in a session, by column."""


class NeutralityCheck(ClinicalItem):
    """How a therapist looks back at a session of theirs; the database lets nobody else read it (S1.16, S3.18)."""

    __tablename__ = "neutrality_checks"
    __table_args__ = (
        *item_constraints(),
        refers("session_id", to="sessions"),
        once("session_id", problem=NeutralityCheckExists),
        CheckConstraint("visibility = 'author_private'", name="stays_private"),
        *(between(column, 0, 100) for column in COUNTED),
        between("countertransference_to_refusal", 0, 10),
        between("alliance", 0, 10),
        between("self_focus_minutes", 0, 600),
        between("partner_focus_minutes", 0, 600),
    )

    session_id: Mapped[UUID] = mapped_column(Guid)
    noted_on: Mapped[date] = mapped_column(Date)
    partner_never_changes: Mapped[int] = mapped_column(SmallInteger)
    partner_has_disorder: Mapped[int] = mapped_column(SmallInteger)
    partner_bad_motives: Mapped[int] = mapped_column(SmallInteger)
    doomed_from_start: Mapped[int] = mapped_column(SmallInteger)
    beyond_repair: Mapped[int] = mapped_column(SmallInteger)
    ending_is_best: Mapped[int] = mapped_column(SmallInteger)
    side_taking: Mapped[int] = mapped_column(SmallInteger)
    commiseration: Mapped[int] = mapped_column(SmallInteger)
    proved_or_convinced: Mapped[int] = mapped_column(SmallInteger)
    countertransference_to_refusal: Mapped[int | None] = mapped_column(SmallInteger)
    alliance: Mapped[int | None] = mapped_column(SmallInteger)
    self_focus_minutes: Mapped[int | None] = mapped_column(SmallInteger)
    partner_focus_minutes: Mapped[int | None] = mapped_column(SmallInteger)
    note = EncryptedText[str | None](nullable=True)
