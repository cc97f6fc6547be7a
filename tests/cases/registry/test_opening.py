"""Opening and changing cases."""

from __future__ import annotations

import pytest

from couplesone.cases.models import Case
from couplesone.cases.weekly import WeeklyMeasure
from couplesone.clients.models import Client, Partner

FULL = {
    "opened_on": "2026-02-10",
    "purpose_statement": "To find out what I can do.",
    "problem_onset_on": "2024-06-01",
    "first_considered_help_on": "2025-03-01",
    "first_contact_on": "2026-02-01",
    "next_step": "Go through the last refusal.",
    "next_step_due_on": "2026-04-01",
    "focus_series": "agency",
    "external_id": "intake:4711",
}


@pytest.fixture
def where(mara) -> str:
    return f"/v1/clients/{mara}/cases"


@pytest.mark.row("S3.8")
def test_a_case_opens_with_nothing_but_a_client(therapist, where, mara, happened):
    answer = therapist.call("POST", where, {})
    case = answer.json()
    assert answer.status_code == 201
    assert answer.headers["Location"] == f"/v1/cases/{case['id']}"
    expected = {
        "client_id": str(mara),
        "partner_id": None,
        "kind": "solo",
        "status": "intake",
        "stage": 0,
        "opened_on": "2026-03-02",
        "focus_series": "pressure",
        "previous_case_id": None,
        "next_case_id": None,
        "deleted": False,
    }
    assert {name: case[name] for name in expected} == expected
    assert happened("case.opened") == [{"case_id": case["id"], "client_id": str(mara)}]


def test_a_case_keeps_what_was_told(therapist, world, where, tobias):
    case = therapist.post(where, FULL | {"partner_id": str(tobias)})
    assert {name: case[name] for name in FULL} == FULL
    assert (case["partner_id"], case["opened_by"]) == (str(tobias), str(world.home.people["therapist"].id))
    assert therapist.get(f"/v1/cases/{case['id']}") == case


@pytest.mark.parametrize("measure", WeeklyMeasure)
def test_any_weekly_measure_can_be_the_focus(therapist, where, measure):
    assert therapist.post(where, {"focus_series": measure.value})["focus_series"] == measure


@pytest.mark.parametrize(
    "wrong",
    [
        {"focus_series": "weather"},
        {"kind": "conjoint"},
        {"status": "active"},
        {"id": "01934f5e-0000-7000-8000-000000000001"},
        {"opened_on": None},
        {"external_id": "with space"},
        {"next_step": "two\nlines"},
    ],
)
def test_what_a_case_does_not_take_is_refused(therapist, where, wrong):
    assert therapist.refused("POST", where, wrong) == (422, "validation_failed")


DAYS = {
    "problem_onset_on": "2026-01-01",
    "first_considered_help_on": "2026-01-02",
    "first_contact_on": "2026-01-03",
    "opened_on": "2026-01-04",
}


@pytest.mark.parametrize(
    ("sent", "pointer"),
    [
        ({"problem_onset_on": "2026-03-03"}, "/problem_onset_on"),
        ({"opened_on": "2026-03-03"}, "/opened_on"),
        ({"first_contact_on": "2026-02-02", "opened_on": "2026-02-01"}, "/opened_on"),
        ({"first_considered_help_on": "2025-12-31"}, "/first_considered_help_on"),
        ({"first_considered_help_on": None, "first_contact_on": "2025-12-31"}, "/first_contact_on"),
        (dict.fromkeys(list(DAYS)[1:3]) | {"opened_on": "2025-12-31"}, "/opened_on"),
    ],
)
def test_known_days_are_in_order_and_have_come(therapist, where, sent, pointer):
    problem = therapist.call("POST", where, DAYS | sent).json()
    assert (problem["code"], problem["errors"][0]["pointer"]) == ("dates_out_of_order", pointer)


def test_days_may_coincide_and_be_missing(therapist, where):
    assert therapist.post(where, dict.fromkeys(DAYS, "2026-01-01"))
    assert therapist.post(where, {"problem_onset_on": "2026-01-01", "opened_on": "2026-01-01"})


def test_the_partner_is_one_of_the_clients_own(world, files, therapist, where, tobias):
    other = files.partner(files.client())
    unknown = world.works.ids.new(world.clock.now())
    for nobody in (other, unknown):
        refusal = therapist.refused("POST", where, {"partner_id": str(nobody)})
        assert refusal == (409, "linked_record_missing")
    files.change(Partner, tobias, entered_in_error_at=world.clock.now())
    assert therapist.refused("POST", where, {"partner_id": str(tobias)}) == (409, "linked_record_missing")


def test_an_archived_client_gets_no_case(files, therapist, where, mara):
    files.change(Client, mara, status="archived")
    assert therapist.refused("POST", where, {}) == (409, "client_archived")


def test_an_external_id_belongs_to_one_case_until_that_is_marked_as_an_error(therapist, where):
    case = therapist.post(where, {"external_id": "a:1"})
    assert therapist.refused("POST", where, {"external_id": "a:1"}) == (409, "external_id_taken")
    therapist.post(f"/v1/cases/{case['id']}/mark-in-error", {"reason": "Twice."}, etag=case)
    assert therapist.post(where, {"external_id": "a:1"})["id"] != case["id"]


def test_a_repeated_request_opens_one_case(therapist, where):
    first, again = (therapist.call("POST", where, FULL, key="k") for _ in range(2))
    assert again.headers["Idempotency-Replayed"] == "true"
    assert (again.status_code, again.json()) == (201, first.json())


def test_a_change_touches_what_is_sent(therapist, where, tobias):
    case = therapist.post(where, FULL)
    sent = {"partner_id": str(tobias), "next_step": None, "next_step_due_on": None, "focus_series": "urgency"}
    changed = therapist.patch(f"/v1/cases/{case['id']}", sent, etag=case)
    assert {name: changed[name] for name in sent} == sent
    untouched = case.keys() - sent.keys() - {"version", "updated_at"}
    assert {name: changed[name] for name in untouched} == {name: case[name] for name in untouched}
    assert changed["version"] == 2


@pytest.mark.parametrize(
    ("sent", "refusal"),
    [
        ({"opened_on": None}, (422, "validation_failed")),
        ({"focus_series": None}, (422, "validation_failed")),
        ({"status": "closed"}, (422, "validation_failed")),
        ({"first_contact_on": "2026-02-11"}, (422, "dates_out_of_order")),
        ({"opened_on": "2026-01-31"}, (422, "dates_out_of_order")),
        ({"partner_id": "01934f5e-0000-7000-8000-000000000001"}, (409, "linked_record_missing")),
    ],
)
def test_a_change_keeps_the_rules_of_opening(therapist, where, sent, refusal):
    case = therapist.post(where, FULL)
    assert therapist.refused("PATCH", f"/v1/cases/{case['id']}", sent, etag=case) == refusal


def test_a_change_names_its_version_and_may_not_take_anothers_external_id(therapist, where):
    case = therapist.post(where, FULL)
    therapist.post(where, {"external_id": "taken"})
    path = f"/v1/cases/{case['id']}"
    assert therapist.refused("PATCH", path, {"next_step": "x"}) == (428, "if_match_required")
    assert therapist.refused("PATCH", path, {"next_step": "x"}, etag=9) == (412, "version_stale")
    assert therapist.refused("PATCH", path, {"external_id": "taken"}, etag=case) == (409, "external_id_taken")


def test_the_opening_can_be_corrected_but_not_past_what_happened_since(therapist, where, move):
    case = move(therapist.post(where, {"opened_on": "2026-01-05"}), "activate", occurred_on="2026-01-20")
    path = f"/v1/cases/{case['id']}"
    assert therapist.refused("PATCH", path, {"opened_on": "2026-01-21"}, etag=case) == (
        422,
        "dates_out_of_order",
    )
    assert therapist.patch(path, {"opened_on": "2026-01-20"}, etag=case)["opened_on"] == "2026-01-20"


def test_what_people_wrote_is_sealed_in_the_database(files, therapist, where):
    canary = "canary, in no index"
    case = therapist.post(where, {"purpose_statement": canary, "next_step": canary})
    marked = therapist.post(f"/v1/cases/{case['id']}/mark-in-error", {"reason": canary}, etag=case)
    assert [marked[name] for name in ("purpose_statement", "next_step", "error_reason")] == [canary] * 3
    for column in ("purpose_statement", "next_step", "error_reason"):
        assert "canary" not in files.raw(Case, case["id"], column)


def test_a_case_in_error_is_kept_and_takes_nothing(therapist, opened):
    path = f"/v1/cases/{opened['id']}"
    reason = {"reason": "Filed under the wrong client."}
    assert therapist.refused("POST", f"{path}/mark-in-error", reason) == (428, "if_match_required")
    assert therapist.refused("POST", f"{path}/mark-in-error", reason, etag=5) == (412, "version_stale")
    marked = therapist.post(f"{path}/mark-in-error", reason, etag=opened)
    assert (marked["deleted"], marked["error_reason"], marked["version"]) == (True, reason["reason"], 2)
    assert {action["code"] for action in marked["actions"]} == {"case_closed"}
    assert therapist.refused("PATCH", path, {"next_step": "x"}, etag=marked) == (409, "case_closed")
    assert therapist.refused("POST", f"{path}/hopes", {"text": "x"}) == (409, "case_closed")
    assert therapist.refused("POST", f"{path}/mark-in-error", reason, etag=marked) == (409, "item_in_error")
    assert therapist.get(path) == marked
