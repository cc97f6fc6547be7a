"""Invariant 8: of the work alone nothing is readable through the conjoint case, nor from the other's side."""

from __future__ import annotations

import json
from typing import Any

import pytest
from sqlalchemy import func, select

import couplesone.wiring  # noqa: F401 - loads every table
from couplesone.persistence.base import Base
from couplesone.web.routing import operations_of
from couplesone.wiring import ROUTERS
from support.canaries import example, ids_in
from support.couple import Conjoint, Couple
from support.http import Caller
from support.world import World

CANARY = "zebrafinch"
OPERATIONS = {name: one for name, one in operations_of(ROUTERS).items() if one.permission is not None}
KINDS = (
    "record_session", "record_refusal", "record_partner_stance", "record_reaction", "record_hope",
    "record_partner_statement", "record_secret", "record_telling", "record_neutrality_check", "record_boundary",
    "record_own_part_item", "record_strength", "record_ultimatum", "record_motive_check", "record_check_in",
    "record_safety_plan", "record_decision_point",
)  # fmt: skip


def solo_record(couple: Couple) -> dict[str, str]:
    """Fill Wei's solo case; return the ids of what is in it."""
    ids = {"case_id": str(couple.door.chart.case_id), "partner_id": str(couple.door.chart.partner_id)}
    for name in KINDS:
        operation = OPERATIONS.get(name)
        if operation is None:
            continue
        body = json.loads(json.dumps(example(name)).replace("2026-0", "2026-0"))
        for text in ("text", "note", "words", "strategy", "behaviour", "limit", "terms"):
            if isinstance(body.get(text), str):
                body[text] = f"{body[text]} {CANARY}"
        for link in ("cycle_map_id", "cycle_node_id"):
            body.pop(link, None)
        answer = couple.own.call("POST", operation.path.format(**ids), body)
        if answer.status_code == 201:
            ids[name.removeprefix("record_") + "_id"] = answer.json()["id"]
    plan_id = couple.door.chart.plan()
    ids |= {"plan_id": plan_id, "goal_id": couple.door.chart.goal(plan_id, title=f"I listen {CANARY}")}
    case = couple.own.get(couple.door.case)
    couple.own.patch(couple.door.case, {"purpose_statement": CANARY, "next_step": CANARY}, etag=case)
    return ids


def everything_read(caller: Caller, ids: dict[str, str]) -> list[tuple[str, int, str]]:
    """Ask every reading operation that the ids can fill."""
    found = []
    for name, operation in OPERATIONS.items():
        if operation.method == "GET" and operation.parameters.keys() <= ids.keys():
            answer = caller.call("GET", operation.path.format(**ids))
            found.append((name, answer.status_code, answer.text))
    return found


@pytest.mark.row("C10")
def test_who_treats_the_couple_only_reads_nothing_of_the_work_alone(couple: Couple) -> None:
    solo = solo_record(couple)
    assert len(solo) > 12
    conjoint = couple.opened().ready()
    conjoint.therapist.post(f"{conjoint.path}/sessions", {"minutes": 80})
    hidden = {name: value for name, value in solo.items() if value != couple.wei}
    own_ids = {"conjoint_case_id": conjoint.case["id"]}
    leaks = []
    for part in conjoint.parts:
        reached = own_ids | {"case_id": part.rsplit("/", 1)[1]}
        for name, status, said in everything_read(conjoint.therapist, reached):
            assert status < 500, (name, said)
            if CANARY in said or ids_in(said, hidden):
                leaks.append((name, ids_in(said, hidden)))
    assert leaks == []
    for name, status, said in everything_read(conjoint.therapist, solo):
        operation = OPERATIONS[name]
        if operation.parameters:
            assert status in (403, 404), (name, status)
        assert CANARY not in said, name
    assert not ids_in(conjoint.therapist.call("GET", f"/v1/cases?client_id={couple.wei}").text, hidden)


def test_nor_does_it_write_in_it(couple: Couple, world: World) -> None:
    solo = solo_record(couple)
    conjoint = couple.opened()

    def count() -> dict[str, Any]:
        with world.works.database.transaction(world.home.id, write=False) as connection:
            return {
                table.name: connection.scalar(select(func.count()).select_from(table))
                for table in Base.metadata.sorted_tables
                if table.name not in ("audit_events", "sign_ins", "idempotency_keys")
            }

    before = count()
    for name, operation in OPERATIONS.items():
        if (
            operation.method == "GET"
            or not operation.parameters
            or not operation.parameters.keys() <= solo.keys()
        ):
            continue
        body = example(name) if operation.body is not None else None
        path = operation.path.format(**solo)
        answer = conjoint.therapist.call(
            operation.method, path, body, etag=1 if operation.conditional else None
        )
        assert answer.status_code in (403, 404, 409, 422), (name, answer.status_code)
    assert count() == before


def test_of_wei_as_a_client_only_the_name_is_known(couple: Couple) -> None:
    conjoint = couple.opened()
    call, missing = conjoint.therapist, (404, "not_found")
    for path in ("", "/partners", "/consents", "/care-team", "/safe-contact"):
        assert call.refused("GET", f"/v1/clients/{couple.wei}{path}") == missing
    assert call.refused("GET", f"/v1/partners/{couple.door.chart.partner_id}") == missing
    assert [one["id"] for one in call.get("/v1/clients")["items"]] == [conjoint.ana]
    assert call.get("/v1/clients?q=mara")["items"] == []
    cases = call.get("/v1/cases?include=client")["items"]
    assert {one["client"]["name_used"] for one in cases} == {"Mara", "Ana Zhou"}


def test_wei_s_own_therapist_reads_nothing_of_ana_nor_of_what_is_joint(conjoint: Conjoint) -> None:
    own, missing = conjoint.couple.own, (404, "not_found")
    held = conjoint.therapist.post(f"{conjoint.path}/sessions", {"minutes": 80, "note": CANARY})
    ids = {"conjoint_case_id": conjoint.case["id"], "joint_session_id": held["id"]}
    ids |= {"case_id": conjoint.parts[1].rsplit("/", 1)[1], "client_id": conjoint.ana}
    for name, status, said in everything_read(own, ids):
        if OPERATIONS[name].parameters:
            assert status == 404, name
        assert CANARY not in said
        assert not ids_in(said, ids), name
    assert own.refused("POST", f"{conjoint.path}/sessions", {"minutes": 50}) == missing
    assert own.get("/v1/conjoint-cases")["items"] == []
    assert own.get(conjoint.parts[0])["client_id"] == conjoint.couple.wei


def joining(couple: Couple, staff_id: Any, role: str = "covering") -> tuple[str, dict[str, str]]:
    """Return what brings somebody to Wei's care team."""
    return f"/v1/clients/{couple.wei}/care-team", {"staff_id": str(staff_id), "role": role}


@pytest.mark.parametrize("who", ["front_desk", "owner"])
def test_the_work_alone_opens_to_them_by_wei_s_written_authorization_only(
    conjoint: Conjoint, world: World, who: str
) -> None:
    """Not even the clinical lead, who is the owner here, lets them in without."""
    couple, manager = conjoint.couple, world.home.people[who].call
    path, body = joining(couple, couple.colleague.id)
    refused = (409, "authorization_missing")
    assert manager.refused("POST", path, body) == refused
    reassigned = f"/v1/clients/{couple.wei}/reassign"
    assert manager.refused("POST", reassigned, {"to_staff_id": str(couple.colleague.id)}) == refused
    consents = f"/v1/clients/{couple.wei}/consents"
    consent = {"kind": "solo_record", "text_version": "1", "text_sha256": "e" * 64, "method": "verbal"}
    couple.own.post(consents, consent)
    assert manager.refused("POST", path, body) == refused
    written = couple.own.post(consents, consent | {"method": "paper_signature"})
    manager.post(path, body)
    assert conjoint.therapist.get(couple.door.case)["client_id"] == couple.wei
    couple.own.post(f"/v1/consents/{written['id']}/revoke", {}, etag=written)
    assert conjoint.therapist.refused("GET", couple.door.case) == (404, "not_found")
    assert conjoint.therapist.get(conjoint.parts[0])
    assert couple.own.get(couple.door.case)
    assert manager.refused("POST", path, body) == refused


def test_taking_the_authorization_back_leaves_those_who_knew_before(couple: Couple, world: World) -> None:
    conjoint = couple.opened_by_own()
    consent = {
        "kind": "solo_record",
        "text_version": "1",
        "text_sha256": "e" * 64,
        "method": "paper_signature",
    }
    given = couple.own.post(f"/v1/clients/{couple.wei}/consents", consent)
    couple.own.post(f"/v1/consents/{given['id']}/revoke", {}, etag=given)
    assert couple.own.get(couple.door.case)
    assert conjoint.therapist.get(conjoint.path)
    path, body = joining(couple, world.home.people["therapist"].id)
    world.home.people["front_desk"].call.post(path, body)


def test_a_merge_is_no_way_round_the_authorization(conjoint: Conjoint, world: World) -> None:
    decoy = conjoint.therapist.post("/v1/clients", {"name_used": "Nobody"})
    lead = world.home.people["owner"].call
    path, body = f"/v1/clients/{decoy['id']}/merge", {"into_client_id": conjoint.couple.wei}
    assert lead.refused("POST", path, body, etag=decoy) == (409, "authorization_missing")


def test_nor_for_somebody_whose_authorization_was_taken_back(conjoint: Conjoint, world: World) -> None:
    """The part that ended does not go on because the decoy's touches it."""
    couple, lead = conjoint.couple, world.home.people["owner"].call
    consent = {
        "kind": "solo_record",
        "text_version": "1",
        "text_sha256": "e" * 64,
        "method": "paper_signature",
    }
    written = couple.own.post(f"/v1/clients/{couple.wei}/consents", consent)
    path, body = joining(couple, couple.colleague.id)
    lead.post(path, body | {"role": "treating"})
    couple.own.post(f"/v1/consents/{written['id']}/revoke", {}, etag=written)
    decoy = conjoint.therapist.post("/v1/clients", {"name_used": "Nobody"})
    merge, into = f"/v1/clients/{decoy['id']}/merge", {"into_client_id": couple.wei}
    assert lead.refused("POST", merge, into, etag=decoy) == (409, "authorization_missing")


def test_a_key_of_the_couple_s_therapist_reaches_as_far_as_they_do(conjoint: Conjoint, world: World) -> None:
    key = world.home.api_key(conjoint.couple.colleague, ["case.read", "client.read"])
    assert key.get(conjoint.path)["id"] == conjoint.case["id"]
    assert key.refused("GET", conjoint.couple.door.case) == (404, "not_found")


def test_the_worklists_of_the_couple_s_therapist_show_the_parts_only(conjoint: Conjoint) -> None:
    items = conjoint.therapist.get("/v1/worklists/no_next_step")["items"]
    assert {one["case_id"] for one in items} == {part["case_id"] for part in conjoint.case["parts"]}
