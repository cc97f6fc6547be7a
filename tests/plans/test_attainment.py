"""Goal Attainment Scaling, against the printed vectors and against what a T-score has to be."""

import re
from itertools import pairwise
from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from couplesone.plans.attainment import GAS_RHO, LEVELS, t_score

goals = st.lists(st.tuples(st.sampled_from(LEVELS), st.integers(1, 20)), min_size=1, max_size=12)
rhos = st.floats(0, 1)


def split(rated: list[tuple[int, int]]) -> tuple[list[int], list[int]]:
    return [level for level, _ in rated], [weight for _, weight in rated]


def as_published(levels: list[int], weights: list[int], rho: float) -> float:
    root = sqrt((1 - rho) * sum(w**2 for w in weights) + rho * sum(weights) ** 2)
    return 50 + 10 * sum(w * x for w, x in zip(weights, levels, strict=True)) / root


@pytest.mark.parametrize(
    ("levels", "weights", "printed"),
    [
        ([1], [1], "60.00"),
        ([-2, -2, -2], [1, 1, 1], "22.61"),
        ([-1, -1, -1], [1, 1, 1], "36.31"),
        ([0, 0, 0], [1, 1, 1], "50.00"),
        ([1, 1, 1], [1, 1, 1], "63.69"),
        ([2, 2, 2], [1, 1, 1], "77.39"),
        ([-1, -1, -1], [3, 2, 1], "36.78"),
        ([0, 1, 0], [3, 2, 1], "54.41"),
        ([1, 1, 0], [3, 2, 1], "61.02"),
        ([2, 1, 1], [3, 2, 1], "69.83"),
    ],
)
def test_printed_vectors(levels: list[int], weights: list[int], printed: str) -> None:
    assert f"{t_score(levels, weights):.2f}" == printed


@pytest.mark.parametrize(
    ("weights", "at_intake", "later", "printed"),
    [
        pytest.param([3, 2, 1], [-1, -1, -1], [1, 1, 0], ("36.78", "61.02"), id="C1 at week 16"),
        pytest.param([3, 2, 1, 1], [-1, -1, -1, -1], [1, 1, 0, 1], ("36.06", "61.95"), id="C6"),
    ],
)
def test_worked_cases(
    weights: list[int], at_intake: list[int], later: list[int], printed: tuple[str, str]
) -> None:
    assert (f"{t_score(at_intake, weights):.2f}", f"{t_score(later, weights):.2f}") == printed


def test_the_published_correlation_is_the_default() -> None:
    assert GAS_RHO == 0.30
    assert t_score([1, 0], [2, 1]) == t_score([1, 0], [2, 1], rho=0.30)


def test_the_correlation_is_given_by_name() -> None:
    with pytest.raises(TypeError):
        t_score([1], [1], 0.5)  # type: ignore[call-arg]


def test_any_number_of_goals_is_scored() -> None:
    assert t_score([1] * 1000, [1] * 1000) == pytest.approx(50 + 10 / sqrt(GAS_RHO), abs=0.05)


def test_the_score_is_not_rounded() -> None:
    assert t_score([1, 1, 0], [3, 2, 1]) == pytest.approx(61.0163, abs=1e-4)


@given(st.sampled_from(LEVELS), st.integers(1, 10**6), rhos)
def test_a_lone_goal_scores_ten_points_a_level_exactly(level: int, weight: int, rho: float) -> None:
    assert t_score([level], [weight], rho=rho) == 50 + 10 * level


@given(goals, rhos)
def test_it_is_the_published_formula(rated: list[tuple[int, int]], rho: float) -> None:
    levels, weights = split(rated)
    assert t_score(levels, weights, rho=rho) == pytest.approx(as_published(levels, weights, rho), abs=1e-9)


@given(goals, rhos)
def test_mirrored_levels_mirror_the_score_about_fifty(rated: list[tuple[int, int]], rho: float) -> None:
    levels, weights = split(rated)
    mirrored = t_score([-level for level in levels], weights, rho=rho)
    assert t_score(levels, weights, rho=rho) + mirrored == pytest.approx(100)


@given(goals, st.data())
def test_the_order_of_goals_does_not_matter(rated: list[tuple[int, int]], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(rated))
    assert t_score(*split(shuffled)) == t_score(*split(rated))


@given(goals, st.integers(1, 1000), rhos)
def test_only_the_proportions_of_the_weights_count(
    rated: list[tuple[int, int]], factor: int, rho: float
) -> None:
    levels, weights = split(rated)
    scaled = t_score(levels, [weight * factor for weight in weights], rho=rho)
    assert scaled == pytest.approx(t_score(levels, weights, rho=rho), abs=1e-9)


@given(goals, st.data())
def test_a_better_level_of_any_goal_always_raises_the_score(
    rated: list[tuple[int, int]], data: st.DataObject
) -> None:
    levels, weights = split(rated)
    position = data.draw(st.integers(0, len(levels) - 1))
    for worse, better in pairwise(LEVELS):
        low, high = levels.copy(), levels.copy()
        low[position], high[position] = worse, better
        assert t_score(low, weights) < t_score(high, weights)


@given(goals)
def test_no_score_leaves_the_reach_of_the_default_correlation(rated: list[tuple[int, int]]) -> None:
    reach = 20 / sqrt(GAS_RHO)
    assert 50 - reach < t_score(*split(rated)) < 50 + reach


@given(goals)
def test_full_correlation_leaves_the_weighted_mean_level(rated: list[tuple[int, int]]) -> None:
    levels, weights = split(rated)
    mean = sum(w * x for w, x in zip(weights, levels, strict=True)) / sum(weights)
    assert t_score(levels, weights, rho=1) == pytest.approx(50 + 10 * mean)


def test_no_correlation_leaves_the_independent_sum() -> None:
    assert t_score([1, 1], [3, 4], rho=0) == 50 + 10 * 7 / 5


@pytest.mark.parametrize(
    ("levels", "weights", "sentence"),
    [
        ([], [], "A T-score needs at least one rated goal."),
        ([], [1], "A T-score needs at least one rated goal."),
        ([0, 1], [1], "Each goal has one level and one weight, not 2 and 1."),
        ([0], [1, 1], "Each goal has one level and one weight, not 1 and 2."),
        ([3], [1], "A level of attainment is a whole number from -2 to +2, not 3."),
        ([0, -3], [1, 1], "A level of attainment is a whole number from -2 to +2, not -3."),
        ([0.5], [1], "A level of attainment is a whole number from -2 to +2, not 0.5."),
        ([float("nan")], [1], "A level of attainment is a whole number from -2 to +2, not nan."),
        ([0], [0], "A goal's weight is a positive whole number, not 0."),
        ([0, 0], [1, -1], "A goal's weight is a positive whole number, not -1."),
        ([0], [1.5], "A goal's weight is a positive whole number, not 1.5."),
    ],
)
def test_goals_that_cannot_be_scored_are_refused_in_a_sentence(
    levels: list[int], weights: list[int], sentence: str
) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(sentence)}$"):
        t_score(levels, weights)


@pytest.mark.parametrize("rho", [-0.01, 1.01, float("nan"), float("inf")])
def test_a_correlation_outside_its_range_is_refused(rho: float) -> None:
    sentence = f"The correlation between goals lies between 0 and 1, not at {rho!r}."
    with pytest.raises(ValueError, match=f"^{re.escape(sentence)}$"):
        t_score([1], [1], rho=rho)
