"""The outermost ASGI layer: request ids, the host check, rate limits, security headers, the log line, the last resort.

One pure ASGI layer, because stacked middleware classes cost more than a light endpoint. The log line is JSON with
an allow-list of fields: never a body, a query string, a header, a name, or a message from the database.
"""

from __future__ import annotations

import hashlib
import json
import logging
import re
import time
from collections.abc import Callable
from typing import Any

from fastapi import FastAPI
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from couplesone.kernel.clock import Clock
from couplesone.kernel.errors import Invalid, Problem
from couplesone.kernel.ids import Ids
from couplesone.web.operations import Runner
from couplesone.web.problems import InternalError, problem_response
from couplesone.web.rate_limit import RateLimiter

log = logging.getLogger("couplesone.requests")
security_log = logging.getLogger("couplesone.security")
_REQUEST_ID = re.compile(r"^[A-Za-z0-9._-]{8,64}$")
_SECURITY = [
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
    (b"strict-transport-security", b"max-age=31536000; includeSubDomains"),
    (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'; base-uri 'none'"),
]
_UNLIMITED = ("/healthz", "/readyz")


class HostUnknown(Invalid):
    """The request is addressed to a host that this server does not serve."""

    status = 400
    code = "host_unknown"
    title = "Wrong host"
    detail = "This server is not known under that name; the setting COUPLESONE_ALLOWED_HOSTS lists its names."


class Shell:
    """Wraps the whole application."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        clock: Clock,
        ids: Ids,
        limiter: RateLimiter,
        allowed_hosts: tuple[str, ...],
        api: FastAPI,
        runner: Runner,
        across_origins: Callable[[ASGIApp], ASGIApp],
    ) -> None:
        self.api, self.runner = api, runner
        self._across_origins = across_origins
        self._app, self._clock, self._ids, self._limiter = across_origins(app), clock, ids, limiter
        self._hosts = frozenset(host.lower() for host in allowed_hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = time.perf_counter()
        headers = dict(scope["headers"])
        request_id = self._request_id(headers)
        state: dict[str, Any] = scope.setdefault("state", {})
        state["request_id"] = request_id
        extra = [*_SECURITY, (b"x-request-id", request_id.encode())]
        sent: list[int] = []

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                sent.append(message["status"])
                given = {name.lower() for name, _ in message["headers"]}
                message["headers"] = [*message["headers"], *(h for h in extra if h[0] not in given)]
            await send(message)

        async def answer(problem: Problem) -> None:
            response = problem_response(problem, request_id=request_id)
            await self._across_origins(response)(scope, receive, send_with_headers)

        address, credential = _who(scope, headers)
        try:
            self._check_host(headers)
            if scope["path"] not in _UNLIMITED:
                limits = self._limiter.hit(address, credential)
                extra += [(name.lower().encode(), value.encode()) for name, value in limits.items()]
            await self._app(scope, receive, send_with_headers)
        except Problem as problem:
            state["problem"] = problem
            await answer(problem)
        except ClientDisconnect:
            pass  # nobody is left to answer, and it is no fault of ours; the line has status 0
        except Exception as error:
            state["fault"] = fault_of(error)
            if sent:
                raise
            await answer(InternalError())
        finally:
            self._limiter.answered(address, credential, known="principal" in state)
            milliseconds = round((time.perf_counter() - started) * 1000, 1)
            self._log(scope, state, sent[0] if sent else 0, milliseconds)

    def _request_id(self, headers: dict[bytes, bytes]) -> str:
        given = headers.get(b"x-request-id", b"").decode("latin-1")
        return given if _REQUEST_ID.match(given) else str(self._ids.new(self._clock.now()))

    def _check_host(self, headers: dict[bytes, bytes]) -> None:
        host = headers.get(b"host", b"").decode("latin-1").lower()
        name = host.rpartition(":")[0] if re.search(r":\d+$", host) else host
        if name not in self._hosts and "*" not in self._hosts:
            raise HostUnknown

    def _log(self, scope: Scope, state: dict[str, Any], status: int, milliseconds: float) -> None:
        problem: Problem | None = state.get("problem")
        principal = state.get("principal")
        line = {
            "time": self._clock.now().isoformat(timespec="milliseconds"),
            "request_id": state["request_id"],
            "method": scope["method"],
            "operation": state.get("operation"),
            "status": status,
            "ms": milliseconds,
            "code": problem.code if problem else None,
            "practice_id": str(principal.practice_id) if principal else None,
            "staff_id": str(principal.staff_id) if principal else None,
            "credential_id": str(principal.credential_id) if principal else None,
        }
        if "fault" in state:
            line |= state["fault"]
            log.error("%s", json.dumps(line))
        else:
            log.info("%s", json.dumps(line))
        if status in (401, 403, 429):
            security_log.warning("%s", json.dumps(line))


def _who(scope: Scope, headers: dict[bytes, bytes]) -> tuple[str, str | None]:
    """Return the address of a request and a hash of the credential that came with it, if any."""
    authorization, client = headers.get(b"authorization"), scope.get("client")
    credential = hashlib.sha256(authorization).hexdigest()[:32] if authorization else None
    return client[0] if client else "unknown", credential


def fault_of(error: BaseException) -> dict[str, Any]:
    """Return what may be logged of a fault: classes, SQLSTATE and our own line, never a message."""
    original = getattr(error, "orig", None)
    frame, place = error.__traceback__, None
    while frame is not None:
        name = frame.tb_frame.f_globals.get("__name__", "")
        if name.startswith("couplesone"):
            place = f"{name}:{frame.tb_lineno}"
        frame = frame.tb_next
    return {
        "fault": type(error).__name__,
        "cause": type(original or error.__cause__).__name__ if original or error.__cause__ else None,
        "sqlstate": getattr(original, "sqlstate", None),
        "at": place,
    }
