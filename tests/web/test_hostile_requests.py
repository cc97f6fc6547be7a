"""What is sent to break something is refused in a few words that repeat nothing, and never is a fault of ours."""

from __future__ import annotations

import copy
import functools
import itertools
import json
import operator
import re
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from support.canaries import OPERATIONS, example
from support.world import ROLES

MARKER = "capercaillie"
BODIES = [operation for operation in OPERATIONS.values() if operation.body is not None]
QUERIES = [operation for operation in OPERATIONS.values() if operation.query is not None]
LIMIT = 2000
NOTHING = "019cadc6-9a80-7011-ad2a-34b4b722da66"


def members(text: str) -> bytes:
    return f'{{"{MARKER} x": "{MARKER}", {text}}}'.encode()


MALFORMED = {
    "nothing": b"",
    "NaN": members('"a": NaN'),
    "Infinity": members('"a": -Infinity'),
    "overflow": members('"a": 1e999'),
    "lone surrogate": members(r'"a": "\ud800"'),
    "NUL": members(r'"a": "\u0000"'),
    "65 bits": members('"a": 9223372036854775808'),
    "5,000 digits": members(f'"a": {"7" * 5000}'),
    "depth 100,000": b"[" * 100_000 + MARKER.encode(),
    "duplicate": members(f'"{MARKER} x": 1'),
    "UTF-16": members('"a": 1').decode().encode("utf-16"),
    "byte order mark": b"\xef\xbb\xbf" + members('"a": 1'),
    "trailing": members('"a": 1') + MARKER.encode(),
    "not UTF-8": members('"a": 1') + b"\xff",
}
WRONG = {
    "a list": f'["{MARKER}"]'.encode(),
    "a text": f'"{MARKER}"'.encode(),
    "a number": b"4711471147114711471",
    "null": b"null",
    "true": b"true",
    "unknown members": json.dumps({f"{MARKER} {place}": MARKER for place in range(20)}).encode(),
}


def send(call: Any, operation: Any, path: str, raw: bytes, **headers: str) -> httpx.Response:
    given = {"Content-Type": "application/json", **({"If-Match": '"1"'} if operation.conditional else {})}
    return call.http.request(operation.method, path, content=raw, headers=given | headers)


def check(response: httpx.Response, *statuses: int, what: str) -> None:
    assert response.status_code in statuses, (what, response.status_code, response.text)
    assert len(response.content) <= LIMIT, what
    shown = response.text + str(response.headers)
    assert MARKER not in shown, what
    assert "4711471147" not in shown
    assert "7777777777" not in shown


def somewhere(operation: Any) -> str:
    """Return the path of an operation on nothing in particular."""
    named = re.findall(r"{(\w+)}", operation.path)
    return operation.path.format(**dict.fromkeys(named, NOTHING))


@pytest.fixture
def everyone(world) -> Any:
    """Somebody who may do everything."""
    return world.home.hire("everyone", *ROLES, clinical_lead=True).call


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize("name", MALFORMED)
def test_malformed_json_is_refused_by_every_operation(everyone, engine_name, name: str) -> None:
    assert len(BODIES) > 60
    for operation in BODIES:
        response = send(everyone, operation, somewhere(operation), MALFORMED[name])
        check(response, 400, what=operation.name)
        assert response.json()["code"] == "json_malformed"


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize("name", WRONG)
def test_json_of_another_shape_is_refused_by_every_operation(everyone, engine_name, name: str) -> None:
    for operation in BODIES:
        response = send(everyone, operation, somewhere(operation), WRONG[name])
        assert response.status_code == 422, (operation.name, response.text)
        problem = response.json()
        assert problem["code"] == "validation_failed"
        assert problem["errors"]
        assert MARKER not in response.text
        assert "4711471147" not in response.text
        assert name == "unknown members" or len(response.content) <= LIMIT


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_nothing_of_a_body_with_one_missing_member_is_repeated(everyone, engine_name) -> None:
    for operation in BODIES:
        whole = example(operation.name)
        required = [name for name, field in operation.body.model_fields.items() if field.is_required()]
        for name in required:
            body = {key: value for key, value in whole.items() if key != name} | {f"{MARKER} x": MARKER}
            response = send(everyone, operation, somewhere(operation), json.dumps(body).encode())
            check(response, 422, what=operation.name)
            errors = {(error["pointer"], error["code"]) for error in response.json()["errors"]}
            assert (f"/{name}", "required") in errors


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_who_is_not_signed_in_is_told_so_before_the_body_is_read(world, engine_name) -> None:
    for operation in BODIES:
        if operation.permission is None:
            continue
        for raw in (b"", MALFORMED["NaN"], WRONG["a list"]):
            response = send(world.anonymous, operation, somewhere(operation), raw)
            assert (response.status_code, response.json()["code"]) == (401, "not_signed_in")
            assert response.headers["www-authenticate"].startswith("Bearer")


@pytest.mark.parametrize("kind", ["", "text/plain", "application/x-www-form-urlencoded", "application/jsonx"])
def test_a_body_must_be_declared_as_json(world, kind: str) -> None:
    response = world.therapist.http.post(
        "/v1/clients", content=b'{"name_used": "Mara"}', headers={"Content-Type": kind}
    )
    assert (response.status_code, response.json()["code"]) == (415, "not_json")


@pytest.mark.parametrize(
    "kind", ["application/json", "Application/JSON; charset=utf-8", "application/merge-patch+json"]
)
def test_json_may_be_declared_in_these_words(world, kind: str) -> None:
    response = world.therapist.http.post(
        "/v1/clients", content=b'{"name_used": "Mara"}', headers={"Content-Type": kind}
    )
    assert response.status_code == 201


# -- what is valid JSON and no valid value ----------------------------------------------------------

VALUES: list[Any] = [
    None,
    2**63 - 1,
    -(2**63),
    1.5,
    True,
    "",
    MARKER * 500,
    "9999-12-31",
    "0001-01-01",
    "0001-01-01T00:00:00+14:00",
    "\u202e\ufeff\U0001f600",
    [],
    {},
    [MARKER],
    {MARKER + " x": 2**40},
]


def places(body: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield where the values of a body are."""
    inner = body.items() if isinstance(body, dict) else enumerate(body) if isinstance(body, list) else ()
    for key, value in inner:
        yield (*at, key)
        yield from places(value, (*at, key))


def test_no_value_is_too_much(filled) -> None:
    values = itertools.cycle(VALUES)
    for operation in BODIES:
        whole = example(operation.name)
        for name in operation.body.model_fields:
            whole.setdefault(name, None)
        for *path, last in places(whole):
            body = copy.deepcopy(whole)
            functools.reduce(operator.getitem, path, body)[last] = next(values)
            response = send(filled.call, operation, filled.path(operation), json.dumps(body).encode())
            assert response.status_code < 500, (operation.name, last, response.text)
            if response.status_code == 422:
                assert MARKER not in response.text


QUERY_VALUES = [
    "",
    "\x00",
    "9" * 30,
    "-1",
    "3000000000",
    "NaN",
    "ä\u202e",
    ",,",
    "9999-12-31T23:59:59-14:00",
    "0001-01-01T00:00:00Z",
    MARKER * 20,
]


def test_no_query_is_too_much(filled) -> None:
    for operation in QUERIES:
        path = filled.path(operation)
        assert filled.call.call("GET", path).status_code == 200, operation.name
        own = operation.query[1].model_fields.keys() - (
            {"cursor", "limit"} if operation.name != "list_clients" else ()
        )
        for name in sorted(own):
            for value in QUERY_VALUES:
                response = filled.call.call("GET", path, params={name: value})
                assert response.status_code in (200, 422), (operation.name, name, value, response.text)
                if response.status_code == 422:
                    check(response, 422, what=operation.name)


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_an_unknown_query_parameter_is_refused(filled, engine_name) -> None:
    for operation in QUERIES:
        response = filled.call.call("GET", filled.path(operation), params={f"{MARKER} x": MARKER})
        check(response, 422, what=operation.name)
        assert [error["code"] for error in response.json()["errors"]] == ["unknown_field"]


# -- how much ---------------------------------------------------------------------------------------


def padded(size: int) -> bytes:
    raw = b'{"name_used": "Mara"}'
    return raw + b" " * (size - len(raw))


@pytest.mark.parametrize(("size", "status"), [(256 * 1024, 201), (256 * 1024 + 1, 413), (10**6, 413)])
@pytest.mark.parametrize("declared", [True, False])
def test_a_body_has_256_kb_at_most(world, size: int, status: int, declared: bool) -> None:
    chunks = padded(size) if declared else iter([padded(size)[:1000], padded(size)[1000:]])
    response = world.therapist.http.post(
        "/v1/clients", content=chunks, headers={"Content-Type": "application/json"}
    )
    assert ("content-length" in response.request.headers) is declared
    assert response.status_code == status
    if status == 413:
        assert response.json()["code"] == "body_too_large"


def test_what_comes_in_pieces_is_read_whole_and_no_further_than_needed(world) -> None:
    taken: list[int] = []
    response = in_pieces(world, [padded(1000)[:7], padded(1000)[7:]], taken)
    assert (response, len(taken)) == (201, 2)
    taken.clear()
    response = in_pieces(world, [b" " * 100_000] * 50, taken)
    assert (response, len(taken)) == (413, 3)


def test_a_body_that_ends_too_soon_is_not_worked_on(world) -> None:
    before = len(world.therapist.get("/v1/clients")["items"])
    assert in_pieces(world, [padded(1000)], [], ends=False) == 0
    assert len(world.therapist.get("/v1/clients")["items"]) == before


def in_pieces(world, pieces: list[bytes], taken: list[int], *, ends: bool = True) -> int:
    """Send a body in pieces; return the status, 0 for no answer at all."""
    statuses = [0]
    scope = {
        "type": "http",
        "method": "POST",
        "path": "/v1/clients",
        "query_string": b"",
        "headers": [
            (b"host", b"localhost"),
            (b"authorization", f"Bearer {world.therapist.token}".encode()),
            (b"content-type", b"application/json"),
        ],
        "client": ("127.0.0.1", 1),
    }

    async def receive() -> dict[str, Any]:
        if len(taken) == len(pieces):
            return {"type": "http.disconnect"}
        taken.append(1)
        last = ends and len(taken) == len(pieces)
        return {"type": "http.request", "body": pieces[len(taken) - 1], "more_body": not last}

    async def send(message: Any) -> None:
        if message["type"] == "http.response.start":
            statuses.append(message["status"])

    world.transport.portal.call(world.transport.app, scope, receive, send)
    return statuses[-1]
