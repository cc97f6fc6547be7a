"""Tables of conflicts of interest: keyed hashes by which people are compared, and the matches that were found."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import Boolean, CheckConstraint, Index, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from couplesone.clients.conflicts.codes import ConflictState, IdentityKind
from couplesone.persistence.base import Record, Row, refers
from couplesone.persistence.columns import EncryptedText, Guid, UtcDateTime


def _known(column: str, vocabulary: type[ConflictState | IdentityKind]) -> CheckConstraint:
    codes = ", ".join(f"'{member.value}'" for member in vocabulary)
    return CheckConstraint(f"{column} IN ({codes})", name=f"{column}_known")


class IdentityToken(Row):
    """A keyed hash of something that tells who a client or partner is; a stolen dump tells nobody by it (E27)."""

    __tablename__ = "identity_tokens"
    __table_args__ = (
        refers("person_id", to="people"),
        _known("kind", IdentityKind),
        UniqueConstraint("practice_id", "person_id", "kind", "token"),
        Index(None, "practice_id", "kind", "token"),
    )

    person_id: Mapped[UUID] = mapped_column(Guid)
    kind: Mapped[str] = mapped_column(String(30))
    token: Mapped[bytes] = mapped_column(LargeBinary)


class InterestConflict(Record):
    """That a client's partner is, by what is on file, another client of the practice."""

    __tablename__ = "conflicts"
    __table_args__ = (
        refers("partner_id", "client_id", to="partners", target=("id", "client_id"), onupdate="CASCADE"),
        refers("other_client_id", to="clients"),
        refers("decided_by", to="staff"),
        UniqueConstraint("practice_id", "partner_id", "other_client_id"),
        Index(None, "practice_id", "client_id"),
        Index(None, "practice_id", "other_client_id"),
        Index(None, "practice_id", "opened_at", "id"),
        _known("state", ConflictState),
        CheckConstraint("by_name OR by_email OR by_phone", name="matched_by_something"),
        CheckConstraint("(decided_at IS NULL) = (state = 'open')", name="decided_or_open"),
        CheckConstraint(
            "state NOT IN ('cleared', 'declared') OR (decided_by IS NOT NULL AND reason IS NOT NULL)",
            name="decided_with_a_reason",
        ),
    )

    client_id: Mapped[UUID] = mapped_column(Guid)
    partner_id: Mapped[UUID] = mapped_column(Guid)
    other_client_id: Mapped[UUID] = mapped_column(Guid)
    by_name: Mapped[bool] = mapped_column(Boolean)
    by_email: Mapped[bool] = mapped_column(Boolean)
    by_phone: Mapped[bool] = mapped_column(Boolean)
    state: Mapped[str] = mapped_column(String(20))
    opened_at: Mapped[datetime] = mapped_column(UtcDateTime)
    opened_by: Mapped[UUID | None] = mapped_column(Guid)
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    decided_by: Mapped[UUID | None] = mapped_column(Guid)
    reason = EncryptedText[str | None](nullable=True)

    @property
    def key_owner(self) -> UUID:
        """The person whose key seals this row."""
        return self.client_id
