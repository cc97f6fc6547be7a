"""What can go wrong with staff and credentials."""

from __future__ import annotations

from couplesone.kernel.errors import Conflict, Forbidden, Invalid, TooMany, Unauthenticated


class EmailTaken(Conflict):
    """Another member of staff signs in with this address."""

    code = "email_taken"
    title = "This address is in use"
    detail = "Another member of staff of this practice signs in with this address."


class SignInFailed(Unauthenticated):
    """The practice, the address or the password is wrong; it is not said which."""

    code = "sign_in_failed"
    title = "Sign-in failed"
    detail = "The practice, the address or the password is wrong, or the account is deactivated."


class SignInThrottled(TooMany):
    """Too many failed sign-ins for this account or from this address."""

    code = "sign_in_throttled"
    title = "Too many failed sign-ins"
    detail = "Wait 15 minutes, or ask an owner of the practice for a password reset."


class PasswordTooWeak(Invalid):
    """The new password is too short, too common, or holds one's own name or address."""

    code = "password_too_weak"
    title = "Choose another password"
    detail = "Take at least 15 characters that are no common password and not your name or address."


class ResetCodeInvalid(Invalid):
    """The reset code is unknown, used or expired; it is not said which."""

    code = "reset_code_invalid"
    title = "The reset code does not hold"
    detail = (
        "The code is wrong, was used, or is older than an hour; ask an owner of the practice for a new one."
    )


class LastOwner(Conflict):
    """The practice would be left without an owner."""

    code = "last_owner"
    title = "A practice needs an owner"
    detail = "Make somebody else an owner first."


class ScopeNotYours(Forbidden):
    """A key may not be given what its maker does not have."""

    code = "scope_not_yours"
    title = "A key cannot do more than you"
    detail = "Choose scopes from those that /v1/api-key-scopes lists for you."


class ApiKeyEnded(Conflict):
    """The key is revoked or expired already."""

    code = "api_key_ended"
    title = "This key has ended"
    detail = "The key is revoked or expired; make a new one."


class StaffDeactivated(Conflict):
    """The member of staff is deactivated."""

    code = "staff_deactivated"
    title = "This account is deactivated"
    detail = "Reactivate the account first."


class StaffActive(Conflict):
    """The member of staff is not deactivated."""

    code = "staff_active"
    title = "This account is active"
    detail = "Only a deactivated account can be reactivated."


class SignInEnded(Conflict):
    """The sign-in has ended already."""

    code = "sign_in_ended"
    title = "This sign-in has ended"
    detail = "The sign-in was ended, has expired or lay idle for too long; there is nothing to end."


class CurrentPasswordWrong(Forbidden):
    """Whoever changes a password must know the one that holds now."""

    code = "current_password_wrong"
    title = "The current password is wrong"
    detail = "Give the password with which you sign in now; nothing was changed."


class ApiKeyReplaced(Conflict):
    """The key was rotated: its successor holds, and it only lives on for the overlap."""

    code = "api_key_replaced"
    title = "This key was replaced"
    detail = "The key was rotated already; rotate its successor, which replaced_by_id names."


class ApiKeyNotYours(Forbidden):
    """A key acts for its maker, so nobody else may get a new secret for it."""

    code = "api_key_not_yours"
    title = "This is somebody else's key"
    detail = "An owner may revoke anybody's key, but only its maker may rotate it."
