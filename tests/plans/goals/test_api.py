"""Goals over the API: setting, showing, changing and moving them."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from couplesone.cases.models import Case
from couplesone.clients.models import Client
from couplesone.plans.models import Goal, Objective, Plan, Rating, Strategy
from support.http import Caller
from support.papers import GOAL, LEVELS, Chart, action

W9, W8, W7 = date(2026, 3, 2), date(2026, 2, 23), date(2026, 2, 16)


@pytest.fixture
def draft(chart: Chart) -> str:
    """The draft of the plan."""
    return chart.plan()


def faults(response: Any) -> list[tuple[str, str]]:
    assert response.status_code == 422, response.text
    return [(error["pointer"], error["code"]) for error in response.json()["errors"]]


def test_a_goal_is_set_in_a_draft(chart: Chart, therapist: Caller, draft: str) -> None:
    made = therapist.call(
        "POST", f"/v1/plans/{draft}/goals", {**GOAL, "weight": 3, "target_on": "2026-06-30"}
    )
    goal = made.json()
    assert made.status_code == 201
    assert made.headers["location"] == f"/v1/goals/{goal['id']}"
    assert {name: goal[name] for name in GOAL} == GOAL
    assert (goal["weight"], goal["target_on"], goal["context"]) == (3, "2026-06-30", None)
    assert (goal["lifecycle"], goal["achievement"], goal["latest_rating"]) == ("proposed", "not_rated", None)
    assert (goal["plan_ids"], goal["objectives"], goal["wording_rule"]) == ([draft], [], None)


def test_a_goal_takes_the_last_place_and_counts_the_plan_up(
    chart: Chart, therapist: Caller, draft: str
) -> None:
    first = chart.goal(draft, place=4)
    goal = therapist.post(f"/v1/plans/{draft}/goals", GOAL)
    plan = therapist.get(f"/v1/plans/{draft}")
    assert (plan["goal_ids"], plan["version"]) == ([first, goal["id"]], 2)


def test_the_weight_is_one_unless_said_otherwise(therapist: Caller, draft: str) -> None:
    assert therapist.post(f"/v1/plans/{draft}/goals", GOAL)["weight"] == 1


def test_the_texts_of_a_goal_are_sealed(chart: Chart, therapist: Caller, draft: str) -> None:
    goal = therapist.post(f"/v1/plans/{draft}/goals", {**GOAL, "context": "Money talks"})
    for name in ("title", "less", "more", "instead_of", "context", "indicator", "levels"):
        assert " " not in chart.look(Goal, goal["id"], f"{name}_sealed"), name
    assert json.loads(chart.look(Goal, goal["id"], "more")) == GOAL["more"]


def test_levels_come_in_any_order_and_go_in_theirs(therapist: Caller, draft: str) -> None:
    goal = therapist.post(f"/v1/plans/{draft}/goals", {**GOAL, "levels": LEVELS[::-1]})
    assert goal["levels"] == LEVELS


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"levels": LEVELS[:4]}, ("/levels", "too_few")),
        ({"levels": [*LEVELS, LEVELS[0]]}, ("/levels", "too_many")),
        ({"levels": [*LEVELS[:4], LEVELS[0]]}, ("/levels", "levels_incomplete")),
        ({"levels": [*LEVELS[:4], {"level": 3, "text": "More"}]}, ("/levels/4/level", "out_of_range")),
        ({"levels": [*LEVELS[:4], {"level": 2, "text": " "}]}, ("/levels/4/text", "too_short")),
        ({"weight": 0}, ("/weight", "out_of_range")),
        ({"weight": 11}, ("/weight", "out_of_range")),
        ({"baseline_level": -3}, ("/baseline_level", "out_of_range")),
        ({"baseline_level": None}, ("/baseline_level", "not_an_integer")),
        ({"acting_person": None}, ("/acting_person", "unknown_code")),
        ({"measured_person": "them"}, ("/measured_person", "unknown_code")),
        ({"category": "other"}, ("/category", "unknown_code")),
        ({"title": "x" * 201}, ("/title", "too_long")),
        ({"title": "one\ntwo"}, ("/title", "wrong_form")),
        ({"more": ["x" * 201]}, ("/more/0", "too_long")),
        ({"less": ["x"] * 21}, ("/less", "too_many")),
        ({"target_on": "soon"}, ("/target_on", "not_a_date")),
        ({"score": 1}, ("/score", "unknown_field")),
        ({"less": [], "more": []}, ("/less", "less_or_more")),
    ],
)
def test_a_goal_has_the_form_of_a_goal(
    therapist: Caller, draft: str, change: dict[str, Any], found: tuple[str, str]
) -> None:
    assert faults(therapist.call("POST", f"/v1/plans/{draft}/goals", {**GOAL, **change})) == [found]


@pytest.mark.parametrize(
    "name", ["acting_person", "measured_person", "indicator", "levels", "category", "title"]
)
def test_what_makes_a_goal_is_required(therapist: Caller, draft: str, name: str) -> None:
    body = {member: value for member, value in GOAL.items() if member != name}
    assert faults(therapist.call("POST", f"/v1/plans/{draft}/goals", body)) == [(f"/{name}", "required")]


@pytest.mark.row("S3.22")
@pytest.mark.parametrize("name", ["less", "more"])
def test_one_thing_less_or_more_is_enough(therapist: Caller, draft: str, name: str) -> None:
    body = {member: value for member, value in GOAL.items() if member not in ("less", "more", "instead_of")}
    goal = therapist.post(f"/v1/plans/{draft}/goals", {**body, name: GOAL[name]})
    assert {member: goal[member] for member in ("less", "more", "instead_of")} == {
        "less": [],
        "more": [],
        "instead_of": [],
        name: GOAL[name],
    }


@pytest.mark.parametrize("status", ["active", "superseded", "closed"])
def test_goals_are_set_in_drafts_only(chart: Chart, therapist: Caller, status: str) -> None:
    path = f"/v1/plans/{chart.plan(status)}"
    assert therapist.refused("POST", f"{path}/goals", GOAL) == (409, "plan_not_draft")
    assert action(therapist.get(path), "add_goal") == (False, "plan_not_draft")


def test_no_goal_is_set_in_a_plan_in_error(chart: Chart, therapist: Caller, draft: str) -> None:
    chart.set(Plan, draft, entered_in_error_at=chart.world.clock.now(), status="closed")
    assert therapist.refused("POST", f"/v1/plans/{draft}/goals", GOAL) == (409, "item_in_error")


def test_a_repeated_request_sets_one_goal(therapist: Caller, draft: str) -> None:
    path = f"/v1/plans/{draft}/goals"
    first, again = (therapist.call("POST", path, GOAL, key="once") for _ in range(2))
    assert again.headers["idempotency-replayed"] == "true"
    assert again.json() == first.json()
    assert len(therapist.get(path)["items"]) == 1


def test_the_goals_of_a_plan_are_listed_in_their_places(chart: Chart, therapist: Caller, draft: str) -> None:
    goals = [chart.goal(draft, place=place) for place in (3, 1, 2)]
    path = f"/v1/plans/{draft}/goals"
    first = therapist.get(path, params={"limit": 2})
    rest = therapist.get(path, params={"limit": 2, "cursor": first["next_cursor"]})
    assert [goal["id"] for goal in first["items"]] == [goals[1], goals[2]]
    assert [goal["id"] for goal in rest["items"]] == [goals[0]]
    assert therapist.refused("GET", path, params={"cursor": "x"}) == (422, "cursor_invalid")


def test_a_plan_without_goals_has_an_empty_list(therapist: Caller, draft: str) -> None:
    assert therapist.get(f"/v1/plans/{draft}/goals")["items"] == []


def test_a_list_of_trees_takes_as_many_statements_for_25_goals_as_for_one(
    chart: Chart, therapist: Caller, draft: str
) -> None:
    counts = []
    for places in (range(1, 2), range(2, 26)):
        for place in places:
            goal = chart.goal(draft, "active", place=place)
            chart.strategy(chart.objective(goal))
            chart.rating(goal, 1, W9)
        before = len(chart.world.statements)
        items = therapist.get(f"/v1/plans/{draft}/goals")["items"]
        counts.append(len(chart.world.statements) - before)
        assert all(len(goal["objectives"][0]["strategies"]) == 1 for goal in items)
    assert counts[0] == counts[1]


def test_a_goal_is_shown_as_a_tree(chart: Chart, therapist: Caller, draft: str) -> None:
    goal = chart.goal(draft)
    second, first = chart.objective(goal, place=2), chart.objective(goal, place=1)
    late, early = chart.strategy(first, place=2), chart.strategy(first, place=1)
    gone = chart.objective(goal, place=3)
    chart.set(Objective, gone, entered_in_error_at=chart.world.clock.now())
    chart.set(Strategy, chart.strategy(second), entered_in_error_at=chart.world.clock.now())
    shown = therapist.get(f"/v1/goals/{goal}")["objectives"]
    assert [objective["id"] for objective in shown] == [first, second]
    assert [strategy["id"] for strategy in shown[0]["strategies"]] == [early, late]
    assert shown[1]["strategies"] == []


def test_a_goal_is_never_not_modified_because_its_steps_may_be(chart: Chart, therapist: Caller) -> None:
    path = f"/v1/goals/{chart.goal()}"
    assert therapist.call("GET", path, headers={"If-None-Match": '"1"'}).status_code == 200


def test_a_goal_names_the_versions_that_it_belongs_to(chart: Chart, therapist: Caller) -> None:
    former, draft = chart.plan("active"), chart.plan(number=2)
    goal = chart.goal(former)
    chart.place(draft, goal, 1)
    assert therapist.get(f"/v1/goals/{goal}")["plan_ids"] == [former, draft]


def test_the_achievement_is_read_from_the_latest_week_and_the_client_first(
    chart: Chart, therapist: Caller
) -> None:
    goal = chart.goal(lifecycle="active")
    path = f"/v1/goals/{goal}"
    chart.rating(goal, 2, W7)
    chart.rating(goal, -2, W8, source="therapist")
    assert therapist.get(path)["achievement"] == "worsening"
    chart.rating(goal, -1, W8)
    shown = therapist.get(path)
    assert shown["achievement"] == "no_change"
    assert shown["latest_rating"] == {"week_of": "2026-02-23", "source": "client", "level": -1}
    wrong = chart.rating(goal, 2, W9)
    assert therapist.get(path)["achievement"] == "achieved"
    chart.set(Rating, wrong, entered_in_error_at=chart.world.clock.now())
    assert therapist.get(path)["achievement"] == "no_change"


@pytest.mark.row("S3.23")
@pytest.mark.parametrize(
    ("columns", "missing"),
    [
        ({}, set()),
        ({"context": None}, {"specific"}),
        ({"indicator": "i stay calm  when we talk about MONEY."}, {"observable"}),
        ({"target_on": None}, {"timed"}),
        ({"levels": json.dumps({-2: "a", -1: "b", 0: "c", 1: "d", 2: "D."})}, {"levels_filled"}),
        ({"wording_rule": "needs_both", "wording_confirmed_by": "staff"}, {"own"}),
        ({"context": None, "target_on": None}, {"specific", "timed"}),
    ],
)
def test_the_quality_of_a_goal_is_five_facts_of_its_form(
    chart: Chart, therapist: Caller, columns: dict[str, Any], missing: set[str]
) -> None:
    if "wording_confirmed_by" in columns:
        columns = columns | {"wording_confirmed_by": chart.world.home.people["therapist"].id}
    goal = chart.goal(**{"context": "Money talks", "target_on": W9, **columns})
    quality = therapist.get(f"/v1/goals/{goal}")["quality"]
    facts = ("specific", "observable", "own", "timed", "levels_filled")
    assert {name for name in facts if not quality[name]} == missing
    assert quality["score"] == 5 - len(missing)


@pytest.mark.parametrize("lifecycle", ["proposed", "active", "on_hold"])
def test_a_goal_that_is_not_ended_can_be_changed(chart: Chart, therapist: Caller, lifecycle: str) -> None:
    goal = chart.goal(lifecycle=lifecycle, context="Money talks", target_on=W9)
    body = {
        "title": "I stay in the room",
        "less": [],
        "more": ["breathing out"],
        "instead_of": [],
        "context": None,
        "indicator": "Talks I stayed in",
        "levels": [{**level, "text": f"{level['level']} talks"} for level in LEVELS],
        "weight": 2,
        "baseline_level": -2,
        "acting_person": "client",
        "measured_person": "client",
        "category": "self",
        "target_on": None,
    }
    changed = therapist.patch(f"/v1/goals/{goal}", body, etag=1)
    assert {name: changed[name] for name in body} == body
    assert (changed["version"], changed["lifecycle"]) == (2, lifecycle)


def test_members_that_were_not_sent_stay(chart: Chart, therapist: Caller) -> None:
    goal = chart.goal(context="Money talks")
    before = therapist.get(f"/v1/goals/{goal}")
    after = therapist.patch(f"/v1/goals/{goal}", {"weight": 2}, etag=1)
    assert {name for name in after if after[name] != before[name]} == {"weight", "version"}


@pytest.mark.parametrize("lifecycle", ["completed", "cancelled"])
def test_an_ended_goal_cannot_be_changed(chart: Chart, therapist: Caller, lifecycle: str) -> None:
    goal = chart.goal(lifecycle=lifecycle)
    path = f"/v1/goals/{goal}"
    assert therapist.refused("PATCH", path, {"weight": 2}, etag=1) == (409, "goal_transition_refused")
    assert action(therapist.get(path), "change_goal") == (False, "goal_transition_refused")
    assert therapist.refused("POST", f"{path}/objectives", {"text": "I count"}) == (
        409,
        "goal_transition_refused",
    )


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"less": [], "more": []}, ("/less", "less_or_more")),
        ({"title": None}, ("/title", "not_text")),
        ({"levels": LEVELS[:4]}, ("/levels", "too_few")),
    ],
)
def test_a_changed_goal_still_has_the_form_of_one(
    chart: Chart, therapist: Caller, change: dict[str, Any], found: tuple[str, str]
) -> None:
    assert faults(therapist.call("PATCH", f"/v1/goals/{chart.goal()}", change, etag=1)) == [found]


@pytest.mark.parametrize(
    ("lifecycle", "verb", "then"),
    [
        ("proposed", "activate", "active"),
        ("active", "hold", "on_hold"),
        ("on_hold", "activate", "active"),
        ("active", "complete", "completed"),
        ("on_hold", "complete", "completed"),
        ("proposed", "cancel", "cancelled"),
    ],
)
def test_a_goal_moves(chart: Chart, therapist: Caller, lifecycle: str, verb: str, then: str) -> None:
    path = f"/v1/goals/{chart.goal(lifecycle=lifecycle)}"
    assert action(therapist.get(path), f"{verb}_goal") == (True, None)
    moved = therapist.post(f"{path}/{verb}", etag=1)
    assert (moved["lifecycle"], moved["version"]) == (then, 2)


@pytest.mark.parametrize("verb", ["activate", "hold", "complete", "cancel"])
def test_a_completed_goal_goes_nowhere(chart: Chart, therapist: Caller, verb: str) -> None:
    path = f"/v1/goals/{chart.goal(lifecycle='completed')}"
    assert therapist.refused("POST", f"{path}/{verb}", etag=1) == (409, "goal_transition_refused")
    assert action(therapist.get(path), f"{verb}_goal") == (False, "goal_transition_refused")


def test_a_goal_in_error_is_kept_and_does_not_change(chart: Chart, therapist: Caller) -> None:
    path = f"/v1/goals/{chart.goal(lifecycle='completed')}"
    wrong = therapist.post(f"{path}/mark-in-error", {"reason": "Another case."}, etag=1)
    assert (wrong["lifecycle"], wrong["error_reason"]) == ("entered_in_error", "Another case.")
    assert wrong["entered_in_error_at"] is not None
    assert {entry["code"] for entry in wrong["actions"]} == {"item_in_error"}
    attempts = [
        ("PATCH", path, {"weight": 2}, 2),
        ("POST", f"{path}/activate", None, 2),
        ("POST", f"{path}/mark-in-error", {"reason": "Twice."}, 2),
        ("POST", f"{path}/objectives", {"text": "I count to ten"}, None),
        ("POST", f"{path}/ratings", {"week_of": "2026-03-02", "source": "client", "level": 0}, None),
    ]
    for method, where, body, etag in attempts:
        assert therapist.refused(method, where, body, etag=etag) == (409, "item_in_error"), where


@pytest.mark.parametrize("verb", ["activate", "hold", "complete", "cancel", "mark-in-error"])
def test_a_move_names_the_version_that_it_is_of(chart: Chart, therapist: Caller, verb: str) -> None:
    path = f"/v1/goals/{chart.goal(lifecycle='active')}/{verb}"
    body = {"reason": "Another case."} if verb == "mark-in-error" else None
    assert therapist.refused("POST", path, body) == (428, "if_match_required")
    assert therapist.refused("POST", path, body, etag=2) == (412, "version_stale")


@pytest.mark.parametrize(
    ("entity", "values", "code"),
    [
        (Case, {"status": "closed", "closed_on": W9}, "case_closed"),
        (Client, {"status": "archived"}, "client_archived"),
    ],
)
def test_nothing_changes_in_a_closed_case_or_for_an_archived_client(
    chart: Chart, therapist: Caller, draft: str, entity: type, values: dict[str, Any], code: str
) -> None:
    goal = chart.goal(draft, "active")
    objective = chart.objective(goal)
    strategy = chart.strategy(objective)
    chart.set(entity, chart.case_id if entity is Case else chart.client_id, **values)
    check = {"acting_person": "client", "measured_person": "client"}
    attempts = [
        ("POST", f"/v1/plans/{draft}/goals", GOAL, None),
        ("POST", f"/v1/cases/{chart.case_id}/goal-check", check, None),
        ("PATCH", f"/v1/goals/{goal}", {}, 1),
        ("POST", f"/v1/goals/{goal}/hold", None, 1),
        ("POST", f"/v1/goals/{goal}/mark-in-error", {"reason": "Another case."}, 1),
        ("POST", f"/v1/goals/{goal}/objectives", {"text": "I count to ten"}, None),
        ("PATCH", f"/v1/objectives/{objective}", {}, 1),
        ("POST", f"/v1/objectives/{objective}/mark-in-error", {"reason": "Another case."}, 1),
        ("POST", f"/v1/objectives/{objective}/strategies", {"text": "I breathe out"}, None),
        ("PATCH", f"/v1/strategies/{strategy}", {}, 1),
        ("POST", f"/v1/strategies/{strategy}/mark-in-error", {"reason": "Another case."}, 1),
    ]
    for method, path, body, etag in attempts:
        assert therapist.refused(method, path, body, etag=etag) == (409, code), path
    assert {entry["code"] for entry in therapist.get(f"/v1/goals/{goal}")["actions"]} == {code}
