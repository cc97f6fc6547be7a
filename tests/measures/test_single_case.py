"""Single-case statistics, against the printed vectors, an independent count and their own invariants."""

import re
from dataclasses import FrozenInstanceError, replace
from fractions import Fraction
from statistics import linear_regression

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from couplesone.measures.single_case import (
    MINIMUM_POINTS,
    Direction,
    NapBand,
    PndBand,
    SeriesStatistics,
    compare,
    rounded,
    slope,
)

LOWER, HIGHER = Direction.LOWER_IS_BETTER, Direction.HIGHER_IS_BETTER

C1_BASELINE = [6, 5, 7, 6, 6]
C1_TREATMENT = [5, 4, 3, 3, 2, 2, 1, 1]

counts = st.integers(0, 10)
phases = st.lists(counts, min_size=1, max_size=12)
directions = st.sampled_from(Direction)


def printed(statistics: SeriesStatistics) -> tuple[float | None, ...]:
    """NAP, Tau and Tau-U to four decimals, PND to two."""
    return (
        rounded(statistics.nap, 4),
        rounded(statistics.tau, 4),
        rounded(statistics.tau_u, 4),
        rounded(statistics.pnd, 2),
    )


def test_the_worked_case_of_a_partner_who_declines_at_week_13() -> None:
    assert compare(C1_BASELINE, C1_TREATMENT, direction=LOWER) == SeriesStatistics(
        baseline_points=5,
        treatment_points=8,
        nap=Fraction("0.9875"),
        tau=Fraction("0.975"),
        tau_u=Fraction(1),
        pnd=Fraction("87.5"),
        nap_band=NapBand.STRONG,
        pnd_band=PndBand.EFFECTIVE,
        descriptive_only=False,
        tau_u_above_one=False,
    )


def test_the_worked_case_of_a_partner_who_declines_at_week_16() -> None:
    statistics = compare(C1_BASELINE, [*C1_TREATMENT, 1, 0, 0], direction=LOWER)
    assert printed(statistics) == (0.9909, 0.9818, 1.0, 90.91)
    assert (statistics.nap_band, statistics.pnd_band) == ("strong", "very_effective")
    assert (statistics.baseline_points, statistics.treatment_points) == (5, 11)
    assert not statistics.tau_u_above_one


def test_the_worked_case_of_an_ultimatum_is_only_descriptive() -> None:
    statistics = compare([9, 8, 10, 9], [9, 8, 7, 8, 7, 6], direction=LOWER)
    assert printed(statistics) == (0.875, 0.75, 0.7917, 50.0)
    assert (statistics.nap_band, statistics.pnd_band) == ("medium", "questionable")
    assert statistics.descriptive_only


def test_the_worked_case_of_a_partner_who_becomes_curious_improves_upwards() -> None:
    statistics = compare([2, 3, 2, 3, 2], [3, 4, 4, 5, 5, 6], direction=HIGHER)
    assert printed(statistics) == (0.9667, 0.9333, 0.9333, 83.33)
    assert (statistics.nap_band, statistics.pnd_band) == ("strong", "effective")
    assert not statistics.descriptive_only


def test_tau_u_above_one_is_given_raw_and_flagged() -> None:
    statistics = compare([5, 6, 6, 7, 5], [4, 3, 2, 2, 1, 1, 0, 0], direction=LOWER)
    assert printed(statistics) == (1.0, 1.0, 1.05, 100.0)
    assert (statistics.nap_band, statistics.pnd_band) == ("strong", "very_effective")
    assert statistics.tau_u_above_one


def test_a_baseline_that_was_improving_anyway_is_held_against_the_treatment() -> None:
    improving = compare([3, 2, 1], [0, 0, 0], direction=LOWER)
    worsening = compare([1, 2, 3], [0, 0, 0], direction=LOWER)
    assert (improving.tau, improving.tau_u) == (Fraction(1), Fraction(2, 3))
    assert (worsening.tau, worsening.tau_u) == (Fraction(1), Fraction(4, 3))


@pytest.mark.parametrize(("baseline", "treatment"), [([], []), ([], [1, 2]), ([1, 2, 3], [])])
def test_an_empty_phase_has_counts_and_no_figures(baseline: list[float], treatment: list[float]) -> None:
    assert compare(baseline, treatment, direction=LOWER) == SeriesStatistics(
        baseline_points=len(baseline),
        treatment_points=len(treatment),
        nap=None,
        tau=None,
        tau_u=None,
        pnd=None,
        nap_band=None,
        pnd_band=None,
        descriptive_only=True,
        tau_u_above_one=False,
    )


@pytest.mark.parametrize(
    ("baseline_points", "treatment_points", "expected"),
    [(5, 5, False), (4, 5, True), (5, 4, True), (0, 9, True)],
)
def test_fewer_than_five_points_in_either_phase_are_descriptive(
    baseline_points: int, treatment_points: int, expected: bool
) -> None:
    assert MINIMUM_POINTS == 5
    statistics = compare([1] * baseline_points, [1] * treatment_points, direction=LOWER)
    assert statistics.descriptive_only is expected


@pytest.mark.parametrize(("minimum", "expected"), [(2, False), (3, False), (4, True)])
def test_the_number_of_points_needed_is_the_caller_s(minimum: int, expected: bool) -> None:
    statistics = compare([1] * 3, [1] * 4, direction=LOWER, minimum_points=minimum)
    assert statistics.descriptive_only is expected


@pytest.mark.parametrize("direction", Direction)
def test_a_direction_read_back_as_its_code_is_the_same_direction(direction: Direction) -> None:
    code: Direction = direction.value  # type: ignore[assignment]
    assert compare([1, 3], [2, 5], direction=code) == compare([1, 3], [2, 5], direction=direction)


def test_the_direction_is_given_by_name() -> None:
    with pytest.raises(TypeError):
        compare([1], [2], LOWER)  # type: ignore[call-arg]


def test_statistics_do_not_change_once_given() -> None:
    statistics = compare([1], [2], direction=LOWER)
    with pytest.raises(FrozenInstanceError):
        statistics.nap = Fraction(1)  # type: ignore[misc]


# What the figures have to be


def counted(before: list[int], after: list[int], direction: Direction) -> tuple[Fraction, ...]:
    """The definitions, counted by hand."""
    better = worse = ties = improving = worsening = 0
    for a in before:
        for b in after:
            gain = a - b if direction is LOWER else b - a
            better, worse, ties = better + (gain > 0), worse + (gain < 0), ties + (gain == 0)
    for i, a in enumerate(before):
        for b in before[i + 1 :]:
            gain = a - b if direction is LOWER else b - a
            improving, worsening = improving + (gain > 0), worsening + (gain < 0)
    pairs = len(before) * len(after)
    beyond = [b for b in after if (b < min(before) if direction is LOWER else b > max(before))]
    return (
        Fraction(2 * better + ties, 2 * pairs),
        Fraction(better - worse, pairs),
        Fraction(better - worse - (improving - worsening), pairs),
        Fraction(100 * len(beyond), len(after)),
    )


@given(phases, phases, directions)
def test_the_figures_are_their_definitions(before: list[int], after: list[int], direction: Direction) -> None:
    s = compare(before, after, direction=direction)
    assert (s.nap, s.tau, s.tau_u, s.pnd) == counted(before, after, direction)


@given(phases, phases, directions)
def test_the_figures_stay_in_bounds(before: list[int], after: list[int], direction: Direction) -> None:
    s = compare(before, after, direction=direction)
    assert s.nap is not None
    assert s.tau is not None
    assert s.tau_u is not None
    assert s.pnd is not None
    assert 0 <= s.nap <= 1
    assert -1 <= s.tau <= 1
    assert 0 <= s.pnd <= 100
    assert abs(s.tau_u - s.tau) <= Fraction(len(before) - 1, 2 * len(after))
    assert s.tau_u_above_one == (s.tau_u > 1)
    assert s.nap == (s.tau + 1) / 2
    assert s.nap_band is NapBand.of(s.nap)
    assert s.pnd_band is PndBand.of(s.pnd)


@given(phases, phases)
def test_negating_the_values_and_flipping_the_direction_changes_nothing(
    before: list[int], after: list[int]
) -> None:
    negated = compare([-a for a in before], [-b for b in after], direction=HIGHER)
    assert compare(before, after, direction=LOWER) == negated


@given(phases, phases)
def test_flipping_the_direction_alone_turns_the_figures_round(before: list[int], after: list[int]) -> None:
    down, up = compare(before, after, direction=LOWER), compare(before, after, direction=HIGHER)
    assert down.nap is not None
    assert down.tau is not None
    assert down.tau_u is not None
    assert (up.nap, up.tau, up.tau_u) == (1 - down.nap, -down.tau, -down.tau_u)


@given(phases, phases, directions, st.integers(-50, 50), st.integers(1, 9))
def test_only_the_order_of_the_values_counts(
    before: list[int], after: list[int], direction: Direction, shift: int, stretch: int
) -> None:
    moved = compare(
        [stretch * a + shift for a in before], [stretch * b + shift for b in after], direction=direction
    )
    assert moved == compare(before, after, direction=direction)


@given(phases, phases, directions, st.data())
def test_the_order_of_weeks_only_touches_the_trend_of_the_baseline(
    before: list[int], after: list[int], direction: Direction, data: st.DataObject
) -> None:
    original = compare(before, after, direction=direction)
    assert compare(before, data.draw(st.permutations(after)), direction=direction) == original
    shuffled = compare(data.draw(st.permutations(before)), after, direction=direction)
    same_trend = replace(shuffled, tau_u=original.tau_u, tau_u_above_one=original.tau_u_above_one)
    assert same_trend == original


@given(phases, phases, st.data())
def test_a_better_treatment_point_never_lowers_a_figure(
    before: list[int], after: list[int], data: st.DataObject
) -> None:
    improved = after.copy()
    improved[data.draw(st.integers(0, len(after) - 1))] += 1
    worse, better = compare(before, after, direction=HIGHER), compare(before, improved, direction=HIGHER)
    for figure in ("nap", "tau", "tau_u", "pnd"):
        assert getattr(better, figure) >= getattr(worse, figure)


@given(counts, st.integers(1, 9), st.integers(1, 9), directions)
def test_a_series_that_never_moves_shows_no_change(
    value: int, before: int, after: int, direction: Direction
) -> None:
    s = compare([value] * before, [value] * after, direction=direction)
    assert (s.nap, s.tau, s.tau_u, s.pnd) == (Fraction(1, 2), Fraction(0), Fraction(0), Fraction(0))
    assert (s.nap_band, s.pnd_band) == (NapBand.WEAK, PndBand.UNRELIABLE)


# Bands


@pytest.mark.parametrize(
    ("nap", "code"),
    [
        ("0", "weak"),
        ("0.6599999999999999999999", "weak"),
        ("0.66", "medium"),
        ("0.9299999999999999999999", "medium"),
        ("0.93", "strong"),
        ("1", "strong"),
    ],
)
def test_nap_bands_begin_at_their_lower_edge(nap: str, code: str) -> None:
    assert NapBand.of(Fraction(nap)) == code


@pytest.mark.parametrize(
    ("pnd", "code"),
    [
        ("0", "unreliable"),
        ("49.9999999999999999999", "unreliable"),
        ("50", "questionable"),
        ("69.9999999999999999999", "questionable"),
        ("70", "effective"),
        ("89.9999999999999999999", "effective"),
        ("90", "very_effective"),
        ("100", "very_effective"),
    ],
)
def test_pnd_bands_begin_at_their_lower_edge(pnd: str, code: str) -> None:
    assert PndBand.of(Fraction(pnd)) == code


@pytest.mark.parametrize(
    ("beaten", "nap", "band"),
    [(66, Fraction(66, 100), NapBand.MEDIUM), (93, Fraction(93, 100), NapBand.STRONG)],
)
def test_a_series_that_lands_on_an_edge_of_nap_is_in_the_upper_band(
    beaten: int, nap: Fraction, band: NapBand
) -> None:
    statistics = compare([1] * beaten + [3] * (100 - beaten), [2], direction=HIGHER)
    assert (statistics.nap, statistics.nap_band) == (nap, band)


@pytest.mark.parametrize(
    ("beyond", "band"), [(5, PndBand.QUESTIONABLE), (7, PndBand.EFFECTIVE), (9, PndBand.VERY_EFFECTIVE)]
)
def test_a_series_that_lands_on_an_edge_of_pnd_is_in_the_upper_band(beyond: int, band: PndBand) -> None:
    statistics = compare([5], [4] * beyond + [5] * (10 - beyond), direction=LOWER)
    assert (statistics.pnd, statistics.pnd_band) == (Fraction(10 * beyond), band)


def test_the_codes_are_the_agreed_ones() -> None:
    assert [*Direction] == ["lower_is_better", "higher_is_better"]
    assert [*NapBand] == ["weak", "medium", "strong"]
    assert [*PndBand] == ["unreliable", "questionable", "effective", "very_effective"]


# Slope


@pytest.mark.parametrize("points", [[], [(3, 5.0)], [(3, 5.0), (3, 7.0)]])
def test_one_week_has_no_slope(points: list[tuple[int, float]]) -> None:
    assert slope(points) is None


@pytest.mark.parametrize(
    ("points", "per_week"),
    [
        ([(1, 6), (2, 4)], -2.0),
        ([(1, 6), (5, 4)], -0.5),
        ([(1, 0), (2, 1), (4, 5)], 12 / 7),
        ([(1, 0), (1, 2), (3, 5)], 2.0),
        ([(0, 3), (7, 3)], 0.0),
    ],
)
def test_slope_is_counted_per_week_across_gaps(points: list[tuple[int, float]], per_week: float) -> None:
    assert slope(points) == per_week


@given(st.lists(st.tuples(st.integers(1, 60), counts), min_size=2, max_size=20), st.data())
def test_slope_is_least_squares_whatever_the_order(
    points: list[tuple[int, float]], data: st.DataObject
) -> None:
    assume(len({week for week, _ in points}) > 1)
    weeks, values = zip(*points, strict=True)
    assert slope(points) == pytest.approx(linear_regression(weeks, values).slope, abs=1e-9)
    assert slope(data.draw(st.permutations(points))) == slope(points)


@given(st.integers(-9, 9), st.integers(-9, 9), st.sets(st.integers(1, 60), min_size=2))
def test_slope_of_a_straight_line_is_exact(intercept: int, per_week: int, weeks: set[int]) -> None:
    assert slope([(week, intercept + per_week * week) for week in weeks]) == per_week


# Printing


@pytest.mark.parametrize(
    ("value", "digits", "figure"),
    [
        (None, 2, None),
        (Fraction(79, 80), 4, 0.9875),
        (Fraction(79, 80), 3, 0.988),
        (Fraction(2, 3), 2, 0.67),
        (Fraction(1, 3), 2, 0.33),
        (Fraction(1, 8), 2, 0.13),
        (Fraction(-1, 8), 2, -0.13),
        (Fraction(-1, 3), 2, -0.33),
        (0.125, 2, 0.13),
        (2.675, 2, 2.67),
        (Fraction("2.675"), 2, 2.68),
        (7, 0, 7.0),
        (Fraction(5, 2), 0, 3.0),
        (Fraction(1, 3), 0, 0.0),
    ],
)
def test_figures_are_printed_half_up(
    value: Fraction | float | None, digits: int, figure: float | None
) -> None:
    assert rounded(value, digits) == figure


@pytest.mark.parametrize("value", [Fraction(0), 0.0, -0.0, Fraction(-1, 1000)])
def test_nothing_is_printed_as_minus_zero(value: Fraction | float) -> None:
    assert str(rounded(value, 2)) == "0.0"


@given(st.fractions(-1000, 1000), st.integers(0, 4))
def test_a_printed_figure_is_the_nearest_one(value: Fraction, digits: int) -> None:
    figure = rounded(value, digits)
    assert figure is not None
    nearest = Fraction(f"{figure:.{digits}f}")
    assert figure == float(nearest)
    assert abs(nearest - value) <= Fraction(1, 2 * 10**digits)
    assert rounded(-value, digits) == -figure


# Bad input


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_what_is_not_a_number_is_refused(value: float) -> None:
    sentence = re.escape(f"A value of a series is a finite number, not {value!r}.")
    with pytest.raises(ValueError, match=f"^{sentence}$"):
        compare([value], [1], direction=LOWER)
    with pytest.raises(ValueError, match=f"^{sentence}$"):
        compare([], [value], direction=LOWER)
    with pytest.raises(ValueError, match=f"^{sentence}$"):
        slope([(1, value)])
    with pytest.raises(ValueError, match=f"^{sentence}$"):
        rounded(value, 2)
