"""Routes of password resets."""

from __future__ import annotations

from uuid import UUID

from couplesone.identity.errors import PasswordTooWeak, ResetCodeInvalid, StaffDeactivated
from couplesone.identity.models import PasswordReset
from couplesone.identity.password_resets.schemas import (
    PasswordResetIssued,
    PasswordResetOut,
    PasswordResetUse,
    PasswordResetUsed,
)
from couplesone.identity.password_resets.service import PasswordResetService
from couplesone.identity.password_resets.use import use_reset_code
from couplesone.kernel.permissions import Permission
from couplesone.persistence.work import Work, Works
from couplesone.web.routing import Router

router = Router("identity")
MANAGE = Permission.STAFF_MANAGE


def _shown(reset: PasswordReset, code: str | None) -> PasswordResetIssued:
    known = PasswordResetOut.model_validate(reset)
    return PasswordResetIssued.model_validate({**known.model_dump(), "reset_code": code})


def _issued_before(work: Work, reset_id: UUID) -> PasswordResetIssued:
    return _shown(PasswordResetService(work).get(reset_id), None)


@router.create(
    "/v1/staff/{staff_id}/password-resets",
    answers="get_password_reset",
    permission=MANAGE,
    replay=_issued_before,
    problems=(StaffDeactivated,),
)
def issue_password_reset(work: Work, staff_id: UUID) -> PasswordResetIssued:
    """Issue a one-time code with which a member of staff sets a new password; older codes hold no longer."""
    issued = PasswordResetService(work).hand_out(staff_id)
    return _shown(issued.reset, issued.code)


@router.read("/v1/password-resets/{reset_id}", permission=MANAGE)
def get_password_reset(work: Work, reset_id: UUID) -> PasswordResetOut:
    """Read whether a reset code was used."""
    return PasswordResetOut.model_validate(PasswordResetService(work).get(reset_id))


@router.operation(
    "POST",
    "/v1/password-resets/use",
    public="whoever lost the password cannot sign in",
    problems=(ResetCodeInvalid, PasswordTooWeak),
)
def use_password_reset(works: Works, request_id: str, body: PasswordResetUse) -> PasswordResetUsed:
    """Set a new password with a reset code; every sign-in of that person ends."""
    return use_reset_code(works, code=body.reset_code, new_password=body.new_password, request_id=request_id)
