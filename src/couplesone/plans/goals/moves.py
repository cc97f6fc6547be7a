"""Where a goal can go, apart from how far it is achieved, in one table.

::

                    activate                complete
    (proposed) ────────────► (active) ────────────► (completed)
        │ cancel          hold │ ▲ activate              ▲
        ▼                      ▼ │        complete       │
    (cancelled) ◄────────── (on_hold) ───────────────────┘
        ▲       cancel                (active can be cancelled too)

From anywhere a goal can be marked as entered in error; from there nothing leads on.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from couplesone.cases.errors import ItemInError
from couplesone.kernel.errors import Problem
from couplesone.plans.codes import GoalLifecycle
from couplesone.plans.errors import GoalNotActive, GoalTransitionRefused
from couplesone.plans.models import Goal
from couplesone.plans.shown import offered
from couplesone.web.schemas import Action


class GoalMove(StrEnum):
    """What can happen to a goal."""

    CHANGE = "change"
    ACTIVATE = "activate"
    HOLD = "hold"
    COMPLETE = "complete"
    CANCEL = "cancel"
    MARK_IN_ERROR = "mark_in_error"


_PROPOSED, _ACTIVE, _ON_HOLD, _COMPLETED, _CANCELLED, _IN_ERROR = GoalLifecycle
MOVES: Final[dict[GoalMove, dict[GoalLifecycle, GoalLifecycle]]] = {
    GoalMove.CHANGE: {_PROPOSED: _PROPOSED, _ACTIVE: _ACTIVE, _ON_HOLD: _ON_HOLD},
    GoalMove.ACTIVATE: {_PROPOSED: _ACTIVE, _ON_HOLD: _ACTIVE},
    GoalMove.HOLD: {_ACTIVE: _ON_HOLD},
    GoalMove.COMPLETE: {_ACTIVE: _COMPLETED, _ON_HOLD: _COMPLETED},
    GoalMove.CANCEL: {_PROPOSED: _CANCELLED, _ACTIVE: _CANCELLED, _ON_HOLD: _CANCELLED},
    GoalMove.MARK_IN_ERROR: dict.fromkeys((_PROPOSED, _ACTIVE, _ON_HOLD, _COMPLETED, _CANCELLED), _IN_ERROR),
}
"""The lifecycle that follows each lifecycle, move by move; what is not here is refused."""

RATED: Final = (_ACTIVE, _ON_HOLD, _COMPLETED)
"""Where a goal stands when it can be rated."""


def after(move: GoalMove, goal: Goal) -> str:
    """Return the lifecycle of the goal after the move; GoalTransitionRefused if the table has none."""
    if refusal := _refusal(move, goal):
        raise refusal
    return MOVES[move][GoalLifecycle(goal.lifecycle)].value


def require_rated(goal: Goal) -> None:
    """Raise GoalNotActive unless the goal is or was worked on."""
    if goal.lifecycle not in RATED:
        raise GoalNotActive


def actions(goal: Goal, refusal: Problem | None) -> list[Action]:
    """Return what can be done with the goal now; ``refusal`` is what stands in the way of any change of it."""
    first = (refusal, ItemInError if goal.entered_in_error_at is not None else None)
    unrated = None if goal.lifecycle in RATED else GoalNotActive
    verbs = {
        "change_goal": GoalMove.CHANGE,
        "record_objective": GoalMove.CHANGE,
        "activate_goal": GoalMove.ACTIVATE,
        "hold_goal": GoalMove.HOLD,
        "complete_goal": GoalMove.COMPLETE,
        "cancel_goal": GoalMove.CANCEL,
        "mark_goal_in_error": GoalMove.MARK_IN_ERROR,
    }
    return [
        *(offered(name, *first, _refusal(move, goal)) for name, move in verbs.items()),
        offered("record_rating", *first, unrated),
    ]


def _refusal(move: GoalMove, goal: Goal) -> Problem | None:
    return None if GoalLifecycle(goal.lifecycle) in MOVES[move] else GoalTransitionRefused()
