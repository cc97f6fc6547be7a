"""How a case goes from one status to another: the one table of allowed moves.

::

    (opened) ──> intake ──activate──> active <──hold/resume──> on_hold
                   │                  │    ▲                      │
                   │              deactivate │                    │
                   │                  │   resume                  │
                   │                  ▼    │                      │
                   └──deactivate──> inactive <─────deactivate─────┘

    intake, active, on_hold, inactive ──close──> closed ──reopen──> a new case (once)

``inactive`` is silence: the client has stopped coming and nobody ended it (C8). A closed case stays closed: who comes
back gets a new, linked episode; a part of a conjoint case does not, because that takes both. ``refusal_of`` is asked
by the services, and by ``actions`` to say why not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from couplesone.cases.codes import CaseStatus
from couplesone.cases.errors import CaseAlreadyReopened, CaseClosed, CaseTransitionRefused
from couplesone.clients.codes import ClientStatus
from couplesone.clients.errors import ClientArchived
from couplesone.kernel.errors import Problem, RecordNotFound
from couplesone.kernel.permissions import PermissionDenied
from couplesone.web.schemas import Action

INTAKE, ACTIVE, ON_HOLD = CaseStatus.INTAKE, CaseStatus.ACTIVE, CaseStatus.ON_HOLD
INACTIVE, CLOSED = CaseStatus.INACTIVE, CaseStatus.CLOSED
REOPEN: Final = "reopen_case"

MOVES: Final[dict[str, tuple[frozenset[CaseStatus], CaseStatus]]] = {
    "activate_case": (frozenset({INTAKE}), ACTIVE),
    "hold_case": (frozenset({ACTIVE}), ON_HOLD),
    "resume_case": (frozenset({ON_HOLD, INACTIVE}), ACTIVE),
    "deactivate_case": (frozenset({INTAKE, ACTIVE, ON_HOLD}), INACTIVE),
    "close_case": (frozenset({INTAKE, ACTIVE, ON_HOLD, INACTIVE}), CLOSED),
    REOPEN: (frozenset({CLOSED}), INTAKE),
}
"""By operation: from which statuses, to which one; reopening gives that status to a new case."""


@dataclass(frozen=True, slots=True)
class MoveFacts:
    """What decides whether a case may move."""

    status: str
    client_status: str
    in_error: bool
    reopened: bool
    part: bool = False


def refusal_of(move: str, facts: MoveFacts) -> type[Problem] | None:
    """Return the problem that stands against a move, or None if it is allowed."""
    from_statuses, _ = MOVES[move]
    ended = facts.in_error or (facts.status == CLOSED and CLOSED not in from_statuses)
    if ended:
        return CaseClosed
    if facts.status not in from_statuses or (facts.part and move == REOPEN):
        return CaseTransitionRefused
    if facts.reopened:
        return CaseAlreadyReopened
    return ClientArchived if facts.client_status != ClientStatus.ACTIVE else None


def actions(facts: MoveFacts, *, may_write: bool, treats: bool) -> list[Action]:
    """Return every move, allowed or with the reason why not.

    ``may_write``: the actor has the permission for some clients; ``treats``: for this one.
    """
    return [_action(move, refusal_of(move, facts), may_write, treats) for move in MOVES]


def _action(move: str, refusal: type[Problem] | None, may_write: bool, treats: bool) -> Action:
    problem: type[Problem] | None = refusal
    reason = refusal.detail if refusal else None
    if not may_write:
        problem, reason = PermissionDenied, PermissionDenied.detail
    elif not treats:
        problem, reason = RecordNotFound, "Only those who treat or cover for the client may do this."
    elif refusal is CaseTransitionRefused:
        fitting = [status.label for status in CaseStatus if status in MOVES[move][0]]
        reason = f"Possible from these statuses: {', '.join(fitting)}."
    return Action(action=move, allowed=problem is None, code=problem.code if problem else None, reason=reason)
