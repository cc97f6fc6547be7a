"""What may be done with an API key, and when.

::

    live ──rotate──▶ replaced ──overlap over──▶ expired
      ├──revoke──▶ revoked ◀──revoke── replaced
      └──its day──▶ expired

Only its maker may rotate a key, because the new secret acts for its maker; an owner may revoke anybody's. What a
key may be given: whatever its maker may do, except what needs a person who signed in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Final

from couplesone.identity.codes import ApiKeyState
from couplesone.identity.errors import ApiKeyEnded, ApiKeyNotYours, ApiKeyReplaced
from couplesone.identity.models import ApiKey
from couplesone.identity.schemas import action
from couplesone.kernel.errors import Problem
from couplesone.kernel.permissions import IMPLIED, SESSION_ONLY, Permission, Role, reaches
from couplesone.kernel.principal import Principal
from couplesone.web.schemas import Action

ROTATE: Final = "rotate_api_key"
REVOKE: Final = "revoke_api_key"
ALLOWED_IN: Final[Mapping[str, frozenset[ApiKeyState]]] = {
    ROTATE: frozenset({ApiKeyState.LIVE}),
    REVOKE: frozenset({ApiKeyState.LIVE, ApiKeyState.REPLACED}),
}


def state_of(key: ApiKey, now: datetime) -> ApiKeyState:
    """Return what the key still does."""
    if key.revoked_at is not None:
        return ApiKeyState.REVOKED
    if key.expires_at <= now:
        return ApiKeyState.EXPIRED
    return ApiKeyState.LIVE if key.replaced_by_id is None else ApiKeyState.REPLACED


def refusal(name: str, key: ApiKey, actor: Principal, now: datetime) -> type[Problem] | None:
    """Return why an operation on a key is not allowed, or None."""
    if name == ROTATE and key.staff_id != actor.staff_id:
        return ApiKeyNotYours
    state = state_of(key, now)
    if state in ALLOWED_IN[name]:
        return None
    return ApiKeyReplaced if state is ApiKeyState.REPLACED else ApiKeyEnded


def actions_of(key: ApiKey, actor: Principal, now: datetime) -> list[Action]:
    """Return every operation on a key: allowed now, or why not."""
    return [action(name, refusal(name, key, actor, now)) for name in ALLOWED_IN]


def grantable(roles: Iterable[Role]) -> frozenset[Permission]:
    """Return the scopes that somebody with these roles may give a key."""
    return frozenset(reaches(frozenset(roles), None)) - SESSION_ONLY - IMPLIED
