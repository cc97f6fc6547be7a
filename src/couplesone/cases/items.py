"""What every clinical item of a case has: the case, the client whose key seals it, whom it is about, who may read it.

The foreign key ``(practice_id, case_id, client_id)`` makes it impossible for an item to name another client than
its case does; when clients who were filed twice are merged, it carries the new client along.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from couplesone.cases.codes import About, ConfidedBy, Visibility
from couplesone.kernel.coded import Coded
from couplesone.kernel.errors import Problem
from couplesone.persistence.base import Record, refers
from couplesone.persistence.columns import EncryptedText, Guid, UtcDateTime


def one_of(column: str, vocabulary: type[Coded]) -> CheckConstraint:
    """Return the constraint that a column holds a code of the vocabulary."""
    codes = ", ".join(f"'{member.value}'" for member in vocabulary)
    return CheckConstraint(f"{column} IN ({codes})", name=f"{column}_known")


def between(column: str, low: int, high: int) -> CheckConstraint:
    """Return the constraint that a column, where it has a value, lies within a range."""
    return CheckConstraint(f"{column} BETWEEN {low} AND {high}", name=f"{column}_in_range")


def once(*columns: str, problem: type[Problem]) -> Index:
    """Return the unique index over ``columns`` in which rows entered in error do not count."""
    counts = text("entered_in_error_at IS NULL")
    return Index(
        None,
        "practice_id",
        *columns,
        unique=True,
        sqlite_where=counts,
        postgresql_where=counts,
        info={"problem": problem},
    )


def item_constraints() -> tuple[Any, ...]:
    """Return the constraints that every clinical item has."""
    return (
        refers("case_id", "client_id", to="cases", target=("id", "client_id"), onupdate="CASCADE"),
        one_of("about", About),
        one_of("confided_by", ConfidedBy),
        one_of("visibility", Visibility),
        Index(None, "practice_id", "case_id"),
    )


class ClinicalItem(Record):
    """A record in a case, sealed under the client's key, also where it speaks of the partner (decisions.md 26)."""

    __abstract__ = True

    case_id: Mapped[UUID] = mapped_column(Guid)
    client_id: Mapped[UUID] = mapped_column(Guid)
    about: Mapped[str] = mapped_column(String(20), default=About.CLIENT.value)
    confided_by: Mapped[str] = mapped_column(String(20), default=ConfidedBy.CLIENT.value)
    visibility: Mapped[str] = mapped_column(String(20), default=Visibility.SOLO.value)
    recorded_by: Mapped[UUID] = mapped_column(Guid)
    entered_in_error_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    error_reason = EncryptedText[str | None](nullable=True)

    @property
    def key_owner(self) -> UUID:
        """The person whose key seals this row."""
        return self.client_id
