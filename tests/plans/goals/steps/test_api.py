"""Objectives and strategies over the API."""

from __future__ import annotations

import pytest

from couplesone.plans.models import Objective, Strategy
from support.http import Caller
from support.papers import Chart


@pytest.fixture
def goal(chart: Chart) -> str:
    """A goal that is worked on."""
    return chart.goal(lifecycle="active")


def test_an_objective_is_recorded_in_the_last_place(chart: Chart, therapist: Caller, goal: str) -> None:
    chart.objective(goal, place=3)
    made = therapist.call(
        "POST", f"/v1/goals/{goal}/objectives", {"text": "I count to ten", "target_on": "2026-04-01"}
    )
    objective = made.json()
    assert made.status_code == 201
    assert made.headers["location"] == f"/v1/objectives/{objective['id']}"
    assert (objective["text"], objective["target_on"], objective["done_on"]) == (
        "I count to ten",
        "2026-04-01",
        None,
    )
    assert (objective["position"], objective["goal_id"], objective["strategies"]) == (4, goal, [])
    assert " " not in chart.look(Objective, objective["id"], "text_sealed")


def test_a_strategy_is_recorded_in_the_last_place(chart: Chart, therapist: Caller, goal: str) -> None:
    objective = chart.objective(goal)
    chart.strategy(objective, place=1)
    made = therapist.call("POST", f"/v1/objectives/{objective}/strategies", {"text": "I breathe out"})
    strategy = made.json()
    assert made.status_code == 201
    assert made.headers["location"] == f"/v1/strategies/{strategy['id']}"
    assert (strategy["text"], strategy["position"], strategy["objective_id"]) == (
        "I breathe out",
        2,
        objective,
    )
    assert " " not in chart.look(Strategy, strategy["id"], "text_sealed")
    assert therapist.get(f"/v1/strategies/{strategy['id']}") == strategy


def test_objectives_are_listed_in_their_order_with_their_strategies(
    chart: Chart, therapist: Caller, goal: str
) -> None:
    ids = [chart.objective(goal, place=place) for place in (2, 1, 3)]
    strategy = chart.strategy(ids[1])
    chart.set(Objective, ids[2], entered_in_error_at=chart.world.clock.now())
    path = f"/v1/goals/{goal}/objectives"
    first = therapist.get(path, params={"limit": 2})
    rest = therapist.get(path, params={"limit": 2, "cursor": first["next_cursor"]})
    assert [it["id"] for it in first["items"]] == [ids[1], ids[0]]
    assert [it["id"] for it in rest["items"]] == [ids[2]]
    assert [it["id"] for it in first["items"][0]["strategies"]] == [strategy]


def test_strategies_are_listed_in_their_order(chart: Chart, therapist: Caller, goal: str) -> None:
    objective = chart.objective(goal)
    ids = [chart.strategy(objective, place=place) for place in (2, 1)]
    chart.strategy(chart.objective(goal, place=2))
    items = therapist.get(f"/v1/objectives/{objective}/strategies")["items"]
    assert [it["id"] for it in items] == ids[::-1]


def test_lists_take_as_many_statements_for_25_as_for_one(chart: Chart, therapist: Caller, goal: str) -> None:
    objective = chart.objective(goal)
    chart.strategy(objective)
    counts: list[list[int]] = []
    for places in (range(0), range(2, 26)):
        for place in places:
            chart.strategy(chart.objective(goal, place=place))
            chart.strategy(objective, place=place)
        counts.append([])
        for path in (f"/v1/goals/{goal}/objectives", f"/v1/objectives/{objective}/strategies"):
            before = len(chart.world.statements)
            assert len(therapist.get(path)["items"]) == 1 + len(places)
            counts[-1].append(len(chart.world.statements) - before)
    assert counts[0] == counts[1]


def test_an_objective_is_reached_on_a_day(chart: Chart, therapist: Caller, goal: str) -> None:
    path = f"/v1/objectives/{chart.objective(goal)}"
    done = therapist.patch(path, {"done_on": "2026-02-27", "target_on": "2026-04-01"}, etag=1)
    assert (done["done_on"], done["target_on"]) == ("2026-02-27", "2026-04-01")
    assert therapist.patch(path, {"done_on": None}, etag=2)["done_on"] is None
    response = therapist.call("PATCH", path, {"done_on": "2026-03-03"}, etag=3)
    assert response.json()["code"] == "dates_out_of_order"
    assert response.json()["errors"][0]["pointer"] == "/done_on"


def test_texts_can_be_changed(chart: Chart, therapist: Caller, goal: str) -> None:
    objective = chart.objective(goal)
    strategy = chart.strategy(objective)
    for path in (f"/v1/objectives/{objective}", f"/v1/strategies/{strategy}"):
        assert therapist.patch(path, {"text": "I count to twenty"}, etag=1)["text"] == "I count to twenty"
        assert therapist.patch(path, {"text": "I count to twenty"}, etag=2)["text"] == "I count to twenty"


def test_a_step_in_error_is_kept_out_of_the_tree(chart: Chart, therapist: Caller, goal: str) -> None:
    objective, other = chart.objective(goal), chart.objective(goal, place=2)
    strategy = chart.strategy(other)
    for path in (f"/v1/objectives/{objective}", f"/v1/strategies/{strategy}"):
        wrong = therapist.post(f"{path}/mark-in-error", {"reason": "Another case."}, etag=1)
        assert wrong["entered_in_error_at"] is not None
        assert therapist.get(path)["error_reason"] == "Another case."
        assert therapist.refused("PATCH", path, {"text": "I count"}, etag=2) == (409, "item_in_error")
        again = therapist.refused("POST", f"{path}/mark-in-error", {"reason": "Twice."}, etag=2)
        assert again == (409, "item_in_error")
    path = f"/v1/objectives/{objective}/strategies"
    assert therapist.refused("POST", path, {"text": "I breathe out"}) == (409, "item_in_error")
    tree = therapist.get(f"/v1/goals/{goal}")["objectives"]
    assert [(it["id"], it["strategies"]) for it in tree] == [(other, [])]


def test_no_strategy_for_a_goal_that_ended(chart: Chart, therapist: Caller) -> None:
    ended = chart.goal(lifecycle="completed")
    path = f"/v1/objectives/{chart.objective(ended)}/strategies"
    assert therapist.refused("POST", path, {"text": "I breathe out"}) == (409, "goal_transition_refused")


@pytest.mark.parametrize("kind", ["objectives", "strategies"])
def test_a_change_names_the_version_that_it_is_of(
    chart: Chart, therapist: Caller, goal: str, kind: str
) -> None:
    objective = chart.objective(goal)
    path = (
        f"/v1/objectives/{objective}"
        if kind == "objectives"
        else f"/v1/strategies/{chart.strategy(objective)}"
    )
    for method, where, body in (("PATCH", path, {}), ("POST", f"{path}/mark-in-error", {"reason": "Why."})):
        assert therapist.refused(method, where, body) == (428, "if_match_required")
        assert therapist.refused(method, where, body, etag=2) == (412, "version_stale")


@pytest.mark.parametrize("kind", ["objectives", "strategies"])
def test_a_repeated_request_records_one_step(chart: Chart, therapist: Caller, goal: str, kind: str) -> None:
    path = (
        f"/v1/goals/{goal}/objectives"
        if kind == "objectives"
        else f"/v1/objectives/{chart.objective(goal)}/strategies"
    )
    first, again = (therapist.call("POST", path, {"text": "I count"}, key="once") for _ in range(2))
    assert again.headers["idempotency-replayed"] == "true"
    assert again.json() == first.json()


@pytest.mark.parametrize("text", ["", " ", "x" * 201, "one\ntwo", None, 3])
def test_a_step_is_one_line(therapist: Caller, goal: str, text: object) -> None:
    path = f"/v1/goals/{goal}/objectives"
    assert therapist.refused("POST", path, {"text": text}) == (422, "validation_failed")
