"""Who may do what with whose clients, and from which status."""

from __future__ import annotations

from dataclasses import FrozenInstanceError
from typing import Any
from uuid import UUID

import pytest

from couplesone.clients.codes import ClientStatus
from couplesone.clients.models import Client
from couplesone.clients.registry.policy import MOVES, actions_of
from couplesone.kernel.permissions import Permission, Role
from couplesone.kernel.principal import ActorKind, Principal

UNKNOWN = "019cadc6-9a80-7011-ad2a-34b4b722da66"
ROLES = ("owner", "therapist", "supervisor", "front_desk", "biller")
PATHS = {
    "archive_client": "archive",
    "restore_client": "restore",
    "mark_client_in_error": "mark-in-error",
    "merge_client": "merge",
}
OPERATIONS: dict[str, tuple[str, str, Any]] = {
    "list": ("GET", "/v1/clients", None),
    "get": ("GET", "/v1/clients/{id}", None),
    "change": ("PATCH", "/v1/clients/{id}", {"pronouns": "she/her"}),
    "archive": ("POST", "/v1/clients/{id}/archive", None),
    "error": ("POST", "/v1/clients/{id}/mark-in-error", {"reason": "Twice"}),
    "merge": ("POST", "/v1/clients/{id}/merge", {"into_client_id": UNKNOWN}),
    "safe": ("GET", "/v1/clients/{id}/safe-contact", None),
    "wish": ("POST", "/v1/clients/{id}/safe-contact", {"channel": "email", "allowed": True}),
    "team": ("GET", "/v1/clients/{id}/care-team", None),
    "join": ("POST", "/v1/clients/{id}/care-team", {"staff_id": UNKNOWN, "role": "treating"}),
    "reassign": ("POST", "/v1/clients/{id}/reassign", {"to_staff_id": UNKNOWN}),
    "partners": ("GET", "/v1/clients/{id}/partners", None),
    "partner": ("POST", "/v1/clients/{id}/partners", {}),
    "consents": ("GET", "/v1/clients/{id}/consents", None),
    "consent": (
        "POST",
        "/v1/clients/{id}/consents",
        {"kind": "treatment", "text_version": "1", "text": "x", "method": "verbal"},
    ),
}
# for a client of the practice on whose care team nobody of these is
STRANGER: dict[str, dict[str, int]] = {
    "owner": dict.fromkeys(OPERATIONS, 200)
    | {"wish": 200, "merge": 409, "join": 409, "reassign": 409}
    | {"partners": 404, "partner": 403, "consents": 404, "consent": 403},
    "therapist": dict.fromkeys(OPERATIONS, 404) | {"list": 200, "merge": 403, "join": 403, "reassign": 403},
    "supervisor": dict.fromkeys(OPERATIONS, 403)
    | {"list": 200, "get": 404, "safe": 404, "team": 404, "partners": 404, "consents": 404},
    "front_desk": dict.fromkeys(OPERATIONS, 200)
    | {"merge": 403, "join": 409, "reassign": 409}
    | {"partners": 403, "partner": 403, "consents": 403, "consent": 403},
    "biller": dict.fromkeys(OPERATIONS, 403),
}


def status_of(caller: Any, operation: str, client_id: Any, version: int = 1) -> int:
    method, path, body = OPERATIONS[operation]
    conditional = operation in ("change", "archive", "error", "merge")
    response = caller.call(method, path.format(id=client_id), body, etag=version if conditional else None)
    return int(response.status_code)


@pytest.mark.parametrize("role", ROLES)
def test_what_each_role_may_with_a_client_of_nobody(world, file_client, role: str) -> None:
    caller = world.home.people[role].call
    found = {name: status_of(caller, name, file_client(treating=None)) for name in OPERATIONS}
    assert found == STRANGER[role]


@pytest.mark.parametrize("part", ["treating", "covering", "supervising"])
def test_what_each_part_in_the_care_allows(world, file_client, part: str) -> None:
    may_write = part != "supervising"
    expected = dict.fromkeys(OPERATIONS, 200 if may_write else 404)
    expected |= dict.fromkeys(("list", "get", "safe", "team", "partners", "consents"), 200)
    expected |= dict.fromkeys(("merge", "join", "reassign"), 403)
    if may_write:
        expected |= {"partner": 201, "consent": 201}
    caller, staff = world.therapist, world.home.people["therapist"]
    found = {}
    for name in OPERATIONS:
        client_id = file_client(treating=None)
        body = {"staff_id": str(staff.id), "role": part}
        world.home.people["owner"].call.post(f"/v1/clients/{client_id}/care-team", body)
        found[name] = status_of(caller, name, client_id)
    assert found == expected


def test_a_supervisor_on_the_care_team_reads(world, file_client) -> None:
    client_id = file_client(treating="supervisor")  # whatever the part is called
    caller = world.home.people["supervisor"].call
    reads = ("list", "get", "safe", "team", "partners", "consents")
    found = {name: status_of(caller, name, client_id) for name in OPERATIONS}
    assert found == {name: 200 if name in reads else 403 for name in OPERATIONS}


@pytest.mark.parametrize("operation", [name for name in OPERATIONS if name != "list"])
def test_another_practice_answers_like_an_unknown_id(world, file_client, operation: str) -> None:
    theirs = file_client(practice=world.other, treating="therapist")
    for role in ("owner", "therapist", "front_desk"):
        caller = world.home.people[role].call
        method, path, body = OPERATIONS[operation]
        answers = []
        for client_id in (theirs, UNKNOWN):
            response = caller.call(method, path.format(id=client_id), body, etag=1)
            problem = response.json()
            assert response.status_code in (403, 404)
            answers.append(problem | {"request_id": None})
        assert answers[0] == answers[1]


def test_care_ends_on_the_day_it_ends(world, client) -> None:
    owner, path = world.home.people["owner"].call, f"/v1/clients/{client['id']}"
    (member,) = owner.get(f"{path}/care-team")["items"]
    owner.post(f"/v1/care-team/{member['id']}/end", {"until_on": "2026-03-04"}, etag=member)
    world.days(1)
    assert world.therapist.get(path)["id"] == client["id"]
    world.days(1)
    assert world.therapist.refused("GET", path) == (404, "not_found")
    assert world.therapist.get("/v1/clients")["items"] == []


ALLOWED = {
    ("active", "change_client"),
    ("active", "archive_client"),
    ("active", "mark_client_in_error"),
    ("active", "merge_client"),
    ("active", "reassign_client"),
    ("archived", "restore_client"),
    ("archived", "mark_client_in_error"),
    ("archived", "merge_client"),
}


@pytest.mark.parametrize("name", MOVES)
@pytest.mark.parametrize("status", ["active", "archived", "entered_in_error"])
def test_the_actions_say_what_the_attempt_answers(world, file_client, status: str, name: str) -> None:
    owner = world.home.people["owner"].call
    client_id, other = file_client(status=status), file_client("Ines")
    shown = owner.get(f"/v1/clients/{client_id}")
    (action,) = [action for action in shown["actions"] if action["action"] == name]
    assert action["allowed"] == ((status, name) in ALLOWED)
    body = {"archive": None, "restore": None, "mark-in-error": {"reason": "Twice"}}.get(
        PATHS.get(name, ""), {"into_client_id": str(other)}
    )
    if name == "change_client":
        response = owner.call("PATCH", f"/v1/clients/{client_id}", {"pronouns": "they"}, etag=shown)
    elif name == "reassign_client":
        colleague = {"to_staff_id": str(world.home.hire("colleague", "therapist").id)}
        response = owner.call("POST", f"/v1/clients/{client_id}/reassign", colleague)
    else:
        response = owner.call("POST", f"/v1/clients/{client_id}/{PATHS[name]}", body, etag=shown)
    assert (response.status_code < 400) == action["allowed"]
    if action["allowed"]:
        assert (action["code"], action["reason"]) == (None, None)
    else:
        assert response.json()["code"] == action["code"]
        assert action["reason"].endswith(".")


def test_the_actions_of_somebody_who_only_reads(world, file_client) -> None:
    client_id = file_client(treating=None)
    body = {"staff_id": str(world.home.people["therapist"].id), "role": "supervising"}
    world.home.people["owner"].call.post(f"/v1/clients/{client_id}/care-team", body)
    (listed,) = world.therapist.get("/v1/clients")["items"]
    codes = {action["action"]: action["code"] for action in listed["actions"]}
    assert codes["archive_client"] == "not_found"
    assert codes["merge_client"] == "permission_denied"
    supervisor = world.home.people["supervisor"].call
    assert supervisor.get("/v1/clients")["items"] == []


WRITE, MERGE, ASSIGN = Permission.CLIENT_WRITE, Permission.CLIENT_MERGE, Permission.CARE_TEAM_MANAGE
TABLE = {
    "change_client": (WRITE, {"active"}, None, "client_archived"),
    "archive_client": (WRITE, {"active"}, "archived", "client_transition_refused"),
    "restore_client": (WRITE, {"archived"}, "active", "client_transition_refused"),
    "mark_client_in_error": (WRITE, {"active", "archived"}, "entered_in_error", "client_transition_refused"),
    "merge_client": (MERGE, {"active", "archived"}, "merged", "client_transition_refused"),
    "reassign_client": (ASSIGN, {"active"}, None, "client_archived"),
}
"""Written out a second time on purpose: whoever changes a move has to say so twice."""


def test_the_table_is_what_was_agreed() -> None:
    found = {name: (move.needs, move.sources, move.target, move.refusal.code) for name, move in MOVES.items()}
    assert found == TABLE


def test_the_table_does_not_change_while_the_application_runs() -> None:
    with pytest.raises(FrozenInstanceError):
        MOVES["merge_client"].needs = Permission.CLIENT_READ  # type: ignore[misc]


def holding(*permissions: Permission) -> Principal:
    """Return an owner who holds these permissions alone."""
    actor = Principal(ActorKind.STAFF, UUID(int=1), UUID(int=2), UUID(int=3), frozenset({Role.OWNER}))
    object.__setattr__(actor, "reach", {permission: actor.reach[permission] for permission in permissions})
    return actor


@pytest.mark.parametrize("scope", [WRITE, MERGE, ASSIGN])
def test_an_action_asks_for_the_permission_of_its_move(scope: Permission) -> None:
    shown = actions_of(Client(status="active"), holding(scope), writable=True)
    denied = {action.action for action in shown if action.code == "permission_denied"}
    assert denied == {name for name, (needs, *_) in TABLE.items() if needs is not scope}


def test_only_who_changes_a_client_has_to_reach_them() -> None:
    shown = actions_of(Client(status="active"), holding(WRITE, MERGE, ASSIGN), writable=False)
    unreached = {action.action for action in shown if action.code == "not_found"}
    assert unreached == {name for name, (needs, *_) in TABLE.items() if needs is WRITE}


def test_every_status_has_its_moves() -> None:
    reached = {move.target for move in MOVES.values()} - {None}
    assert reached == set(ClientStatus)
    assert ClientStatus.MERGED not in set().union(*(move.sources for move in MOVES.values()))


def test_archived_restored_marked(world, client) -> None:
    path = f"/v1/clients/{client['id']}"
    archived = world.therapist.post(f"{path}/archive", etag=client)
    assert (archived["status"], archived["archived_at"]) == ("archived", "2026-03-02T09:00:00.000000Z")
    assert world.therapist.refused("PATCH", path, {"pronouns": None}, etag=archived) == (
        409,
        "client_archived",
    )
    restored = world.therapist.post(f"{path}/restore", etag=archived)
    assert (restored["status"], restored["archived_at"]) == ("active", None)
    marked = world.therapist.post(f"{path}/mark-in-error", {"reason": "Twice"}, etag=restored)
    assert (marked["status"], marked["error_reason"]) == ("entered_in_error", "Twice")
    assert world.therapist.get(path) == marked


@pytest.mark.parametrize("move", ["archive", "restore", "mark-in-error", "merge"])
def test_a_move_names_the_version(world, client, move: str) -> None:
    owner, path = world.home.people["owner"].call, f"/v1/clients/{client['id']}/{move}"
    body = {"merge": {"into_client_id": UNKNOWN}, "mark-in-error": {"reason": "x"}}.get(move)
    assert owner.refused("POST", path, body) == (428, "if_match_required")
    assert owner.refused("POST", path, body, etag=7) == (412, "version_stale")


def test_an_api_key_never_merges_nor_assigns(world, client) -> None:
    owner = world.home.people["owner"]
    script = world.home.api_key(owner, ["client.read", "client.write", "client.merge", "care_team.manage"])
    shown = script.get(f"/v1/clients/{client['id']}")
    codes = {action["action"]: action["code"] for action in shown["actions"]}
    assert codes["merge_client"] == codes["reassign_client"] == "permission_denied"
    assert codes["archive_client"] is None
    assert status_of(script, "merge", client["id"]) == status_of(script, "join", client["id"]) == 403
