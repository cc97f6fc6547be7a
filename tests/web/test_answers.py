"""What every answer says about itself: where it is, which version it is, what comes next."""

from __future__ import annotations

from uuid import UUID

import pytest
from sqlalchemy import select
from starlette.requests import Request

from couplesone.audit.models import AuditEvent
from couplesone.identity import tokens
from couplesone.kernel.errors import Problem
from couplesone.web.operations import Operation, Runner


def test_what_was_created_says_where_it_is(world) -> None:
    response = world.therapist.call("POST", "/v1/clients", {"name_used": "Mara"})
    made = response.json()
    assert response.status_code == 201
    assert response.headers["location"] == f"/v1/clients/{made['id']}"
    assert response.headers["etag"] == '"1"'
    assert response.headers["cache-control"] == "no-store"
    assert response.headers["content-type"] == "application/json"
    assert world.therapist.get(response.headers["location"]) == made


def test_what_belongs_to_the_practice_is_where_all_of_it_is(world) -> None:
    body = {"key": "check_in_grace_days", "value": 3}
    known = world.home.people["owner"].call.get("/v1/practice/settings")["items"]
    body["key"] = known[0]["key"]
    body["value"] = known[0]["default"]
    response = world.home.people["owner"].call.call("POST", "/v1/practice/settings", body)
    assert (response.status_code, response.headers["location"]) == (201, "/v1/practice/settings")
    assert "etag" not in response.headers


def test_a_list_says_what_comes_next(world) -> None:
    for name in "abc":
        world.therapist.post("/v1/clients", {"name_used": name})
    path, seen, pages = "/v1/clients?limit=1&sort=name", [], 0
    while path:
        response = world.therapist.call("GET", path)
        page = response.json()
        seen += [client["name_used"] for client in page["items"]]
        pages += 1
        assert ("link" in response.headers) is (page["next_cursor"] is not None)
        assert "etag" not in response.headers
        path = None
        if "link" in response.headers:
            target, _, relation = response.headers["link"].partition("; ")
            assert relation == 'rel="next"'
            path = target.strip("<>")
            assert path.startswith("/v1/clients?limit=1&sort=name&cursor=")
            assert world.therapist.call("GET", path).status_code == 200
    assert (seen, pages) == (["a", "b", "c"], 3)


def test_nothing_to_say_is_204() -> None:
    silent = Operation("silent", "POST", "/v1/silence", lambda: None, None, public="a test")
    silent.inspect()
    response = Runner(None, None, {})._render(silent, Request({"type": "http"}), None, 200)  # type: ignore[arg-type]
    assert (response.status_code, response.body) == (204, b"")
    assert response.headers["cache-control"] == "no-store"


def test_a_refusal_for_want_of_permission_is_kept_for_the_audit_trail(world) -> None:
    biller = world.home.people["biller"]
    assert biller.call.refused("POST", "/v1/clients", {"name_used": "Mara"}) == (403, "permission_denied")
    assert world.anonymous.refused("POST", "/v1/clients", {"name_used": "Mara"})[0] == 401
    with world.works.open(world.home.id) as work:
        rows = work.db.execute(
            select(AuditEvent.action, AuditEvent.outcome, AuditEvent.staff_id, AuditEvent.resource_id)
        ).all()
    assert [tuple(row) for row in rows] == [("add_client", "refused", biller.id, None)]


@pytest.mark.parametrize(
    ("method", "path", "resource"),
    [
        ("GET", "/v1/worklists/no_next_step", False),
        ("GET", "/v1/practice", True),
        ("GET", "/v1/clients", False),
    ],
)
def test_the_audit_trail_names_what_was_read(world, method: str, path: str, resource: bool) -> None:
    world.home.people["therapist"].call.call(method, path)
    with world.works.open(world.home.id) as work:
        (row,) = work.db.execute(select(AuditEvent.resource_id, AuditEvent.request_id, AuditEvent.outcome))
    assert (row.resource_id is not None) is resource
    assert row.request_id
    assert row.outcome == "done"


@pytest.mark.parametrize("where", ["home", "nowhere"])
def test_a_token_that_was_never_given_out_is_told_nothing(world, where: str) -> None:
    practice = world.home.id if where == "home" else UUID(int=1)
    token, _ = tokens.issue(tokens.SIGN_IN, practice, world.home.people["owner"].id)
    response = world.caller(token).call("GET", "/v1/practice")
    assert (response.status_code, response.json()["code"]) == (401, "not_signed_in")
    assert response.headers["www-authenticate"] == 'Bearer realm="couplesone"'


@pytest.mark.parametrize("scheme", ["Basic", "bearer", "BEARER", ""])
def test_a_token_comes_with_its_scheme(world, scheme: str) -> None:
    token = world.home.people["owner"].call.token
    response = world.anonymous.call("GET", "/v1/practice", headers={"Authorization": f"{scheme} {token}"})
    assert response.status_code == (200 if scheme.lower() == "bearer" else 401)


def test_the_vocabularies_need_nobody(world) -> None:
    items = world.anonymous.get("/v1/vocabularies")["items"]
    by_name = {item["name"]: item for item in items}
    assert by_name["role"]["codes"][0] == {"code": "owner", "label": "Owner"}
    assert len(by_name) == len(items)
    assert all(item["version"] >= 1 and item["codes"] and item["description"] for item in items)


def test_the_meaning_of_every_problem_needs_nobody(world) -> None:
    items = world.anonymous.get("/v1/problem-codes")["items"]
    assert [item["code"] for item in items] == sorted(Problem.known)
    assert all(item["status"] == Problem.known[item["code"]].status for item in items)


def test_a_problem_says_who_asked_what(world) -> None:
    response = world.therapist.call("GET", "/v1/clients/x", headers={"X-Request-ID": "given.request-1"})
    assert response.json() == {
        "type": "/v1/problem-codes#not_found",
        "title": "Not found",
        "status": 404,
        "detail": "There is no such record, or you may not know of it.",
        "code": "not_found",
        "request_id": "given.request-1",
        "errors": [],
    }
    assert response.headers["cache-control"] == "no-store"
