"""Who one is, and changing one's own password."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from couplesone.identity.models import PasswordReset, SignInAttempt, Staff
from couplesone.kernel.permissions import GRANTS, Role

PASSWORD = "a sentence easy to remember"
NEW_PASSWORD = "another sentence, as easy"
CHANGE = {"current_password": PASSWORD, "new_password": NEW_PASSWORD}


@pytest.mark.parametrize("role", [role.value for role in Role])
def test_everybody_reads_who_they_are_and_what_they_may(home, role) -> None:
    person = home.people[role]
    me = person.call.get("/v1/me")
    assert (me["staff_id"], me["email"], me["display_name"]) == (str(person.id), person.email, role.title())
    assert me["roles"] == [role]
    assert me["practice"] == {"id": str(home.id), "name": "Home Practice", "time_zone": "Europe/Vienna"}
    assert me["clinical_lead"] is (role == "owner")
    assert {held["permission"]: held["reach"] for held in me["permissions"]} == {
        permission.value: reach.name.lower() for permission, reach in GRANTS[Role(role)].items()
    } | ({"conflict.manage": "practice"} if me["clinical_lead"] else {})


def test_two_roles_add_up_to_the_wider_reach(home) -> None:
    both = home.hire("both", "owner", "therapist")
    held = {item["permission"]: item["reach"] for item in both.call.get("/v1/me")["permissions"]}
    assert held["client.read"] == "practice"
    assert held["case.write"] == "treating"


def test_reading_oneself_is_not_audited(world, owner) -> None:
    world.therapist.get("/v1/me")
    assert owner.get("/v1/audit-events?action=get_me")["items"] == []


def test_a_new_password_holds_from_now_on(home, door) -> None:
    person = door.password(home.people["therapist"])
    assert person.call.post("/v1/me/password", CHANGE)["staff_id"] == str(person.id)
    assert door.knock(person.email, NEW_PASSWORD).status_code == 201
    assert door.knock(person.email).status_code == 401


def test_every_other_sign_in_ends(world, home, door) -> None:
    person = door.password(home.people["therapist"])
    elsewhere = door.enter(person)
    person.call.post("/v1/me/password", CHANGE)
    assert elsewhere.refused("GET", "/v1/me") == (401, "not_signed_in")
    person.call.get("/v1/me")
    home.people["owner"].call.get("/v1/me")


def test_reset_codes_of_before_hold_no_longer(world, home, door, owner, look) -> None:
    person = door.password(home.people["therapist"])
    owner.post(f"/v1/staff/{person.id}/password-resets")
    person.call.post("/v1/me/password", CHANGE)
    assert look(lambda work: work.db.scalars(select(PasswordReset.used_at)).all()) == [world.clock.now()]


def test_a_replay_changes_nothing_and_answers_the_same(home, door, look) -> None:
    person = door.password(home.people["therapist"])
    first = person.call.post("/v1/me/password", CHANGE, key="once")
    version = look(lambda work: work.get(Staff, person.id).version)
    again = person.call.call("POST", "/v1/me/password", CHANGE, key="once")
    assert again.headers["idempotency-replayed"] == "true"
    assert again.json() == first
    assert look(lambda work: work.get(Staff, person.id).version) == version


def test_the_current_password_must_be_known(home, door, owner) -> None:
    person = door.password(home.people["therapist"])
    wrong = CHANGE | {"current_password": "a sentence easy to forget"}
    assert person.call.refused("POST", "/v1/me/password", wrong) == (403, "current_password_wrong")
    assert door.knock(person.email).status_code == 201
    newest = owner.get("/v1/audit-events?action=change_my_password")["items"][0]
    assert (newest["outcome"], newest["staff_id"]) == ("refused", str(person.id))


def test_somebody_without_a_password_cannot_change_it(world) -> None:
    assert world.therapist.refused("POST", "/v1/me/password", CHANGE) == (403, "current_password_wrong")


def test_wrong_guesses_count_like_failed_sign_ins(home, door, look) -> None:
    person = door.password(home.people["therapist"])
    wrong = CHANGE | {"current_password": "a sentence easy to forget"}
    for _ in range(5):
        person.call.refused("POST", "/v1/me/password", wrong)
        door.knock(person.email, "a sentence easy to forget")
    response = person.call.call("POST", "/v1/me/password", CHANGE)
    assert (response.status_code, response.json()["code"]) == (429, "sign_in_throttled")
    assert response.headers["retry-after"] == "900"
    assert door.knock(person.email).status_code == 429


def test_a_change_clears_the_count(home, door, look) -> None:
    person = door.password(home.people["therapist"])
    person.call.refused("POST", "/v1/me/password", CHANGE | {"current_password": "wrong"})
    assert len(look(lambda work: work.db.scalars(select(SignInAttempt)).all())) == 1
    person.call.post("/v1/me/password", CHANGE)
    assert look(lambda work: work.db.scalars(select(SignInAttempt)).all()) == []


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("fourteen chars", "too_short"),
        ("passwordpassword", "too_common"),
        ("therapist-home-practice", "own_words"),
        ("ü" * 1000, "too_long"),
    ],
)
def test_a_weak_new_password_is_refused(home, door, password, code) -> None:
    person = door.password(home.people["therapist"])
    response = person.call.call("POST", "/v1/me/password", CHANGE | {"new_password": password})
    problem = response.json()
    assert (response.status_code, problem["code"]) == (422, "password_too_weak")
    assert [(error["pointer"], error["code"]) for error in problem["errors"]] == [("/new_password", code)]
    assert password not in response.text
    assert door.knock(person.email).status_code == 201


def test_an_api_key_cannot_change_a_password(home, door) -> None:
    person = door.password(home.people["therapist"])
    key = home.api_key(person, ["self.manage"])
    assert key.refused("POST", "/v1/me/password", CHANGE) == (403, "permission_denied")
