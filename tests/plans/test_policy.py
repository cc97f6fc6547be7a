"""Who may do what with plans, goals, ratings and check-ins, operation by operation."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from support.http import Caller
from support.papers import GOAL, NOWHERE, Chart
from support.world import Person

WHY = {"reason": "Another case."}
READS = {
    "plans": "/v1/cases/{case}/plans",
    "plan": "/v1/plans/{plan}",
    "plan with goals": "/v1/plans/{plan}?include=goals",
    "goals": "/v1/plans/{plan}/goals",
    "goal": "/v1/goals/{goal}",
    "objectives": "/v1/goals/{goal}/objectives",
    "objective": "/v1/objectives/{objective}",
    "strategies": "/v1/objectives/{objective}/strategies",
    "strategy": "/v1/strategies/{strategy}",
    "ratings": "/v1/goals/{goal}/ratings",
    "rating": "/v1/ratings/{rating}",
    "rating corrections": "/v1/ratings/{rating}/corrections",
    "check-ins": "/v1/cases/{case}/check-ins",
    "check-in": "/v1/check-ins/{check_in}",
    "check-in corrections": "/v1/check-ins/{check_in}/corrections",
}
WRITES: dict[str, tuple[str, str, Any, bool]] = {
    "draft a plan": ("POST", "/v1/cases/{case}/plans", {}, False),
    "change a plan": ("PATCH", "/v1/plans/{plan}", {}, True),
    "activate a plan": ("POST", "/v1/plans/{plan}/activate", {}, True),
    "revise a plan": ("POST", "/v1/plans/{plan}/revise", None, True),
    "close a plan": ("POST", "/v1/plans/{plan}/close", {}, True),
    "mark a plan": ("POST", "/v1/plans/{plan}/mark-in-error", WHY, True),
    "remove a goal": ("POST", "/v1/plans/{plan}/goals/{goal}/remove", None, True),
    "set a goal": ("POST", "/v1/plans/{plan}/goals", GOAL, False),
    "check a goal": (
        "POST",
        "/v1/cases/{case}/goal-check",
        {"acting_person": "client", "measured_person": "client"},
        False,
    ),
    "change a goal": ("PATCH", "/v1/goals/{goal}", {}, True),
    "activate a goal": ("POST", "/v1/goals/{goal}/activate", None, True),
    "hold a goal": ("POST", "/v1/goals/{goal}/hold", None, True),
    "complete a goal": ("POST", "/v1/goals/{goal}/complete", None, True),
    "cancel a goal": ("POST", "/v1/goals/{goal}/cancel", None, True),
    "mark a goal": ("POST", "/v1/goals/{goal}/mark-in-error", WHY, True),
    "record an objective": ("POST", "/v1/goals/{goal}/objectives", {"text": "I count"}, False),
    "change an objective": ("PATCH", "/v1/objectives/{objective}", {}, True),
    "mark an objective": ("POST", "/v1/objectives/{objective}/mark-in-error", WHY, True),
    "record a strategy": ("POST", "/v1/objectives/{objective}/strategies", {"text": "I breathe"}, False),
    "change a strategy": ("PATCH", "/v1/strategies/{strategy}", {}, True),
    "mark a strategy": ("POST", "/v1/strategies/{strategy}/mark-in-error", WHY, True),
    "record a rating": (
        "POST",
        "/v1/goals/{goal}/ratings",
        {"week_of": "2026-03-02", "source": "client", "level": 0},
        False,
    ),
    "correct a rating": ("PATCH", "/v1/ratings/{rating}", {"level": 1, **WHY}, True),
    "mark a rating": ("POST", "/v1/ratings/{rating}/mark-in-error", WHY, True),
    "record a check-in": (
        "POST",
        "/v1/cases/{case}/check-ins",
        {"week_of": "2026-03-02", "source": "client", "counts": {"pressure": 1}},
        False,
    ),
    "correct a check-in": ("PATCH", "/v1/check-ins/{check_in}", {"counts": {"pressure": 2}, **WHY}, True),
    "mark a check-in": ("POST", "/v1/check-ins/{check_in}/mark-in-error", WHY, True),
}


@pytest.fixture
def ids(chart: Chart) -> dict[str, str]:
    """One record of each kind."""
    plan = chart.plan()
    goal = chart.goal(plan, "active")
    objective = chart.objective(goal)
    return {
        "case": str(chart.case_id),
        "plan": plan,
        "goal": goal,
        "objective": objective,
        "strategy": chart.strategy(objective),
        "rating": chart.rating(goal, 0, date(2026, 2, 2)),
        "check_in": chart.check_in(date(2026, 2, 2), pressure=1),
    }


def all_calls(ids: dict[str, str]) -> Iterator[tuple[str, str, Any, int | None]]:
    for path in READS.values():
        yield "GET", path.format(**ids), None, None
    for method, path, body, conditional in WRITES.values():
        yield method, path.format(**ids), body, 1 if conditional else None


def test_the_care_team_reads_everything(chart: Chart, ids: dict[str, str]) -> None:
    for name in ("therapist", "supervisor", "owner"):
        caller = chart.world.home.people[name].call
        for path in READS.values():
            assert caller.call("GET", path.format(**ids)).status_code == 200, (name, path)


def test_only_those_who_treat_write(chart: Chart, ids: dict[str, str]) -> None:
    for name in ("supervisor", "owner", "front_desk", "biller"):
        caller = chart.world.home.people[name].call
        for method, path, body, conditional in WRITES.values():
            found = caller.refused(method, path.format(**ids), body, etag=1 if conditional else None)
            assert found == (403, "permission_denied"), (name, path)


@pytest.mark.parametrize("name", ["front_desk", "biller"])
def test_no_clinical_content_outside_care(chart: Chart, ids: dict[str, str], name: str) -> None:
    caller = chart.world.home.people[name].call
    for path in READS.values():
        assert caller.refused("GET", path.format(**ids)) == (403, "permission_denied"), path


@pytest.mark.parametrize("stranger", [0, 1])
def test_a_stranger_learns_nothing(ids: dict[str, str], strangers: list[Person], stranger: int) -> None:
    caller = strangers[stranger].call
    nobody = dict.fromkeys(ids, NOWHERE)
    for known, unknown in zip(all_calls(ids), all_calls(nobody), strict=True):
        answers = [
            caller.call(method, path, body, etag=etag) for method, path, body, etag in (known, unknown)
        ]
        seen = [{**answer.json(), "request_id": None} for answer in answers]
        assert seen[0] == seen[1], known
        assert [answer.status_code for answer in answers] == [404, 404], known


def test_a_therapist_who_supervises_reads_and_cannot_write(chart: Chart, ids: dict[str, str]) -> None:
    caller = chart.world.home.hire("colleague", "therapist").call
    chart.join("colleague", "supervising")
    for path in READS.values():
        assert caller.call("GET", path.format(**ids)).status_code == 200, path
    for method, path, body, conditional in WRITES.values():
        found = caller.refused(method, path.format(**ids), body, etag=1 if conditional else None)
        assert found == (404, "not_found"), path


@pytest.mark.parametrize(
    ("name", "code"),
    [("therapist", None), ("supervisor", "permission_denied"), ("owner", "permission_denied")],
)
def test_actions_are_offered_to_those_who_may(
    chart: Chart, ids: dict[str, str], name: str, code: str | None
) -> None:
    caller = chart.world.home.people[name].call
    for path, action in (("/v1/plans/{plan}", "close_plan"), ("/v1/goals/{goal}", "hold_goal")):
        (offer,) = [it for it in caller.get(path.format(**ids))["actions"] if it["action"] == action]
        assert (offer["allowed"], offer["code"]) == (code is None, code)


def test_actions_are_not_offered_beyond_reach(chart: Chart, ids: dict[str, str]) -> None:
    caller = chart.world.home.hire("colleague", "therapist").call
    chart.join("colleague", "supervising")
    assert {it["code"] for it in caller.get(f"/v1/goals/{ids['goal']}")["actions"]} == {"not_found"}


@pytest.mark.parametrize(
    ("scopes", "reads", "writes"),
    [
        (["plan.read"], True, False),
        (["plan.write"], False, True),
        (["check_in.read", "check_in.write"], False, False),
    ],
)
def test_a_key_does_what_its_scopes_say(
    chart: Chart, ids: dict[str, str], scopes: list[str], reads: bool, writes: bool
) -> None:
    key = chart.world.home.api_key(chart.world.home.people["therapist"], scopes)
    plan = f"/v1/plans/{ids['plan']}"
    assert (key.call("GET", plan).status_code == 200) is reads
    assert (key.call("PATCH", plan, {}, etag=1).status_code == 200) is writes


def test_a_key_for_check_ins_checks_in(chart: Chart, ids: dict[str, str]) -> None:
    key = chart.world.home.api_key(chart.world.home.people["therapist"], ["check_in.write"])
    _, path, body, _ = WRITES["record a check-in"]
    assert key.call("POST", path.format(**ids), body).status_code == 201
    assert key.refused("GET", f"/v1/check-ins/{ids['check_in']}") == (403, "permission_denied")


def test_a_key_in_test_mode_sees_test_data_only(chart: Chart, ids: dict[str, str]) -> None:
    scopes = ["plan.read", "plan.write", "check_in.read", "check_in.write"]
    key = chart.world.home.api_key(chart.world.home.people["therapist"], scopes, test_mode=True)
    for method, path, body, etag in all_calls(ids):
        assert key.refused(method, path, body, etag=etag) == (404, "not_found"), path


def test_nobody_without_a_token_learns_anything(chart: Chart, ids: dict[str, str]) -> None:
    caller: Caller = chart.world.anonymous
    for method, path, body, etag in all_calls(ids):
        assert caller.refused(method, path, body, etag=etag) == (401, "not_signed_in"), path
