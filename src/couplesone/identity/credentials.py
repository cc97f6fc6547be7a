"""What ends when somebody leaves or changes the password: sign-ins, keys and codes, each in one statement."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import update

from couplesone.identity.models import ApiKey, PasswordReset, SignIn, Staff
from couplesone.persistence.work import Work


def set_password(work: Work, staff_id: UUID, password_hash: str, *, keep: UUID | None = None) -> None:
    """Give a member of staff a new password; every sign-in ends except ``keep``, and every reset code is used up."""
    work.db.execute(
        update(Staff)
        .where(Staff.id == staff_id)
        .values(password_hash=password_hash, updated_at=work.now, version=Staff.version + 1)
    )
    end_sign_ins(work, staff_id, keep=keep)
    use_up_reset_codes(work, staff_id)


def end_sign_ins(work: Work, staff_id: UUID, *, keep: UUID | None = None) -> None:
    """End every sign-in of a member of staff except ``keep``, at once."""
    statement = update(SignIn).where(SignIn.staff_id == staff_id, SignIn.ended_at.is_(None))
    if keep is not None:
        statement = statement.where(SignIn.id != keep)
    work.db.execute(statement.values(ended_at=work.now))


def revoke_api_keys(work: Work, staff_id: UUID) -> None:
    """Revoke every API key of a member of staff, at once."""
    work.db.execute(
        update(ApiKey)
        .where(ApiKey.staff_id == staff_id, ApiKey.revoked_at.is_(None))
        .values(revoked_at=work.now, updated_at=work.now, version=ApiKey.version + 1)
    )


def use_up_reset_codes(work: Work, staff_id: UUID) -> None:
    """Make every reset code that was handed out to a member of staff worthless."""
    work.db.execute(
        update(PasswordReset)
        .where(PasswordReset.staff_id == staff_id, PasswordReset.used_at.is_(None))
        .values(used_at=work.now)
    )
