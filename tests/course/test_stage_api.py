"""The stage of a case over HTTP: what holds it, who moves it, what is waived."""

from __future__ import annotations

from typing import Any

import pytest

from couplesone.cases.models import Case
from support.http import Caller
from support.papers import Chart, action
from support.world import World

WAIVED = {"waived_by": "clinician_reason", "reason": "Taken on paper; filed there."}


@pytest.fixture
def stage(path: str) -> str:
    """Where the stage is read."""
    return f"{path}/stage"


def states(found: dict[str, Any]) -> dict[str, str]:
    """Return the state of each exit rule."""
    return {rule["code"]: rule["state"] for rule in found["rules"]}


def waive_all(caller: Caller, stage: str) -> dict[str, Any]:
    """Waive whatever holds the present stage."""
    found: dict[str, Any] = caller.get(stage)
    for code, state in states(found).items():
        if state not in ("met", "waived"):
            found = caller.post(f"{stage}/waive", {"rule": code, **WAIVED}, etag=found)
    return found


def test_a_new_case_says_what_is_missing(world: World, chart: Chart, stage: str) -> None:
    found = world.therapist.get(stage)
    assert (found["stage"], found["name"], found["may_advance"]) == (0, "intake", False)
    assert states(found) == {
        "treatment_consent": "unmet",
        "safety_screen": "unmet",
        "conflict_check": "not_tracked_yet",
        "safe_contact": "unmet",
    }
    assert all(rule["sentence"].endswith(".") for rule in found["rules"])
    assert action(found, "advance_case_stage") == (False, "stage_rules_unmet")
    assert action(found, "return_case_stage") == (False, "stage_move_refused")
    assert action(found, "waive_stage_rule") == (True, None)


def test_an_unfinished_stage_is_answered_with_every_rule(world: World, chart: Chart, stage: str) -> None:
    response = world.therapist.call("POST", f"{stage}/advance", {}, etag=world.therapist.get(stage))
    assert (response.status_code, response.json()["code"]) == (409, "stage_rules_unmet")
    assert states(response.json()) == states(world.therapist.get(stage))
    assert world.therapist.get(stage)["stage"] == 0


def test_facts_meet_rules_and_waivers_do_the_rest(world: World, chart: Chart, stage: str) -> None:
    client = f"/v1/clients/{chart.client_id}"
    consent = {
        "kind": "treatment",
        "text_version": "2026-01",
        "text_sha256": "a" * 64,
        "method": "paper_signature",
        "given_at": "2026-03-01T12:00:00Z",
    }
    world.therapist.post(f"{client}/consents", consent)
    world.therapist.post(f"{client}/safe-contact", {"channel": "phone", "allowed": False})
    found = world.therapist.get(stage)
    assert (states(found)["treatment_consent"], states(found)["safe_contact"]) == ("met", "met")
    found = waive_all(world.therapist, stage)
    assert (states(found)["safety_screen"], found["may_advance"]) == ("waived", True)
    assert action(found, "waive_stage_rule") == (False, "stage_rule_settled")
    found = world.therapist.post(f"{stage}/advance", {"occurred_on": "2026-03-01"}, etag=found)
    assert (found["stage"], found["name"]) == (1, "assessment")
    entries = world.therapist.get(f"/v1/cases/{chart.case_id}/timeline")["items"]
    assert ("stage_changed", "1", "2026-03-01") in [
        (one["kind"], one["code"], one["occurred_on"]) for one in entries
    ]


def test_through_every_stage_to_the_last_and_back(world: World, chart: Chart, stage: str) -> None:
    for number in range(1, 9):
        found = waive_all(world.therapist, stage)
        found = world.therapist.post(f"{stage}/advance", {}, etag=found)
        assert found["stage"] == number
    found = waive_all(world.therapist, stage)
    assert action(found, "advance_case_stage") == (False, "stage_move_refused")
    refused = world.therapist.refused("POST", f"{stage}/advance", {}, etag=found)
    assert refused == (409, "stage_move_refused")
    found = world.therapist.post(f"{stage}/return", {"to_stage": 3}, etag=found)
    assert (found["stage"], states(found)["own_part_item"]) == (3, "waived")


@pytest.mark.parametrize("to_stage", [2, 3])
def test_returning_is_to_an_earlier_stage(world: World, chart: Chart, stage: str, to_stage: int) -> None:
    chart.set(Case, chart.case_id, stage=2)
    found = world.therapist.get(stage)
    refused = world.therapist.refused("POST", f"{stage}/return", {"to_stage": to_stage}, etag=found)
    assert refused == (409, "stage_move_refused")


@pytest.mark.parametrize(
    ("body", "refused"),
    [
        ({"rule": "no_such_rule", **WAIVED}, (422, "stage_rule_unknown")),
        ({"rule": "cycle_map", **WAIVED}, (422, "stage_rule_unknown")),
        ({"rule": "safety_screen", "waived_by": "nobody", "reason": "x"}, (422, "validation_failed")),
        ({"rule": "safety_screen", "waived_by": "clinician_reason"}, (422, "validation_failed")),
        (
            {"rule": "safety_screen", "waived_by": "clinician_reason", "reason": " "},
            (422, "validation_failed"),
        ),
    ],
)
def test_what_cannot_be_waived(
    world: World, chart: Chart, stage: str, body: dict[str, Any], refused: tuple[int, str]
) -> None:
    assert world.therapist.refused("POST", f"{stage}/waive", body, etag=world.therapist.get(stage)) == refused


def test_a_rule_is_waived_once(world: World, chart: Chart, stage: str) -> None:
    body = {"rule": "safety_screen", **WAIVED}
    found = world.therapist.post(f"{stage}/waive", body, etag=world.therapist.get(stage))
    refused = world.therapist.refused("POST", f"{stage}/waive", body, etag=found)
    assert refused == (409, "stage_rule_settled")


@pytest.mark.parametrize("day", ["2026-03-03", "2026-01-06"])
def test_a_stage_ends_after_it_began_and_not_in_the_future(
    world: World, chart: Chart, stage: str, day: str
) -> None:
    found = waive_all(world.therapist, stage)
    response = world.therapist.call("POST", f"{stage}/advance", {"occurred_on": day}, etag=found)
    assert (response.status_code, response.json()["code"]) == (422, "dates_out_of_order")
    assert response.json()["errors"][0]["pointer"] == "/occurred_on"


@pytest.mark.parametrize("verb", ["advance", "return", "waive"])
def test_of_a_closed_case_nothing_moves(world: World, chart: Chart, stage: str, verb: str) -> None:
    ended = chart.world.today
    chart.set(Case, chart.case_id, status="closed", closed_on=ended, closing_reason="completed", stage=2)
    found = world.therapist.get(stage)
    name = {"advance": "advance_case_stage", "return": "return_case_stage", "waive": "waive_stage_rule"}[verb]
    assert action(found, name) == (False, "case_closed")
    bodies = {"advance": {}, "return": {"to_stage": 0}, "waive": {"rule": "cycle_map", **WAIVED}}
    refused = world.therapist.refused("POST", f"{stage}/{verb}", bodies[verb], etag=found)
    assert refused == (409, "case_closed")


def test_a_change_that_nobody_has_seen_is_not_overwritten(world: World, chart: Chart, stage: str) -> None:
    seen = world.therapist.get(stage)
    world.therapist.post(f"{stage}/waive", {"rule": "safety_screen", **WAIVED}, etag=seen)
    for verb, body in (
        ("waive", {"rule": "conflict_check", **WAIVED}),
        ("advance", {}),
        ("return", {"to_stage": 0}),
    ):
        assert world.therapist.refused("POST", f"{stage}/{verb}", body, etag=seen) == (412, "version_stale")
        assert world.therapist.refused("POST", f"{stage}/{verb}", body) == (428, "if_match_required")


def test_who_only_reads_moves_nothing(world: World, chart: Chart, stage: str) -> None:
    reader = world.home.people["supervisor"].call
    found = reader.get(stage)
    assert {entry["code"] for entry in found["actions"]} == {"permission_denied"}
    assert reader.refused("POST", f"{stage}/advance", {}, etag=found) == (403, "permission_denied")
