"""What earlier totals let expect of the next."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from couplesone.cases.weekly import Direction
from couplesone.measures.scoring.trajectory import student_quantile, trajectory

UP, DOWN = Direction.HIGHER_IS_BETTER, Direction.LOWER_IS_BETTER
QUANTILES = {
    1: 3.078,
    2: 1.886,
    3: 1.638,
    4: 1.533,
    5: 1.476,
    8: 1.397,
    10: 1.372,
    20: 1.325,
    30: 1.310,
    120: 1.289,
}
"""Student's t at .90, as printed in every table."""


@pytest.mark.parametrize(("freedom", "expected"), QUANTILES.items())
def test_quantiles_are_the_printed_ones(freedom: int, expected: float) -> None:
    assert student_quantile(0.9, freedom) == pytest.approx(expected, abs=0.0005)


def weekly(*totals: float) -> list[tuple[int, float]]:
    return [(7 * week, total) for week, total in enumerate(totals)]


def test_four_totals_are_too_few_to_judge_one_of_them() -> None:
    assert trajectory(weekly(10, 11, 10, 12), direction=UP) is None
    assert trajectory([], direction=UP) is None


def test_days_that_are_one_day_give_no_line() -> None:
    assert trajectory([(0, 1), (0, 2), (0, 3), (0, 4), (7, 5)], direction=UP) is None


def test_a_band_by_hand() -> None:
    # x = 0 1 2 3, y = 10 12 11 13: mean 1.5 and 11.5, Sxx 5, slope 4 / 5 = .8, rest 1.8, s^2 = .9
    # at x = 4: 11.5 + .8 * 2.5 = 13.5; error = sqrt(.9 * (1 + 1/4 + 6.25/5)) = 1.5; t(.90, 2) = 1.8856
    found = trajectory(weekly(10, 12, 11, 13, 10), direction=UP)
    assert found is not None
    assert (found.points, found.expected) == (4, pytest.approx(13.5))
    assert found.slope_per_week == pytest.approx(0.8)
    assert (found.lower, found.upper) == (
        pytest.approx(13.5 - 2.8284, abs=1e-4),
        pytest.approx(16.3284, abs=1e-4),
    )
    assert found.outside_on_worse_side


@pytest.mark.parametrize(
    ("last", "direction", "worse"),
    [
        (10, UP, True),
        (10, DOWN, False),
        (17, UP, False),
        (17, DOWN, True),
        (13, UP, False),
        (13, DOWN, False),
    ],
)
def test_only_the_worse_side_counts(last: float, direction: Direction, worse: bool) -> None:
    found = trajectory(weekly(10, 12, 11, 13, last), direction=direction)
    assert found is not None
    assert found.outside_on_worse_side is worse


def test_a_total_on_a_perfectly_even_course_is_on_track() -> None:
    found = trajectory(weekly(0.1, 0.2, 0.3, 0.4, 0.5), direction=DOWN)
    assert found is not None
    assert not found.outside_on_worse_side


@given(st.lists(st.integers(0, 81), min_size=5, max_size=12))
def test_the_expected_total_lies_in_its_band(totals: list[int]) -> None:
    found = trajectory(weekly(*totals), direction=UP)
    assert found is not None
    assert found.lower <= found.expected <= found.upper
    assert found.points == len(totals) - 1


@given(st.lists(st.integers(0, 81), min_size=5, max_size=12))
def test_turned_upside_down_the_other_side_is_the_worse(totals: list[int]) -> None:
    up = trajectory(weekly(*totals), direction=UP)
    down = trajectory(weekly(*(81 - total for total in totals)), direction=DOWN)
    assert up is not None
    assert down is not None
    assert up.outside_on_worse_side == down.outside_on_worse_side
