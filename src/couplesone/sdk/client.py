"""The client: connections, retries, errors. What can be called is in ``operations``."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Mapping
from types import TracebackType
from typing import Any, Final, ParamSpec, Self, TypeVar
from urllib.parse import quote
from uuid import uuid4

import httpx

from couplesone.sdk.errors import ApiError, ConnectionFailed, FieldError, kind_of
from couplesone.sdk.operations import API_VERSION, Operations
from couplesone.sdk.paging import Page, every_item
from couplesone.sdk.retrying import NoAnswer, retry_after, wait_before
from couplesone.sdk.values import ABSENT, Absent, plain, query_text

T = TypeVar("T")
P = ParamSpec("P")
_JSON = "application/json"
_ANY = "*/*"
_NEVER_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)


class Couplesone(Operations):
    """Calls the API of a couplesone server, one method for each operation.

    ``timeout`` is in seconds, for connecting and for each answer; ``retries`` is how often a request is sent again
    after the first time (see ``retrying``). May be used by several threads at once.

    >>> with Couplesone("https://practice.example", "c1_live_…") as client:  # doctest: +SKIP
    ...     case = client.get_case(case_id)
    ...     client.change_case(case_id, next_step="Map the cycle.", if_match=case["version"])
    """

    def __init__(
        self,
        base_url: str,
        token: str | None = None,
        *,
        timeout: float = 10.0,
        retries: int = 2,
        transport: httpx.BaseTransport | None = None,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        if not base_url.startswith(("http://", "https://")):
            raise ValueError("base_url must begin with http:// or https://")
        self._http = httpx.Client(
            base_url=base_url,
            timeout=timeout,
            transport=transport,
            headers={"User-Agent": f"couplesone-sdk/{API_VERSION}"},
        )
        self._token, self._retries, self._sleep = token, retries, sleep
        self._owns_connections = True

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self._http.base_url)!r})"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections, unless they belong to the client that this one was made from."""
        if self._owns_connections:
            self._http.close()

    def with_token(self, token: str | None) -> Self:
        """Return a client that calls with another token over the same connections."""
        other = object.__new__(type(self))
        other.__dict__.update(self.__dict__)
        other._token, other._owns_connections = token, False
        return other

    def iterate(self, operation: Callable[P, Page[T]], /, *args: P.args, **kwargs: P.kwargs) -> Iterator[T]:
        """Return every item of a list over all of its pages: ``client.iterate(client.list_clients, q="mar")``."""
        return every_item(operation, *args, **kwargs)

    def _send(
        self,
        method: str,
        path: str,
        *parts: object,
        query: Mapping[str, object] | None = None,
        body: Mapping[str, object] | None = None,
        if_match: int | None = None,
        idempotency_key: str | Absent | None = ABSENT,
        accept: str = _JSON,
    ) -> Any:
        headers = {"Accept": accept}
        if self._token is not None:
            headers["Authorization"] = f"Bearer {self._token}"
        if if_match is not None:
            headers["If-Match"] = f'"{if_match}"'
        if not isinstance(idempotency_key, Absent):
            headers["Idempotency-Key"] = idempotency_key or str(uuid4())
        content = None
        if body is not None:
            headers["Content-Type"] = _JSON
            sent = {name: value for name, value in body.items() if value is not ABSENT}
            content = json.dumps(sent, default=plain, allow_nan=False).encode()
        request = self._http.build_request(
            method,
            path.format(*(quote(str(part), safe="") for part in parts)),
            params={name: query_text(value) for name, value in (query or {}).items() if value is not None},
            headers=headers,
            content=content,
        )
        repeatable = method in ("GET", "PUT") or "Idempotency-Key" in headers
        return _answer(self._exchange(request, repeatable=repeatable), accept)

    def _exchange(self, request: httpx.Request, *, repeatable: bool) -> httpx.Response:
        tried = 0
        while True:
            outcome = self._attempt(request)
            wait = wait_before(outcome, tried=tried, repeatable=repeatable) if tried < self._retries else None
            if wait is None:
                if isinstance(outcome, NoAnswer):
                    raise ConnectionFailed(outcome.reason)
                return outcome
            self._sleep(wait)
            tried += 1

    def _attempt(self, request: httpx.Request) -> httpx.Response | NoAnswer:
        """Send the request once. The error of the transport is let go: it holds the request with its token."""
        try:
            return self._http.send(request)
        except httpx.TimeoutException as error:
            return NoAnswer("The server did not answer in time.", sent=not isinstance(error, _NEVER_SENT))
        except httpx.RequestError as error:
            reason = f"The server cannot be reached ({type(error).__name__})."
            return NoAnswer(reason, sent=not isinstance(error, _NEVER_SENT))


def _answer(response: httpx.Response, accept: str) -> Any:
    if not response.is_success:
        raise _refusal(response)
    if response.status_code == httpx.codes.NO_CONTENT:
        return None
    media_type = _media_type(response)
    if accept == _ANY:
        return response.content
    content = _json_of(response) if media_type == _JSON else response.content
    if media_type != accept or content is None:
        raise ConnectionFailed("What answered is not the API: its answer is of another form.")
    return content


def _media_type(response: httpx.Response) -> str:
    media_type: str = response.headers.get("content-type", "")
    return media_type.partition(";")[0].strip().lower()


def _json_of(response: httpx.Response) -> Any:
    """Return what the body says; None if it is no JSON. The parser's error is let go: it holds the body."""
    try:
        return response.json()
    except ValueError:
        return None


_EVERY_PROBLEM: Final = frozenset(
    {"type", "title", "status", "detail", "instance", "code", "request_id", "errors"}
)


def _refusal(response: httpx.Response) -> ApiError:
    """Return the error of a refused call; an answer that is no problem document gives its status alone."""
    problem = _json_of(response) if _media_type(response) == "application/problem+json" else None
    problem = problem if isinstance(problem, dict) else {}
    return kind_of(response.status_code)(
        status=response.status_code,
        code=problem.get("code", "no_problem_document"),
        title=problem.get("title", response.reason_phrase),
        detail=problem.get("detail", "What answered is not the API, or not in its own words."),
        request_id=problem.get("request_id", response.headers.get("x-request-id")),
        errors=tuple(
            FieldError(found["pointer"], found["code"], found["detail"])
            for found in problem.get("errors", ())
        ),
        retry_after=retry_after(response),
        extra={name: value for name, value in problem.items() if name not in _EVERY_PROBLEM},
    )
