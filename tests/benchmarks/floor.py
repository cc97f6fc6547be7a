"""The floor: bare Starlette and asyncpg running the same business SQL, without sign-in, row security or audit.

The statements are those that our own application sent, recorded once and handed over in a file; identifiers of the
rows to be written are drawn anew for each request.
"""

from __future__ import annotations

import json
import os
import re
from contextlib import asynccontextmanager
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

import asyncpg
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route


def positional(statement: str) -> tuple[str, list[str]]:
    """Turn named parameters into numbered ones; return the names in their order."""
    names: list[str] = []

    def number(match: re.Match[str]) -> str:
        if match[1] not in names:
            names.append(match[1])
        return f"${names.index(match[1]) + 1}"

    return re.sub(r"%\((\w+)\)s", number, statement.replace("%%", "%")), names


def revived(value: Any) -> Any:
    """Return a recorded parameter in its Python type."""
    if isinstance(value, dict):
        kind, text = value["type"], value["value"]
        return {"UUID": UUID, "date": date.fromisoformat, "datetime": datetime.fromisoformat}[kind](text)
    return value


with open(os.environ["FLOOR_PLAN"]) as file:  # noqa: PTH123 - read once, before the loop runs
    PLAN = json.load(file)


def prepared(name: str) -> list[tuple[str, list[str], list[dict[str, Any]]]]:
    """Return the statements of a request: SQL, parameter names, and one set of parameters for each execution."""
    found = []
    for statement, sets in PLAN[name]:
        sql, names = positional(statement)
        found.append((sql, names, [{key: revived(value) for key, value in values.items()} for values in sets]))
    return found


DASHBOARD = prepared("dashboard")
CHECK_IN = prepared("check_in")


@asynccontextmanager
async def lifespan(app: Starlette):
    """Keep a pool of connections."""
    async with asyncpg.create_pool(os.environ["FLOOR_DSN"], min_size=8, max_size=8) as pool:
        app.state.pool = pool
        yield


async def dashboard(request: Request) -> Response:
    """Answer the dashboard's own JSON, as the database builds it."""
    async with request.app.state.pool.acquire() as connection:
        rows = None
        for sql, names, (values,) in DASHBOARD:
            rows = await connection.fetch(sql, *(values[name] for name in names))
    return Response(json.dumps([dict(row) for row in rows or ()], default=str), media_type="application/json")


async def check_in(request: Request) -> Response:
    """Write a check-in in one transaction."""
    body = await request.json()
    week, case_id = date.fromisoformat(body["week_of"]), UUID(request.path_params["case_id"])
    drawn: dict[Any, UUID] = {}
    async with request.app.state.pool.acquire() as connection, connection.transaction():
        for sql, names, sets in CHECK_IN:
            for values in sets:
                fresh = {
                    name: week
                    if name.startswith("week_of")
                    else case_id
                    if values[name] == PLAN_CASE
                    else drawn.setdefault(values[name], uuid4())
                    if values[name] in NEW_IDS
                    else values[name]
                    for name in names
                }
                await connection.fetch(sql, *(fresh[name] for name in names))
    return Response(b'{"ok":true}', 201, media_type="application/json")


PLAN_CASE = UUID(PLAN["case_id"])
NEW_IDS = {UUID(value) for value in PLAN["new_ids"]}

app = Starlette(
    lifespan=lifespan,
    routes=[
        Route("/dashboard", dashboard),
        Route("/check-ins/{case_id}", check_in, methods=["POST"]),
    ],
)
