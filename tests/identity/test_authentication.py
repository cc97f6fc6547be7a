"""Who holds a token, and until when."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from couplesone.identity import tokens
from couplesone.identity.models import ApiKey, SignIn, Staff

NOT_SIGNED_IN = (401, "not_signed_in")


def test_a_sign_in_holds(world) -> None:
    assert world.therapist.get("/v1/me")["credential"]["kind"] == "staff"


@pytest.mark.parametrize(
    "header",
    [None, "", "Bearer", "Bearer ", "Bearer junk", "Basic YTpi", "Bearer c1s_" + "0" * 44],
)
def test_no_token_or_junk_is_nobody(world, header) -> None:
    headers = {} if header is None else {"Authorization": header}
    assert world.anonymous.refused("GET", "/v1/me", headers=headers) == NOT_SIGNED_IN


def test_bearer_may_be_written_in_small_letters(world) -> None:
    headers = {"Authorization": f"bearer {world.therapist.token}"}
    assert world.anonymous.call("GET", "/v1/me", headers=headers).status_code == 200


def test_a_token_with_another_secret_is_nobody(world, home) -> None:
    with world.works.open(home.id) as work:
        row = work.db.scalars(select(SignIn).where(SignIn.staff_id == home.people["therapist"].id)).one()
    forged, _ = tokens.issue(tokens.SIGN_IN, home.id, row.id)
    assert world.caller(forged).refused("GET", "/v1/me") == NOT_SIGNED_IN


def test_a_token_of_another_practice_finds_no_row(world, home) -> None:
    place = tokens.parse(world.therapist.token)
    forged, _ = tokens.issue(tokens.SIGN_IN, world.other.id, place.row_id)
    assert world.caller(forged).refused("GET", "/v1/me") == NOT_SIGNED_IN


def test_a_reset_code_is_no_credential(world, home, owner) -> None:
    code = owner.post(f"/v1/staff/{home.people['biller'].id}/password-resets")["reset_code"]
    assert world.caller(code).refused("GET", "/v1/me") == NOT_SIGNED_IN


def test_a_sign_in_that_lay_idle_for_15_minutes_is_over(world) -> None:
    world.clock.move(timedelta(minutes=15))
    assert world.therapist.refused("GET", "/v1/me") == NOT_SIGNED_IN


def test_use_keeps_a_sign_in_awake(world) -> None:
    for _ in range(4):
        world.clock.move(timedelta(minutes=14))
        world.therapist.get("/v1/me")


def test_use_is_noted_once_a_minute(world, look) -> None:
    def seen() -> list[object]:
        return look(lambda work: work.db.scalars(select(SignIn.last_seen_at).order_by(SignIn.id)).all())

    before = seen()
    world.clock.move(timedelta(seconds=59))
    world.therapist.get("/v1/me")
    assert seen() == before
    world.clock.move(timedelta(seconds=1))
    world.therapist.get("/v1/me")
    assert [later - earlier for earlier, later in zip(before, seen(), strict=True) if later != earlier] == [
        timedelta(minutes=1)
    ]


def test_a_sign_in_ends_after_its_hours_even_if_it_is_used(world, home, door) -> None:
    caller = door.enter(home.people["therapist"])
    for _ in range(51):
        world.clock.move(timedelta(minutes=14))
        caller.get("/v1/me")
    world.clock.move(timedelta(minutes=6))
    assert caller.refused("GET", "/v1/me") == NOT_SIGNED_IN


@pytest.mark.parametrize("how", ["sign-in", "key"])
def test_a_deactivated_person_is_nobody(world, home, door, how) -> None:
    person = home.people["therapist"]
    caller = person.call if how == "sign-in" else home.api_key(person, ["case.read"])
    caller.get("/v1/me")
    door.deactivate(person)
    assert caller.refused("GET", "/v1/me") == NOT_SIGNED_IN


def test_a_key_acts_for_its_maker_within_its_scopes(world, home) -> None:
    key = home.api_key(home.people["owner"], ["practice.read", "client.read"])
    me = key.get("/v1/me")
    assert me["staff_id"] == str(home.people["owner"].id)
    assert me["credential"]["kind"] == "api_key"
    assert {held["permission"] for held in me["permissions"]} == {"self.read", "practice.read", "client.read"}
    key.get("/v1/practice")
    assert key.refused("GET", "/v1/staff") == (403, "permission_denied")


def test_a_key_loses_what_its_maker_loses(world, home) -> None:
    key = home.api_key(home.people["owner"], ["audit.read"])
    key.get("/v1/audit-events")
    with world.works.open(home.id) as work:
        maker = work.get(Staff, home.people["owner"].id)
        maker.is_owner, maker.is_biller = False, True
    assert key.refused("GET", "/v1/audit-events") == (403, "permission_denied")


@pytest.mark.parametrize(
    "scope", ["staff.manage", "self.manage", "api_key.manage", "practice.manage", "care_team.manage"]
)
def test_no_scope_lets_a_key_do_what_needs_a_person(world, home, scope) -> None:
    key = home.api_key(home.people["owner"], [scope])
    assert [held["permission"] for held in key.get("/v1/me")["permissions"]] == ["self.read"]


def test_scopes_of_a_later_version_are_ignored(world, home) -> None:
    key = home.api_key(home.people["owner"], ["telepathy.read", "practice.read"])
    assert len(key.get("/v1/me")["permissions"]) == 2


def test_a_test_key_says_so(world, home) -> None:
    assert (
        home.api_key(home.people["owner"], ["practice.read"], test_mode=True).get("/v1/me")["test_mode"]
        is True
    )
    assert world.therapist.get("/v1/me")["test_mode"] is False


def test_a_test_key_under_a_live_prefix_is_nobody(world, home) -> None:
    key = home.api_key(home.people["owner"], ["practice.read"], test_mode=True)
    with world.works.open(home.id) as work:
        work.db.scalars(select(ApiKey)).one().test_mode = False
    assert key.refused("GET", "/v1/me") == NOT_SIGNED_IN


@pytest.mark.parametrize("change", ["revoked", "expired"])
def test_a_key_that_ended_is_nobody(world, home, change) -> None:
    key = home.api_key(home.people["owner"], ["practice.read"])
    if change == "expired":
        world.days(300)
    else:
        with world.works.open(home.id) as work:
            work.db.scalars(select(ApiKey)).one().revoked_at = work.now
    assert key.refused("GET", "/v1/me") == NOT_SIGNED_IN


def test_the_last_use_of_a_key_is_noted_once_an_hour(world, home, look) -> None:
    key = home.api_key(home.people["owner"], ["practice.read"])

    def used() -> object:
        return look(lambda work: work.db.scalars(select(ApiKey.last_used_at)).one())

    assert used() is None
    key.get("/v1/me")
    first = used()
    assert first == world.clock.now()
    world.clock.move(timedelta(minutes=59))
    key.get("/v1/me")
    assert used() == first
    world.clock.move(timedelta(minutes=1))
    key.get("/v1/me")
    assert used() == world.clock.now()
