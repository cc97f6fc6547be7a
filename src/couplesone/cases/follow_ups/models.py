"""The table of follow-ups."""

from __future__ import annotations

from datetime import date

from sqlalchemy import CheckConstraint, Date, Index, SmallInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from couplesone.cases.codes import RelationshipOutcome
from couplesone.cases.follow_ups.codes import FollowUpState
from couplesone.cases.follow_ups.errors import FollowUpExists
from couplesone.cases.items import ClinicalItem, between, item_constraints, once, one_of
from couplesone.persistence.columns import EncryptedText


class FollowUp(ClinicalItem):
    """A question to a former client some months after closing, and what was answered (S3.36)."""

    __tablename__ = "follow_ups"
    __table_args__ = (
        *item_constraints(),
        one_of("state", FollowUpState),
        one_of("relationship_status", RelationshipOutcome),
        between("satisfaction", 0, 10),
        between("relationship_years", 0, 80),
        CheckConstraint("months_after IN (3, 6, 12, 24, 60)", name="months_known"),
        CheckConstraint("(state = 'planned') = (occurred_on IS NULL)", name="tried_has_a_day"),
        once("case_id", "months_after", problem=FollowUpExists),
        Index(None, "practice_id", "due_on", "id"),
    )

    months_after: Mapped[int] = mapped_column(SmallInteger)
    due_on: Mapped[date] = mapped_column(Date)
    state: Mapped[str] = mapped_column(String(20))
    occurred_on: Mapped[date | None] = mapped_column(Date)
    relationship_status: Mapped[str | None] = mapped_column(String(30))
    relationship_years: Mapped[int | None] = mapped_column(SmallInteger)
    satisfaction: Mapped[int | None] = mapped_column(SmallInteger)
    note = EncryptedText[str | None](nullable=True)
