"""API keys over HTTP: making, listing, rotating, revoking."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import select

from couplesone.identity.errors import ScopeNotYours, StaffDeactivated
from couplesone.identity.models import ApiKey
from couplesone.identity.service import ApiKeyService
from couplesone.kernel.permissions import GRANTS, IMPLIED, SESSION_ONLY, Permission, Role

NEW = {"label": "Nightly report", "scopes": ["plan.read", "case.read"], "expires_in_days": 90}
DENIED = (403, "permission_denied")


@pytest.fixture
def made(world):
    """A key of the therapist: {key, secret}."""
    return world.therapist.post("/v1/api-keys", NEW)


def actions(key) -> dict[str, str | None]:
    return {item["action"]: item["code"] for item in key["actions"]}


def test_a_new_key_works_and_its_secret_is_shown_once(world, home, look) -> None:
    response = world.therapist.call("POST", "/v1/api-keys", NEW, key="make")
    made = response.json()
    key = made["key"]
    assert response.status_code == 201
    assert response.headers["location"] == f"/v1/api-keys/{key['id']}"
    assert response.headers["etag"] == '"1"'
    assert made["secret"].startswith("c1_live_")
    assert key["scopes"] == ["case.read", "plan.read"]
    assert (key["label"], key["state"], key["test_mode"]) == ("Nightly report", "live", False)
    assert key["expires_at"] == "2026-05-31T09:00:00.000000Z"
    assert key["staff_id"] == str(home.people["therapist"].id)
    me = world.caller(made["secret"]).get("/v1/me")
    assert me["credential"] == {"kind": "api_key", "id": key["id"]}
    again = world.therapist.call("POST", "/v1/api-keys", NEW, key="make")
    assert again.headers["idempotency-replayed"] == "true"
    replayed = again.json()
    assert replayed["secret"] is None
    assert replayed["key"] == key | {"last_used_at": "2026-03-02T09:00:00.000000Z"}
    assert "secret" not in world.therapist.get(response.headers["location"])
    (kept,) = look(lambda work: work.db.scalars(select(ApiKey.secret_hash)).all())
    assert len(kept) == 32
    assert made["secret"].encode() not in kept


def test_a_test_key_has_a_prefix_of_its_own(world) -> None:
    made = world.therapist.post("/v1/api-keys", NEW | {"test_mode": True})
    assert made["secret"].startswith("c1_test_")
    assert world.caller(made["secret"]).get("/v1/me")["test_mode"] is True


def test_a_key_lasts_as_many_days_as_were_asked(world, made) -> None:
    key = world.caller(made["secret"])
    world.days(90)
    assert key.refused("GET", "/v1/me") == (401, "not_signed_in")


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"label": ""}, "/label"),
        ({"scopes": []}, "/scopes"),
        ({"scopes": ["case.read", "telepathy.read"]}, "/scopes/1"),
        ({"expires_in_days": 0}, "/expires_in_days"),
        ({"expires_in_days": 366}, "/expires_in_days"),
        ({"expires_in_days": "90"}, "/expires_in_days"),
        ({"staff_id": str(uuid4())}, "/staff_id"),
    ],
)
def test_what_cannot_be_is_refused(world, change, pointer) -> None:
    response = world.therapist.call("POST", "/v1/api-keys", NEW | change)
    assert response.status_code == 422
    assert [error["pointer"] for error in response.json()["errors"]] == [pointer]


@pytest.mark.parametrize("scope", ["audit.read", "client.merge", "staff.manage", "self.manage", "self.read"])
def test_nobody_gives_a_key_what_they_lack_or_what_needs_a_person(world, scope) -> None:
    body = NEW | {"scopes": ["case.read", scope]}
    assert world.therapist.refused("POST", "/v1/api-keys", body) == (403, "scope_not_yours")


@pytest.mark.parametrize("role", [role.value for role in Role])
def test_the_scopes_that_are_grantable_are_those_that_are_granted(home, role) -> None:
    caller = home.people[role].call
    items = caller.get("/v1/api-key-scopes")["items"]
    assert {item["permission"] for item in items} == {p.value for p in Permission if p not in IMPLIED}
    assert all(item["description"].endswith(".") for item in items)
    grantable = {item["permission"] for item in items if item["grantable"]}
    assert grantable == {p.value for p in GRANTS[Role(role)] if p not in SESSION_ONLY | IMPLIED}
    made = caller.post("/v1/api-keys", NEW | {"scopes": sorted(grantable)})
    assert set(made["key"]["scopes"]) == grantable


def test_people_see_their_own_keys_and_owners_see_all(world, home, owner, made) -> None:
    mine = owner.post("/v1/api-keys", NEW | {"scopes": ["audit.read"]})
    assert [key["id"] for key in world.therapist.get("/v1/api-keys")["items"]] == [made["key"]["id"]]
    assert [key["id"] for key in owner.get("/v1/api-keys")["items"]] == [mine["key"]["id"], made["key"]["id"]]
    narrowed = owner.get(f"/v1/api-keys?staff_id={home.people['therapist'].id}")["items"]
    assert [key["id"] for key in narrowed] == [made["key"]["id"]]
    assert world.therapist.get(f"/v1/api-keys?staff_id={home.people['owner'].id}")["items"] == []


def test_pages_of_keys_join_without_gap_or_repetition(world) -> None:
    for _ in range(5):
        world.therapist.post("/v1/api-keys", NEW)
    seen, path = [], "/v1/api-keys?limit=2"
    while path:
        response = world.therapist.call("GET", path)
        seen += [item["id"] for item in response.json()["items"]]
        path = response.links["next"]["url"] if "next" in response.links else None
    assert len(seen) == len(set(seen)) == 5


def test_a_list_of_any_length_takes_as_many_statements(world, home) -> None:
    def statements() -> int:
        before = len(world.statements)
        world.therapist.get("/v1/api-keys")
        return len(world.statements) - before

    home.api_key(home.people["therapist"], ["case.read"])
    one = statements()
    for _ in range(24):
        home.api_key(home.people["therapist"], ["case.read"])
    assert len(world.therapist.get("/v1/api-keys")["items"]) == 25
    assert statements() == one


def test_rotating_makes_a_key_with_the_same_scopes_and_ends_the_old_after_the_overlap(world, made) -> None:
    old = world.caller(made["secret"])
    world.clock.move(timedelta(minutes=10))
    response = world.therapist.call(
        "POST", f"/v1/api-keys/{made['key']['id']}/rotate", {"overlap_hours": 2}, etag=made["key"]
    )
    new = response.json()
    assert response.status_code == 201
    assert response.headers["location"] == f"/v1/api-keys/{new['key']['id']}"
    assert {n: new["key"][n] for n in ("label", "scopes", "test_mode")} == {
        n: made["key"][n] for n in ("label", "scopes", "test_mode")
    }
    assert new["key"]["expires_at"] == "2026-05-31T09:10:00.000000Z"
    shown = world.therapist.get(f"/v1/api-keys/{made['key']['id']}")
    assert (shown["state"], shown["replaced_by_id"]) == ("replaced", new["key"]["id"])
    assert shown["expires_at"] == "2026-03-02T11:10:00.000000Z"
    assert old.get("/v1/me")["credential"]["id"] == made["key"]["id"]
    world.clock.move(timedelta(hours=2))
    assert old.refused("GET", "/v1/me") == (401, "not_signed_in")
    world.caller(new["secret"]).get("/v1/me")


def test_rotating_without_overlap_ends_the_old_key_at_once(world, made) -> None:
    path = f"/v1/api-keys/{made['key']['id']}"
    new = world.therapist.post(f"{path}/rotate", {"overlap_hours": 0}, etag=made["key"])
    assert world.caller(made["secret"]).refused("GET", "/v1/me") == (401, "not_signed_in")
    assert world.therapist.get(path)["state"] == "revoked"
    world.caller(new["secret"]).get("/v1/me")


def test_an_overlap_never_lengthens_a_life(world, home, door, made) -> None:
    path = f"/v1/api-keys/{made['key']['id']}"
    world.days(89.9)
    again = door.enter(home.people["therapist"])
    again.post(f"{path}/rotate", {"overlap_hours": 168}, etag=made["key"])
    assert again.get(path)["expires_at"] == made["key"]["expires_at"]


def test_a_replayed_rotation_shows_the_new_key_without_its_secret(world, made) -> None:
    path = f"/v1/api-keys/{made['key']['id']}/rotate"
    new = world.therapist.post(path, {}, etag=made["key"], key="turn")
    again = world.therapist.post(path, {}, etag=made["key"], key="turn")
    assert again == new | {"secret": None}


@pytest.mark.parametrize("hours", [-1, 169, 1.5, None])
def test_an_overlap_is_at_most_a_week(world, made, hours) -> None:
    path = f"/v1/api-keys/{made['key']['id']}/rotate"
    refused = world.therapist.refused("POST", path, {"overlap_hours": hours}, etag=made["key"])
    assert refused == (422, "validation_failed")


def test_revoking_ends_a_key_at_once_and_once(world, made) -> None:
    path = f"/v1/api-keys/{made['key']['id']}"
    gone = world.therapist.post(f"{path}/revoke", etag=made["key"], key="end")
    assert (gone["state"], gone["revoked_at"]) == ("revoked", "2026-03-02T09:00:00.000000Z")
    assert world.caller(made["secret"]).refused("GET", "/v1/me") == (401, "not_signed_in")
    assert world.therapist.post(f"{path}/revoke", etag=made["key"], key="end") == gone
    assert world.therapist.refused("POST", f"{path}/revoke", etag=gone) == (409, "api_key_ended")


def put_in_state(world, home, door, state: str):
    """Bring a new key of the therapist into a state; return who asks, and the key."""
    key = world.therapist.post("/v1/api-keys", NEW | {"expires_in_days": 1})["key"]
    path = f"/v1/api-keys/{key['id']}"
    if state == "replaced":
        world.therapist.post(f"{path}/rotate", {}, etag=key)
    if state == "revoked":
        world.therapist.post(f"{path}/revoke", etag=key)
    if state == "expired":
        world.days(1)
    caller = door.enter(home.people["therapist"])
    return caller, caller.get(path)


@pytest.mark.parametrize(
    ("state", "rotate", "revoke"),
    [
        ("live", None, None),
        ("replaced", "api_key_replaced", None),
        ("expired", "api_key_ended", "api_key_ended"),
        ("revoked", "api_key_ended", "api_key_ended"),
    ],
)
def test_actions_say_what_the_operations_do(world, home, door, state, rotate, revoke) -> None:
    caller, key = put_in_state(world, home, door, state)
    assert key["state"] == state
    assert actions(key) == {"rotate_api_key": rotate, "revoke_api_key": revoke}
    for name, body, code in (("rotate", {"overlap_hours": 1}, rotate), ("revoke", None, revoke)):
        if code:
            refused = caller.refused("POST", f"/v1/api-keys/{key['id']}/{name}", body, etag=key)
            assert refused == (409, code)
    if revoke is None:
        assert caller.post(f"/v1/api-keys/{key['id']}/revoke", etag=key)["state"] == "revoked"


def test_an_owner_may_revoke_anybodys_key_but_not_take_it_over(world, owner, made) -> None:
    path = f"/v1/api-keys/{made['key']['id']}"
    shown = owner.get(path)
    assert actions(shown) == {"rotate_api_key": "api_key_not_yours", "revoke_api_key": None}
    assert owner.refused("POST", f"{path}/rotate", {}, etag=shown) == (403, "api_key_not_yours")
    owner.post(f"{path}/revoke", etag=shown)
    assert world.caller(made["secret"]).refused("GET", "/v1/me") == (401, "not_signed_in")


BY_ID = [("GET", "", None, None), ("POST", "/rotate", {}, 1), ("POST", "/revoke", None, 1)]


@pytest.mark.parametrize(("method", "tail", "body", "etag"), BY_ID)
@pytest.mark.parametrize("who", ["supervisor", "other owner", "nobody's key"])
def test_a_colleague_or_another_practice_finds_no_key(
    world, home, made, method, tail, body, etag, who
) -> None:
    caller = home.people["supervisor"].call
    if who == "other owner":
        caller = world.other.people["owner"].call
    key_id = uuid4() if who == "nobody's key" else made["key"]["id"]
    assert caller.refused(method, f"/v1/api-keys/{key_id}{tail}", body, etag=etag) == (404, "not_found")
    world.caller(made["secret"]).get("/v1/me")


@pytest.mark.parametrize(("tail", "body"), [("/rotate", {}), ("/revoke", None)])
def test_a_change_names_the_version_it_is_of(world, made, tail, body) -> None:
    path = f"/v1/api-keys/{made['key']['id']}{tail}"
    assert world.therapist.refused("POST", path, body) == (428, "if_match_required")
    assert world.therapist.refused("POST", path, body, etag=2) == (412, "version_stale")


@pytest.mark.parametrize(
    ("method", "path", "body", "etag"),
    [
        ("GET", "/v1/api-key-scopes", None, None),
        ("GET", "/v1/api-keys", None, None),
        ("POST", "/v1/api-keys", NEW, None),
        ("GET", "/v1/api-keys/{id}", None, None),
        ("POST", "/v1/api-keys/{id}/rotate", {}, 1),
        ("POST", "/v1/api-keys/{id}/revoke", None, 1),
    ],
)
def test_a_key_cannot_make_or_end_keys(home, made, method, path, body, etag) -> None:
    key = home.api_key(home.people["owner"], ["api_key.manage"])
    assert key.refused(method, path.format(id=made["key"]["id"]), body, etag=etag) == DENIED


def test_the_command_line_makes_a_key_without_an_actor(world, home) -> None:
    person = home.people["therapist"]
    with world.works.open(home.id) as work:
        key, secret = ApiKeyService(work).create(
            staff_id=person.id, label="demo", scopes=["case.read"], expires_in_days=1, test_mode=False
        )
        assert key.staff_id == person.id
        with pytest.raises(ScopeNotYours):
            ApiKeyService(work).create(
                staff_id=person.id, label="demo", scopes=["audit.read"], expires_in_days=1, test_mode=False
            )
    assert world.caller(secret).get("/v1/me")["staff_id"] == str(person.id)


def test_nobody_makes_a_key_for_somebody_who_left(world, home, door) -> None:
    person = home.people["therapist"]
    door.deactivate(person)
    with world.works.open(home.id) as work, pytest.raises(StaffDeactivated):
        ApiKeyService(work).create(
            staff_id=person.id, label="demo", scopes=["case.read"], expires_in_days=1, test_mode=False
        )
