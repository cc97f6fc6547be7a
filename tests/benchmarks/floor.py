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
    if numbered := re.findall(r"\$(\d+)", statement):
        return statement, [str(place) for place in range(1, max(map(int, numbered)) + 1)]
    names: list[str] = []

    def number(match: re.Match[str]) -> str:
        if match[1] not in names:
            names.append(match[1])
        return f"${names.index(match[1]) + 1}"

    return re.sub(r"%\((\w+)\)s", number, statement.replace("%%", "%")), names


def revived(value: Any) -> Any:
    """Return a recorded parameter in its Python type."""
    if isinstance(value, list):
        return [revived(one) for one in value]
    if isinstance(value, dict):
        return _REVIVED[value["type"]](value["value"])
    return value


_REVIVED = {
    "UUID": UUID,
    "date": date.fromisoformat,
    "datetime": datetime.fromisoformat,
    "bytes": bytes.fromhex,
}


with open(os.environ["FLOOR_PLAN"]) as file:  # noqa: PTH123 - read once, before the loop runs
    PLAN = json.load(file)


def prepared(name: str) -> list[tuple[str, list[str], list[dict[str, Any]]]]:
    """Return the statements of a request: SQL, parameter names, and one set of parameters for each execution."""
    found = []
    for statement, sets in PLAN[name]:
        sql, names = positional(statement)
        found.append(
            (sql, names, [{key: revived(value) for key, value in values.items()} for values in sets])
        )
    return found


DASHBOARD = prepared("dashboard")
CHECK_IN = prepared("check_in")


@asynccontextmanager
async def lifespan(app: Starlette):
    """Keep a pool of connections."""
    whole = {"max_cacheable_statement_size": 0}  # or it would plan the long ones for each request
    async with asyncpg.create_pool(os.environ["FLOOR_DSN"], min_size=8, max_size=8, **whole) as pool:
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
    fresh = {PLAN_WEEK: week, PLAN_CASE: case_id, PLAN_CLIENT: CLIENTS[case_id], PLAN_CHECK_IN: uuid4()}
    async with request.app.state.pool.acquire() as connection, connection.transaction():
        for sql, names, sets in CHECK_IN:
            rows = [[fresh.get(values[name], values[name]) for name in names] for values in sets]
            if len(rows) == 1:
                await connection.fetch(sql, *rows[0])
            else:
                await connection.executemany(sql, rows)
    return Response(b'{"ok":true}', 201, media_type="application/json")


PLAN_CASE = UUID(PLAN["case_id"])
PLAN_CHECK_IN = UUID(PLAN["check_in_id"])
CLIENTS = {UUID(case): UUID(client) for case, client in PLAN["clients"].items()}
PLAN_CLIENT, PLAN_WEEK = CLIENTS[PLAN_CASE], date.fromisoformat(PLAN["week"])

app = Starlette(
    lifespan=lifespan,
    routes=[
        Route("/dashboard", dashboard),
        Route("/check-ins/{case_id}", check_in, methods=["POST"]),
    ],
)
