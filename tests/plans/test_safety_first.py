"""Homework that waits for safety, and what makes a new screen due."""

from __future__ import annotations

from typing import Any

import pytest

from couplesone.plans.tools.catalogue import CATALOGUE
from support.canaries import example
from support.papers import NOWHERE, action, open_chart
from support.safety import LOW, NEGATIVE, blocks, screened

GUARDED = [tool for tool in CATALOGUE.values() if tool.homework is not None]
FREE = [tool for tool in CATALOGUE.values() if tool.homework is None]
SLIDERS = {"able": 2, "respecting": 4, "interested": 3, "caring": 5}
HOMEWORK: list[tuple[str, dict[str, Any], str]] = [
    (
        "experiments",
        {"template": "soft_conversation", "own_move": "I ask one question"},
        "soft_conversation_homework",
    ),
    ("attitude-ratings", {"before": SLIDERS, "homework": True}, "compassion_homework"),
    *(("tool-assignments", {"tool": tool.code.value}, str(tool.homework)) for tool in GUARDED),
]


@pytest.fixture
def path(chart) -> str:
    return f"/v1/cases/{chart.case_id}"


@pytest.mark.row("S4.10")
@pytest.mark.row("S4.11")
@pytest.mark.parametrize(
    ("kind", "body", "what"), HOMEWORK, ids=lambda it: it if isinstance(it, str) else None
)
def test_without_a_negative_screen_it_waits_and_says_for_what(therapist, path, kind, body, what) -> None:
    answer = therapist.call("POST", f"{path}/{kind}", body)
    problem = answer.json()
    assert (answer.status_code, problem["code"], problem["blocked"]) == (409, "safety_block", what)
    assert [block["code"] for block in problem["blocks"]] == ["screen_missing"]
    assert therapist.get(f"{path}/{kind}")["items"] == []


@pytest.mark.row("S4.9")
@pytest.mark.parametrize(
    ("kind", "body", "what"), HOMEWORK[:4], ids=lambda it: it if isinstance(it, str) else None
)
def test_with_a_negative_screen_it_is_assigned_and_after_a_positive_one_it_is_not(
    world, therapist, path, kind, body, what
) -> None:
    screened(therapist, path, NEGATIVE)
    made = therapist.post(f"{path}/{kind}", body)
    assert therapist.get(f"{path}/{kind}")["items"][0]["id"] == made["id"]
    world.days(1)
    screened(therapist, path, LOW)
    answer = therapist.call("POST", f"{path}/{kind}", body)
    assert answer.json()["code"] == "safety_block"
    assert "ipv_positive" in [block["code"] for block in answer.json()["blocks"]]


@pytest.mark.row("C4")
@pytest.mark.parametrize("tool", GUARDED, ids=lambda tool: tool.code)
def test_what_was_offered_before_the_danger_is_not_taken_up_in_it(therapist, path, tool) -> None:
    screened(therapist, path, NEGATIVE)
    offers = f"{path}/tool-assignments"
    waiting = therapist.post(offers, {"tool": tool.code.value})
    assert action(waiting, "accept_tool_assignment") == (True, None)
    one = f"/v1/tool-assignments/{waiting['id']}"
    screened(therapist, path, LOW)
    answer = therapist.call("POST", f"{one}/accept", {}, etag=waiting)
    problem = answer.json()
    assert (answer.status_code, problem["code"], problem["blocked"]) == (
        409,
        "safety_block",
        str(tool.homework),
    )
    assert [block["code"] for block in problem["blocks"]] == ["ipv_positive"]
    found = therapist.get(one)
    assert (found["status"], found["version"]) == ("offered", waiting["version"])
    assert action(found, "accept_tool_assignment") == (False, "safety_block")
    assert action(found, "drop_tool_assignment") == (True, None)
    assert therapist.post(f"{one}/drop", {}, etag=found)["status"] == "dropped"


@pytest.mark.row("C4")
def test_what_a_client_did_with_a_tool_is_recorded_in_danger_too(therapist, path) -> None:
    screened(therapist, path, NEGATIVE)
    made = therapist.post(f"{path}/tool-assignments", {"tool": "soft_tone"})
    one = f"/v1/tool-assignments/{made['id']}"
    therapist.post(f"{one}/accept", {}, etag=made)
    screened(therapist, path, LOW)
    therapist.post(f"{one}/practices", {"practised_on": "2026-03-02"})
    assert therapist.get(one)["practices"] == 1
    free = therapist.post(f"{path}/tool-assignments", {"tool": "time_out"})
    assert therapist.post(f"/v1/tool-assignments/{free['id']}/accept", {}, etag=free)["status"] == "accepted"


@pytest.mark.parametrize("tool", FREE, ids=lambda tool: tool.code)
def test_what_asks_nobody_to_give_way_is_offered_to_a_client_in_danger_too(therapist, path, tool) -> None:
    screened(therapist, path, LOW)
    made = therapist.post(f"{path}/tool-assignments", {"tool": tool.code.value})
    assert made["status"] == "offered"


def test_an_experiment_that_grows_from_an_own_part_waits_too(therapist, path) -> None:
    body = {"own_move": "I breathe before I answer", "own_part_item_id": NOWHERE}
    answer = therapist.call("POST", f"{path}/experiments", body)
    assert (answer.status_code, answer.json()["blocked"]) == (409, "own_part_homework")


@pytest.mark.row("S3.21")
def test_an_experiment_grows_from_an_own_part_of_the_same_case(world, therapist, path) -> None:
    screened(therapist, path, NEGATIVE)
    own_part = therapist.post(f"{path}/own-part-items", example("record_own_part_item"))
    body = {"own_move": "I breathe before I answer", "own_part_item_id": own_part["id"]}
    assert therapist.post(f"{path}/experiments", body)["own_part_item_id"] == own_part["id"]
    elsewhere = f"/v1/cases/{open_chart(world).case_id}"
    screened(therapist, elsewhere, NEGATIVE)
    assert therapist.refused("POST", f"{elsewhere}/experiments", body) == (409, "linked_record_missing")


def test_recording_is_never_blocked(therapist, path) -> None:
    screened(therapist, path, LOW)
    assert therapist.post(f"{path}/attitude-ratings", {"before": SLIDERS})["homework"] is False
    assert therapist.post(f"{path}/experiments", {"own_move": "I breathe"})["status"] == "planned"
    response = {"valence": "tension", "type": "escalation", "with_fear": True}
    assert therapist.post(f"{path}/system-responses", response)["with_fear"] is True


def test_an_api_key_is_not_told_why(world, path) -> None:
    key = world.home.api_key(world.home.people["therapist"], ["plan.read", "plan.write"])
    answer = key.call("POST", f"{path}/tool-assignments", {"tool": "soft_tone"})
    assert [block["code"] for block in answer.json()["blocks"]] == ["not_shown"]


@pytest.mark.row("S0.16")
@pytest.mark.parametrize("valence", ["tension", "mixed"])
def test_tension_with_fear_makes_a_new_screen_due_and_blocks_such_homework(therapist, path, valence) -> None:
    screened(therapist, path, NEGATIVE)
    assert blocks(therapist, path) == []
    calm = {"valence": valence, "type": "escalation"}
    made = therapist.post(f"{path}/system-responses", calm)
    assert blocks(therapist, path) == []
    therapist.patch(f"/v1/system-responses/{made['id']}", {"with_fear": True}, etag=made)
    assert blocks(therapist, path) == ["screen_due"]
    answer = therapist.call("POST", f"{path}/tool-assignments", {"tool": "soft_tone"})
    assert [block["code"] for block in answer.json()["blocks"]] == ["screen_due"]
