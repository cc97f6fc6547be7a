"""Another practice's ids answer like ids that do not exist, for every operation and role, and nothing of it shows."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from sqlalchemy import func, select

import couplesone.wiring  # noqa: F401 - loads every table
from couplesone.kernel.permissions import SESSION_ONLY, Permission
from couplesone.persistence.base import Base
from support.canaries import OPERATIONS, example, fill, ids_in, shown
from support.http import Caller
from support.world import ROLES, World

CANARY = "zebrafinch"
ACTORS = (*ROLES, "api_key", "anonymous")
BODY_IDS = {
    "into_client_id": "client_id",
    "therapist_id": "staff_id",
    "to_staff_id": "staff_id",
    "staff_id": "staff_id",
    "partner_id": "partner_id",
    "client_id": "client_id",
    "cycle_map_id": "cycle_map_id",
    "cycle_node_id": "cycle_node_id",
}
UNTIED = {"kind": "no_next_step", "code": "phq9", "tool_code": "time_out", "external_id": "no-such-client"}
"""Parameters that name no record of a practice, or none by its id."""
GUARDED = {name: operation for name, operation in OPERATIONS.items() if operation.permission is not None}


def caller(world: World, actor: str) -> Caller:
    """Return somebody of the home practice."""
    if actor == "anonymous":
        return world.anonymous
    if actor == "api_key":
        scopes = [permission.value for permission in Permission if permission not in SESSION_ONLY]
        return world.home.api_key(world.home.people["therapist"], scopes)
    return world.home.people[actor].call


def own_client(world: World) -> dict[str, str]:
    """Return ids of a client, partner and case of the home practice, to be named beside foreign ones."""
    client = world.therapist.post("/v1/clients", example("add_client", external_id=None, therapist_id=None))
    partner = world.therapist.post(f"/v1/clients/{client['id']}/partners", example("add_partner"))
    case = world.therapist.post(f"/v1/clients/{client['id']}/cases", {})
    drawn = world.therapist.post(f"/v1/cases/{case['id']}/cycle-maps", example("record_cycle_map"))
    refusal = world.therapist.post(f"/v1/cases/{case['id']}/refusals", example("record_refusal"))
    return {
        "client_id": client["id"],
        "partner_id": partner["id"],
        "case_id": case["id"],
        "reason_id": refusal["reasons"][0]["id"],
        "cycle_map_id": drawn["id"],
        "cycle_node_id": drawn["nodes"][0]["id"],
        "staff_id": str(world.home.people["therapist"].id),
    }


def ask(who: Caller, name: str, ids: dict[str, str], body_ids: dict[str, str]) -> Any:
    """Call an operation with ids in the path and in the body."""
    operation = GUARDED[name]
    path = operation.path
    for parameter in operation.parameters:
        path = path.replace(f"{{{parameter}}}", ids.get(parameter, UNTIED.get(parameter, "")))
    body = None
    if operation.body is not None:
        body = example(name)
        for member, kind in BODY_IDS.items():
            if member in operation.body.model_fields:
                body[member] = body_ids[kind]
        body.pop("external_id", None)
    etag = 1 if operation.conditional else None
    return who.call(operation.method, path, body, etag=etag)


def random_ids(like: dict[str, str]) -> dict[str, str]:
    """Return ids of nothing, for the same parameters."""
    return {name: str(uuid.uuid4()) for name in like}


def snapshot(world: World) -> dict[str, tuple[int, Any]]:
    """Return for each table how many rows the other practice has, and when one was changed last."""
    found = {}
    with world.works.database.transaction(world.other.id, write=False) as connection:
        for table in Base.metadata.tables.values():
            if table.name in ("sign_ins", "audit_events"):
                continue
            newest = func.max(table.c.version) if "version" in table.c else func.count()
            statement = select(func.count(), newest).where(table.c.practice_id == world.other.id)
            found[table.name] = tuple(connection.execute(statement).one())
    return found


@pytest.mark.parametrize("actor", ACTORS)
def test_foreign_ids_answer_like_unknown_ones(world: World, actor: str) -> None:
    foreign = fill(world.other, CANARY)
    before = snapshot(world)
    own = own_client(world)
    who = caller(world, actor)
    nowhere = random_ids(foreign)
    leaks, differences = [], []
    for name, operation in GUARDED.items():
        in_path = bool(set(operation.parameters) & foreign.keys())
        in_body = operation.body is not None and bool(BODY_IDS.keys() & operation.body.model_fields.keys())
        probes = []
        if in_path:
            probes.append((foreign, own, nowhere, own))
        if in_body:
            probes.append((own, foreign, own, nowhere))
        for path_ids, body_ids, other_path_ids, other_body_ids in probes:
            there = ask(who, name, path_ids, body_ids)
            assert there.status_code < 500, (name, there.text)
            said = there.text + repr(there.headers)
            if CANARY in said:
                leaks.append((name, "canary"))
            if path_ids is foreign and ids_in(there.text, foreign):
                leaks.append((name, ids_in(there.text, foreign)))
            nothing = ask(who, name, other_path_ids, other_body_ids)
            if shown(there) != shown(nothing):
                differences.append((name, shown(there)[:2], shown(nothing)[:2]))
            if path_ids is foreign and operation.parameters.keys() & foreign.keys():
                assert there.status_code in (401, 403, 404), (name, there.status_code)
    assert leaks == []
    assert differences == []
    assert snapshot(world) == before


@pytest.mark.parametrize("actor", [actor for actor in ACTORS if actor != "anonymous"])
def test_lists_show_nothing_of_another_practice(world: World, actor: str) -> None:
    foreign = fill(world.other, CANARY)
    who = caller(world, actor)
    for name, operation in GUARDED.items():
        if operation.method == "GET" and not set(operation.parameters) & foreign.keys():
            answer = ask(who, name, {}, {})
            assert answer.status_code in (200, 403), (name, answer.text)
            assert CANARY not in answer.text
            assert not ids_in(answer.text, foreign), name


def test_a_cursor_or_filter_of_another_practice_finds_nothing(world: World) -> None:
    foreign = fill(world.other, CANARY)
    theirs = world.other.people["therapist"].call
    cursor = theirs.get("/v1/clients?limit=1&sort=created_at")["next_cursor"]
    for query in (f"q={CANARY}", f"external_id={CANARY}-client", *([f"cursor={cursor}"] if cursor else [])):
        assert world.home.people["owner"].call.get(f"/v1/clients?{query}")["items"] == []
    assert world.therapist.get(f"/v1/cases?client_id={foreign['client_id']}")["items"] == []
    found = world.home.people["owner"].call.get(f"/v1/audit-events?client_id={foreign['client_id']}")
    assert found["items"] == []


def test_every_path_parameter_was_probed(world: World) -> None:
    foreign = fill(world.other, CANARY)
    parameters = {name for operation in GUARDED.values() for name in operation.parameters}
    assert parameters - foreign.keys() == UNTIED.keys()


def test_the_filled_practice_reads_its_own_canaries(world: World) -> None:
    foreign = fill(world.other, CANARY)
    theirs = world.other.people["therapist"].call
    seen = [
        name
        for name, operation in GUARDED.items()
        if operation.method == "GET"
        and operation.parameters.keys() <= foreign.keys()
        and CANARY in theirs.call("GET", operation.path.format(**foreign)).text
    ]
    assert {"get_client", "get_case", "get_hope", "get_dashboard", "get_partner", "get_session"} <= set(seen)
