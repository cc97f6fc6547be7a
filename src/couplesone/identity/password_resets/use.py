"""Using a reset code: one transaction to read, the slow hash outside any, one to write.

A code that is unknown, used or expired, and one of somebody who was deactivated, get the same answer. Codes have
256 bits, so nobody needs to count wrong ones.
"""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select, update

from couplesone.identity import tokens
from couplesone.identity.credentials import set_password
from couplesone.identity.errors import ResetCodeInvalid
from couplesone.identity.models import PasswordReset, Staff
from couplesone.identity.password_resets.schemas import PasswordResetUsed
from couplesone.identity.passwords import check_strength
from couplesone.identity.sign_in_rules import rules_among
from couplesone.identity.sign_ins.attempts import Attempts
from couplesone.kernel.principal import ActorKind, Principal
from couplesone.persistence.work import Work, Works


def use_reset_code(
    works: Works, *, code: str, new_password: str, request_id: str | None = None
) -> PasswordResetUsed:
    """Set a new password with a reset code; every sign-in of that person ends, and failed ones are forgiven.

    Raises ResetCodeInvalid, PasswordTooWeak.
    """
    token = tokens.parse(code)
    if token is None or token.prefix != tokens.RESET:
        raise ResetCodeInvalid
    rules = rules_among(works.extras)
    with works.open(token.practice_id, write=False) as work:
        staff = _holder(work, token)
        check_strength(new_password, (staff.display_name, staff.email, work.practice().name))
    password_hash = rules.hasher.hash(new_password)
    with works.open(token.practice_id, request_id=request_id) as work:
        _use_up(work, token.row_id)
        set_password(work, staff.id, password_hash)
        attempts = Attempts(work, rules.attempts)
        attempts.forgive(attempts.account(staff.email))
        work.actor = Principal(
            kind=ActorKind.STAFF,
            practice_id=work.practice_id,
            staff_id=staff.id,
            credential_id=token.row_id,
            roles=frozenset(staff.roles),
        )
        work.audit("use_password_reset", staff.id)
        return PasswordResetUsed(staff_id=staff.id, practice_id=work.practice_id, email=staff.email)


def _holder(work: Work, token: tokens.Token) -> Staff:
    row = work.db.execute(
        select(PasswordReset.code_hash, Staff)
        .join(Staff, Staff.id == PasswordReset.staff_id)
        .where(
            PasswordReset.id == token.row_id,
            PasswordReset.used_at.is_(None),
            PasswordReset.expires_at > work.now,
        )
    ).first()
    if row is None or not token.matches(row[0]):
        raise ResetCodeInvalid
    staff: Staff = row[1]
    return staff


def _use_up(work: Work, reset_id: UUID) -> None:
    """Use the code up, unless somebody else just did (or the person was deactivated meanwhile)."""
    used = work.db.execute(
        update(PasswordReset)
        .where(PasswordReset.id == reset_id, PasswordReset.used_at.is_(None))
        .values(used_at=work.now)
        .returning(PasswordReset.id)
    ).first()
    if used is None:
        raise ResetCodeInvalid
