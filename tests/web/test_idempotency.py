"""The same POST sent twice does its work once."""

from __future__ import annotations

import hashlib
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import func, select, update

from couplesone.clients.models import Client
from couplesone.clients.registry.service import ClientService
from couplesone.identity.models import Staff
from couplesone.kernel.permissions import Permission
from couplesone.web.idempotency import IdempotencyKey
from support.canaries import example
from support.http import Caller

MARA = {"name_used": "Mara"}


def clients(world) -> int:
    with world.works.open(world.home.id) as work:
        return int(work.db.scalar(select(func.count()).select_from(Client)))


def add(who: Caller, body=MARA, key: str = "key-1"):
    return who.call("POST", "/v1/clients", body, key=key)


def test_a_repetition_shows_the_resource_as_it_is_now(world) -> None:
    first = add(world.therapist)
    assert "idempotency-replayed" not in first.headers
    path = first.headers["location"]
    world.therapist.patch(path, {"name_used": "Mara Lind"}, etag=1)
    again = add(world.therapist)
    assert (again.status_code, again.headers["idempotency-replayed"]) == (201, "true")
    assert (again.headers["location"], again.headers["etag"]) == (path, '"2"')
    assert again.json()["name_used"] == "Mara Lind"
    assert again.json() == world.therapist.get(path)
    assert clients(world) == 1


def test_no_key_no_repetition(world) -> None:
    for _ in range(2):
        response = world.therapist.call("POST", "/v1/clients", MARA)
        assert "idempotency-replayed" not in response.headers
    assert clients(world) == 2


@pytest.mark.parametrize("body", [{"name_used": "Tobias"}, {"name_used": "Mara", "pronouns": None}])
def test_a_key_belongs_to_one_request(world, body) -> None:
    add(world.therapist)
    response = add(world.therapist, body)
    assert (response.status_code, response.json()["code"]) == (422, "idempotency_key_reused")
    assert clients(world) == 1


def test_a_key_belongs_to_one_path(world) -> None:
    paths = [f"{add(world.therapist, key=key).headers['location']}/archive" for key in "ab"]
    assert world.therapist.call("POST", paths[0], etag=1, key="x").status_code == 200
    assert world.therapist.refused("POST", paths[1], etag=1, key="x") == (422, "idempotency_key_reused")


def test_a_key_belongs_to_one_operation_and_one_member_of_staff(world) -> None:
    first = add(world.therapist)
    assert (
        world.therapist.call("POST", f"{first.headers['location']}/archive", etag=1, key="key-1").status_code
        == 200
    )
    assert "idempotency-replayed" not in add(world.home.people["front_desk"].call).headers
    assert clients(world) == 2


def test_a_key_belongs_to_one_practice(world) -> None:
    add(world.therapist)
    assert "idempotency-replayed" not in add(world.other.people["therapist"].call).headers


@pytest.mark.parametrize("key", ["", "x" * 256, "a\tb", "é".encode()])
def test_a_malformed_key_is_refused(world, key) -> None:
    response = add(world.therapist, key=key)
    assert (response.status_code, response.json()["code"]) == (400, "idempotency_key_malformed")
    assert clients(world) == 0


@pytest.mark.parametrize("key", ["x", "x" * 255, "a b!~"])
def test_any_other_key_is_taken(world, key: str) -> None:
    assert add(world.therapist, key=key).status_code == 201
    assert add(world.therapist, key=key).headers["idempotency-replayed"] == "true"


def test_a_key_is_kept_for_24_hours(world) -> None:
    add(world.therapist)
    world.days(1)
    assert add(world.therapist).headers["idempotency-replayed"] == "true"
    world.days(0.001)
    assert "idempotency-replayed" not in add(world.therapist).headers
    assert clients(world) == 2
    with world.works.open(world.home.id) as work:
        assert work.db.scalar(select(func.count()).select_from(IdempotencyKey)) == 1


def test_what_was_refused_may_be_sent_again_with_its_key(world) -> None:
    refused = add(world.therapist, MARA | {"birth_date": "2999-01-01"})
    assert refused.json()["code"] == "dates_out_of_order"
    assert add(world.therapist).status_code == 201
    assert clients(world) == 1


def test_who_lost_the_permission_is_told_nothing(world) -> None:
    person = world.home.people["front_desk"]
    assert add(person.call).status_code == 201
    with world.works.open(world.home.id) as work:
        work.db.execute(
            update(Staff).where(Staff.id == person.id).values(is_front_desk=False, is_biller=True)
        )
    response = add(person.call)
    assert (response.status_code, response.json()["code"]) == (403, "permission_denied")
    assert "Mara" not in response.text


def test_who_may_write_and_no_longer_read_is_told_nothing(world) -> None:
    key = world.home.api_key(world.home.people["therapist"], ["client.write"])
    first = add(key)
    assert first.status_code == 201
    again = add(key)
    assert (again.status_code, again.json()["code"]) == (403, "permission_denied")
    assert "Mara" not in again.text


def test_a_repetition_needs_the_permission_to_read(world, monkeypatch) -> None:
    owner = world.home.people["owner"].call
    setting = owner.get("/v1/practice/settings")["items"][0]
    body = {"key": setting["key"], "value": setting["highest"]}
    assert owner.call("POST", "/v1/practice/settings", body, key="k").status_code == 201
    reader = world.transport.app.runner.operations["list_practice_settings"]
    monkeypatch.setattr(reader, "permission", Permission.CASE_WRITE)
    assert owner.refused("POST", "/v1/practice/settings", body, key="k") == (403, "permission_denied")


def test_who_lost_the_client_is_told_nothing(world) -> None:
    path = add(world.therapist).headers["location"]
    owner = world.home.people["owner"].call
    (member,) = owner.get(f"{path}/care-team")["items"]
    world.days(0.5)
    owner.post(f"/v1/care-team/{member['id']}/end", {"until_on": str(world.today)}, etag=member)
    response = add(world.therapist)
    assert (response.status_code, response.json()["code"]) == (404, "not_found")


def test_what_is_shown_once_is_not_shown_again(world) -> None:
    owner, path = (
        world.home.people["owner"].call,
        f"/v1/staff/{world.home.people['therapist'].id}/password-resets",
    )
    first = owner.call("POST", path, key="k")
    again = owner.call("POST", path, key="k")
    assert first.json()["reset_code"]
    assert again.headers["idempotency-replayed"] == "true"
    assert again.json()["id"] == first.json()["id"]
    assert again.json()["reset_code"] is None
    assert first.json()["reset_code"] not in again.text


def test_a_resource_without_an_id_is_shown_as_a_whole(world) -> None:
    owner = world.home.people["owner"].call
    setting = owner.get("/v1/practice/settings")["items"][0]
    body = {"key": setting["key"], "value": setting["highest"]}
    first, again = (owner.call("POST", "/v1/practice/settings", body, key="k") for _ in range(2))
    assert again.headers["idempotency-replayed"] == "true"
    assert again.json() == first.json()
    assert len(again.json()["items"][0]["history"]) == 1


def test_a_resource_that_may_show_more_shows_no_more(world) -> None:
    client = add(world.therapist).headers["location"]
    first, again = (
        world.therapist.call("POST", f"{client}/cases", example("open_case", partner_id=None), key="k")
        for _ in range(2)
    )
    assert (first.status_code, again.status_code) == (201, 201)
    assert again.headers["idempotency-replayed"] == "true"
    assert again.json() == first.json() == world.therapist.get(first.headers["location"])


def test_no_body_and_no_key_is_kept(world) -> None:
    add(world.therapist, key="zebrafinch")
    with world.works.open(world.home.id) as work:
        row = work.db.scalars(select(IdempotencyKey)).one()
        kept = row.key_hash + row.request_hash
        assert b"zebrafinch" not in kept
        assert b"Mara" not in kept
        assert row.request_hash != hashlib.sha256(b'/v1/clients\n{"name_used":"Mara"}').digest()
        assert (row.status, row.operation, row.created_at) == (201, "add_client", work.now)


def test_two_at_once_do_the_work_once(real, monkeypatch) -> None:
    started, go_on, calls = threading.Event(), threading.Event(), []
    original = ClientService.add

    def slow(self, client):
        calls.append(1)
        started.set()
        assert go_on.wait(20)
        return original(self, client)

    monkeypatch.setattr(ClientService, "add", slow)
    with ThreadPoolExecutor(2) as threads:
        first = threads.submit(add, real.therapist)
        assert started.wait(20)
        second = threads.submit(add, Caller(real.transport, real.therapist.token))
        if not real.works.database.is_sqlite:
            response = second.result(20)
            assert (response.status_code, response.json()["code"]) == (409, "request_in_flight")
            assert response.headers["retry-after"] == "1"
        go_on.set()
        assert first.result(20).status_code == 201
        if real.works.database.is_sqlite:
            response = second.result(20)
            assert (response.status_code, response.headers["idempotency-replayed"]) == (201, "true")
    assert len(calls) == 1
    assert clients(real) == 1
    assert add(real.therapist).headers["idempotency-replayed"] == "true"
