"""Reset codes: handed out by an owner, used once, within an hour."""

from __future__ import annotations

import threading
from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import select

from couplesone.identity import tokens
from couplesone.identity.errors import ResetCodeInvalid
from couplesone.identity.models import PasswordReset
from couplesone.identity.password_resets.use import use_reset_code
from couplesone.identity.service import PasswordResetService, StaffService
from couplesone.identity.sign_in_rules import rules_among
from couplesone.kernel.permissions import Role
from couplesone.practices.service import create_practice

NEW_PASSWORD = "another sentence, as easy"
INVALID = (422, "reset_code_invalid")


@pytest.fixture
def code(home, owner) -> str:
    """A reset code of the therapist."""
    return owner.post(f"/v1/staff/{home.people['therapist'].id}/password-resets")["reset_code"]


@pytest.fixture
def use(world):
    """Use a reset code; return status and problem code, or None."""

    def using(code: str, password: str = NEW_PASSWORD):
        body = {"reset_code": code, "new_password": password}
        response = world.anonymous.call("POST", "/v1/password-resets/use", body)
        return (response.status_code, response.json().get("code"))

    return using


def test_an_owner_hands_out_a_code_that_is_shown_once(home, owner, look) -> None:
    path = f"/v1/staff/{home.people['therapist'].id}/password-resets"
    response = owner.call("POST", path, key="reset")
    issued = response.json()
    assert response.status_code == 201
    assert issued["reset_code"].startswith("c1r_")
    assert issued["expires_at"] == "2026-03-02T10:00:00.000000Z"
    assert response.headers["location"] == f"/v1/password-resets/{issued['id']}"
    shown = owner.get(response.headers["location"])
    assert shown == {name: value for name, value in issued.items() if name != "reset_code"}
    again = owner.call("POST", path, key="reset")
    assert again.headers["idempotency-replayed"] == "true"
    assert again.json() == issued | {"reset_code": None}
    (kept,) = look(lambda work: work.db.scalars(select(PasswordReset.code_hash)).all())
    assert kept == tokens.hash_secret(tokens.parse(issued["reset_code"]).secret)


def test_a_code_sets_a_password_and_ends_every_sign_in(world, home, door, owner, code, use) -> None:
    person = door.password(home.people["therapist"])
    body = {"reset_code": code, "new_password": NEW_PASSWORD}
    assert world.anonymous.post("/v1/password-resets/use", body) == {
        "staff_id": str(person.id),
        "practice_id": str(home.id),
        "email": person.email,
    }
    assert person.call.refused("GET", "/v1/me") == (401, "not_signed_in")
    assert door.knock(person.email).status_code == 401
    assert door.knock(person.email, NEW_PASSWORD).status_code == 201
    assert owner.get(f"/v1/staff/{person.id}")["password_set"] is True
    newest = owner.get("/v1/audit-events?action=use_password_reset")["items"][0]
    assert (newest["staff_id"], newest["resource_id"]) == (str(person.id), str(person.id))


def test_a_code_ends_the_wait_of_a_throttled_account(home, door, code, use) -> None:
    for _ in range(10):
        door.knock("therapist@example.test", "a sentence easy to forget")
    assert door.knock("therapist@example.test").status_code == 429
    assert use(code)[0] == 200
    assert door.knock("therapist@example.test", NEW_PASSWORD).status_code == 201


def test_a_code_holds_once(code, use) -> None:
    assert use(code)[0] == 200
    assert use(code, "a third sentence, as easy") == INVALID


def test_a_code_holds_for_an_hour(world, code, use) -> None:
    world.clock.move(timedelta(minutes=60))
    assert use(code) == INVALID


def test_a_code_still_holds_just_before(world, code, use) -> None:
    world.clock.move(timedelta(minutes=59, seconds=59))
    assert use(code)[0] == 200


def test_a_newer_code_makes_older_ones_worthless(home, owner, code, use) -> None:
    newer = owner.post(f"/v1/staff/{home.people['therapist'].id}/password-resets")["reset_code"]
    assert use(code) == INVALID
    assert use(newer)[0] == 200


def test_codes_of_other_people_stay(home, owner, code, use) -> None:
    owner.post(f"/v1/staff/{home.people['biller'].id}/password-resets")
    assert use(code)[0] == 200


@pytest.mark.parametrize("kind", ["junk", "empty", "sign-in", "forged", "unknown row", "unknown practice"])
def test_what_is_no_code_of_ours_gets_the_same_answer(world, home, code, kind) -> None:
    token = tokens.parse(code)
    sent = {
        "junk": "c1r_junk",
        "empty": "",
        "sign-in": world.therapist.token,
        "forged": tokens.issue(tokens.RESET, token.practice_id, token.row_id)[0],
        "unknown row": tokens.issue(tokens.RESET, token.practice_id, uuid4())[0],
        "unknown practice": tokens.issue(tokens.RESET, uuid4(), token.row_id)[0],
    }[kind]
    answers = []
    for text in (sent, "c1r_nonsense"):
        body = {"reset_code": text, "new_password": NEW_PASSWORD}
        problem = world.anonymous.call("POST", "/v1/password-resets/use", body).json()
        answers.append(problem | {"request_id": None})
    assert answers[0] == answers[1]
    assert answers[0]["code"] == "reset_code_invalid"


@pytest.mark.parametrize("password", ["short", "passwordpassword", "therapist-home-practice"])
def test_a_weak_password_leaves_the_code_usable(code, use, password) -> None:
    assert use(code, password) == (422, "password_too_weak")
    assert use(code)[0] == 200


def test_whether_a_password_is_weak_is_not_told_to_those_without_a_code(use) -> None:
    assert use("c1r_nonsense", "passwordpassword") == INVALID


def test_a_reset_of_another_practice_is_not_there(world, code, owner) -> None:
    reset_id = tokens.parse(code).row_id
    owner.get(f"/v1/password-resets/{reset_id}")
    other = world.other.people["owner"].call
    assert other.refused("GET", f"/v1/password-resets/{reset_id}") == (404, "not_found")
    assert world.therapist.refused("GET", f"/v1/password-resets/{reset_id}") == (403, "permission_denied")


def test_the_command_line_issues_a_code_without_an_actor(committed) -> None:
    practice_id = create_practice(committed, name="Linden", time_zone="Europe/Vienna")
    with committed.open(practice_id) as work:
        staff = StaffService(work).add(email="ana@linden.example", display_name="Ana", roles=[Role.OWNER])
        code = PasswordResetService(work).issue(staff.id)
    assert use_reset_code(committed, code=code, new_password=NEW_PASSWORD).email == "ana@linden.example"


def test_two_who_use_a_code_at_once_cannot_both_succeed(committed, monkeypatch) -> None:
    practice_id = create_practice(committed, name="Linden", time_zone="Europe/Vienna")
    with committed.open(practice_id) as work:
        staff = StaffService(work).add(email="ana@linden.example", display_name="Ana", roles=[Role.OWNER])
        code = PasswordResetService(work).issue(staff.id)
    both_have_read, hasher, outcomes = threading.Barrier(2), rules_among(committed.extras).hasher, []
    original = hasher.hash
    monkeypatch.setattr(hasher, "hash", lambda password: (both_have_read.wait(5), original(password))[1])

    def use(password: str) -> None:
        try:
            use_reset_code(committed, code=code, new_password=password)
            outcomes.append("used")
        except ResetCodeInvalid as problem:
            outcomes.append(problem.code)

    threads = [threading.Thread(target=use, args=(f"{word} sentence, as easy",)) for word in ("one", "other")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["reset_code_invalid", "used"]
