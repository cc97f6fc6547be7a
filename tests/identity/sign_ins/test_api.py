"""Signing in and out over HTTP."""

from __future__ import annotations

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import func, select

from couplesone.identity.models import SignIn, SignInAttempt, Staff
from couplesone.identity.passwords import PasswordHasher
from couplesone.identity.sign_in_rules import SIGN_IN_RULES, rules_among
from couplesone.persistence.work import Works

PASSWORD = "a sentence easy to remember"
FAILED = (401, "sign_in_failed")


def refusal(response) -> tuple[int, str]:
    return response.status_code, response.json()["code"]


def test_the_right_password_signs_in(world, home, door) -> None:
    door.password(home.people["therapist"])
    response = door.knock("therapist@example.test")
    assert response.status_code == 201
    new = response.json()
    assert new["staff_id"] == str(home.people["therapist"].id)
    assert new["practice_id"] == str(home.id)
    assert new["expires_at"] == "2026-03-02T21:00:00.000000Z"
    assert response.headers["location"] == f"/v1/sign-ins/{new['id']}"
    assert response.headers["cache-control"] == "no-store"
    caller = world.caller(new["token"])
    assert caller.get("/v1/me")["credential"] == {"kind": "staff", "id": new["id"]}
    shown = caller.get(response.headers["location"])
    assert shown["current"] is True
    assert "token" not in shown


def test_with_the_real_cost_too(world, home, door) -> None:
    works: Works = world.works
    cheap = rules_among(works.extras)
    works.extras[SIGN_IN_RULES] = type(cheap)(PasswordHasher(), cheap.attempts, cheap.lifetime, cheap.idle)
    door.password(home.people["therapist"])
    assert door.knock("therapist@example.test").status_code == 201
    assert refusal(door.knock("therapist@example.test", "a sentence easy to forget")) == FAILED


def test_only_a_hash_of_the_token_is_kept(world, home, door, look) -> None:
    door.password(home.people["therapist"])
    token = door.knock("therapist@example.test").json()["token"]
    kept = look(lambda work: work.db.scalars(select(SignIn.token_hash)).all())
    assert all(token.encode() not in digest and len(digest) == 32 for digest in kept)


@pytest.mark.parametrize("written", ["  Therapist@Example.TEST ", "THERAPIST@EXAMPLE.TEST"])
def test_capitals_and_spaces_of_the_address_do_not_matter(home, door, written) -> None:
    door.password(home.people["therapist"])
    assert door.knock(written).status_code == 201


@pytest.mark.parametrize("password", [PASSWORD + " ", PASSWORD.upper(), "", "wrong"])
def test_the_password_is_taken_as_received(home, door, password) -> None:
    door.password(home.people["therapist"])
    response = door.knock("therapist@example.test", password)
    assert refusal(response) == (FAILED if password else (422, "validation_failed"))


@pytest.fixture
def ways_to_fail(world, home, door):
    """An unknown account, a wrong password, a deactivated account, and one without a password."""
    door.password(home.people["therapist"])
    door.password(home.people["biller"])
    door.deactivate(home.people["biller"])
    return {
        "wrong": ("therapist@example.test", "a sentence easy to forget"),
        "unknown": ("nobody@example.test", PASSWORD),
        "deactivated": ("biller@example.test", PASSWORD),
        "passwordless": ("front_desk@example.test", PASSWORD),
    }


def test_every_failure_has_the_same_answer_statements_and_one_hash(
    world, door, ways_to_fail, monkeypatch
) -> None:
    hasher = rules_among(world.works.extras).hasher
    hashes = []
    original = hasher._argon2.verify_and_update
    monkeypatch.setattr(
        hasher._argon2, "verify_and_update", lambda p, k: hashes.append(k.split("$")[3]) or original(p, k)
    )
    seen = {}
    for way, (email, password) in ways_to_fail.items():
        before = len(world.statements)
        del hashes[:]
        response = door.knock(email, password)
        sent = tuple(re.sub(r"\d+", "n", statement) for statement in world.statements[before:])
        body = {name: value for name, value in response.json().items() if name != "request_id"}
        headers = {
            name: value for name, value in response.headers.items() if not name.startswith(("x-req", "ratel"))
        }
        seen[way] = (response.status_code, body, headers, sent, tuple(hashes))
    assert seen["wrong"][0] == 401
    assert len(seen["wrong"][4]) == 1
    assert all(answer == seen["wrong"] for answer in seen.values()), seen


def test_a_failure_says_nothing_of_what_was_sent(door, ways_to_fail) -> None:
    response = door.knock(*ways_to_fail["wrong"])
    assert "therapist" not in response.text
    assert "forget" not in response.text


@pytest.mark.parametrize("way", ["wrong", "unknown", "deactivated"])
def test_a_failure_is_in_the_audit_trail(world, home, door, ways_to_fail, owner, way) -> None:
    door.knock(*ways_to_fail[way])
    newest = owner.get("/v1/audit-events?action=sign_in")["items"][0]
    known = str(home.people["therapist"].id) if way == "wrong" else None
    assert (newest["outcome"], newest["resource_id"], newest["staff_id"]) == ("refused", known, None)
    assert newest["request_id"]


def test_a_success_is_in_the_audit_trail(home, door, owner) -> None:
    door.password(home.people["therapist"])
    new = door.knock("therapist@example.test").json()
    newest = owner.get("/v1/audit-events?action=sign_in")["items"][0]
    assert (newest["outcome"], newest["resource_id"]) == ("done", new["id"])
    assert (newest["staff_id"], newest["credential_id"]) == (new["staff_id"], new["id"])


def test_a_practice_that_does_not_exist_fails_alike(home, door) -> None:
    door.password(home.people["therapist"])
    assert refusal(door.knock("therapist@example.test", practice_id=str(uuid4()))) == FAILED


def test_people_sign_in_at_their_own_practice_only(world, home, door) -> None:
    door.password(home.people["front_desk"])
    assert refusal(door.knock("front_desk@example.test", practice_id=str(world.other.id))) == FAILED


def test_where_there_are_two_practices_one_must_be_named(home, door) -> None:
    door.password(home.people["therapist"])
    assert refusal(door.knock("therapist@example.test", practice_id=None)) == FAILED


@pytest.mark.parametrize(
    "body",
    [
        {"email": "a@example.test"},
        {"email": 7, "password": PASSWORD},
        {"email": "a@example.test", "password": PASSWORD, "practice_id": "home"},
        {"email": "a@example.test", "password": "x" * 1025},
        {"email": "a@example.test", "password": PASSWORD, "otp": "123456"},
    ],
)
def test_a_malformed_body_is_refused(world, body) -> None:
    assert world.anonymous.refused("POST", "/v1/sign-ins", body) == (422, "validation_failed")


def test_a_hash_of_before_is_made_better_at_sign_in(world, home, door, look) -> None:
    door.password(home.people["therapist"])
    version = look(lambda work: work.get(Staff, home.people["therapist"].id).version)
    rules = rules_among(world.works.extras)
    dearer = PasswordHasher(passes=2, memory_kib=16, lanes=1)
    world.works.extras[SIGN_IN_RULES] = type(rules)(dearer, rules.attempts, rules.lifetime, rules.idle)
    assert door.knock("therapist@example.test").status_code == 201
    now = look(lambda work: work.get(Staff, home.people["therapist"].id))
    assert "m=16,t=2" in now.password_hash
    assert now.version == version, "nobody's change of the record is stale for it"
    assert door.knock("therapist@example.test").status_code == 201


# --- throttling


def fail(door, times: int, email: str = "therapist@example.test") -> list[tuple[int, str]]:
    return [refusal(door.knock(email, "a sentence easy to forget")) for _ in range(times)]


@pytest.mark.parametrize("email", ["therapist@example.test", "nobody@example.test"])
def test_after_ten_failures_an_account_must_wait(world, home, door, email) -> None:
    door.password(home.people["therapist"])
    assert set(fail(door, 10, email)) == {FAILED}
    response = door.knock(email)
    assert refusal(response) == (429, "sign_in_throttled")
    assert response.headers["retry-after"] == "900"


def test_another_account_need_not_wait(home, door) -> None:
    door.password(home.people["therapist"])
    fail(door, 10, "nobody@example.test")
    assert door.knock("therapist@example.test").status_code == 201


def test_waiting_is_over_when_the_first_failure_is_15_minutes_old(world, home, door) -> None:
    door.password(home.people["therapist"])
    fail(door, 1)
    world.clock.move(timedelta(minutes=5))
    fail(door, 9)
    world.clock.move(timedelta(minutes=9, seconds=59))
    response = door.knock("therapist@example.test")
    assert (response.status_code, response.headers["retry-after"]) == (429, "1")
    world.clock.move(timedelta(seconds=1))
    assert door.knock("therapist@example.test").status_code == 201


def test_being_throttled_does_not_lengthen_the_wait(world, home, door) -> None:
    door.password(home.people["therapist"])
    fail(door, 10)
    world.clock.move(timedelta(minutes=14))
    assert door.knock("therapist@example.test").status_code == 429
    world.clock.move(timedelta(minutes=1))
    assert door.knock("therapist@example.test").status_code == 201


def test_a_success_clears_the_account(world, home, door) -> None:
    door.password(home.people["therapist"])
    assert set(fail(door, 9)) == {FAILED}
    assert door.knock("therapist@example.test").status_code == 201
    assert set(fail(door, 9)) == {FAILED}
    assert door.knock("therapist@example.test").status_code == 201


def test_a_success_is_not_counted(world, home, door) -> None:
    door.password(home.people["therapist"])
    for _ in range(51):
        assert door.knock("therapist@example.test").status_code == 201


def test_fifty_failures_from_one_address_block_it_for_everybody(world, home, door) -> None:
    door.password(home.people["therapist"])
    for number in range(50):
        assert refusal(door.knock(f"nobody{number}@example.test")) == FAILED
    response = door.knock("therapist@example.test")
    assert refusal(response) == (429, "sign_in_throttled")
    assert int(response.headers["retry-after"]) == 900


def test_a_success_does_not_clear_the_address(world, home, door) -> None:
    door.password(home.people["therapist"])
    for number in range(49):
        door.knock(f"nobody{number}@example.test")
    assert door.knock("therapist@example.test").status_code == 201
    assert refusal(door.knock("nobody49@example.test")) == FAILED
    assert door.knock("therapist@example.test").status_code == 429


def test_failures_are_kept_as_keyed_hashes_and_old_ones_are_removed(world, home, door, look) -> None:
    fail(door, 3, "nobody@example.test")
    rows = look(lambda work: work.db.scalars(select(SignInAttempt.counted)).all())
    assert len(rows) == 6
    assert all(b"nobody" not in row and b"127.0.0.1" not in row and len(row) == 16 for row in rows)
    world.clock.move(timedelta(minutes=15))
    fail(door, 1, "somebody@example.test")
    assert look(lambda work: work.db.scalar(select(func.count()).select_from(SignInAttempt))) == 2


def test_practices_count_apart(world, home, door) -> None:
    person = world.other.people["therapist"]
    door.password(person)
    door.password(home.people["therapist"])
    fail(door, 10)
    assert door.knock("therapist@example.test").status_code == 429
    assert door.knock("therapist@example.test", practice_id=str(world.other.id)).status_code == 201


# --- one's own sign-ins


def test_one_sees_ones_own_sign_ins_newest_first(world, home, door) -> None:
    world.clock.move(timedelta(minutes=1))
    second = door.enter(home.people["therapist"])
    listing = second.get("/v1/sign-ins")
    assert [item["current"] for item in listing["items"]] == [True, False]
    assert [item["active"] for item in listing["items"]] == [True, True]
    assert {item["staff_id"] for item in listing["items"]} == {str(home.people["therapist"].id)}
    assert listing["next_cursor"] is None


def test_pages_of_sign_ins_join_without_gap_or_repetition(home, door) -> None:
    for _ in range(4):
        caller = door.enter(home.people["therapist"])
    seen, cursor = [], ""
    while cursor is not None:
        page = caller.get(f"/v1/sign-ins?limit=2{cursor and '&cursor=' + cursor}")
        seen += [item["id"] for item in page["items"]]
        cursor = page["next_cursor"]
    assert len(seen) == len(set(seen)) == 5


def test_a_list_of_any_length_takes_as_many_statements(world, home, door) -> None:
    def statements() -> int:
        before = len(world.statements)
        world.therapist.get("/v1/sign-ins")
        return len(world.statements) - before

    one = statements()
    for _ in range(25):
        door.enter(home.people["therapist"])
    assert statements() == one


@pytest.mark.parametrize("minutes", [15, 721])
def test_a_sign_in_that_is_over_is_shown_so(world, home, door, minutes) -> None:
    old = door.enter(home.people["therapist"])
    first = old.get("/v1/sign-ins")["items"][0]["id"]
    world.clock.move(timedelta(minutes=minutes))
    shown = door.enter(home.people["therapist"]).get(f"/v1/sign-ins/{first}")
    assert shown["active"] is False
    assert shown["ended_at"] is None


def test_signing_out_ends_the_sign_in_at_once(world, home, door) -> None:
    mine = door.enter(home.people["therapist"])
    current = next(item for item in mine.get("/v1/sign-ins")["items"] if item["current"])
    ended = mine.post(f"/v1/sign-ins/{current['id']}/end")
    assert ended["active"] is False
    assert ended["ended_at"] is not None
    assert mine.refused("GET", "/v1/me") == (401, "not_signed_in")
    world.therapist.get("/v1/me")


def test_a_sign_in_ends_once_and_a_replay_shows_it(home, door, world) -> None:
    elsewhere = door.enter(home.people["therapist"])
    target = next(item for item in elsewhere.get("/v1/sign-ins")["items"] if item["current"])["id"]
    world.therapist.post(f"/v1/sign-ins/{target}/end", key="leave")
    again = world.therapist.call("POST", f"/v1/sign-ins/{target}/end", key="leave")
    assert again.headers["idempotency-replayed"] == "true"
    assert again.json()["id"] == target
    assert world.therapist.refused("POST", f"/v1/sign-ins/{target}/end") == (409, "sign_in_ended")


@pytest.mark.parametrize("whose", ["colleague", "other practice", "nobody"])
@pytest.mark.parametrize(("method", "tail"), [("GET", ""), ("POST", "/end")])
def test_nobody_elses_sign_in_can_be_seen_or_ended(world, owner, home, whose, method, tail) -> None:
    target = {
        "colleague": lambda: world.therapist.get("/v1/sign-ins")["items"][0]["id"],
        "other practice": lambda: world.other.people["owner"].call.get("/v1/sign-ins")["items"][0]["id"],
        "nobody": lambda: str(uuid4()),
    }[whose]()
    assert owner.refused(method, f"/v1/sign-ins/{target}{tail}") == (404, "not_found")
    world.therapist.get("/v1/me")


@pytest.mark.parametrize("path", ["/v1/sign-ins", "/v1/sign-ins/01931b2c-0000-7000-8000-000000000001"])
def test_an_api_key_sees_no_sign_ins(world, home, path) -> None:
    key = home.api_key(home.people["owner"], ["self.manage", "practice.read"])
    assert key.refused("GET", path) == (403, "permission_denied")
