"""Calling the real application in this process, and checking of each answer what must hold for all of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import httpx
from anyio.from_thread import BlockingPortal

from couplesone.app import Shell
from couplesone.web.openapi import problem_codes
from couplesone.web.operations import Operation
from support.markup import require_valid


class InProcess(httpx.BaseTransport):
    """Hands requests to the ASGI application over a portal to an event loop."""

    def __init__(self, app: Shell, portal: BlockingPortal) -> None:
        self.app, self.portal = app, portal
        operations: dict[str, Operation] = app.runner.operations
        self.declared = {name: set(problem_codes(operation)) for name, operation in operations.items()}

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Answer one request."""
        body = request.read()
        scope: dict[str, Any] = {
            "type": "http",
            "http_version": "1.1",
            "method": request.method,
            "path": request.url.path,
            "raw_path": request.url.raw_path,
            "root_path": "",
            "scheme": "http",
            "query_string": request.url.query,
            "headers": [(name.lower(), value) for name, value in request.headers.raw],
            "client": ("127.0.0.1", 50000),
            "server": ("localhost", 80),
        }
        messages: list[Any] = []
        parts: Iterator[dict[str, Any]] = iter([{"type": "http.request", "body": body, "more_body": False}])

        async def receive() -> dict[str, Any]:
            return next(parts, {"type": "http.disconnect"})

        async def send(message: Any) -> None:
            messages.append(message)

        self.portal.call(self.app, scope, receive, send)
        start = messages[0]
        content = b"".join(message.get("body", b"") for message in messages[1:])
        response = httpx.Response(start["status"], headers=start["headers"], content=content, request=request)
        self._check(scope, response)
        return response

    def _check(self, scope: dict[str, Any], response: httpx.Response) -> None:
        assert response.headers["x-request-id"]
        assert response.headers["x-content-type-options"] == "nosniff"
        if response.headers.get("content-type", "").startswith("text/html"):
            require_valid(response.text)
            return  # a page for people says in its own words what is wrong
        if response.status_code >= 400:
            assert response.headers["content-type"] == "application/problem+json", response.text
            problem = json.loads(response.content)
            assert problem["status"] == response.status_code
            operation = scope["state"].get("operation")
            if operation is not None:
                assert problem["code"] in self.declared[operation], (
                    f"{operation} answered the undeclared {problem['code']}: name it in problems="
                )


class Caller:
    """Somebody who calls the API with a token."""

    def __init__(self, transport: httpx.BaseTransport, token: str | None) -> None:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        self.token = token
        self.http = httpx.Client(transport=transport, base_url="http://localhost", headers=headers)

    def call(
        self,
        method: str,
        path: str,
        body: Any = None,
        *,
        etag: Any = None,
        key: str | None = None,
        **more: Any,
    ) -> httpx.Response:
        """Send a request; ``etag`` (a version or a record with one) becomes If-Match, ``key`` Idempotency-Key."""
        headers = dict(more.pop("headers", {}))
        if etag is not None:
            version = etag["version"] if isinstance(etag, dict) else etag
            headers["If-Match"] = f'"{version}"'
        if key is not None:
            headers["Idempotency-Key"] = key
        if body is not None:
            more["json"] = body
        return self.http.request(method, path, headers=headers, **more)

    def get(self, path: str, **more: Any) -> Any:
        """Read, expecting success; return the JSON."""
        return self._ok(self.call("GET", path, **more))

    def post(self, path: str, body: Any = None, **more: Any) -> Any:
        """Post, expecting success; return the JSON."""
        return self._ok(self.call("POST", path, body, **more))

    def patch(self, path: str, body: Any, *, etag: Any) -> Any:
        """Patch, expecting success; return the JSON."""
        return self._ok(self.call("PATCH", path, body, etag=etag))

    def refused(self, method: str, path: str, body: Any = None, **more: Any) -> tuple[int, str]:
        """Send a request that must be refused; return status and problem code."""
        response = self.call(method, path, body, **more)
        assert response.status_code >= 400, response.text
        return response.status_code, response.json()["code"]

    @staticmethod
    def _ok(response: httpx.Response) -> Any:
        assert response.status_code < 400, f"{response.status_code} {response.text}"
        return response.json() if response.content else None
