"""Adding, changing, deactivating and reactivating staff over HTTP."""

from __future__ import annotations

from uuid import uuid4

import pytest
from sqlalchemy import select

from couplesone.identity.models import ApiKey, PasswordReset, SignIn, Staff
from couplesone.kernel.permissions import Role

NEW = {
    "email": "Ana.Kovac@linden.example",
    "display_name": "Ana Kovač",
    "roles": ["therapist", "supervisor"],
    "couple_training": True,
}
DENIED = (403, "permission_denied")


def actions(shown) -> dict[str, str | None]:
    return {item["action"]: item["code"] for item in shown["actions"]}


def test_an_owner_adds_somebody_who_has_no_password_yet(owner, door) -> None:
    response = owner.call("POST", "/v1/staff", NEW)
    added = response.json()
    assert response.status_code == 201
    assert response.headers["location"] == f"/v1/staff/{added['id']}"
    assert response.headers["etag"] == '"1"'
    assert added["email"] == "ana.kovac@linden.example"
    assert added["roles"] == ["therapist", "supervisor"]
    assert (added["couple_training"], added["clinical_lead"], added["password_set"]) == (True, False, False)
    assert added["deactivated_at"] is None
    assert owner.get(f"/v1/staff/{added['id']}") == added
    assert door.knock("ana.kovac@linden.example").status_code == 401


def test_a_replay_adds_nobody_twice(owner) -> None:
    first = owner.post("/v1/staff", NEW, key="add")
    again = owner.call("POST", "/v1/staff", NEW, key="add")
    assert again.headers["idempotency-replayed"] == "true"
    assert again.json() == first


@pytest.mark.parametrize("email", ["ana.kovac@linden.example", " ANA.KOVAC@LINDEN.EXAMPLE"])
def test_an_address_belongs_to_one_person(owner, email) -> None:
    owner.post("/v1/staff", NEW)
    assert owner.refused("POST", "/v1/staff", NEW | {"email": email}) == (409, "email_taken")


def test_another_practice_may_use_the_address_too(world, owner) -> None:
    owner.post("/v1/staff", NEW)
    assert world.other.people["owner"].call.post("/v1/staff", NEW)["email"] == "ana.kovac@linden.example"


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"email": "no address"}, "/email"),
        ({"email": "a@b@c"}, "/email"),
        ({"email": "a" * 250 + "@b.example"}, "/email"),
        ({"display_name": ""}, "/display_name"),
        ({"display_name": "two\nlines"}, "/display_name"),
        ({"roles": []}, "/roles"),
        ({"roles": ["janitor"]}, "/roles/0"),
        ({"roles": "owner"}, "/roles"),
        ({"clinical_lead": "yes"}, "/clinical_lead"),
        ({"password": "a sentence easy to remember"}, "/password"),
        ({"id": str(uuid4())}, "/id"),
        ({"is_owner": True}, "/is_owner"),
    ],
)
def test_what_cannot_be_is_refused(owner, change, pointer) -> None:
    response = owner.call("POST", "/v1/staff", NEW | change)
    assert response.status_code == 422
    assert [error["pointer"] for error in response.json()["errors"]] == [pointer]


def test_everybody_reads_the_staff_by_name(world, home) -> None:
    listing = world.therapist.get("/v1/staff")
    assert [item["display_name"] for item in listing["items"]] == [
        "Biller", "Front_Desk", "Owner", "Supervisor", "Therapist",
    ]  # fmt: skip
    assert listing["next_cursor"] is None


def test_pages_of_staff_join_without_gap_or_repetition(world, home) -> None:
    for number in range(4):
        home.hire(f"twin{number}", "biller")
        with world.works.open(home.id) as work:
            work.get(Staff, home.people[f"twin{number}"].id).display_name = "Twin"
    seen, path = [], "/v1/staff?limit=2"
    while path:
        response = world.therapist.call("GET", path)
        seen += [item["id"] for item in response.json()["items"]]
        path = response.links["next"]["url"] if "next" in response.links else None
    assert len(seen) == len(set(seen)) == 9


@pytest.mark.parametrize(("active", "number"), [("true", 4), ("false", 1), (None, 5)])
def test_the_list_can_be_narrowed_to_who_is_active(world, home, door, active, number) -> None:
    door.deactivate(home.people["biller"])
    query = "" if active is None else f"?active={active}"
    assert len(world.therapist.get(f"/v1/staff{query}")["items"]) == number


def test_a_list_of_any_length_takes_as_many_statements(world, home) -> None:
    def statements() -> int:
        before = len(world.statements)
        world.therapist.get("/v1/staff")
        return len(world.statements) - before

    one = statements()
    for number in range(20):
        home.hire(f"more{number}", "biller")
    assert statements() == one


@pytest.mark.parametrize(
    "cursor", ["junk", "WyJhXHUwMDAwIiwgIjAxOTMxYjJjLTAwMDAtNzAwMC04MDAwLTAwMDAwMDAwMDAwMSJd"]
)
def test_a_damaged_cursor_is_refused(world, cursor) -> None:
    assert world.therapist.refused("GET", f"/v1/staff?cursor={cursor}") == (422, "cursor_invalid")


@pytest.mark.parametrize(
    "change",
    [
        {"display_name": "Ana K."},
        {"email": "ak@linden.example"},
        {"clinical_lead": True},
        {"couple_training": False},
        {"roles": ["front_desk"]},
    ],
)
def test_an_owner_changes_what_was_sent_and_nothing_else(owner, change) -> None:
    added = owner.post("/v1/staff", NEW)
    changed = owner.patch(f"/v1/staff/{added['id']}", change, etag=added)
    assert changed == added | change | {"version": 2, "updated_at": changed["updated_at"]}


def test_new_roles_hold_from_the_next_request_on(world, home, owner) -> None:
    person = home.people["biller"]
    assert person.call.refused("GET", "/v1/audit-events") == DENIED
    shown = owner.get(f"/v1/staff/{person.id}")
    owner.patch(f"/v1/staff/{person.id}", {"roles": ["owner"]}, etag=shown)
    person.call.get("/v1/audit-events")


def test_an_empty_change_changes_nothing(owner) -> None:
    added = owner.post("/v1/staff", NEW)
    assert owner.patch(f"/v1/staff/{added['id']}", {}, etag=added) == added


@pytest.mark.parametrize("null", ["email", "display_name", "roles", "clinical_lead", "couple_training"])
def test_nothing_can_be_cleared(owner, null) -> None:
    added = owner.post("/v1/staff", NEW)
    assert owner.refused("PATCH", f"/v1/staff/{added['id']}", {null: None}, etag=added)[0] == 422


def test_a_change_to_an_address_in_use_is_refused(owner, home) -> None:
    added = owner.post("/v1/staff", NEW)
    change = {"email": home.people["biller"].email}
    assert owner.refused("PATCH", f"/v1/staff/{added['id']}", change, etag=added) == (409, "email_taken")


@pytest.mark.parametrize(
    ("method", "tail", "body"),
    [("PATCH", "", {"display_name": "X"}), ("POST", "/deactivate", None), ("POST", "/reactivate", None)],
)
def test_a_change_names_the_version_it_is_of(owner, home, method, tail, body) -> None:
    path = f"/v1/staff/{home.people['biller'].id}{tail}"
    assert owner.refused(method, path, body) == (428, "if_match_required")
    response = owner.call(method, path, body, etag=7)
    assert (response.status_code, response.headers["etag"]) == (412, '"1"')


def test_deactivating_ends_every_credential_at_once(world, home, door, owner, look) -> None:
    person = door.password(home.people["therapist"])
    key = home.api_key(person, ["practice.read"])
    code = owner.post(f"/v1/staff/{person.id}/password-resets")["reset_code"]
    shown = owner.get(f"/v1/staff/{person.id}")
    gone = owner.post(f"/v1/staff/{person.id}/deactivate", etag=shown)
    assert gone["deactivated_at"] == "2026-03-02T09:00:00.000000Z"
    assert person.call.refused("GET", "/v1/me") == (401, "not_signed_in")
    assert key.refused("GET", "/v1/me") == (401, "not_signed_in")
    assert door.knock(person.email).status_code == 401
    use = {"reset_code": code, "new_password": "another sentence, as easy"}
    assert world.anonymous.refused("POST", "/v1/password-resets/use", use) == (422, "reset_code_invalid")
    for column, kind in (("ended_at", SignIn), ("revoked_at", ApiKey), ("used_at", PasswordReset)):
        rows = look(
            lambda work, kind=kind: work.db.scalars(select(kind).where(kind.staff_id == person.id)).all()
        )
        assert rows
        assert all(getattr(row, column) == world.clock.now() for row in rows), kind
    others = look(lambda work: work.db.scalars(select(SignIn).where(SignIn.staff_id != person.id)).all())
    assert all(row.ended_at is None for row in others)


def test_reactivating_lets_somebody_sign_in_again_but_brings_no_credential_back(home, door, owner) -> None:
    person = door.password(home.people["therapist"])
    key = home.api_key(person, ["practice.read"])
    path = f"/v1/staff/{person.id}"
    gone = owner.post(f"{path}/deactivate", etag=owner.get(path))
    back = owner.post(f"{path}/reactivate", etag=gone)
    assert back["deactivated_at"] is None
    assert key.refused("GET", "/v1/me") == (401, "not_signed_in")
    assert person.call.refused("GET", "/v1/me") == (401, "not_signed_in")
    assert door.knock(person.email).status_code == 201


def test_what_is_deactivated_cannot_be_deactivated_again(home, door, owner) -> None:
    path = f"/v1/staff/{home.people['biller'].id}"
    assert owner.refused("POST", f"{path}/reactivate", etag=owner.get(path)) == (409, "staff_active")
    gone = owner.post(f"{path}/deactivate", etag=owner.get(path))
    assert owner.refused("POST", f"{path}/deactivate", etag=gone) == (409, "staff_deactivated")
    assert owner.refused("POST", f"{path}/password-resets") == (409, "staff_deactivated")


def test_a_replayed_deactivation_shows_the_person(home, owner) -> None:
    path = f"/v1/staff/{home.people['biller'].id}"
    shown = owner.get(path)
    gone = owner.post(f"{path}/deactivate", etag=shown, key="go")
    assert owner.post(f"{path}/deactivate", etag=shown, key="go") == gone


@pytest.mark.parametrize("way", ["demote", "deactivate"])
def test_the_last_owner_stays(owner, home, way) -> None:
    path = f"/v1/staff/{home.people['owner'].id}"
    shown = owner.get(path)
    if way == "demote":
        refused = owner.refused("PATCH", path, {"roles": ["therapist"]}, etag=shown)
    else:
        refused = owner.refused("POST", f"{path}/deactivate", etag=shown)
    assert refused == (409, "last_owner")
    assert owner.get(path) == shown


def test_a_deactivated_owner_does_not_count(owner, home, door) -> None:
    second = home.hire("second", "owner")
    door.deactivate(second)
    path = f"/v1/staff/{home.people['owner'].id}"
    assert owner.refused("POST", f"{path}/deactivate", etag=owner.get(path)) == (409, "last_owner")


@pytest.mark.parametrize("way", ["demote", "deactivate"])
def test_one_of_two_owners_may_go(owner, home, way) -> None:
    second = home.hire("second", "owner")
    path = f"/v1/staff/{second.id}"
    shown = owner.get(path)
    if way == "demote":
        assert owner.patch(path, {"roles": ["biller"]}, etag=shown)["roles"] == ["biller"]
    else:
        assert owner.post(f"{path}/deactivate", etag=shown)["deactivated_at"]


def test_the_last_owner_may_take_on_another_role(owner, home) -> None:
    path = f"/v1/staff/{home.people['owner'].id}"
    changed = owner.patch(path, {"roles": ["therapist", "owner"]}, etag=owner.get(path))
    assert changed["roles"] == ["owner", "therapist"]


def test_actions_say_what_would_happen(home, owner, door, world) -> None:
    names = ("deactivate_staff_member", "reactivate_staff_member", "issue_password_reset")

    def shown(person, by=owner):
        return tuple(actions(by.get(f"/v1/staff/{home.people[person].id}"))[name] for name in names)

    assert shown("biller") == (None, "staff_active", None)
    assert shown("owner") == ("last_owner", "staff_active", None)
    home.hire("second", "owner")
    assert shown("owner") == (None, "staff_active", None)
    door.deactivate(home.people["biller"])
    assert shown("biller") == ("staff_deactivated", None, "staff_deactivated")
    assert set(shown("owner", by=world.therapist)) == {"permission_denied"}
    (item,) = [a for a in owner.get("/v1/staff?active=false")["items"][0]["actions"] if a["allowed"]]
    assert item == {"action": "reactivate_staff_member", "allowed": True, "code": None, "reason": None}


WRITES = [
    ("POST", "/v1/staff", NEW, None),
    ("PATCH", "/v1/staff/{id}", {"display_name": "X"}, 1),
    ("POST", "/v1/staff/{id}/deactivate", None, 1),
    ("POST", "/v1/staff/{id}/reactivate", None, 1),
    ("POST", "/v1/staff/{id}/password-resets", None, None),
]


@pytest.mark.parametrize(("method", "path", "body", "etag"), WRITES)
@pytest.mark.parametrize("role", [role.value for role in Role if role is not Role.OWNER])
def test_only_owners_manage_staff(home, role, method, path, body, etag) -> None:
    target = path.format(id=home.people["biller"].id)
    assert home.people[role].call.refused(method, target, body, etag=etag) == DENIED


@pytest.mark.parametrize(("method", "path", "body", "etag"), WRITES)
def test_not_even_an_owners_key_manages_staff(home, method, path, body, etag) -> None:
    key = home.api_key(home.people["owner"], ["staff.manage", "staff.read"])
    target = path.format(id=home.people["biller"].id)
    assert key.refused(method, target, body, etag=etag) == DENIED
    assert key.get("/v1/staff")["items"]


@pytest.mark.parametrize(
    ("method", "path", "body", "etag"), [("GET", "/v1/staff/{id}", None, None), *WRITES[1:]]
)
@pytest.mark.parametrize("whose", ["other practice", "nobody", "malformed"])
def test_another_practices_staff_is_not_there(world, owner, whose, method, path, body, etag) -> None:
    target = {"other practice": world.other.people["therapist"].id, "nobody": uuid4(), "malformed": "x"}[
        whose
    ]
    assert owner.refused(method, path.format(id=target), body, etag=etag) == (404, "not_found")
    world.other.people["therapist"].call.get("/v1/me")
