"""Experiments: a move of the client's own, and what was observed."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import text

from couplesone.plans.experiments import moves
from couplesone.plans.experiments.codes import ExperimentStatus
from couplesone.plans.experiments.models import Experiment
from couplesone.plans.experiments.moves import ExperimentMove
from support.papers import NOWHERE, action, open_chart

TODAY, TOMORROW = "2026-03-02", "2026-03-03"
MOVE = {
    "own_move": "I say good night in a friendly way when a talk has stalled",
    "expected_change_back": "May start the talk again from the next room.",
    "planned_on": "2026-02-10",
}
SPACE = {
    "template": "create_space",
    "own_move": "I leave three evenings without a follow-up",
    "days_planned": 3,
}


@pytest.fixture
def path(chart) -> str:
    return f"/v1/cases/{chart.case_id}/experiments"


@pytest.fixture
def planned(therapist, path) -> dict[str, Any]:
    return therapist.post(path, MOVE)


def finish(therapist, experiment, **body: Any) -> dict[str, Any]:
    url = f"/v1/experiments/{experiment['id']}/finish"
    return therapist.post(url, {"observed": "It became quiet."} | body, etag=experiment)


@pytest.mark.row("S0.15")
@pytest.mark.row("S2.23")
def test_a_move_is_planned_made_and_what_was_observed_is_noted(therapist, planned) -> None:
    assert MOVE.items() <= planned.items()
    assert (planned["template"], planned["status"], planned["responses"]) == ("own_move", "planned", [])
    assert action(planned, "finish_experiment") == (True, None)
    done = finish(therapist, planned, done_on="2026-02-11", observed="It became quiet; I slept well.")
    assert (done["status"], done["ended_on"]) == ("done", "2026-02-11")
    assert done["observed"] == "It became quiet; I slept well."
    assert action(done, "drop_experiment") == (False, "experiment_transition_refused")
    url = f"/v1/experiments/{planned['id']}"
    fuller = therapist.patch(url, {"observed": "It became quiet, for both."}, etag=done)
    assert (fuller["status"], fuller["observed"]) == ("done", "It became quiet, for both.")
    assert therapist.get(url) == fuller


@pytest.mark.row("S2.26")
def test_space_is_planned_in_days_and_kept_in_days(therapist, path) -> None:
    made = therapist.post(path, SPACE)
    assert (made["days_planned"], made["days_kept"], made["planned_on"]) == (3, None, TODAY)
    refused = therapist.call(
        "POST", f"/v1/experiments/{made['id']}/finish", {"observed": "x", "days_kept": 4}, etag=made
    )
    assert refused.json()["errors"][0]["pointer"] == "/days_kept"
    more = therapist.patch(f"/v1/experiments/{made['id']}", {"days_planned": 5}, etag=made)
    done = finish(therapist, more, days_kept=4)
    assert (done["days_planned"], done["days_kept"]) == (5, 4)
    fewer = therapist.patch(f"/v1/experiments/{made['id']}", {"days_kept": 2}, etag=done)
    assert fewer["days_kept"] == 2
    refused = therapist.refused("PATCH", f"/v1/experiments/{made['id']}", {"days_kept": 6}, etag=fewer)
    assert refused == (422, "validation_failed")


@pytest.mark.parametrize(
    "body",
    [
        SPACE | {"days_planned": None},
        SPACE | {"days_planned": 0},
        SPACE | {"days_planned": 29},
        MOVE | {"days_planned": 3},
        {"template": "trick", "own_move": "I wait"},
        {"own_move": ""},
        {},
        MOVE | {"partner_move": "Tobias apologises"},
    ],
)
def test_what_is_no_experiment(therapist, path, body) -> None:
    body = {name: value for name, value in body.items() if value is not None}
    assert therapist.refused("POST", path, body) == (422, "validation_failed")


def test_days_are_for_space_alone_also_later(therapist, planned) -> None:
    url = f"/v1/experiments/{planned['id']}"
    assert therapist.refused("PATCH", url, {"days_planned": 3}, etag=planned) == (422, "validation_failed")
    body = {"observed": "x", "days_kept": 0}
    assert therapist.refused("POST", f"{url}/finish", body, etag=planned) == (422, "validation_failed")


def test_another_persons_move_is_no_experiment_unless_a_clinician_reads_it_otherwise(
    world, therapist, path, planned
) -> None:
    theirs = {"own_move": "Tobias asks me how my day was"}
    answer = therapist.call("POST", path, theirs)
    assert (answer.status_code, answer.json()["code"]) == (422, "goal_outside_own_control")
    assert answer.json()["confirmable"] is True
    assert answer.json()["errors"][0]["pointer"] == "/own_move"
    confirmed = therapist.post(path, theirs | {"wording_confirmation": {"reason": "Tobias is the dog."}})
    assert confirmed["wording_rule"] is not None
    assert confirmed["wording_confirmed_reason"] == "Tobias is the dog."
    key = world.home.api_key(world.home.people["therapist"], ["plan.write", "plan.read"])
    body = theirs | {"wording_confirmation": {"reason": "x"}}
    assert key.refused("POST", path, body) == (403, "confirmation_needs_clinician")
    url = f"/v1/experiments/{planned['id']}"
    assert therapist.refused("PATCH", url, theirs, etag=planned) == (422, "goal_outside_own_control")
    own = therapist.patch(
        f"/v1/experiments/{confirmed['id']}", {"own_move": "I walk the dog"}, etag=confirmed
    )
    assert (own["wording_rule"], own["wording_confirmed_by"]) == (None, None)


@pytest.mark.parametrize("status", ExperimentStatus)
@pytest.mark.parametrize("move", ExperimentMove)
def test_every_move_from_every_status(chart, therapist, planned, status, move) -> None:
    ended = None if status == "planned" else chart.world.today
    chart.set(Experiment, planned["id"], status=status.value, ended_on=ended)
    before = therapist.get(f"/v1/experiments/{planned['id']}")
    verb, body = {"do": ("finish", {"observed": "x"}), "drop": ("drop", {})}[move]
    answer = therapist.call("POST", f"/v1/experiments/{planned['id']}/{verb}", body, etag=before)
    expected = moves.MOVES[move].get(status)
    assert action(before, f"{verb}_experiment")[0] == (expected is not None)
    assert answer.json().get("status" if expected else "code") == (
        expected or "experiment_transition_refused"
    )


@pytest.mark.parametrize(
    ("status", "change"),
    [
        ("planned", {"observed": "x"}),
        ("done", {"own_move": "I wait"}),
        ("dropped", {"observed": "x"}),
        ("dropped", {"planned_on": TODAY}),
    ],
)
def test_only_what_is_open_changes(chart, therapist, planned, status, change) -> None:
    ended = None if status == "planned" else chart.world.today
    chart.set(Experiment, planned["id"], status=status, ended_on=ended)
    before = therapist.get(f"/v1/experiments/{planned['id']}")
    refused = therapist.refused("PATCH", f"/v1/experiments/{planned['id']}", change, etag=before)
    assert refused == (409, "experiment_transition_refused")


def test_it_may_be_planned_ahead_but_has_ended_only_in_the_past(therapist, path, planned) -> None:
    assert therapist.post(path, MOVE | {"planned_on": "2026-04-01"})["planned_on"] == "2026-04-01"
    url, late = f"/v1/experiments/{planned['id']}", (422, "dates_out_of_order")
    body = {"observed": "x", "done_on": TOMORROW}
    assert therapist.refused("POST", f"{url}/finish", body, etag=planned) == late
    assert therapist.refused("POST", f"{url}/drop", {"dropped_on": TOMORROW}, etag=planned) == late
    left = therapist.post(f"{url}/drop", {"reason": "Not the week for it."}, etag=planned)
    assert (left["status"], left["ended_on"], left["dropped_reason"]) == (
        "dropped",
        TODAY,
        "Not the week for it.",
    )


def test_it_grows_from_a_strategy_of_the_same_case(world, chart, therapist, path) -> None:
    strategy = chart.strategy(chart.objective(chart.goal()))
    assert therapist.post(path, MOVE | {"strategy_id": strategy})["strategy_id"] == strategy
    elsewhere = open_chart(world)
    foreign = elsewhere.strategy(elsewhere.objective(elsewhere.goal()))
    for unknown in (foreign, NOWHERE):
        assert therapist.refused("POST", path, MOVE | {"strategy_id": unknown}) == (404, "not_found")


def test_strangers_find_nothing_and_readers_write_nothing(world, strangers, path, planned) -> None:
    for person in strangers:
        assert person.call.refused("GET", f"/v1/experiments/{planned['id']}") == (404, "not_found")
        assert person.call.refused("POST", path, MOVE) == (404, "not_found")
    reader = world.home.people["supervisor"].call
    assert {entry["code"] for entry in reader.get(path)["items"][0]["actions"]} == {"permission_denied"}
    assert reader.refused("POST", path, MOVE) == (403, "permission_denied")


def test_a_list_of_26_sends_as_many_statements_as_one_of_one(world, chart, therapist, path, planned) -> None:
    responses = f"/v1/cases/{chart.case_id}/system-responses"
    linked = {"valence": "none", "type": "no_response", "experiment_id": planned["id"]}
    therapist.post(responses, linked)

    def statements() -> int:
        before = len(world.statements)
        assert therapist.get(f"{path}?limit=200")["items"]
        return len(world.statements) - before

    one = statements()
    for _ in range(25):
        made = therapist.post(path, MOVE)
        therapist.post(responses, linked | {"experiment_id": made["id"]})
    assert statements() == one


def test_words_are_sealed(world, planned) -> None:
    with world.works.open(world.home.id) as work:
        row = work.connection.execute(text("SELECT own_move, expected_change_back FROM experiments")).one()
    assert "good night" not in str(row)
    assert "next room" not in str(row)
