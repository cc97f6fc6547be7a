"""The services of this room, for the command line and for rooms above.

They work without an actor too (the system's ``Work``): then nobody's permission is asked, and whoever opens the
``Work`` says for the audit trail what happened.
"""

from __future__ import annotations

from couplesone.identity.api_keys.service import ApiKeyService
from couplesone.identity.password_resets.service import PasswordResetService
from couplesone.identity.sign_ins.service import SignInService
from couplesone.identity.staff.service import StaffService

__all__ = ["ApiKeyService", "PasswordResetService", "SignInService", "StaffService"]
