"""Cases that another system knows by ids of its own."""

from __future__ import annotations

import pytest

from couplesone.cases.models import Case
from couplesone.clients.models import Client

PATH = "/v1/cases/by-external-id/ehr:17"


@pytest.fixture
def named(files, mara) -> dict[str, str]:
    """The client by the id that the other system gave her."""
    files.change(Client, mara, external_id="ehr:client:3")
    return {"client_external_id": "ehr:client:3"}


@pytest.fixture
def put(therapist):
    """Send an upsert."""

    def send(body, **more):
        return therapist.call("PUT", PATH, body, **more)

    return send


def test_what_is_not_there_is_opened(therapist, named, mara, put, happened):
    answer = put(named | {"opened_on": "2026-01-05", "next_step": "Call."})
    case = answer.json()
    assert answer.status_code == 201
    assert answer.headers["Location"] == f"/v1/cases/{case['id']}"
    assert (case["external_id"], case["client_id"]) == ("ehr:17", str(mara))
    assert (case["status"], case["opened_on"], case["focus_series"]) == ("intake", "2026-01-05", "pressure")
    assert len(happened("case.opened")) == 1


def test_the_client_can_be_named_by_our_own_id(mara, put):
    answer = put({"client_id": str(mara)})
    assert (answer.status_code, answer.json()["opened_on"]) == (201, "2026-03-02")


def test_what_is_there_is_changed_where_something_is_sent(named, put, happened):
    first = put(
        named | {"opened_on": "2026-01-05", "next_step": "Call.", "purpose_statement": "Mine."}
    ).json()
    answer = put(named | {"next_step": None, "focus_series": "agency"})
    changed = answer.json()
    assert (answer.status_code, changed["id"], changed["version"]) == (200, first["id"], 2)
    shown = ("next_step", "focus_series", "purpose_statement", "opened_on")
    assert [changed[name] for name in shown] == [None, "agency", "Mine.", "2026-01-05"]
    assert len(happened("case.opened")) == 1


def test_sent_again_it_changes_nothing(named, put):
    body = named | {"opened_on": "2026-01-05", "purpose_statement": "Mine.", "next_step": "Call."}
    first, again = put(body), put(body)
    assert (again.status_code, again.json()) == (200, first.json())


def test_a_closed_case_stays_as_it_is(world, files, named, put):
    body = named | {"next_step": "Call."}
    case = put(body).json()
    files.change(Case, case["id"], status="closed", closed_on=world.today)
    assert put(body).status_code == 200
    refused = put(named | {"next_step": "Write."})
    assert (refused.status_code, refused.json()["code"]) == (409, "case_closed")


def test_a_case_in_error_makes_room(world, files, named, put):
    case = put(named).json()
    files.change(Case, case["id"], entered_in_error_at=world.clock.now())
    again = put(named)
    assert again.status_code == 201
    assert again.json()["id"] != case["id"]


@pytest.mark.parametrize(
    ("body", "refusal"),
    [
        ({}, (422, "validation_failed")),
        ({"client_id": None}, (422, "validation_failed")),
        ({"client_id": "01934f5e-0000-7000-8000-000000000001"}, (409, "linked_record_missing")),
        ({"client_external_id": "ehr:client:4"}, (409, "linked_record_missing")),
        ({"client_external_id": "ehr:client:3", "external_id": "x"}, (422, "validation_failed")),
        ({"client_external_id": "ehr:client:3", "focus_series": None}, (422, "validation_failed")),
        ({"client_external_id": "ehr:client:3", "opened_on": "2026-03-03"}, (422, "dates_out_of_order")),
    ],
)
def test_what_cannot_be_is_refused(therapist, named, body, refusal):
    assert therapist.refused("PUT", PATH, body) == refusal


def test_the_client_is_named_once(therapist, named, mara):
    problem = therapist.call("PUT", PATH, named | {"client_id": str(mara)}).json()
    assert (problem["code"], problem["errors"][0]["pointer"]) == ("validation_failed", "/client_id")


def test_a_case_does_not_change_hands(files, therapist, named, put):
    put(named)
    other = files.client(("therapist", "treating"))
    refusal = therapist.refused("PUT", PATH, {"client_id": str(other)})
    assert refusal == (409, "external_id_taken")


def test_if_match_is_honoured_when_it_is_sent(therapist, named, put):
    assert put(named, etag=1).status_code == 412
    case = put(named).json()
    assert put(named | {"next_step": "x"}, etag=7).status_code == 412
    assert put(named | {"next_step": "x"}, etag=case).json()["version"] == 2


def test_an_archived_client_gets_no_case(files, therapist, mara, named):
    files.change(Client, mara, status="archived")
    assert therapist.refused("PUT", PATH, named) == (409, "client_archived")


def test_who_may(world, files, mara, named, put, strangers):
    put(named)
    for person, answer in (
        ("supervisor", (403, "permission_denied")),
        ("front_desk", (403, "permission_denied")),
        ("colleague", (409, "linked_record_missing")),
        ("elsewhere", (409, "linked_record_missing")),
    ):
        caller = (strangers.get(person) or world.home.people[person]).call
        assert caller.refused("PUT", PATH, named | {"next_step": "Theirs."}) == answer, person
    own = files.client(("colleague", "treating"))
    taken = strangers["colleague"].call.refused("PUT", PATH, {"client_id": str(own)})
    assert taken == (409, "external_id_taken"), (
        "the id is taken, by a case that the colleague may not know of"
    )
