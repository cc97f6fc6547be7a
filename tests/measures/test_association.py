"""Kendall's tau-b at lags: vectors worked out by hand, and what holds for all series."""

from __future__ import annotations

from math import isclose, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from couplesone.measures.association import LAGS, MINIMUM_PAIRS, Association, kendall_tau_b, lagged

values = st.integers(-5, 5)
pairs = st.lists(st.tuples(values, values), max_size=25)


@pytest.mark.parametrize(
    ("given_pairs", "tau"),
    [
        ([], None),
        ([(1, 1)], None),
        ([(1, 1), (1, 2)], None),  # the first never moves
        ([(1, 2), (3, 2)], None),  # the second never moves
        ([(1, 1), (2, 2), (3, 3)], 1.0),
        ([(1, 3), (2, 2), (3, 1)], -1.0),
        # Six pairs of points: five together, one apart, none tied: (5 - 1) / 6.
        ([(1, 1), (2, 3), (3, 2), (4, 4)], 4 / 6),
        # Three pairs: one tied in the first, two together: 2 / sqrt(2 * 3).
        ([(1, 1), (1, 2), (2, 3)], 2 / sqrt(6)),
        # Three pairs: one tied in both, two together: 2 / sqrt(2 * 2).
        ([(1, 1), (1, 1), (2, 2)], 1.0),
        # Together 1, apart 1, tied in the second 1.
        ([(1, 2), (2, 1), (3, 2)], 0.0),
    ],
)
def test_vectors(given_pairs: list[tuple[int, int]], tau: float | None) -> None:
    found = kendall_tau_b(given_pairs)
    assert (found is None) if tau is None else isclose(found, tau)


@given(pairs)
def test_it_stays_within_its_ends_and_does_not_care_for_the_order(found: list[tuple[int, int]]) -> None:
    tau = kendall_tau_b(found)
    assert tau is None or -1 <= tau <= 1
    assert kendall_tau_b(found[::-1]) == tau
    assert kendall_tau_b([(second, first) for first, second in found]) == tau


@given(pairs)
def test_turning_one_series_round_turns_the_sign(found: list[tuple[int, int]]) -> None:
    tau, turned = kendall_tau_b(found), kendall_tau_b([(first, -second) for first, second in found])
    assert (turned is None) == (tau is None)
    assert tau is None or isclose(turned, -tau, abs_tol=1e-12)


@given(pairs)
def test_only_the_order_of_the_values_counts(found: list[tuple[int, int]]) -> None:
    assert kendall_tau_b([(first**3, 2 * second + 7) for first, second in found]) == kendall_tau_b(found)


@given(st.sets(st.integers(1, 40), min_size=2))
def test_a_series_goes_together_with_itself(weeks: set[int]) -> None:
    assert kendall_tau_b([(week, week) for week in weeks]) == 1.0


@pytest.mark.row("S2.59")
@pytest.mark.parametrize("lag", LAGS)
def test_a_lag_pairs_a_week_with_a_later_one(lag: int) -> None:
    first = {week: week % 4 for week in range(1, 13)}
    second = {week + lag: value for week, value in first.items()}
    assert lagged(first, second, lag).tau == 1.0
    assert lagged(first, second, lag).pairs == 12
    if lag:
        assert lagged(first, second, 0).tau != 1.0


def test_under_eight_pairs_nothing_is_told_and_a_missing_week_makes_no_pair() -> None:
    first = {week: week for week in range(1, 9)}
    assert lagged(first, first, 0).tau == 1.0
    assert lagged(first, first, 1) == Association(1, 7, None)
    gap = {week: week for week in first if week != 4}
    assert lagged(first, gap, 0).pairs == 7
    assert lagged(first, gap, 0).tau is None
    assert lagged(first, gap, 0, minimum=7).tau == 1.0
    assert MINIMUM_PAIRS == 8


@given(
    st.dictionaries(st.integers(1, 30), values),
    st.dictionaries(st.integers(1, 30), values),
    st.sampled_from(LAGS),
)
def test_the_pairs_are_the_weeks_that_both_have(
    first: dict[int, int], second: dict[int, int], lag: int
) -> None:
    found = lagged(first, second, lag)
    assert found.pairs == len(first.keys() & {week - lag for week in second})
    assert found.pairs >= MINIMUM_PAIRS or found.tau is None
