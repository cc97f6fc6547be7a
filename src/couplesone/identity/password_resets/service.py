"""Handing out reset codes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from couplesone.identity import tokens
from couplesone.identity.credentials import use_up_reset_codes
from couplesone.identity.models import PasswordReset, Staff
from couplesone.identity.staff.policy import ISSUE_RESET, refusal
from couplesone.persistence.work import Work

VALID = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class IssuedReset:
    """A reset with its code, which is shown this once."""

    reset: PasswordReset
    code: str


class PasswordResetService:
    """The reset codes of a practice."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def issue(self, staff_id: UUID) -> str:
        """Return a new reset code for somebody, valid for one hour; older ones hold no longer.

        Raises StaffDeactivated.
        """
        return self.hand_out(staff_id).code

    def hand_out(self, staff_id: UUID) -> IssuedReset:
        """Issue a code and return it with its record; StaffDeactivated."""
        work = self.work
        if problem := refusal(ISSUE_RESET, work.get(Staff, staff_id), None):
            raise problem
        use_up_reset_codes(work, staff_id)
        reset_id = work.new_id()
        code, code_hash = tokens.issue(tokens.RESET, work.practice_id, reset_id)
        reset = PasswordReset(
            id=reset_id,
            staff_id=staff_id,
            code_hash=code_hash,
            created_at=work.now,
            expires_at=work.now + VALID,
        )
        return IssuedReset(work.add(reset), code)

    def get(self, reset_id: UUID) -> PasswordReset:
        """Return whether and when a code was used."""
        return self.work.get(PasswordReset, reset_id)
