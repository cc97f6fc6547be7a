"""The outermost layer: hosts, limits, headers, request ids, and what is written to the log."""

from __future__ import annotations

import json
import logging
from datetime import timedelta
from typing import Any

import pytest

from couplesone.web.shell import fault_of
from support.http import Caller

CANARY = "zebrafinch"
SECURITY_HEADERS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "strict-transport-security": "max-age=31536000; includeSubDomains",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
}


@pytest.fixture
def break_practice(world, monkeypatch) -> Any:
    """Make reading the practice end in an error that carries the canary."""

    def make(error: Exception) -> None:
        def endpoint(**_: Any) -> None:
            raise error

        operation = world.transport.app.runner.operations["get_practice"]
        monkeypatch.setattr(operation, "endpoint", endpoint)

    return make


def asking(path: str) -> dict[str, Any]:
    """Return the scope of a GET from nowhere."""
    headers = [(b"host", b"localhost")]
    return {"type": "http", "method": "GET", "path": path, "query_string": b"", "headers": headers}


def answers(world, break_practice) -> dict[int, Any]:
    """Return one answer of each status."""
    owner = world.home.people["owner"].call
    found = {
        200: owner.call("GET", "/v1/practice"),
        201: owner.call("POST", "/v1/clients", {"name_used": "Mara"}),
        304: owner.call("GET", "/v1/practice", headers={"If-None-Match": '"1"'}),
        400: owner.call("GET", "/v1/practice", headers={"Host": "evil.example"}),
        401: world.anonymous.call("GET", "/v1/practice"),
        403: world.home.people["biller"].call.call("GET", "/v1/clients"),
        404: owner.call("GET", "/v1/nothing"),
        405: owner.call("DELETE", "/v1/practice"),
        413: owner.http.post("/v1/clients", content=b" " * 300_000),
        422: owner.call("GET", "/v1/clients?limit=0"),
        428: owner.call("PATCH", "/v1/practice", {"name": "x"}),
    }
    break_practice(ZeroDivisionError())
    found[500] = owner.call("GET", "/v1/practice")
    return found


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_every_answer_has_the_security_headers_once(world, engine_name, break_practice) -> None:
    for status, response in answers(world, break_practice).items():
        assert response.status_code == status, response.text
        for name, value in SECURITY_HEADERS.items():
            assert response.headers.get_list(name) == [value], (status, name)
        assert response.headers["cache-control"] == "no-store", status
        assert len(response.headers.get_list("x-request-id")) == 1
        if status != 400:
            assert response.headers["ratelimit-policy"]


@pytest.mark.parametrize(
    "given", ["12345678", "a" * 64, "0190-ab.CD_ef", "019cadc6-9a80-7011-ad2a-34b4b722da66"]
)
def test_a_request_id_that_was_given_is_kept(world, given: str) -> None:
    response = world.anonymous.call("GET", "/v1/practice", headers={"X-Request-ID": given})
    assert response.headers["x-request-id"] == response.json()["request_id"] == given


@pytest.mark.parametrize(
    "given", [None, "", "1234567", "a" * 65, "12345678 9", 'abc"defgh', "abcdefgh\xe9", "${jndi:x}"]
)
def test_any_other_request_is_given_an_id(world, given: str | None) -> None:
    headers = {} if given is None else {"X-Request-ID": given.encode("latin-1")}
    first, second = (world.anonymous.call("GET", "/v1/practice", headers=headers) for _ in range(2))
    assert first.headers["x-request-id"] != given
    assert len(first.headers["x-request-id"]) == 36
    assert first.headers["x-request-id"] != second.headers["x-request-id"]


# -- hosts ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize("host", ["localhost", "localhost:8000", "LocalHost", "127.0.0.1:1"])
def test_a_known_host(world, engine_name, host: str) -> None:
    assert world.anonymous.call("GET", "/healthz", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize(
    "host",
    [
        "",
        "evil.example",
        "evil.example:8000",
        "localhost.evil.example",
        "localhost:80:80",
        "localhost:x",
        "[::1]:8000",
    ],
)
def test_an_unknown_host(world, engine_name, host: str) -> None:
    response = world.anonymous.call("GET", "/healthz", headers={"Host": host})
    assert (response.status_code, response.json()["code"]) == (400, "host_unknown")
    assert "evil" not in response.text


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize(
    ("allowed", "host", "status"),
    [
        (("API.example",), "api.EXAMPLE", 200),
        (("[::1]",), "[::1]:8000", 200),
        (("*",), "anything", 200),
        ((), "localhost", 400),
    ],
)
def test_the_hosts_of_the_settings(served, engine_name, allowed, host: str, status: int) -> None:
    caller = Caller(served(allowed_hosts=allowed), None)
    assert caller.call("GET", "/healthz", headers={"Host": host}).status_code == status


# -- how often --------------------------------------------------------------------------------------


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_the_rate_is_limited_for_each_credential(world, engine_name, served) -> None:
    transport = served(rate_limit_per_minute=2)
    therapist, owner = (
        Caller(transport, world.home.people[name].call.token) for name in ("therapist", "owner")
    )
    left = []
    for _ in range(2):
        response = therapist.call("GET", "/v1/practice")
        assert response.status_code == 200
        assert response.headers["ratelimit-policy"] == '"minute";q=2;w=60'
        left.append(response.headers["ratelimit"])
    assert left == ['"minute";r=1;t=60', '"minute";r=0;t=60']
    world.clock.move(timedelta(seconds=45))
    response = therapist.call("GET", "/v1/practice")
    assert (response.status_code, response.json()["code"]) == (429, "rate_limited")
    assert response.headers["retry-after"] == "15"
    assert response.headers["ratelimit"] == '"minute";r=0;t=15'
    assert len(response.headers.get_list("ratelimit")) == 1
    assert owner.call("GET", "/v1/practice").status_code == 200
    assert Caller(transport, None).call("GET", "/v1/practice").status_code == 401
    world.clock.move(timedelta(seconds=15))
    assert therapist.call("GET", "/v1/practice").status_code == 200


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_who_has_no_credential_is_counted_by_address(world, engine_name, served) -> None:
    caller = Caller(served(rate_limit_per_minute=3), None)
    statuses = [
        caller.call("GET", path).status_code
        for path in ("/v1/vocabularies", "/v1/nothing", "/v1/me", "/v1/me")
    ]
    assert statuses == [200, 404, 401, 429]
    for path in ("/healthz", "/readyz"):
        response = caller.call("GET", path)
        assert (response.status_code, response.headers.get("ratelimit")) == (200, None)


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_made_up_credentials_have_no_allowance_of_their_own(world, engine_name, served) -> None:
    transport = served(rate_limit_per_minute=3)
    therapist, owner = (
        Caller(transport, world.home.people[name].call.token) for name in ("therapist", "owner")
    )
    assert therapist.call("GET", "/v1/practice").status_code == 200
    made_up = [Caller(transport, f"made-up-{number}") for number in range(5)]
    paths = ["/v1/me", "/v1/vocabularies", "/v1/me", "/v1/me", "/v1/vocabularies"]
    statuses = [one.call("GET", path).status_code for one, path in zip(made_up, paths, strict=True)]
    assert statuses == [401, 200, 401, 429, 429]
    assert therapist.call("GET", "/v1/practice").status_code == 200
    assert owner.call("GET", "/v1/practice").status_code == 429
    world.clock.move(timedelta(minutes=1))
    assert owner.call("GET", "/v1/practice").status_code == 200


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_a_caller_without_an_address_is_counted_too(world, engine_name, served) -> None:
    app, sent = served(rate_limit_per_minute=1).app, []
    scope = {
        "type": "http",
        "method": "GET",
        "path": "/v1/me",
        "query_string": b"",
        "headers": [(b"host", b"localhost")],
    }

    async def receive() -> dict[str, Any]:
        return {"type": "http.request"}

    async def send(message: Any) -> None:
        sent.append(message.get("status"))

    for _ in range(2):
        world.transport.portal.call(app, dict(scope), receive, send)
    assert [status for status in sent if status] == [401, 429]


# -- the log ----------------------------------------------------------------------------------------

FIELDS = {
    "time",
    "request_id",
    "method",
    "operation",
    "status",
    "ms",
    "code",
    "practice_id",
    "staff_id",
    "credential_id",
}


def lines(caplog, name: str = "couplesone.requests") -> list[dict[str, Any]]:
    return [json.loads(record.getMessage()) for record in caplog.records if record.name == name]


def test_one_line_a_request_with_these_fields_and_nothing_that_was_sent(world, caplog) -> None:
    person = world.home.people["therapist"]
    with caplog.at_level(logging.DEBUG):
        person.call.call(
            "POST",
            f"/v1/clients?x={CANARY}",
            {"name_used": CANARY},
            headers={"User-Agent": CANARY, "X-Forwarded-For": CANARY, "Idempotency-Key": CANARY},
        )
        person.call.call("GET", f"/v1/clients?q={CANARY}&{CANARY}=1")
        person.call.call("GET", f"/v1/{CANARY}")
        person.call.call("GET", f"/v1/clients/{CANARY}", headers={"X-Request-ID": "request-1"})
        world.caller(f"c1s_{CANARY}").call("GET", "/v1/me")
    found = lines(caplog)
    assert [(line["operation"], line["status"], line["code"]) for line in found] == [
        ("add_client", 201, None),
        ("list_clients", 422, "validation_failed"),
        (None, 404, "not_found"),
        ("get_client", 404, "not_found"),
        ("get_me", 401, "not_signed_in"),
    ]
    assert all(line.keys() == FIELDS for line in found)
    assert found[0]["staff_id"] == str(person.id)
    assert found[0]["practice_id"] == str(world.home.id)
    assert found[0]["time"] == "2026-03-02T09:00:00.000+00:00"
    assert found[0]["ms"] >= 0
    assert found[2]["staff_id"] is None
    assert found[3]["request_id"] == "request-1"
    ours = [
        record for record in caplog.records if not record.name.startswith("http")
    ]  # the test's own client
    everything = "\n".join(f"{record.name} {record.getMessage()} {record.args}" for record in ours)
    assert CANARY not in everything
    assert str(person.call.token) not in everything


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_the_security_log_hears_of_what_was_refused(world, engine_name, served, caplog) -> None:
    caller = Caller(served(rate_limit_per_minute=1), None)
    with caplog.at_level(logging.DEBUG):
        world.anonymous.call("GET", "/v1/me")
        world.home.people["biller"].call.call("GET", "/v1/clients")
        world.therapist.call("GET", "/v1/me")
        world.therapist.call("GET", "/v1/nothing")
        caller.call("GET", "/v1/vocabularies")
        caller.call("GET", "/v1/vocabularies")
    found = lines(caplog, "couplesone.security")
    assert [(line["status"], line["code"]) for line in found] == [
        (401, "not_signed_in"),
        (403, "permission_denied"),
        (429, "rate_limited"),
    ]
    assert {record.levelname for record in caplog.records if record.name == "couplesone.security"} == {
        "WARNING"
    }


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_a_fault_is_logged_by_its_class_and_place_only(world, engine_name, break_practice, caplog) -> None:
    class Original(Exception):
        sqlstate = "22000"

    error = ValueError(CANARY)
    error.__cause__ = KeyError(CANARY)
    break_practice(error)
    with caplog.at_level(logging.DEBUG):
        response = world.therapist.call("GET", "/v1/practice")
    assert (response.status_code, response.json()["code"]) == (500, "internal_error")
    assert CANARY not in response.text
    (line,) = lines(caplog)
    assert line.keys() == FIELDS | {"fault", "cause", "sqlstate", "at"}
    assert (line["fault"], line["cause"], line["sqlstate"]) == ("ValueError", "KeyError", None)
    assert line["at"].startswith("couplesone.web.operations:")
    assert line["staff_id"]
    assert CANARY not in caplog.text
    assert "Traceback" not in caplog.text


def test_what_is_told_of_a_fault() -> None:
    class Original(Exception):
        sqlstate = "22000"

    class Wrapped(Exception):
        orig = Original()

    assert fault_of(Wrapped()) == {"fault": "Wrapped", "cause": "Original", "sqlstate": "22000", "at": None}
    assert fault_of(ValueError(CANARY)) == {
        "fault": "ValueError",
        "cause": None,
        "sqlstate": None,
        "at": None,
    }


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_who_hangs_up_is_no_fault(world, engine_name, caplog) -> None:
    scope = asking("/v1/clients") | {"method": "POST", "client": ("127.0.0.1", 1)}

    async def receive() -> dict[str, Any]:
        return {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        raise AssertionError("nobody is there")

    with caplog.at_level(logging.DEBUG):
        world.transport.portal.call(world.transport.app, scope, receive, send)
    (line,) = lines(caplog)
    assert (line["status"], line["operation"], line["code"]) == (0, "add_client", None)
    assert "fault" not in line


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_an_answer_that_breaks_off_is_not_answered_again(world, engine_name, caplog) -> None:
    sent: list[str] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request"}

    async def send(message: Any) -> None:
        sent.append(message["type"])
        if message["type"] == "http.response.body":
            raise BrokenPipeError

    scope = {
        "type": "http",
        "method": "GET",
        "path": "/healthz",
        "query_string": b"",
        "headers": [(b"host", b"localhost")],
    }
    with pytest.raises(BrokenPipeError), caplog.at_level(logging.DEBUG):
        world.transport.portal.call(world.transport.app, scope, receive, send)
    assert sent == ["http.response.start", "http.response.body"]
    (line,) = lines(caplog)
    assert (line["status"], line["fault"]) == (200, "BrokenPipeError")
