"""Entity tags: who changes something says what they saw; who has it already is not sent it again."""

from __future__ import annotations

import pytest

RANDOM = "019cadc6-9a80-7011-ad2a-34b4b722da66"


@pytest.fixture
def owner(world):
    return world.home.people["owner"].call


@pytest.fixture
def client(world) -> str:
    return f"/v1/clients/{world.therapist.post('/v1/clients', {'name_used': 'Mara'})['id']}"


def change(who, path: str, etag: str | None):
    headers = {} if etag is None else {"If-Match": etag}
    return who.call("PATCH", path, {"name_used": "Mara Lind"}, headers=headers)


def test_a_change_without_a_version_is_refused(world, client: str) -> None:
    response = change(world.therapist, client, None)
    assert (response.status_code, response.json()["code"]) == (428, "if_match_required")


@pytest.mark.parametrize(
    "etag",
    ["", "1", '""', '"0"', '"01"', '"-1"', '"x"', '"1', 'W/"1"', "*", '"1", "2"', f'"{10**18}"', '"1.0"'],
)
def test_a_version_that_was_never_given_out_is_refused(world, client: str, etag: str) -> None:
    response = change(world.therapist, client, etag)
    assert (response.status_code, response.json()["code"]) == (400, "if_match_malformed")


def test_a_change_of_what_was_changed_in_the_meantime_is_refused(world, client: str) -> None:
    assert change(world.therapist, client, '"1"').headers["etag"] == '"2"'
    for stale in ('"1"', f'"{10**18 - 1}"'):
        response = change(world.therapist, client, stale)
        assert (response.status_code, response.json()["code"]) == (412, "version_stale")
        assert response.headers["etag"] == '"2"'
    assert change(world.therapist, client, ' "2" ').status_code == 200


def test_an_action_needs_the_version_too(world, client: str) -> None:
    assert world.therapist.refused("POST", f"{client}/archive") == (428, "if_match_required")
    assert world.therapist.refused("POST", f"{client}/archive", etag=2) == (412, "version_stale")
    assert world.therapist.post(f"{client}/archive", etag=1)["status"] == "archived"


def test_who_may_not_know_of_it_learns_no_version(world, client: str) -> None:
    for path in (client, f"/v1/clients/{RANDOM}"):
        response = change(world.other.people["therapist"].call, path, '"7"')
        assert (response.status_code, response.headers.get("etag")) == (404, None)


@pytest.mark.parametrize("sent", ['"1"', 'W/"1"', '"7", "1"', '"1",W/"3"'])
def test_who_has_it_already_is_sent_nothing(owner, sent: str) -> None:
    response = owner.call("GET", "/v1/practice", headers={"If-None-Match": sent})
    assert (response.status_code, response.content) == (304, b"")
    assert response.headers["etag"] == '"1"'
    assert response.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("sent", ['"2"', "1", '"11"', ""])
def test_who_has_another_version_is_sent_this_one(owner, sent: str) -> None:
    response = owner.call("GET", "/v1/practice", headers={"If-None-Match": sent})
    assert (response.status_code, response.json()["version"], response.headers["etag"]) == (200, 1, '"1"')


def test_what_shows_more_than_its_record_is_always_sent(world, client: str) -> None:
    response = world.therapist.call("GET", client, headers={"If-None-Match": '"1"'})
    assert (response.status_code, response.headers["etag"]) == (200, '"1"')


def test_a_change_is_not_answered_by_nothing(owner) -> None:
    headers = {"If-Match": '"1"', "If-None-Match": '"2"'}
    response = owner.call("PATCH", "/v1/practice", {"name": "New name"}, headers=headers)
    assert (response.status_code, response.json()["name"]) == (200, "New name")


# -- upserts ----------------------------------------------------------------------------------------

PATH = "/v1/clients/by-external-id/booking:1"


def test_an_upsert_creates_once_and_then_changes(world) -> None:
    created = world.therapist.call("PUT", PATH, {"name_used": "Mara"})
    assert (created.status_code, created.headers["etag"]) == (201, '"1"')
    assert created.headers["location"] == f"/v1/clients/{created.json()['id']}"
    changed = world.therapist.call("PUT", PATH, {"name_used": "Mara Lind"})
    assert (changed.status_code, changed.headers["etag"]) == (200, '"2"')
    assert "location" not in changed.headers


def test_an_upsert_honours_the_version_where_it_is_sent(world) -> None:
    assert world.therapist.refused("PUT", PATH, {"name_used": "Mara"}, etag=1) == (412, "version_stale")
    world.therapist.call("PUT", PATH, {"name_used": "Mara"})
    assert world.therapist.refused("PUT", PATH, {"name_used": "M"}, etag=2) == (412, "version_stale")
    malformed = {"If-Match": "1"}
    response = world.therapist.call("PUT", PATH, {"name_used": "M"}, headers=malformed)
    assert (response.status_code, response.json()["code"]) == (400, "if_match_malformed")
    assert world.therapist.call("PUT", PATH, {"name_used": "M"}, etag=1).status_code == 200
