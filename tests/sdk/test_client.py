"""What a call sends, when it is sent again, and what it raises."""

from __future__ import annotations

import json
import logging
from datetime import UTC, date, datetime
from email.utils import format_datetime
from uuid import UUID

import httpx
import pytest

from couplesone.sdk import (
    ApiError,
    ConflictError,
    ConnectionFailed,
    Couplesone,
    CouplesoneError,
    ForbiddenError,
    MalformedError,
    NotFoundError,
    NotSignedInError,
    PreconditionRequiredError,
    RateLimitedError,
    ServerError,
    StaleError,
    TooLargeError,
    UnavailableError,
    ValidationError,
)
from couplesone.sdk.operations import Operations
from couplesone.sdk.retrying import LONGEST_WAIT, back_off
from couplesone.sdk.values import plain, query_text

from .conftest import Scripted, problem

OK = httpx.Response(200, json={"id": "x"})
REPEATABLE = {
    "GET": lambda client: client.get_case("id"),
    "PUT": lambda client: client.upsert_case("id"),
    "POST": lambda client: client.record_hope("id", text="A hope"),
}
NOT_REPEATABLE = {
    "PATCH": lambda client: client.change_case("id", if_match=1),
    "POST": lambda client: client.sign_in(email="a@b.example", password="p"),
}


class Breaks(httpx.TransportError):
    """A connection that broke after the request was sent."""


@pytest.mark.parametrize("call", REPEATABLE.values(), ids=REPEATABLE)
@pytest.mark.parametrize(
    "outcome",
    [
        httpx.ConnectError,
        httpx.ConnectTimeout,
        httpx.ReadTimeout,
        httpx.RemoteProtocolError,
        429,
        502,
        503,
        504,
    ],
)
def test_what_may_be_repeated_is_repeated(call, outcome) -> None:
    scripted = Scripted(problem(outcome) if isinstance(outcome, int) else outcome, OK)
    call(scripted.client)
    assert len(scripted.requests) == 2
    assert scripted.requests[0].content == scripted.requests[1].content
    assert scripted.keys[0] == scripted.keys[1]
    assert 0.125 <= scripted.waits[0] <= 0.25


@pytest.mark.parametrize("call", NOT_REPEATABLE.values(), ids=NOT_REPEATABLE)
@pytest.mark.parametrize("outcome", [httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, 429])
def test_what_was_never_begun_is_sent_again(call, outcome) -> None:
    scripted = Scripted(problem(429) if outcome == 429 else outcome, OK)
    call(scripted.client)
    assert len(scripted.requests) == 2


@pytest.mark.parametrize("call", NOT_REPEATABLE.values(), ids=NOT_REPEATABLE)
@pytest.mark.parametrize("outcome", [httpx.ReadTimeout, httpx.RemoteProtocolError, 502, 503, 504])
def test_what_may_have_been_done_is_not_sent_again(call, outcome) -> None:
    scripted = Scripted(problem(outcome) if isinstance(outcome, int) else outcome, OK)
    with pytest.raises(UnavailableError if isinstance(outcome, int) else ConnectionFailed):
        call(scripted.client)
    assert len(scripted.requests) == 1


@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 412, 422, 500, 501])
def test_a_refusal_is_final(status: int) -> None:
    scripted = Scripted(problem(status), OK)
    with pytest.raises(ApiError):
        scripted.client.get_case("id")
    assert len(scripted.requests) == 1


def test_a_request_in_flight_is_waited_for() -> None:
    scripted = Scripted(problem(409, "request_in_flight", **{"retry-after": "1"}), OK)
    scripted.client.record_hope("id", text="A hope", idempotency_key="mine")
    assert scripted.waits == [1.0]
    assert scripted.keys == ["mine", "mine"]


def test_the_tries_end() -> None:
    scripted = Scripted(*[problem(503)] * 9, retries=3)
    with pytest.raises(UnavailableError):
        scripted.client.get_case("id")
    assert len(scripted.requests) == 4
    first, second, third = scripted.waits
    assert 0.125 <= first <= 0.25 <= 2 * second <= 1.0 <= 2 * third <= 2.0


def test_without_retries_nothing_is_repeated() -> None:
    scripted = Scripted(httpx.ConnectError, retries=0)
    with pytest.raises(ConnectionFailed):
        scripted.client.get_case("id")
    assert scripted.waits == []


@pytest.mark.parametrize(
    ("asked", "waits"), [("0", [0.0]), ("7", [7.0]), (str(int(LONGEST_WAIT)), [LONGEST_WAIT])]
)
def test_retry_after_is_honoured(asked: str, waits: list[float]) -> None:
    scripted = Scripted(problem(429, **{"retry-after": asked}), OK)
    scripted.client.get_case("id")
    assert scripted.waits == waits


def test_retry_after_may_be_a_date() -> None:
    past = format_datetime(datetime(2020, 1, 1, tzinfo=UTC), usegmt=True)
    scripted = Scripted(problem(503, **{"retry-after": past}), OK)
    scripted.client.get_case("id")
    assert scripted.waits == [0.0]


def test_a_retry_after_that_says_nothing_is_ignored() -> None:
    scripted = Scripted(problem(503, **{"retry-after": "soon"}), OK)
    scripted.client.get_case("id")
    assert scripted.waits[0] <= 0.25


def test_nobody_waits_for_an_hour() -> None:
    scripted = Scripted(problem(429, **{"retry-after": "3600"}), OK)
    with pytest.raises(RateLimitedError) as raised:
        scripted.client.get_case("id")
    assert raised.value.retry_after == 3600
    assert len(scripted.requests) == 1


def test_the_back_off_has_a_limit_and_jitter() -> None:
    waits = {back_off(40) for _ in range(50)}
    assert len(waits) > 5
    assert 4.0 <= min(waits) <= max(waits) <= 8.0


def test_every_post_gets_a_key_of_its_own() -> None:
    scripted = Scripted()
    for _ in range(2):
        scripted.client.record_hope("id", text="A hope")
    first, second = (UUID(key) for key in scripted.keys)
    assert first != second


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, MalformedError),
        (401, NotSignedInError),
        (403, ForbiddenError),
        (404, NotFoundError),
        (405, ApiError),
        (409, ConflictError),
        (412, StaleError),
        (413, TooLargeError),
        (422, ValidationError),
        (428, PreconditionRequiredError),
        (429, RateLimitedError),
        (500, ServerError),
        (502, UnavailableError),
        (503, UnavailableError),
        (504, UnavailableError),
    ],
)
def test_each_status_has_its_error(status: int, kind: type[ApiError]) -> None:
    with pytest.raises(CouplesoneError) as raised:
        Scripted(problem(status), retries=0).client.get_case("id")
    error = raised.value
    assert type(error) is kind
    assert (error.status, error.code, error.title, error.detail) == (
        status,
        "some_code",
        "A title",
        "A sentence.",
    )
    assert error.request_id == "0195f-request"
    assert [(found.pointer, found.code) for found in error.errors] == [("/title", "required")]
    assert error.extra == {"blocks": [{"code": "screen_old"}]}
    assert str(error) == f"{status} some_code: A sentence."
    assert repr(error) == f"{kind.__name__}(status={status}, code='some_code', request_id='0195f-request')"


def test_what_else_a_refusal_says_is_extra() -> None:
    said = json.loads(problem(409).content) | {"blocks": [{"code": "screen_missing"}]}
    refusal = httpx.Response(409, json=said, headers={"content-type": "application/problem+json"})
    with pytest.raises(ConflictError) as raised:
        Scripted(refusal).client.get_case("id")
    assert raised.value.extra == {"blocks": [{"code": "screen_missing"}]}


@pytest.mark.parametrize(
    "response",
    [
        httpx.Response(502, html="<h1>Bad gateway</h1>"),
        httpx.Response(502, headers={"content-type": "application/problem+json"}, content=b"{oops"),
        httpx.Response(502, headers={"content-type": "application/problem+json"}, content=b"[]"),
    ],
)
def test_a_refusal_of_somebody_else_has_its_status_alone(response) -> None:
    response.headers["x-request-id"] = "from-the-header"
    with pytest.raises(UnavailableError) as raised:
        Scripted(response, retries=0).client.get_case("id")
    assert raised.value.code == "no_problem_document"
    assert raised.value.request_id == "from-the-header"
    assert raised.value.title == "Bad Gateway"


@pytest.mark.parametrize(
    "response",
    [
        httpx.Response(200, html="<h1>Welcome</h1>"),
        httpx.Response(200, headers={"content-type": "application/json"}, content=b"{oops"),
        httpx.Response(200),
    ],
)
def test_an_answer_of_somebody_else_is_no_answer(response) -> None:
    with pytest.raises(ConnectionFailed, match="not the API"):
        Scripted(response).client.get_case("id")


def test_a_redirection_is_not_followed() -> None:
    scripted = Scripted(httpx.Response(302, headers={"location": "https://elsewhere.example/"}))
    with pytest.raises(ApiError) as raised:
        scripted.client.get_case("id")
    assert raised.value.status == 302
    assert len(scripted.requests) == 1


def test_no_content_is_none() -> None:
    assert Scripted(httpx.Response(204)).client.get_case("id") is None


@pytest.mark.parametrize("outcome", [httpx.ReadTimeout, httpx.ConnectError, Breaks])
def test_an_error_holds_nothing_of_the_request(outcome) -> None:
    scripted = Scripted(outcome, retries=0)
    with pytest.raises(ConnectionFailed) as raised:
        scripted.client.record_hope("id", text="That he comes along")
    assert raised.value.__cause__ is None
    assert raised.value.__context__ is None
    assert "c1_live" not in repr(raised.value) + str(raised.value)
    assert "along" not in repr(raised.value) + str(raised.value)


def test_a_refusal_holds_nothing_of_the_request() -> None:
    with pytest.raises(ApiError) as raised:
        Scripted(problem(422)).client.record_hope("id", text="That he comes along")
    shown = repr(raised.value) + str(raised.value) + repr(vars(raised.value))
    assert "c1_live" not in shown
    assert "along" not in shown
    assert raised.value.__context__ is None


def test_the_client_shows_no_token(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    scripted = Scripted()
    scripted.client.get_case("id")
    assert repr(scripted.client) == "Couplesone('https://practice.example')"
    assert "c1_live" not in caplog.text


def test_a_token_for_another() -> None:
    scripted = Scripted()
    with scripted.client.with_token("c1_live_other") as other:
        other.get_case("id")
    scripted.client.with_token(None).get_health()
    scripted.client.get_case("id")
    assert [request.headers.get("authorization") for request in scripted.requests] == [
        "Bearer c1_live_other",
        None,
        "Bearer c1_live_secret",
    ]
    scripted.client.close()
    with pytest.raises(RuntimeError, match="closed"):
        scripted.client.get_case("id")


def test_a_part_of_a_path_cannot_leave_its_place() -> None:
    scripted = Scripted()
    scripted.client.get_case("../staff?x=1")
    assert scripted.requests[0].url.raw_path == b"/v1/cases/..%2Fstaff%3Fx%3D1"


def test_days_instants_ids_and_lists_as_python_has_them() -> None:
    scripted = Scripted()
    case_id = UUID("01934f5e-0000-7000-8000-000000000001")
    scripted.client.open_case(case_id, opened_on=date(2026, 1, 5), partner_id=case_id)
    scripted.client.list_cases(
        status=["intake", "active"],
        include_closed=True,
        stage=3,
        updated_since=datetime(2026, 1, 5, 9, tzinfo=UTC),
    )
    body, query = json.loads(scripted.requests[0].content), scripted.requests[1].url.params
    assert body == {"opened_on": "2026-01-05", "partner_id": str(case_id)}
    assert dict(query) == {
        "status": "intake,active",
        "include_closed": "true",
        "stage": "3",
        "updated_since": "2026-01-05T09:00:00+00:00",
    }


@pytest.mark.parametrize("value", [object(), 1.5, b"bytes"])
def test_what_the_api_does_not_take_is_no_request(value) -> None:
    with pytest.raises(TypeError):
        plain(value)
    with pytest.raises(TypeError):
        query_text(value)


def test_nan_is_not_sent() -> None:
    scripted = Scripted()
    with pytest.raises(ValueError, match="not JSON compliant"):
        scripted.client.record_check_in(
            "id", week_of="2026-01-05", source="client", ratings={"agency": float("nan")}
        )
    assert scripted.requests == []


@pytest.mark.parametrize("url", ["practice.example", "ftp://practice.example"])
def test_a_server_without_http_is_refused_at_once(url: str) -> None:
    with pytest.raises(ValueError, match="http"):
        Couplesone(url, "token")


def test_iterating_follows_the_cursor() -> None:
    scripted = Scripted(
        httpx.Response(200, json={"items": [1, 2], "next_cursor": "next"}),
        httpx.Response(200, json={"items": [3], "next_cursor": None}),
    )
    items = scripted.client.iterate(scripted.client.list_clients, q="mar", limit=2)
    assert next(items) == 1
    assert len(scripted.requests) == 1
    assert list(items) == [2, 3]
    assert [dict(request.url.params) for request in scripted.requests] == [
        {"q": "mar", "limit": "2"},
        {"q": "mar", "limit": "2", "cursor": "next"},
    ]


def test_the_operations_alone_send_nothing() -> None:
    with pytest.raises(NotImplementedError):
        Operations().get_health()
