"""Opening a conjoint case: two clients, two parts, nothing in them."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from couplesone.cases.models import Case
from couplesone.clients.models import Partner
from couplesone.conjoint.models import ConjointPart
from support.couple import ANA, PAPERS, Couple
from support.papers import NOWHERE
from support.world import World

EMPTY = ("sessions", "refusals", "plans", "administrations", "safety-screens", "check-ins", "hopes", "secrets",
         "partner-statements", "pressure-events", "invitations", "conjoint-referrals")  # fmt: skip


@pytest.mark.row("S3.34")
def test_it_starts_empty_and_each_has_a_part_of_their_own(couple: Couple) -> None:
    couple.own.post(f"{couple.door.case}/sessions", {"held_on": "2026-02-10", "minutes": 50})
    conjoint = couple.opened()
    assert (conjoint.case["status"], conjoint.case["opened_on"]) == ("open", "2026-03-02")
    assert [(part["client_id"], part["name_used"]) for part in conjoint.case["parts"]] == [
        (couple.wei, "Mara"),
        (conjoint.ana, "Ana Zhou"),
    ]
    for path in conjoint.parts:
        part = conjoint.therapist.get(path)
        assert (part["kind"], part["partner_id"], part["previous_case_id"]) == ("conjoint_part", None, None)
        for kind in EMPTY:
            assert conjoint.therapist.get(f"{path}/{kind}")["items"] == [], kind
    assert conjoint.therapist.get("/v1/conjoint-cases")["items"] == [conjoint.case]
    assert conjoint.therapist.get(conjoint.path) == conjoint.case
    assert conjoint.missing() == ["no_secrets_agreement", "safety"]


def test_the_partner_stays_on_file_and_is_linked(couple: Couple, world: World) -> None:
    conjoint = couple.opened()
    with world.works.open(world.home.id) as work:
        partner = work.get(Partner, couple.door.chart.partner_id)
        assert str(partner.became_client_id) == conjoint.ana
        assert partner.entered_in_error_at is None


def test_what_was_under_way_to_the_partner_is_off(couple: Couple) -> None:
    referral, ana = couple.refer(), couple.ana()
    given = couple.door.delivered()
    body = {"clients": [ana, couple.wei], "referral_id": referral["id"]}
    couple.colleague.call.post("/v1/conjoint-cases", body)
    assert couple.door.again(given)["state"] == "withdrawn"
    again = couple.own.refused("POST", f"{couple.door.case}/invitations", {"purpose": "ask_questions"})
    assert again == (409, "case_names_no_partner")


def test_the_conflict_between_the_two_is_their_own_declared_wish(couple: Couple, world: World) -> None:
    """C15: marked, and neither a hold nor a wall any more, also for what is found later."""
    lead = world.home.people["owner"].call
    path = f"/v1/partners/{couple.door.chart.partner_id}"
    couple.own.patch(path, {"email": ANA["email"]}, etag=couple.own.get(path))
    referral, ana = couple.refer(), couple.ana()
    assert [one["state"] for one in lead.get("/v1/conflicts")["items"]] == ["open"]
    body = {"clients": [ana, couple.wei], "referral_id": referral["id"]}
    couple.colleague.call.post("/v1/conjoint-cases", body)
    (conflict,) = lead.get("/v1/conflicts")["items"]
    assert (conflict["state"], conflict["stands"]) == ("role_change", False)
    assert "administrative_review" not in couple.door.holds()
    wei = couple.own.get(f"/v1/clients/{couple.wei}")
    couple.own.patch(f"/v1/clients/{couple.wei}", {"phone": "+43 664 999 88 77"}, etag=wei)
    partner = {"name_used": "Wei", "phone": "0664 9998877"}
    couple.colleague.call.post(f"/v1/clients/{ana}/partners", partner)
    assert [one["state"] for one in lead.get("/v1/conflicts")["items"]] == ["role_change"] * 2


def test_wei_s_own_therapist_opens_it_if_both_signed_for_that(couple: Couple) -> None:
    conjoint = couple.opened_by_own()
    assert len(conjoint.parts) == 2
    assert couple.colleague.call.refused("GET", conjoint.path) == (404, "not_found")


def test_only_to_whom_it_was_referred(couple: Couple, world: World) -> None:
    referral = couple.refer()
    third = world.home.hire("third", "therapist")
    for somebody in (third.call, couple.own):
        body = {"clients": [couple.wei, couple.ana(somebody)], "referral_id": referral["id"]}
        assert somebody.refused("POST", "/v1/conjoint-cases", body) == (409, "linked_record_missing")


def test_two_people_of_whom_one_is_the_referrals_and_the_other_ones_own_client(
    couple: Couple, world: World
) -> None:
    referral, ana = couple.refer(), couple.ana()
    call = couple.colleague.call

    def refused(*clients: str) -> tuple[int, str]:
        body = {"clients": list(clients), "referral_id": referral["id"]}
        found: tuple[int, str] = call.refused("POST", "/v1/conjoint-cases", body)
        return found

    assert refused(couple.wei, couple.wei) == (409, "referral_not_usable")
    assert refused(ana, couple.ana()) == (409, "referral_not_usable")
    assert refused(couple.wei, NOWHERE) == (409, "linked_record_missing")
    assert refused(couple.wei)[0] == 422
    foreign = world.other.people["therapist"].call.post("/v1/clients", ANA)["id"]
    assert refused(couple.wei, foreign) == (409, "linked_record_missing")
    archived = call.get(f"/v1/clients/{ana}")
    call.post(f"/v1/clients/{ana}/archive", {}, etag=archived)
    assert refused(couple.wei, ana) == (409, "client_archived")


def test_wei_who_was_archived_meanwhile(couple: Couple) -> None:
    referral, ana = couple.refer(), couple.ana()
    wei = couple.own.get(f"/v1/clients/{couple.wei}")
    couple.own.post(f"/v1/clients/{couple.wei}/archive", {}, etag=wei)
    body = {"clients": [couple.wei, ana], "referral_id": referral["id"]}
    refused = couple.colleague.call.refused("POST", "/v1/conjoint-cases", body)
    assert refused == (409, "client_archived")


def test_one_referral_opens_one_case_and_a_partner_becomes_one_client(couple: Couple) -> None:
    conjoint = couple.opened()
    call = couple.colleague.call
    referral = couple.own.get(f"{couple.door.case}/conjoint-referrals")["items"][0]
    for ana in (conjoint.ana, couple.ana()):
        body = {"clients": [couple.wei, ana], "referral_id": referral["id"]}
        assert call.refused("POST", "/v1/conjoint-cases", body) == (409, "referral_not_usable")


def test_a_later_referral_makes_no_other_client_of_the_partner(couple: Couple) -> None:
    conjoint = couple.opened()
    referral, call = couple.refer(), couple.colleague.call
    body = {"clients": [couple.wei, couple.ana()], "referral_id": referral["id"]}
    assert call.refused("POST", "/v1/conjoint-cases", body) == (409, "referral_not_usable")
    again = call.post("/v1/conjoint-cases", body | {"clients": [couple.wei, conjoint.ana]})
    assert [part["client_id"] for part in again["parts"]] == [couple.wei, conjoint.ana]


def test_the_two_are_not_merged(couple: Couple, world: World) -> None:
    conjoint = couple.opened()
    lead = world.home.people["owner"].call
    ana = lead.get(f"/v1/clients/{conjoint.ana}")
    path, body = f"/v1/clients/{conjoint.ana}/merge", {"into_client_id": couple.wei}
    assert lead.refused("POST", path, body, etag=ana) == (409, "client_transition_refused")


def test_a_file_of_ana_that_was_filed_twice_keeps_her_place(couple: Couple, world: World) -> None:
    conjoint = couple.opened()
    lead, again = world.home.people["owner"].call, couple.ana()
    ana = lead.get(f"/v1/clients/{conjoint.ana}")
    lead.post(f"/v1/clients/{conjoint.ana}/merge", {"into_client_id": again}, etag=ana)
    seen = conjoint.therapist.get(conjoint.path)
    assert [part["client_id"] for part in seen["parts"]] == [couple.wei, again]
    with world.works.open(world.home.id) as work:
        assert str(work.get(Partner, couple.door.chart.partner_id).became_client_id) == again


def test_a_part_takes_no_partner_and_is_not_reopened(couple: Couple) -> None:
    conjoint = couple.opened()
    call, path = conjoint.therapist, conjoint.parts[1]
    partner = call.post(f"/v1/clients/{conjoint.ana}/partners", {"name_used": "Wei"})
    part = call.get(path)
    assert call.refused("PATCH", path, {"partner_id": partner["id"]}, etag=part)[0] == 422
    closing = {"closing_reason": "completed", "goals_outcome": "met", "relationship_outcome": "together"}
    closed = call.post(f"{path}/close", closing, etag=part)
    assert [one["code"] for one in closed["actions"] if one["action"] == "reopen_case"] == [
        "case_transition_refused"
    ]
    assert call.refused("POST", f"{path}/reopen", {}, etag=closed) == (409, "case_transition_refused")


def test_the_database_lets_no_solo_case_be_a_part(couple: Couple, world: World) -> None:
    couple.opened()
    solo = couple.door.chart.case_id
    wrongs: list[tuple[Any, dict[str, Any]]] = [
        (ConjointPart, {"case_id": solo}),
        (ConjointPart, {"case_id": solo, "case_kind": "solo"}),
        (ConjointPart, {"position": 3}),
        (ConjointPart, {"position": 1}),
        (Case, {"kind": "solo"}),
    ]
    for table, values in wrongs:
        statement = update(table).values(**values)
        if "case_id" in values:
            statement = statement.where(ConjointPart.position == 1)
        if table is Case:
            statement = statement.where(Case.id.in_(select(ConjointPart.case_id)))
        with pytest.raises(IntegrityError), world.works.open(world.home.id) as work:
            work.db.execute(statement)


def test_it_is_no_way_round_a_wall(couple: Couple) -> None:
    """Who treats somebody whose partner is one of the two does not come to treat the two."""
    call = couple.colleague.call
    nora = call.post("/v1/clients", {"name_used": "Nora"})["id"]
    call.post(f"/v1/clients/{nora}/partners", {"name_used": "M.", "email": "mara@example.org"})
    path = f"/v1/clients/{couple.wei}"
    couple.own.patch(path, {"email": "mara@example.org"}, etag=couple.own.get(path))
    body = {"clients": [couple.wei, couple.ana()], "referral_id": couple.refer()["id"]}
    assert call.refused("POST", "/v1/conjoint-cases", body) == (409, "administrative_review")


def test_the_own_therapist_takes_both_with_reasons_only(couple: Couple) -> None:
    own = couple.world.home.people["therapist"].id
    body = {"response_id": couple.asked(), "to_staff_id": str(own)} | PAPERS
    refused = couple.own.refused("POST", f"{couple.door.case}/conjoint-referrals", body)
    assert refused == (409, "both_consents_needed")
