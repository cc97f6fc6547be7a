"""Where a safety flag can go, in one table.

::

                 request_release                    confirm_release
    (active) ──────────────────► (release_requested) ──────────────► (released)
      ▲  │                              │                                 ▲
      │  │        decline_release       │          release (others)       │
      │  └──────────────────────────────┼─────────────────────────────────┘
      └─────────────────────────────────┘

A flag that is raised again is active again, whatever was asked for. Nothing else leads to ``released``: there is no
marking in error, no setting and no role that takes a flag away (invariant 3). A high flag, and any for violence, goes
by request and confirmation of two people (decisions C16), another low one by its therapist; both say why, and after a
new negative screen where the kind asks for one.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from couplesone.kernel.errors import Problem
from couplesone.safety.codes import FlagKind, FlagStatus, SafetyGrade
from couplesone.safety.errors import FlagTransitionRefused, SecondPersonNeeded
from couplesone.safety.flags.models import SafetyFlag


class FlagMove(StrEnum):
    """What people can do with a flag."""

    RELEASE = "release"
    REQUEST_RELEASE = "request_release"
    CONFIRM_RELEASE = "confirm_release"
    DECLINE_RELEASE = "decline_release"


_ACTIVE, _REQUESTED, _RELEASED = FlagStatus
MOVES: Final[dict[FlagMove, dict[FlagStatus, FlagStatus]]] = {
    FlagMove.RELEASE: {_ACTIVE: _RELEASED},
    FlagMove.REQUEST_RELEASE: {_ACTIVE: _REQUESTED},
    FlagMove.CONFIRM_RELEASE: {_REQUESTED: _RELEASED},
    FlagMove.DECLINE_RELEASE: {_REQUESTED: _ACTIVE},
}
"""The status that follows each status, move by move; what is not here is refused."""

NEEDS_SCREEN: Final = frozenset({FlagKind.IPV_POSITIVE, FlagKind.HARMFUL_STATEMENT})
"""Which kinds are released after a new negative screen only."""


def needs_two(flag: SafetyFlag) -> bool:
    """Say whether the release of a flag takes two people: a high one, and any for violence."""
    return flag.grade == SafetyGrade.HIGH or flag.kind == FlagKind.IPV_POSITIVE


def refusal(move: FlagMove, flag: SafetyFlag) -> Problem | None:
    """Return what the table answers to a move of this flag, if it refuses it."""
    if FlagStatus(flag.status) not in MOVES[move]:
        return FlagTransitionRefused()
    if move is FlagMove.RELEASE and needs_two(flag):
        return SecondPersonNeeded()
    if move is FlagMove.REQUEST_RELEASE and not needs_two(flag):
        return FlagTransitionRefused()
    return None


def after(move: FlagMove, flag: SafetyFlag) -> str:
    """Return the status of the flag after the move; FlagTransitionRefused or SecondPersonNeeded."""
    if problem := refusal(move, flag):
        raise problem
    return MOVES[move][FlagStatus(flag.status)].value
