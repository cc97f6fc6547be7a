"""Staff and their credentials. Secrets are kept as hashes only."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import JSON, Boolean, CheckConstraint, Index, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from couplesone.identity.errors import EmailTaken
from couplesone.kernel.permissions import Role
from couplesone.persistence.base import Record, Row, refers
from couplesone.persistence.columns import Guid, UtcDateTime


class Staff(Record):
    """Somebody who works in the practice. ``deactivated_at`` ends every credential at once."""

    __tablename__ = "staff"
    __table_args__ = (
        refers(to="practices", target=()),
        UniqueConstraint("practice_id", "email", info={"problem": EmailTaken}),
        CheckConstraint(
            "is_owner OR is_therapist OR is_supervisor OR is_front_desk OR is_biller", name="has_a_role"
        ),
    )

    email: Mapped[str] = mapped_column(String(254))
    display_name: Mapped[str] = mapped_column(String(200))
    is_owner: Mapped[bool] = mapped_column(Boolean)
    is_therapist: Mapped[bool] = mapped_column(Boolean)
    is_supervisor: Mapped[bool] = mapped_column(Boolean)
    is_front_desk: Mapped[bool] = mapped_column(Boolean)
    is_biller: Mapped[bool] = mapped_column(Boolean)
    clinical_lead: Mapped[bool] = mapped_column(Boolean)
    couple_training: Mapped[bool] = mapped_column(Boolean)
    ipv_training: Mapped[bool] = mapped_column(Boolean, default=False)
    password_hash: Mapped[str | None] = mapped_column(String(200))
    deactivated_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    @property
    def roles(self) -> list[Role]:
        """The roles, in the order of the vocabulary."""
        return [role for role in Role if getattr(self, f"is_{role.value}")]


class SignIn(Row):
    """A sign-in: an opaque token's hash, alive until it ends, expires or lies idle."""

    __tablename__ = "sign_ins"
    __table_args__ = (refers("staff_id", to="staff"), Index(None, "practice_id", "staff_id"))

    staff_id: Mapped[UUID] = mapped_column(Guid)
    token_hash: Mapped[bytes] = mapped_column(LargeBinary)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    last_seen_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class ApiKey(Record):
    """A key for scripts: acts for the member of staff who made it, within its scopes."""

    __tablename__ = "api_keys"
    __table_args__ = (
        refers("staff_id", to="staff"),
        refers("replaced_by_id", to="api_keys"),
        Index(None, "practice_id", "staff_id"),
        CheckConstraint("expires_at > created_at", name="expires_after_creation"),
    )

    staff_id: Mapped[UUID] = mapped_column(Guid)
    label: Mapped[str] = mapped_column(String(200))
    scopes: Mapped[list[str]] = mapped_column(JSON)
    test_mode: Mapped[bool] = mapped_column(Boolean)
    secret_hash: Mapped[bytes] = mapped_column(LargeBinary)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    last_used_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    replaced_by_id: Mapped[UUID | None] = mapped_column(Guid)


class PasswordReset(Row):
    """A one-time code with which somebody sets a new password; handed over in person, never mailed."""

    __tablename__ = "password_resets"
    __table_args__ = (refers("staff_id", to="staff"), Index(None, "practice_id", "staff_id"))

    staff_id: Mapped[UUID] = mapped_column(Guid)
    code_hash: Mapped[bytes] = mapped_column(LargeBinary)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    used_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class SignInAttempt(Row):
    """One failed sign-in of an account or from an address, whichever keyed hash ``counted`` is of.

    It lies in the database, so that the count survives a restart and is shared by all server processes.
    """

    __tablename__ = "sign_in_attempts"
    __table_args__ = (
        refers(to="practices", target=()),
        Index(None, "practice_id", "counted", "attempted_at"),
    )

    counted: Mapped[bytes] = mapped_column(LargeBinary)
    attempted_at: Mapped[datetime] = mapped_column(UtcDateTime)
