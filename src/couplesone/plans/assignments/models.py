"""Tables of assigned tools. No column says to whom: a tool is the client's alone (S1.11, invariant 1)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, Date, Index, SmallInteger, String, text
from sqlalchemy.orm import Mapped, mapped_column

from couplesone.cases.items import ClinicalItem, between, item_constraints, one_of
from couplesone.persistence.base import refers
from couplesone.persistence.columns import EncryptedText, Guid
from couplesone.plans.assignments.codes import AssignmentStatus
from couplesone.plans.assignments.errors import ToolAssigned
from couplesone.plans.tools.codes import ToolCode

_OPEN = text("entered_in_error_at IS NULL AND status <> 'dropped'")


class ToolAssignment(ClinicalItem):
    """That the client was offered a tool in its version of the day, and what became of it."""

    __tablename__ = "tool_assignments"
    __table_args__ = (
        *item_constraints(),
        one_of("tool", ToolCode),
        one_of("status", AssignmentStatus),
        CheckConstraint("accepted_on IS NULL OR accepted_on >= offered_on", name="accepted_after_offer"),
        CheckConstraint("dropped_on IS NULL OR dropped_on >= offered_on", name="dropped_after_offer"),
        CheckConstraint("(status = 'dropped') = (dropped_on IS NOT NULL)", name="dropped_has_a_day"),
        CheckConstraint("status IN ('offered', 'dropped') OR accepted_on IS NOT NULL", name="taken_up_first"),
        Index(
            "uq_tool_assignments_open",
            "practice_id",
            "case_id",
            "tool",
            unique=True,
            sqlite_where=_OPEN,
            postgresql_where=_OPEN,
            info={"problem": ToolAssigned},
        ),
    )

    tool: Mapped[str] = mapped_column(String(40))
    tool_version: Mapped[int] = mapped_column(SmallInteger)
    status: Mapped[str] = mapped_column(String(20))
    offered_on: Mapped[date] = mapped_column(Date)
    accepted_on: Mapped[date | None] = mapped_column(Date)
    dropped_on: Mapped[date | None] = mapped_column(Date)
    note = EncryptedText[str | None](nullable=True)
    dropped_reason = EncryptedText[str | None](nullable=True)


class ToolPractice(ClinicalItem):
    """That the client practised a tool on a day: for how long, and how it went, 0 to 10."""

    __tablename__ = "tool_practices"
    __table_args__ = (
        *item_constraints(),
        refers("assignment_id", to="tool_assignments"),
        between("minutes", 1, 600),
        between("went", 0, 10),
        Index(None, "practice_id", "assignment_id"),
    )

    assignment_id: Mapped[UUID] = mapped_column(Guid)
    practised_on: Mapped[date] = mapped_column(Date)
    minutes: Mapped[int | None] = mapped_column(SmallInteger)
    went: Mapped[int | None] = mapped_column(SmallInteger)
    note = EncryptedText[str | None](nullable=True)
