"""Pages follow one another by key: together they are the list, in order, once."""

from __future__ import annotations

import base64
import json
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Column, Integer, MetaData, String, Table, create_engine, insert, select

from couplesone.persistence.columns import Guid
from couplesone.persistence.paging import (
    MAX_LIMIT,
    CursorInvalid,
    PageRequest,
    cursor_of,
    instant,
    keyset,
    page_of,
    plain_text,
    whole_number,
)
from support.canaries import OPERATIONS, fill

ITEMS = Table("items", MetaData(), Column("sort", Integer), Column("id", Guid), Column("name", String))
ENGINE = create_engine("sqlite://")


def pages(limit: int, descending: bool) -> list[list[tuple[int, UUID]]]:
    """Walk through all pages of the table."""
    found, request = [], PageRequest(limit)
    with ENGINE.connect() as connection:
        while True:
            statement = keyset(
                select(ITEMS.c.sort, ITEMS.c.id),
                request,
                ITEMS.c.sort,
                ITEMS.c.id,
                parse=whole_number,
                descending=descending,
            )
            page = page_of(
                [tuple(row) for row in connection.execute(statement)], request, lambda row: (row[0], row[1])
            )
            found.append(list(page.items))
            if page.next_cursor is None:
                return found
            request = PageRequest(limit, page.next_cursor)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(
    rows=st.lists(st.tuples(st.integers(-3, 3), st.uuids()), max_size=25, unique=True),
    limit=st.integers(1, 8),
    descending=st.booleans(),
)
def test_pages_partition_the_list_in_order(
    rows: list[tuple[int, UUID]], limit: int, descending: bool
) -> None:
    with ENGINE.begin() as connection:
        ITEMS.drop(connection, checkfirst=True)
        ITEMS.create(connection)
        if rows:
            connection.execute(insert(ITEMS), [{"sort": sort, "id": row} for sort, row in rows])
    found = pages(limit, descending)
    assert [row for page in found for row in page] == sorted(rows, reverse=descending)
    assert all(len(page) == limit for page in found[:-1])
    assert found[-1] or not rows


@pytest.mark.parametrize(
    ("key", "parse"),
    [
        (date(2026, 3, 2), date.fromisoformat),
        (datetime(2026, 3, 2, 9, 0, 0, 5, UTC), instant),
        ("Ana Kovač", plain_text),
        (7, whole_number),
    ],
)
def test_a_cursor_holds_key_and_id(key: Any, parse: Any) -> None:
    cursor = cursor_of(key, UUID(int=9))
    assert PageRequest(1, cursor).after(parse) == (key, UUID(int=9))
    assert cursor.isascii()


def test_no_cursor_is_the_first_page() -> None:
    assert PageRequest().after(whole_number) is None
    assert PageRequest().limit <= MAX_LIMIT


def made(content: Any) -> str:
    return base64.urlsafe_b64encode(json.dumps(content).encode()).decode()


IDENTIFIER = str(UUID(int=9))
DAMAGED = [
    "",
    "?",
    "ä",
    "AAAA",
    "=",
    made(3),
    made(None),
    made({}),
    made([]),
    made(["2026-03-02"]),
    made(["2026-03-02", IDENTIFIER, 1]),
    made(["2026-03-02", "no id"]),
    made(["2026-03-02", 5]),
    made(["2026-03-02", None]),
    made(["2026-03-02", []]),
    made([None, IDENTIFIER]),
    made([[], IDENTIFIER]),
    made([{}, IDENTIFIER]),
    made(["", IDENTIFIER]),
    made(["x\x00y", IDENTIFIER]),
    made(["\ud800", IDENTIFIER]),
    made([float("inf"), IDENTIFIER]),
    made([float("nan"), IDENTIFIER]),
    made([2**31, IDENTIFIER]),
    made([-(2**70), IDENTIFIER]),
    made(["9" * 200, IDENTIFIER]),
    made(["2026-03-02T09:00:00", IDENTIFIER]),
    made(["0001-01-01T00:00:00+14:00", IDENTIFIER]),
    made(["9999-12-31T23:59:59-14:00", IDENTIFIER]),
    made(["2026-02-30", IDENTIFIER]),
]
ODD = [
    made(content)
    for content in (
        ["x\x00y", IDENTIFIER],
        [float("inf"), IDENTIFIER],
        [2**70, IDENTIFIER],
        [2**31, IDENTIFIER],
        ["2026-03-02T09:00:00", IDENTIFIER],
        ["0001-01-01T00:00:00+14:00", IDENTIFIER],
        ["0999-01-01T00:00:00Z", IDENTIFIER],
        ["2026-03-02", IDENTIFIER],
        [1, IDENTIFIER],
    )
]
"""What a database would take amiss, and what is right for some lists only."""


@pytest.mark.parametrize("cursor", DAMAGED)
@pytest.mark.parametrize("parse", [instant, whole_number])
def test_a_damaged_cursor_is_refused(cursor: str, parse: Any) -> None:
    with pytest.raises(CursorInvalid) as caught:
        PageRequest(cursor=cursor).after(parse)
    assert [(error.pointer, error.code) for error in caught.value.errors] == [("cursor", "cursor_invalid")]


@pytest.mark.parametrize("text", ["2026-03-02T09:00:00", "0001-01-01T00:00:00+14:00", "x"])
def test_what_is_no_instant(text: str) -> None:
    with pytest.raises(ValueError, match=r"time zone|calendar|isoformat"):
        instant(text)


def test_an_instant_is_read_in_utc() -> None:
    found = instant("2026-03-02T09:00:00+02:00")
    assert found == datetime(2026, 3, 2, 7, tzinfo=UTC)
    assert found.tzinfo is UTC
    assert found == datetime(2026, 3, 2, 9, tzinfo=timezone(timedelta(hours=2)))


def test_no_list_fails_over_a_cursor(world) -> None:
    ids = fill(world.home, "zebrafinch")
    ids["kind"] = "no_next_step"
    caller = world.home.people["therapist"].call
    owner = world.home.people["owner"].call
    lists = [
        operation
        for operation in OPERATIONS.values()
        if operation.query is not None and "cursor" in operation.query[1].model_fields
    ]
    assert len(lists) > 15
    refused = set()
    for operation in lists:
        path = operation.path.format(**ids)
        who = caller if caller.call("GET", path).status_code == 200 else owner
        assert who.call("GET", path).status_code == 200
        for cursor in ODD:
            response = who.call("GET", path, params={"cursor": cursor})
            assert response.status_code in (200, 422), (operation.name, cursor, response.text)
            if response.status_code == 422:
                assert response.json()["code"] == "cursor_invalid"
                refused.add(operation.name)
    assert refused == {operation.name for operation in lists}
