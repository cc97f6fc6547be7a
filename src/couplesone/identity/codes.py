"""Vocabularies of staff and credentials."""

from __future__ import annotations

from couplesone.kernel.coded import Coded


class ApiKeyState(Coded):
    """What an API key still does."""

    LIVE = "live", "Live"
    REPLACED = "replaced", "Replaced, still works for the overlap"
    EXPIRED = "expired", "Expired"
    REVOKED = "revoked", "Revoked"


ApiKeyState.version = 1

VOCABULARIES: tuple[type[Coded], ...] = (ApiKeyState,)
