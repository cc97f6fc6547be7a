"""What can be done with a client, from which status, and with what permission.

::

    active <------> archived
       |               |
       +------+--------+
              |
              +--> merged            (a tombstone that names the survivor)
              +--> entered_in_error

Nothing leads back from merged and from entered_in_error.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from couplesone.clients.codes import ClientStatus
from couplesone.clients.errors import ClientArchived, ClientTransitionRefused
from couplesone.clients.models import Client
from couplesone.kernel.errors import Problem, RecordNotFound
from couplesone.kernel.permissions import Permission, PermissionDenied
from couplesone.kernel.principal import Principal
from couplesone.web.schemas import Action

_ACTIVE = frozenset({ClientStatus.ACTIVE})
_ON_FILE = frozenset({ClientStatus.ACTIVE, ClientStatus.ARCHIVED})
NOT_THEIRS = "Only somebody who treats or covers for the client may do this."


@dataclass(frozen=True, slots=True)
class Move:
    """Something that can be done with a client, and the status that comes of it (None: it stays)."""

    needs: Permission
    sources: frozenset[ClientStatus]
    target: ClientStatus | None
    refusal: type[Problem] = ClientTransitionRefused

    def check(self, client: Client) -> None:
        """Raise the refusal unless it can be done from the client's status."""
        if client.status not in self.sources:
            raise self.refusal


MOVES: Final[dict[str, Move]] = {
    "change_client": Move(Permission.CLIENT_WRITE, _ACTIVE, None, ClientArchived),
    "archive_client": Move(Permission.CLIENT_WRITE, _ACTIVE, ClientStatus.ARCHIVED),
    "restore_client": Move(Permission.CLIENT_WRITE, frozenset({ClientStatus.ARCHIVED}), ClientStatus.ACTIVE),
    "mark_client_in_error": Move(Permission.CLIENT_WRITE, _ON_FILE, ClientStatus.ENTERED_IN_ERROR),
    "merge_client": Move(Permission.CLIENT_MERGE, _ON_FILE, ClientStatus.MERGED),
    "reassign_client": Move(Permission.CARE_TEAM_MANAGE, _ACTIVE, None, ClientArchived),
}
"""By operation id."""


def actions_of(client: Client, actor: Principal, *, writable: bool) -> list[Action]:
    """Return what the actor can do with the client, or why not.

    ``writable``: the client is within the actor's reach for changing them, and not only for reading.
    """
    return [_action(name, move, client, actor, writable=writable) for name, move in MOVES.items()]


def _action(name: str, move: Move, client: Client, actor: Principal, *, writable: bool) -> Action:
    code: str | None = None
    reason: str | None = None
    if not actor.may(move.needs):
        code, reason = PermissionDenied.code, PermissionDenied.detail
    elif move.needs is Permission.CLIENT_WRITE and not writable:
        code, reason = RecordNotFound.code, NOT_THEIRS
    elif client.status not in move.sources:
        code, reason = move.refusal.code, move.refusal.detail
    return Action(action=name, allowed=code is None, code=code, reason=reason)
