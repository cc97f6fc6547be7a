"""How far a goal is achieved, from its last level and its baseline."""

from __future__ import annotations

import pytest

from couplesone.plans.attainment import LEVELS, achievement


@pytest.mark.parametrize("baseline", LEVELS)
def test_a_goal_that_nobody_rated_is_not_rated(baseline: int) -> None:
    assert achievement(baseline, None) == "not_rated"


@pytest.mark.parametrize("baseline", LEVELS)
@pytest.mark.parametrize("latest", [0, 1, 2])
def test_the_expected_level_is_achieved_whatever_the_baseline(baseline: int, latest: int) -> None:
    assert achievement(baseline, latest) == "achieved"


@pytest.mark.parametrize(
    ("baseline", "latest", "said"),
    [
        (-2, -2, "no_change"),
        (-1, -1, "no_change"),
        (-2, -1, "improving"),
        (-1, -2, "worsening"),
        (0, -1, "worsening"),
        (2, -2, "worsening"),
    ],
)
def test_below_it_the_baseline_decides(baseline: int, latest: int, said: str) -> None:
    assert achievement(baseline, latest) == said
