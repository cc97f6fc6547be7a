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
