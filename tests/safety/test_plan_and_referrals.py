"""The safety plan in versions, and referrals with what the client answered."""

from __future__ import annotations

import itertools

import pytest

from couplesone.cases.models import Case
from couplesone.safety.codes import ReferralKind, ReferralStatus
from couplesone.safety.referrals.moves import MOVES, ReferralMove
from support.canaries import example
from support.papers import action

PLAN = {
    "agreed_on": "2026-02-27",
    "warning_signs": "He counts the money aloud.",
    "own_coping": "I take the boy to bed.",
    "people": "Ines.",
    "places": "The library.",
    "professional_contacts": "The counselling centre.",
    "safe_communication": "Text to the phone at work.",
}


def closed(chart) -> None:
    """Close the case."""
    chart.set(Case, chart.case_id, status="closed", closed_on=chart.world.today, closing_reason="completed")


def test_a_plan_is_read_back_as_it_was_agreed(therapist, path) -> None:
    made = therapist.post(f"{path}/safety-plan", PLAN)
    assert {name: made[name] for name in PLAN} == PLAN
    assert therapist.get(f"{path}/safety-plan") == made
    assert therapist.get(f"/v1/safety-plans/{made['id']}") == made


def test_a_new_version_replaces_the_one_before_until_it_turns_out_an_error(therapist, path) -> None:
    first = therapist.post(f"{path}/safety-plan", PLAN)
    second = therapist.post(f"{path}/safety-plan", {"people": "Ines and her brother."})
    assert (first["number"], second["number"], second["places"]) == (1, 2, None)
    assert therapist.get(f"{path}/safety-plan")["id"] == second["id"]
    listed = therapist.get(f"{path}/safety-plan/versions")["items"]
    assert [plan["number"] for plan in listed] == [2, 1]
    where = f"/v1/safety-plans/{second['id']}/mark-in-error"
    marked = therapist.post(where, {"reason": "Not hers."}, etag=second)
    assert marked["error_reason"] == "Not hers."
    assert therapist.get(f"{path}/safety-plan")["id"] == first["id"]
    assert therapist.refused("POST", where, {"reason": "x"}, etag=marked) == (409, "item_in_error")
    assert therapist.post(f"{path}/safety-plan", PLAN)["number"] == 3


def test_without_a_plan_there_is_none(therapist, path) -> None:
    assert therapist.refused("GET", f"{path}/safety-plan") == (404, "not_found")
    assert therapist.get(f"{path}/safety-plan/versions")["items"] == []


@pytest.mark.parametrize(
    ("body", "refused"),
    [
        ({}, (422, "safety_plan_empty")),
        ({"agreed_on": "2026-02-27"}, (422, "safety_plan_empty")),
        ({"places": "x", "agreed_on": "2026-03-03"}, (422, "dates_out_of_order")),
        ({"places": " "}, (422, "validation_failed")),
        ({"plan": "x"}, (422, "validation_failed")),
    ],
)
def test_what_is_no_plan(therapist, path, body, refused) -> None:
    assert therapist.refused("POST", f"{path}/safety-plan", body) == refused


def test_versions_are_listed_in_a_constant_number_of_statements(world, therapist, path) -> None:
    def sent() -> int:
        before = len(world.statements)
        therapist.get(f"{path}/safety-plan/versions")
        return len(world.statements) - before

    therapist.post(f"{path}/safety-plan", PLAN)
    one = sent()
    for _ in range(24):
        therapist.post(f"{path}/safety-plan", PLAN)
    assert sent() == one


@pytest.mark.parametrize("kind", ReferralKind)
def test_a_referral_is_read_back(therapist, path, kind) -> None:
    body = {"kind": kind.value, "offered_on": "2026-02-20", "service": "Centre", "note": "By hand."}
    made = therapist.post(f"{path}/safety-referrals", body)
    assert {name: made[name] for name in body} == body
    assert (made["status"], made["answered_on"], made["done_on"]) == ("offered", None, None)
    assert therapist.get(f"/v1/safety-referrals/{made['id']}") == made
    assert therapist.get(f"{path}/safety-referrals")["items"] == [made]


def test_offered_accepted_used(therapist, path) -> None:
    made = therapist.post(f"{path}/safety-referrals", {"kind": "crisis", "offered_on": "2026-02-20"})
    where = f"/v1/safety-referrals/{made['id']}"
    taken = therapist.post(f"{where}/accept", {"occurred_on": "2026-02-21"}, etag=made)
    assert (taken["status"], taken["answered_on"]) == ("accepted", "2026-02-21")
    used = therapist.post(f"{where}/complete", {"occurred_on": "2026-02-25"}, etag=taken)
    assert (used["status"], used["answered_on"], used["done_on"]) == ("done", "2026-02-21", "2026-02-25")


def test_a_client_may_decline_and_think_again(therapist, path) -> None:
    made = therapist.post(f"{path}/safety-referrals", {"kind": "legal"})
    where = f"/v1/safety-referrals/{made['id']}"
    declined = therapist.post(f"{where}/decline", {}, etag=made)
    assert (declined["status"], action(declined, "accept_safety_referral")) == ("declined", (True, None))
    assert therapist.post(f"{where}/accept", {}, etag=declined)["status"] == "accepted"


@pytest.mark.parametrize(("move", "status"), list(itertools.product(ReferralMove, ReferralStatus)))
def test_the_moves_are_those_of_the_table(chart, therapist, path, move, status) -> None:
    made = therapist.post(f"{path}/safety-referrals", {"kind": "medical"})
    ways = {
        ReferralStatus.OFFERED: [],
        ReferralStatus.ACCEPTED: ["accept"],
        ReferralStatus.DECLINED: ["decline"],
        ReferralStatus.DONE: ["accept", "complete"],
    }
    where = f"/v1/safety-referrals/{made['id']}"
    for verb in ways[status]:
        made = therapist.post(f"{where}/{verb}", {}, etag=made)
    allowed = status in MOVES[move]
    offered = action(made, f"{move.value}_safety_referral")
    assert offered == ((True, None) if allowed else (False, "referral_transition_refused"))
    if allowed:
        assert therapist.post(f"{where}/{move.value}", {}, etag=made)["status"] == MOVES[move][status]
    else:
        refused = therapist.refused("POST", f"{where}/{move.value}", {}, etag=made)
        assert refused == (409, "referral_transition_refused")


@pytest.mark.parametrize("day", ["2026-02-19", "2026-03-03"])
def test_an_answer_follows_the_offer_and_has_come(therapist, path, day) -> None:
    made = therapist.post(f"{path}/safety-referrals", {"kind": "crisis", "offered_on": "2026-02-20"})
    where = f"/v1/safety-referrals/{made['id']}/accept"
    assert therapist.refused("POST", where, {"occurred_on": day}, etag=made) == (422, "dates_out_of_order")


def test_an_offer_has_come(therapist, path) -> None:
    body = {"kind": "crisis", "offered_on": "2026-03-03"}
    assert therapist.refused("POST", f"{path}/safety-referrals", body) == (422, "dates_out_of_order")


def test_a_referral_in_error_is_kept_and_stays(therapist, path) -> None:
    made = therapist.post(f"{path}/safety-referrals", {"kind": "crisis"})
    where = f"/v1/safety-referrals/{made['id']}"
    marked = therapist.post(f"{where}/mark-in-error", {"reason": "Another client."}, etag=made)
    assert marked["error_reason"] == "Another client."
    assert action(marked, "accept_safety_referral") == (False, "item_in_error")
    assert therapist.refused("POST", f"{where}/accept", {}, etag=marked) == (409, "item_in_error")


@pytest.mark.parametrize(
    ("where", "name"),
    [
        ("safety-plan", "write_safety_plan"),
        ("safety-referrals", "offer_safety_referral"),
        ("safety-flags", "raise_safety_flag"),
    ],
)
def test_a_closed_case_takes_nothing(chart, therapist, path, where, name) -> None:
    closed(chart)
    assert therapist.refused("POST", f"{path}/{where}", example(name)) == (409, "case_closed")


def test_who_only_reads_is_offered_nothing(supervisor, therapist, path) -> None:
    made = therapist.post(f"{path}/safety-referrals", {"kind": "crisis"})
    seen = supervisor.get(f"/v1/safety-referrals/{made['id']}")
    assert {entry["code"] for entry in seen["actions"]} == {"permission_denied"}


def test_referrals_are_listed_in_a_constant_number_of_statements(world, therapist, path) -> None:
    def sent() -> int:
        before = len(world.statements)
        therapist.get(f"{path}/safety-referrals")
        return len(world.statements) - before

    assert therapist.get(f"{path}/safety-referrals")["items"] == []
    therapist.post(f"{path}/safety-referrals", {"kind": "crisis"})
    one = sent()
    for _ in range(24):
        therapist.post(f"{path}/safety-referrals", {"kind": "crisis"})
    assert sent() == one
