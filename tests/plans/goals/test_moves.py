"""The table of a goal's moves, cell by cell."""

from __future__ import annotations

import pytest

from couplesone.plans.codes import GoalLifecycle
from couplesone.plans.errors import GoalNotActive, GoalTransitionRefused
from couplesone.plans.goals.moves import GoalMove, after, require_rated
from couplesone.plans.models import Goal

TABLE = {
    ("proposed", "change"): "proposed",
    ("active", "change"): "active",
    ("on_hold", "change"): "on_hold",
    ("proposed", "activate"): "active",
    ("on_hold", "activate"): "active",
    ("active", "hold"): "on_hold",
    ("active", "complete"): "completed",
    ("on_hold", "complete"): "completed",
    ("proposed", "cancel"): "cancelled",
    ("active", "cancel"): "cancelled",
    ("on_hold", "cancel"): "cancelled",
    **{
        (lifecycle, "mark_in_error"): "entered_in_error"
        for lifecycle in ("proposed", "active", "on_hold", "completed", "cancelled")
    },
}


@pytest.mark.parametrize("lifecycle", GoalLifecycle)
@pytest.mark.parametrize("move", GoalMove)
def test_each_move_leads_where_the_table_says_or_nowhere(lifecycle: GoalLifecycle, move: GoalMove) -> None:
    goal = Goal(lifecycle=lifecycle.value)
    expected = TABLE.get((lifecycle.value, move.value))
    if expected is None:
        with pytest.raises(GoalTransitionRefused):
            after(move, goal)
    else:
        assert after(move, goal) == expected


@pytest.mark.parametrize("lifecycle", GoalLifecycle)
def test_a_goal_is_rated_once_the_work_on_it_began(lifecycle: GoalLifecycle) -> None:
    if lifecycle in ("active", "on_hold", "completed"):
        require_rated(Goal(lifecycle=lifecycle.value))
    else:
        with pytest.raises(GoalNotActive):
            require_rated(Goal(lifecycle=lifecycle.value))
