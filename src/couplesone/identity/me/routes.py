"""Routes about oneself."""

from __future__ import annotations

from couplesone.identity.errors import CurrentPasswordWrong, PasswordTooWeak, SignInThrottled
from couplesone.identity.me.schemas import MeOut, PasswordChange
from couplesone.identity.me.service import MeService
from couplesone.kernel.permissions import Permission
from couplesone.persistence.work import Work
from couplesone.web.routing import Router

router = Router("identity")


@router.read("/v1/me", permission=Permission.SELF_READ, audited=False)
def get_me(work: Work) -> MeOut:
    """Read who is asking, and what they may do."""
    return MeService(work).show()


@router.act(
    "/v1/me/password",
    answers="get_me",
    conditional=False,
    permission=Permission.SELF_MANAGE,
    problems=(CurrentPasswordWrong, PasswordTooWeak, SignInThrottled),
)
def change_my_password(work: Work, body: PasswordChange) -> MeOut:
    """Change one's own password; every other sign-in ends."""
    return MeService(work).change_password(current=body.current_password, new=body.new_password)
