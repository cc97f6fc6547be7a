"""From a request to its operation: one look-up in a tree of path segments, one hop to a thread.

The framework describes the operations and does not run them: its way to an endpoint tries the routes one after the
other, hops to a thread for each dependency, parses the body before anybody has signed in, and repeats in its answer
what it could not read. All that is left to it is to start and to end with the process.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from starlette.requests import ClientDisconnect, Request
from starlette.types import ASGIApp, Receive, Scope, Send

from couplesone.kernel.errors import Problem, RecordNotFound
from couplesone.web.operations import Operation, Runner
from couplesone.web.problems import BodyTooLarge, MethodNotAllowed, problem_response

MAX_BODY = 256 * 1024


@dataclass(slots=True)
class _Node:
    """A segment of a path: what may follow it, and the operations that end here, by method."""

    literal: dict[str, _Node] = field(default_factory=dict)
    parameter: tuple[str, _Node] | None = None
    operations: dict[str, Operation] = field(default_factory=dict)


class Tree:
    """All operations by their path."""

    def __init__(self, operations: Iterable[Operation]) -> None:
        self._root = _Node()
        for operation in operations:
            node = self._root
            for segment in operation.path[1:].split("/"):
                node = self._grow(node, segment)
            node.operations[operation.method] = operation

    def _grow(self, node: _Node, segment: str) -> _Node:
        if not segment.startswith("{"):
            return node.literal.setdefault(segment, _Node())
        if node.parameter is None:
            node.parameter = (segment[1:-1], _Node())
        elif node.parameter[0] != segment[1:-1]:
            raise TypeError(f"a path parameter is called {segment[1:-1]} and {node.parameter[0]}")
        return node.parameter[1]

    def find(self, method: str, path: str) -> tuple[Operation, dict[str, str]]:
        """Return the operation and its path parameters; RecordNotFound, or MethodNotAllowed with what is allowed."""
        node, parameters = self._root, {}
        for segment in path[1:].split("/"):
            following = node.literal.get(segment)
            if following is None:
                if node.parameter is None or not segment:
                    raise RecordNotFound
                name, following = node.parameter
                parameters[name] = segment
            node = following
        if not node.operations:
            raise RecordNotFound
        if (operation := node.operations.get(method)) is None:
            raise MethodNotAllowed(headers={"Allow": ", ".join(sorted(node.operations))})
        return operation, parameters


class Dispatcher:
    """Runs the operation that a request asks for; what is no request is the framework's."""

    def __init__(self, framework: ASGIApp, runner: Runner, threads: ThreadPoolExecutor) -> None:
        self._framework, self._runner, self._threads = framework, runner, threads
        self._tree = Tree(runner.operations.values())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._framework(scope, receive, send)
            return
        state = scope["state"]
        try:
            operation, scope["path_params"] = self._tree.find(scope["method"], scope["path"])
            state["operation"] = operation.name
            raw = await _body(receive)
            loop = asyncio.get_running_loop()
            run, request = self._runner.run, Request(scope)
            response = await loop.run_in_executor(self._threads, run, operation, request, raw)
        except Problem as problem:
            state["problem"] = problem
            response = problem_response(problem, request_id=state["request_id"])
        await response(scope, receive, send)


async def _body(receive: Receive) -> bytes:
    """Return the whole body; BodyTooLarge as soon as there is more than is accepted, ClientDisconnect if it ends."""
    parts, size = [], 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        part = message.get("body", b"")
        size += len(part)
        if size > MAX_BODY:
            raise BodyTooLarge
        parts.append(part)
        if not message.get("more_body", False):
            return b"".join(parts)
