"""The figures of the worked cases, and the rules that decide which numbers count."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from couplesone.cases.weekly import WeeklyMeasure
from couplesone.course.attainment import attainment, baseline, plan_in_force, rated_weeks
from couplesone.course.facts import CheckInFact, PlanVersion, RatingFact
from couplesone.course.series import check_in_weeks, points_of, series_of
from couplesone.measures.single_case import rounded
from couplesone.plans.codes import Achievement
from course.facts import PLAN, c1, c6, case, monday, pressure


def figures(facts, measure: WeeklyMeasure, week: int) -> tuple[float | None, ...]:
    found = series_of(facts, measure, week, minimum_points=5).statistics
    return rounded(found.nap, 4), rounded(found.tau, 4), rounded(found.tau_u, 4), rounded(found.pnd, 2)


@pytest.mark.parametrize(
    ("week", "expected"), [(13, (0.9875, 0.975, 1.0, 87.5)), (16, (0.9909, 0.9818, 1.0, 90.91))]
)
def test_c1_pressure(week: int, expected: tuple[float, ...]) -> None:
    assert figures(c1(), WeeklyMeasure.PRESSURE, week) == expected


def test_c6_positive_responses() -> None:
    assert figures(c6(), WeeklyMeasure.POSITIVE_RESPONSES, 11) == (0.9667, 0.9333, 0.9333, 83.33)


@pytest.mark.parametrize(("week", "score"), [(5, 36.78), (13, 54.41), (16, 61.02)])
def test_c1_attainment(week: int, score: float) -> None:
    assert attainment(c1(), week).t_score == score


def test_c6_attainment() -> None:
    assert baseline(c6()).t_score == 36.06
    assert attainment(c6(), 11).t_score == 61.95


def test_the_baseline_stays_what_it_was_when_goals_were_rated_early() -> None:
    facts = case("pressure", [6], [5], weights=(3, 2, 1), ratings={1: (2, 2, 2)})
    assert baseline(facts).t_score == 36.78
    assert attainment(facts, 1).t_score != 36.78


def test_without_an_activated_plan_there_is_no_score_and_all_weeks_are_baseline() -> None:
    facts = replace(c1(), plans=())
    assert attainment(facts, 16).t_score is None
    assert baseline(facts) is None
    found = series_of(facts, WeeklyMeasure.PRESSURE, 16, minimum_points=5)
    assert (found.statistics.baseline_points, found.statistics.treatment_points) == (16, 0)
    assert found.statistics.nap is None


def test_treatment_starts_in_the_week_of_the_activation_even_on_its_sunday() -> None:
    facts = c1()
    sunday = replace(facts.plans[0], activated_on=monday(6) + timedelta(days=6))
    moved = replace(facts, plans=(sunday,))
    assert moved.treatment_starts == 6


def test_pressure_is_the_larger_of_events_and_count_of_a_week() -> None:
    facts = replace(case("pressure", [2, 2], [2]), pressure=(pressure(1, 3), pressure(1, 2), pressure(2, 1)))
    assert points_of(facts, WeeklyMeasure.PRESSURE, 3) == ((1, 5), (2, 2), (3, 2))


def test_events_alone_make_a_point_and_a_missing_week_is_absent_not_zero() -> None:
    facts = replace(case("agency", [4], []), pressure=(pressure(3, 1),))
    assert points_of(facts, WeeklyMeasure.PRESSURE, 5) == ((3, 1),)
    assert points_of(facts, WeeklyMeasure.AGENCY, 5) == ((1, 4),)


def test_a_week_with_zero_is_a_point() -> None:
    assert points_of(case("pressure", [0], []), WeeklyMeasure.PRESSURE, 1) == ((1, 0),)


def test_events_before_the_opening_are_no_series_weeks() -> None:
    facts = replace(case("agency", [4], []), pressure=(pressure(0, 3),))
    assert points_of(facts, WeeklyMeasure.PRESSURE, 5) == ()


@pytest.mark.parametrize(
    "measure", [measure for measure in WeeklyMeasure if measure is not WeeklyMeasure.PRESSURE]
)
def test_events_of_another_measure_do_not_count_as_its_points(measure: WeeklyMeasure) -> None:
    facts = replace(case(measure.value, [4], []), pressure=(pressure(2, 1),))
    assert points_of(facts, measure, 5) == ((1, 4),)


@pytest.mark.parametrize("measure", WeeklyMeasure)
def test_a_series_knows_which_way_is_better(measure: WeeklyMeasure) -> None:
    found = series_of(case(measure.value, [4], []), measure, 1, minimum_points=5)
    assert found.direction is measure.direction


def test_the_clients_report_is_primary_whichever_came_first() -> None:
    facts = case("agency", [4], [])
    therapist = CheckInFact("5", monday(1), "therapist", {"agency": 9})
    for reports in ((therapist, *facts.check_ins), (*facts.check_ins, therapist)):
        assert points_of(replace(facts, check_ins=reports), WeeklyMeasure.AGENCY, 1) == ((1, 4),)
    assert points_of(replace(facts, check_ins=(therapist,)), WeeklyMeasure.AGENCY, 1) == ((1, 9),)


def test_weeks_are_counted_once_whatever_the_sources() -> None:
    facts = case("agency", [4, 5], [])
    therapist = CheckInFact("5", monday(1), "therapist", {"agency": 9})
    facts = replace(facts, check_ins=(*facts.check_ins, therapist))
    assert [check_in_weeks(facts, week) for week in (0, 1, 2)] == [0, 1, 2]


def rating(facts, week: int, source: str, level: int) -> RatingFact:
    return RatingFact(facts.goals[0].id, monday(week), source, level)


def test_within_a_week_the_clients_rating_counts_and_later_weeks_replace_earlier() -> None:
    facts = case("agency", [4], [])
    ratings = (rating(facts, 2, "therapist", 2), rating(facts, 2, "client", 0), rating(facts, 1, "client", 1))
    for order in (ratings, ratings[::-1]):
        found = attainment(replace(facts, ratings=order), 2).levels[0]
        assert (found.level, found.rated_week) == (0, 2)
    later = replace(facts, ratings=(*ratings, rating(facts, 3, "therapist", -2)))
    assert attainment(later, 3).levels[0].level == -2
    assert attainment(later, 2).levels[0].level == 0


def test_a_rating_holds_until_the_next_one() -> None:
    facts = case("agency", [4], [])
    facts = replace(facts, ratings=(rating(facts, 2, "client", 1), rating(facts, 9, "client", 2)))
    found = {week: attainment(facts, week).levels[0] for week in (1, 2, 3, 8, 9, 60)}
    levels = {week: (level.level, level.rated_week) for week, level in found.items()}
    assert levels == {1: (-1, None), 2: (1, 2), 3: (1, 2), 8: (1, 2), 9: (2, 9), 60: (2, 9)}


@pytest.mark.parametrize(
    ("level", "achievement"),
    [
        (-2, Achievement.WORSENING),
        (-1, Achievement.NO_CHANGE),
        (0, Achievement.ACHIEVED),
        (2, Achievement.ACHIEVED),
    ],
)
def test_achievement_from_a_baseline_of_minus_one(level: int, achievement: Achievement) -> None:
    facts = case("agency", [4], [])
    assert (
        attainment(replace(facts, ratings=(rating(facts, 1, "client", level),)), 1).levels[0].achievement
        is achievement
    )


def test_achievement_improves_below_the_expected_level() -> None:
    facts = case("agency", [4], [])
    low = replace(facts.goals[0], baseline_level=-2)
    facts = replace(facts, goals=(low,), ratings=(rating(facts, 1, "client", -1),))
    assert attainment(facts, 1).levels[0].achievement is Achievement.IMPROVING


def test_an_unrated_goal_stands_at_its_baseline() -> None:
    found = attainment(case("agency", [4], []), 1).levels[0]
    assert (found.level, found.rated_week, found.achievement) == (-1, None, Achievement.NOT_RATED)


@pytest.mark.parametrize("lifecycle", ["active", "on_hold", "completed"])
def test_goals_that_count(lifecycle: str) -> None:
    facts = case("agency", [4], [], weights=(3, 1))
    kept = replace(facts, goals=(replace(facts.goals[0], lifecycle=lifecycle), facts.goals[1]))
    assert [level.goal.weight for level in attainment(kept, 1).levels] == [3, 1]


@pytest.mark.parametrize("lifecycle", ["proposed", "cancelled", "entered_in_error"])
def test_goals_that_do_not_count(lifecycle: str) -> None:
    facts = case("agency", [4], [], weights=(3, 1))
    left = replace(facts, goals=(replace(facts.goals[0], lifecycle=lifecycle), facts.goals[1]))
    assert [level.goal.weight for level in attainment(left, 1).levels] == [1]
    alone = replace(facts, goals=(replace(facts.goals[0], lifecycle=lifecycle),))
    assert attainment(alone, 1).t_score is None


def test_a_later_version_of_the_plan_brings_its_own_goals_from_its_week_on() -> None:
    facts = case("agency", [4], [5, 6], weights=(3, 1))
    second = PlanVersion("2", 2, "active", monday(3), None, None)
    first = replace(facts.plans[0], status="superseded", ended_on=monday(3))
    goals = (facts.goals[0], replace(facts.goals[1], plans={second.id: 0}))
    facts = replace(facts, plans=(second, first), goals=goals)
    assert [level.goal.weight for level in attainment(facts, 2).levels] == [3]
    assert [level.goal.weight for level in attainment(facts, 3).levels] == [1]
    assert plan_in_force(facts, 0).id == PLAN


def test_of_two_versions_activated_on_one_day_the_later_holds() -> None:
    facts = case("agency", [4], [5])
    same_day = PlanVersion("2", 2, "active", facts.plans[0].activated_on, None, None)
    assert plan_in_force(replace(facts, plans=(same_day, *facts.plans)), 5).number == 2


def test_of_two_versions_the_one_activated_later_holds_whatever_their_numbers() -> None:
    facts = case("agency", [4], [5])
    later = replace(facts.plans[0], activated_on=monday(3))
    earlier = PlanVersion("2", 2, "superseded", monday(2), monday(3), None)
    facts = replace(facts, plans=(later, earlier))
    assert [plan_in_force(facts, week).number for week in (1, 2, 3)] == [2, 2, 1]


@pytest.mark.parametrize("days", [0, 5, 6])
def test_a_version_holds_from_the_week_of_its_activation_even_on_its_sunday(days: int) -> None:
    facts = case("agency", [4], [5])
    second = PlanVersion("2", 2, "active", monday(4) + timedelta(days=days), None, None)
    facts = replace(facts, plans=(*facts.plans, second))
    assert [plan_in_force(facts, week).number for week in (3, 4)] == [1, 2]


@pytest.mark.parametrize("starts", [1, 2, 3, 4])
def test_the_baseline_is_of_the_first_version_although_a_second_followed_in_its_week(starts: int) -> None:
    facts = case("agency", [4] * (starts - 1), [5], weights=(3, 1))
    first = facts.plans[0]
    second = PlanVersion("2", 2, "active", first.activated_on + timedelta(days=1), None, None)
    left, kept = facts.goals
    facts = replace(facts, plans=(first, second), goals=(left, replace(kept, plans={second.id: 0})))
    assert [level.goal.weight for level in attainment(facts, starts).levels] == [1]
    assert [level.goal.weight for level in baseline(facts).levels] == [3]


def test_goals_of_one_place_stand_in_the_order_of_their_making() -> None:
    facts = case("agency", [4], [], weights=(3, 2, 1))
    same = tuple(replace(goal, plans={PLAN: 0}) for goal in facts.goals)
    for goals in (same, same[::-1]):
        found = attainment(replace(facts, goals=goals), 1)
        assert [level.goal.weight for level in found.levels] == [3, 2, 1]


def test_goals_stand_in_the_plans_order() -> None:
    facts = case("agency", [4], [], weights=(3, 2, 1))
    turned = tuple(replace(goal, plans={PLAN: 9 - place}) for place, goal in enumerate(facts.goals))
    assert [level.goal.weight for level in attainment(replace(facts, goals=turned), 1).levels] == [1, 2, 3]


def test_rated_weeks_ascend_up_to_the_week() -> None:
    assert rated_weeks(c1(), 16) == [13, 16]
    assert rated_weeks(c1(), 15) == [13]


def test_few_points_are_marked_descriptive() -> None:
    assert (
        series_of(c6(), WeeklyMeasure.POSITIVE_RESPONSES, 11, minimum_points=5).statistics.descriptive_only
        is False
    )
    assert (
        series_of(c6(), WeeklyMeasure.POSITIVE_RESPONSES, 9, minimum_points=5).statistics.descriptive_only
        is True
    )


def test_the_slope_is_per_week() -> None:
    assert series_of(case("agency", [1, 3, 5], []), WeeklyMeasure.AGENCY, 3, minimum_points=5).slope == 2.0
