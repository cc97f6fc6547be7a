"""What can go wrong with consents."""

from __future__ import annotations

from couplesone.kernel.errors import Conflict


class ConsentAlreadyRevoked(Conflict):
    """The consent was taken back before."""

    code = "consent_already_revoked"
    title = "This consent was taken back before"
    detail = "A consent that was revoked stays so; record a new one if the client agrees again."
