"""Referring to work with both: by default to somebody else, and only recorded."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from couplesone.conjoint.models import ConjointReferral
from couplesone.invitations.models import Invitation
from couplesone.plans.responses.models import SystemResponse
from support.couple import PAPERS, Couple
from support.papers import NOWHERE
from support.world import World


@pytest.mark.row("S3.34")
def test_by_default_another_therapist_and_nothing_else_happens(couple: Couple) -> None:
    path = f"{couple.door.case}/conjoint-referrals"
    found = couple.own.post(path, {"response_id": couple.asked(), "to_whom": "Dr. Okafor"})
    assert (found["origin"], found["referred_to"], found["occurred_on"]) == (
        "partner_asked",
        "another_therapist",
        "2026-03-02",
    )
    assert (found["client_paper"], found["rationale"], found["to_whom"]) == (None, None, "Dr. Okafor")
    assert couple.own.get(path)["items"] == [found]
    assert couple.own.get(f"/v1/conjoint-referrals/{found['id']}") == found
    assert couple.own.get("/v1/conjoint-cases")["items"] == []
    ana = couple.ana(couple.own)
    body = {"clients": [couple.wei, ana], "referral_id": found["id"]}
    assert couple.own.refused("POST", "/v1/conjoint-cases", body) == (409, "linked_record_missing")


def test_out_of_a_visit_that_closed_with_it(couple: Couple) -> None:
    invitation = couple.door.delivered()
    path = f"{couple.door.case}/conjoint-referrals"
    body = {"invitation_id": invitation["id"]}
    assert couple.own.refused("POST", path, body) == (409, "conjoint_not_asked")
    couple.door.chart.set(Invitation, invitation["id"], state="closed", closing="attended_once")
    assert couple.own.refused("POST", path, body) == (409, "conjoint_not_asked")
    couple.door.chart.set(Invitation, invitation["id"], closing="conjoint_referral")
    assert couple.own.post(path, body)["origin"] == "visit"
    assert couple.own.refused("POST", path, body) == (409, "conjoint_not_asked")


@pytest.mark.parametrize(
    "not_so", [{"initiated_by": "client"}, {"type": "softening"}, {"entered_in_error_at": True}]
)
def test_who_did_not_ask_is_not_referred(couple: Couple, not_so: dict[str, Any]) -> None:
    asked = couple.asked()
    if "entered_in_error_at" in not_so:
        not_so = {"entered_in_error_at": couple.world.clock.now()}
    couple.door.chart.set(SystemResponse, asked, **not_so)
    path = f"{couple.door.case}/conjoint-referrals"
    assert couple.own.refused("POST", path, {"response_id": asked}) == (409, "conjoint_not_asked")


def test_one_origin_of_the_same_case(couple: Couple) -> None:
    path, asked = f"{couple.door.case}/conjoint-referrals", couple.asked()
    for body in ({}, {"response_id": asked, "invitation_id": NOWHERE}):
        assert couple.own.refused("POST", path, body)[0] == 422
    for body in ({"response_id": NOWHERE}, {"invitation_id": NOWHERE}):
        assert couple.own.refused("POST", path, body) == (409, "linked_record_missing")
    other = couple.own.post(f"/v1/clients/{couple.wei}/cases", {})
    elsewhere = f"/v1/cases/{other['id']}/conjoint-referrals"
    assert couple.own.refused("POST", elsewhere, {"response_id": asked}) == (409, "conjoint_not_asked")
    ahead = {"response_id": asked, "occurred_on": "2026-03-03"}
    assert couple.own.refused("POST", path, ahead) == (422, "dates_out_of_order")


@pytest.mark.parametrize("without", ["client_paper", "partner_paper", "rationale"])
def test_the_same_therapist_takes_reasons_in_writing_and_both_consents(couple: Couple, without: str) -> None:
    path, asked = f"{couple.door.case}/conjoint-referrals", couple.asked()
    body = PAPERS | {"response_id": asked, "referred_to": "same_therapist", "rationale": "Nobody else."}
    lacking = {name: value for name, value in body.items() if name != without}
    assert couple.own.refused("POST", path, lacking) == (409, "both_consents_needed")
    assert couple.own.refused("POST", path, body | {"to_whom": "Dr. Okafor"})[0] == 422
    found = couple.own.post(path, body)
    assert found["client_paper"] == PAPERS["client_paper"]
    assert found["partner_paper"] == PAPERS["partner_paper"]


def test_a_colleague_of_the_practice_takes_both_consents_and_is_a_therapist_at_work(couple: Couple) -> None:
    path = f"{couple.door.case}/conjoint-referrals"
    body: dict[str, Any] = {"response_id": couple.asked(), "to_staff_id": str(couple.colleague.id)}
    assert couple.own.refused("POST", path, body) == (409, "both_consents_needed")
    desk = str(couple.world.home.people["front_desk"].id)
    for nobody in (NOWHERE, desk):
        wrong = body | PAPERS | {"to_staff_id": nobody}
        assert couple.own.refused("POST", path, wrong) == (409, "linked_record_missing")
    ahead = PAPERS | {"partner_paper": {"sha256": "b" * 64, "signed_on": "2026-03-03"}}
    assert couple.own.refused("POST", path, body | ahead) == (422, "dates_out_of_order")
    from couplesone.identity.models import Staff

    now = couple.world.clock.now()
    couple.door.chart.set(Staff, couple.colleague.id, deactivated_at=now)
    assert couple.own.refused("POST", path, body | PAPERS) == (409, "staff_deactivated")


def test_one_in_error_opens_nothing_and_makes_way_for_another(couple: Couple) -> None:
    found = couple.refer()
    path = f"/v1/conjoint-referrals/{found['id']}/mark-in-error"
    marked = couple.own.post(path, {"reason": "Wrong case."}, etag=found)
    assert marked["entered_in_error_at"]
    assert couple.own.refused("POST", path, {"reason": "x"}, etag=marked) == (409, "item_in_error")
    body = {"clients": [couple.wei, couple.ana()], "referral_id": found["id"]}
    refused = couple.colleague.call.refused("POST", "/v1/conjoint-cases", body)
    assert refused == (409, "linked_record_missing")
    couple.own.post(f"{couple.door.case}/conjoint-referrals", {"response_id": found["response_id"]})


def test_a_case_without_a_partner_and_a_closed_one_refer_nobody(couple: Couple) -> None:
    from couplesone.cases.models import Case

    asked, case = couple.asked(), couple.door.chart.case_id
    partner = couple.door.chart.partner_id
    path = f"{couple.door.case}/conjoint-referrals"
    couple.door.chart.set(Case, case, partner_id=None)
    assert couple.own.refused("POST", path, {"response_id": asked}) == (409, "conjoint_not_asked")
    couple.door.chart.set(Case, case, partner_id=partner, status="closed", closed_on=couple.world.today)
    assert couple.own.refused("POST", path, {"response_id": asked}) == (409, "case_closed")


def test_the_referral_is_the_clients_own_record(couple: Couple) -> None:
    found = couple.refer()
    assert couple.colleague.call.refused("GET", f"/v1/conjoint-referrals/{found['id']}") == (404, "not_found")


@pytest.mark.parametrize(
    "wrong",
    [
        {"referred_to": "same_therapist"},
        {"client_paper_sha256": None, "client_signed_on": None},
        {"partner_signed_on": None},
        {"response_id": None},
    ],
)
def test_the_database_holds_both_consents(couple: Couple, world: World, wrong: dict[str, Any]) -> None:
    couple.refer()
    with pytest.raises(IntegrityError), world.works.open(world.home.id) as work:
        work.db.execute(update(ConjointReferral).values(**wrong))
