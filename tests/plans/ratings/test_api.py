"""Ratings over the API."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from couplesone.cases.models import Case
from couplesone.clients.models import Client
from couplesone.plans.models import Correction, Rating
from support.http import Caller
from support.papers import Chart

WEEK = {"week_of": "2026-03-02", "source": "client", "level": 1}


@pytest.fixture
def path(chart: Chart) -> str:
    """The ratings of a goal that is worked on."""
    return f"/v1/goals/{chart.goal(lifecycle='active')}/ratings"


def test_a_week_is_rated(chart: Chart, therapist: Caller, path: str) -> None:
    made = therapist.call("POST", path, {**WEEK, "note": "Two hard talks."})
    rating = made.json()
    assert made.status_code == 201
    assert made.headers["location"] == f"/v1/ratings/{rating['id']}"
    assert (rating["level"], rating["source"], rating["note"]) == (1, "client", "Two hard talks.")
    assert (rating["week_of"], rating["week"], rating["corrections"]) == ("2026-03-02", 9, 0)
    assert therapist.get(f"/v1/ratings/{rating['id']}") == rating
    assert "hard" not in chart.look(Rating, rating["id"], "note_sealed")


@pytest.mark.parametrize(
    ("day", "monday", "week"),
    [("2026-03-08", "2026-03-02", 9), ("2026-01-05", "2026-01-05", 1), ("2026-01-18", "2026-01-12", 2)],
)
def test_any_day_of_the_week_will_do(therapist: Caller, path: str, day: str, monday: str, week: int) -> None:
    rating = therapist.post(path, {**WEEK, "week_of": day})
    assert (rating["week_of"], rating["week"]) == (monday, week)


@pytest.mark.parametrize("day", ["2026-03-09", "2026-01-04"])
def test_a_week_before_the_case_or_not_begun_is_refused(therapist: Caller, path: str, day: str) -> None:
    response = therapist.call("POST", path, {**WEEK, "week_of": day})
    assert (response.status_code, response.json()["code"]) == (422, "dates_out_of_order")
    assert response.json()["errors"][0]["pointer"] == "/week_of"


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"level": 3}, ("/level", "out_of_range")),
        ({"level": -3}, ("/level", "out_of_range")),
        ({"level": 0.5}, ("/level", "not_an_integer")),
        ({"source": "partner"}, ("/source", "unknown_code")),
        ({"week_of": "this week"}, ("/week_of", "not_a_date")),
        ({"weight": 1}, ("/weight", "unknown_field")),
    ],
)
def test_a_rating_has_its_form(
    therapist: Caller, path: str, change: dict[str, Any], found: tuple[str, str]
) -> None:
    response = therapist.call("POST", path, {**WEEK, **change})
    assert [(error["pointer"], error["code"]) for error in response.json()["errors"]] == [found]


@pytest.mark.parametrize("lifecycle", ["active", "on_hold", "completed"])
def test_a_goal_is_rated_once_the_work_on_it_began(chart: Chart, therapist: Caller, lifecycle: str) -> None:
    assert therapist.post(f"/v1/goals/{chart.goal(lifecycle=lifecycle)}/ratings", WEEK)["level"] == 1


@pytest.mark.parametrize("lifecycle", ["proposed", "cancelled"])
def test_any_other_is_not(chart: Chart, therapist: Caller, lifecycle: str) -> None:
    goal = f"/v1/goals/{chart.goal(lifecycle=lifecycle)}"
    assert therapist.refused("POST", f"{goal}/ratings", WEEK) == (409, "goal_not_active")
    (offer,) = [it for it in therapist.get(goal)["actions"] if it["action"] == "record_rating"]
    assert (offer["allowed"], offer["code"]) == (False, "goal_not_active")


def test_a_week_is_rated_once_by_each_source(therapist: Caller, path: str) -> None:
    therapist.post(path, WEEK)
    therapist.post(path, {**WEEK, "source": "therapist"})
    therapist.post(path, {**WEEK, "week_of": "2026-02-23"})
    for body in (WEEK, {**WEEK, "level": 2}, {**WEEK, "week_of": "2026-03-05"}):
        assert therapist.refused("POST", path, body) == (409, "rating_exists")


def test_two_goals_are_rated_apart(chart: Chart, therapist: Caller, path: str) -> None:
    therapist.post(path, WEEK)
    therapist.post(f"/v1/goals/{chart.goal(lifecycle='active')}/ratings", WEEK)


def test_ratings_are_listed_the_latest_week_first(chart: Chart, therapist: Caller, path: str) -> None:
    goal = path.split("/")[3]
    ids = [chart.rating(goal, 0, date(2026, 2, day)) for day in (2, 16, 9)]
    chart.rating(chart.goal(lifecycle="active"), 0, date(2026, 2, 23))
    first = therapist.get(path, params={"limit": 2})
    rest = therapist.get(path, params={"limit": 2, "cursor": first["next_cursor"]})
    assert [rating["id"] for rating in first["items"]] == [ids[1], ids[2]]
    assert [rating["id"] for rating in rest["items"]] == [ids[0]]
    assert [rating["week"] for rating in first["items"]] == [7, 6]


def test_a_goal_without_ratings_has_an_empty_list(therapist: Caller, path: str) -> None:
    assert therapist.get(path) == {"items": [], "next_cursor": None}


def test_a_list_takes_as_many_statements_for_25_as_for_one(chart: Chart, therapist: Caller) -> None:
    chart.set(Case, chart.case_id, opened_on=date(2025, 1, 1))
    goal = chart.goal(lifecycle="active")
    counts = []
    for weeks in (range(1, 2), range(2, 26)):
        for week in weeks:
            chart.rating(goal, 0, date.fromisocalendar(2025, week, 1), note="Hard.")
        before = len(chart.world.statements)
        therapist.get(f"/v1/goals/{goal}/ratings")
        counts.append(len(chart.world.statements) - before)
    assert counts[0] == counts[1]


def test_a_correction_has_a_reason_and_keeps_what_was_said(
    chart: Chart, therapist: Caller, path: str
) -> None:
    rating = therapist.post(path, {**WEEK, "note": "Two hard talks."})
    one = f"/v1/ratings/{rating['id']}"
    rating = therapist.patch(one, {"level": 0, "reason": "The wrong week."}, etag=rating)
    assert (rating["level"], rating["note"], rating["corrections"], rating["version"]) == (
        0,
        "Two hard talks.",
        1,
        2,
    )
    chart.world.days(1)
    rating = therapist.patch(one, {"note": None, "reason": "Not for the files."}, etag=rating)
    assert (rating["level"], rating["note"], rating["corrections"]) == (0, None, 2)
    items = therapist.get(f"{one}/corrections")["items"]
    assert [(it["reason"], it["before"]) for it in items] == [
        ("Not for the files.", {"level": 0, "note": "Two hard talks."}),
        ("The wrong week.", {"level": 1, "note": "Two hard talks."}),
    ]
    assert {it["recorded_by"] for it in items} == {str(chart.world.home.people["therapist"].id)}
    assert items[0]["corrected_at"] == "2026-03-03T09:00:00.000000Z"
    for column in ("before", "reason"):
        assert " " not in chart.look(Correction, items[0]["id"], f"{column}_sealed")


def test_corrections_are_listed_page_by_page(therapist: Caller, path: str) -> None:
    rating = therapist.post(path, WEEK)
    one = f"/v1/ratings/{rating['id']}"
    for level in (2, 0, -1):
        rating = therapist.patch(one, {"level": level, "reason": "Why."}, etag=rating)
    first = therapist.get(f"{one}/corrections", params={"limit": 2})
    rest = therapist.get(f"{one}/corrections", params={"limit": 2, "cursor": first["next_cursor"]})
    assert [it["before"]["level"] for it in first["items"] + rest["items"]] == [0, 2, 1]


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"level": 0}, ("/reason", "required")),
        ({"level": 0, "reason": ""}, ("/reason", "too_short")),
        ({"level": None, "reason": "Why."}, ("/level", "not_an_integer")),
        ({"week_of": "2026-02-23", "reason": "Why."}, ("/week_of", "unknown_field")),
        ({"reason": "Why."}, ("/reason", "nothing_corrected")),
        ({"level": 1, "note": None, "reason": "Why."}, ("/reason", "nothing_corrected")),
    ],
)
def test_a_correction_corrects_something(
    therapist: Caller, path: str, change: dict[str, Any], found: tuple[str, str]
) -> None:
    rating = therapist.post(path, WEEK)
    response = therapist.call("PATCH", f"/v1/ratings/{rating['id']}", change, etag=rating)
    assert [(error["pointer"], error["code"]) for error in response.json()["errors"]] == [found]
    assert therapist.get(f"/v1/ratings/{rating['id']}")["corrections"] == 0


def test_a_rating_in_error_is_kept_and_frees_its_week(therapist: Caller, path: str) -> None:
    rating = therapist.post(path, WEEK)
    one = f"/v1/ratings/{rating['id']}"
    wrong = therapist.post(f"{one}/mark-in-error", {"reason": "Another case."}, etag=rating)
    assert (wrong["error_reason"], wrong["level"]) == ("Another case.", 1)
    assert therapist.refused("PATCH", one, {"level": 0, "reason": "Why."}, etag=wrong) == (
        409,
        "item_in_error",
    )
    again = therapist.post(path, {**WEEK, "level": 2})
    items = therapist.get(path)["items"]
    assert {rating["id"] for rating in items} == {again["id"], wrong["id"]}


def test_a_change_names_the_version_that_it_is_of(chart: Chart, therapist: Caller) -> None:
    rating = chart.rating(chart.goal(lifecycle="active"), 0, date(2026, 3, 2))
    path = f"/v1/ratings/{rating}"
    for method, where, body in (
        ("PATCH", path, {"level": 1, "reason": "Why."}),
        ("POST", f"{path}/mark-in-error", {"reason": "Why."}),
    ):
        assert therapist.refused(method, where, body) == (428, "if_match_required")
        assert therapist.refused(method, where, body, etag=2) == (412, "version_stale")


def test_a_repeated_request_records_one_rating(therapist: Caller, path: str) -> None:
    first, again = (therapist.call("POST", path, WEEK, key="once") for _ in range(2))
    assert again.headers["idempotency-replayed"] == "true"
    assert (again.status_code, again.json()) == (201, first.json())
    assert therapist.refused("POST", path, {**WEEK, "level": 2}, key="once") == (
        422,
        "idempotency_key_reused",
    )


@pytest.mark.parametrize(
    ("entity", "values", "code"),
    [
        (Case, {"status": "closed", "closed_on": date(2026, 3, 1)}, "case_closed"),
        (Client, {"status": "archived"}, "client_archived"),
    ],
)
def test_nothing_changes_in_a_closed_case_or_for_an_archived_client(
    chart: Chart, therapist: Caller, path: str, entity: type, values: dict[str, Any], code: str
) -> None:
    rating = f"/v1/ratings/{chart.rating(path.split('/')[3], 0, date(2026, 2, 2))}"
    chart.set(entity, chart.case_id if entity is Case else chart.client_id, **values)
    assert therapist.refused("POST", path, WEEK) == (409, code)
    assert therapist.refused("PATCH", rating, {"level": 1, "reason": "Why."}, etag=1) == (409, code)
    assert therapist.refused("POST", f"{rating}/mark-in-error", {"reason": "Why."}, etag=1) == (409, code)
