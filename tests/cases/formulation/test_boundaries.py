"""Boundaries: a limit, the client's own act, and how often it was kept."""

from __future__ import annotations

import pytest

from couplesone.cases.models import Case
from support.formulation import BOUNDARY

row = pytest.mark.row
ERROR = {"reason": "Another day."}


@pytest.fixture
def where(case) -> str:
    return f"/v1/cases/{case}/boundaries"


@pytest.fixture
def log(therapist, where) -> str:
    return f"/v1/boundaries/{therapist.post(where, BOUNDARY)['id']}/events"


@row("S1.8")
@pytest.mark.parametrize("theme", ["blamed", "over_responsible"])
def test_a_limit_the_own_act_and_how_often_it_was_honoured(therapist, where, theme) -> None:
    made = therapist.post(where, BOUNDARY | {"theme": theme})
    for outcome, acted in (("honoured", None), ("honoured", None), ("crossed", True), ("crossed", False)):
        therapist.post(f"/v1/boundaries/{made['id']}/events", {"outcome": outcome, "acted": acted})
    read = therapist.get(f"/v1/boundaries/{made['id']}")
    assert {name: read[name] for name in BOUNDARY} == BOUNDARY
    counts = (read["honoured_count"], read["crossed_count"], read["acted_count"])
    assert (read["theme"], counts) == (theme, (2, 2, 1))


@row("S2.46")
@pytest.mark.parametrize("person", ["partner", "both"])
def test_a_boundary_is_kept_by_the_client_alone(therapist, where, person) -> None:
    answer = therapist.call("POST", where, BOUNDARY | {"acting_person": person})
    assert (answer.status_code, answer.json()["code"]) == (422, "boundary_commands_partner")
    assert answer.json()["errors"][0]["pointer"] == "/acting_person"
    assert answer.json()["confirmable"] is False
    made = therapist.post(where, BOUNDARY | {"acting_person": "client"})
    refused = therapist.refused("PATCH", f"/v1/boundaries/{made['id']}", {"acting_person": person}, etag=made)
    assert refused == (422, "boundary_commands_partner")


def test_an_entry_of_the_log(therapist, log) -> None:
    body = {"outcome": "crossed", "acted": True, "note": "I left.", "occurred_on": "2026-02-20"}
    answer = therapist.call("POST", log, body)
    entry = answer.json()
    assert answer.headers["Location"] == f"/v1/boundary-events/{entry['id']}"
    assert therapist.get(f"/v1/boundary-events/{entry['id']}") == entry
    assert {name: entry[name] for name in body} == body
    therapist.post(log, {"outcome": "honoured"})
    listed = therapist.get(log)["items"]
    assert [found["occurred_on"] for found in listed] == ["2026-03-02", "2026-02-20"]
    page = therapist.get(f"{log}?limit=1")
    assert therapist.get(f"{log}?limit=1&cursor={page['next_cursor']}")["items"] == [entry]


def test_entries_in_error_do_not_count(therapist, log) -> None:
    entry = therapist.post(log, {"outcome": "crossed", "acted": True})
    path = f"/v1/boundary-events/{entry['id']}/mark-in-error"
    marked = therapist.post(path, ERROR, etag=entry)
    assert marked["error_reason"] == ERROR["reason"]
    boundary = therapist.get(f"/v1/boundaries/{entry['boundary_id']}")
    assert (boundary["crossed_count"], boundary["acted_count"]) == (0, 0)
    assert therapist.refused("POST", path, ERROR, etag=marked) == (409, "item_in_error")


def test_what_the_log_does_not_take(world, files, therapist, case, log) -> None:
    assert therapist.refused("POST", log, {"outcome": "honoured", "acted": True}) == (
        422,
        "validation_failed",
    )
    ahead = {"outcome": "honoured", "occurred_on": "2026-03-03"}
    assert therapist.refused("POST", log, ahead) == (422, "dates_out_of_order")
    supervisor = world.home.people["supervisor"].call
    assert supervisor.refused("POST", log, {"outcome": "honoured"}) == (403, "permission_denied")
    boundary = log.removesuffix("/events")
    files.change(Case, case, status="closed", closed_on=world.today)
    assert therapist.refused("POST", log, {"outcome": "honoured"}) == (409, "case_closed")
    files.change(Case, case, status="active", closed_on=None)
    therapist.post(f"{boundary}/mark-in-error", ERROR, etag=1)
    assert therapist.refused("POST", log, {"outcome": "honoured"}) == (409, "item_in_error")


COMMANDS = [
    ("He sleeps on the couch.", "partner_is_subject"),
    ("Tobias has to leave the house for the night.", "partner_is_subject"),
    ("I make him apologize.", "causes_partner_to_act"),
    ("Get him to say sorry.", "causes_partner_to_act"),
    ("You must come home at nine.", "partner_is_subject"),
    ("You leave the house for the night.", "partner_is_subject"),
    ("If it happens again you'll sleep on the couch.", "partner_is_subject"),
    ("Stop shouting at me.", "partner_is_subject"),
    ("Apologise to me first.", "partner_is_subject"),
]
OWN = [
    "I leave the room and come back after half an hour.",
    "I sleep at my sister's for a night.",
    "I end the call.",
    "When he shouts again I go for a walk.",
    "When he shouts at me, leave the room.",
    "I say: I love you, and I leave the room.",
    "Ask my sister to come and stay for a night.",
    "I tell you that I leave, and I leave.",
    "I ask my sister to come and get me.",
]


@row("S2.46")
@pytest.mark.parametrize(("action", "rule"), COMMANDS)
def test_an_action_that_commands_the_partner_is_refused(therapist, where, action, rule) -> None:
    answer = therapist.call("POST", where, BOUNDARY | {"my_action_if_crossed": action})
    assert (answer.status_code, answer.json()["code"]) == (422, "boundary_commands_partner")
    found = answer.json()
    assert [(error["pointer"], error["code"]) for error in found["errors"]] == [
        ("/my_action_if_crossed", rule)
    ]
    assert found["confirmable"] is True
    assert action not in answer.text
    assert therapist.get(where)["items"] == []


@pytest.mark.parametrize("action", OWN)
def test_the_clients_own_act_is_taken_whatever_the_limit_says(therapist, where, action) -> None:
    body = {"limit": "He must not shout at me.", "my_action_if_crossed": action}
    assert therapist.post(where, body)["wording_rule"] is None


def test_a_clinician_may_confirm_a_wording_that_the_rules_misread(world, therapist, where) -> None:
    action = {"my_action_if_crossed": "Tobias Street is where I walk to."}
    reason = {"wording_confirmation": {"reason": "It is a street."}}
    key = world.home.api_key(world.home.people["therapist"], ["case.read", "case.write"])
    assert key.refused("POST", where, BOUNDARY | action | reason) == (403, "confirmation_needs_clinician")
    made = therapist.post(where, BOUNDARY | action | reason)
    assert (made["wording_rule"], made["wording_confirmed_reason"]) == (
        "partner_is_subject",
        "It is a street.",
    )
    path = f"/v1/boundaries/{made['id']}"
    kept = therapist.patch(path, {"limit": "Shouting."}, etag=made)
    assert kept["wording_confirmed_by"] == str(world.home.people["therapist"].id)
    command = {"my_action_if_crossed": "He leaves."}
    assert therapist.refused("PATCH", path, command, etag=kept) == (422, "boundary_commands_partner")
    own = therapist.patch(path, {"my_action_if_crossed": "I leave."}, etag=kept)
    assert (own["wording_rule"], own["wording_confirmed_by"], own["wording_confirmed_reason"]) == (
        None,
        None,
        None,
    )
