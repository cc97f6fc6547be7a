"""Keyset paging: a page is what comes after the last row of the one before, by a sort key with the id as tie-break.

The cursor is opaque to clients: base64 of the sort key and id of the last row of the page.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Generic, TypeVar, TypeVarTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, or_

from couplesone.kernel.errors import FieldError, Invalid

T = TypeVar("T")
Ts = TypeVarTuple("Ts")
DEFAULT_LIMIT = 50
MAX_LIMIT = 200


class CursorInvalid(Invalid):
    """The cursor was not made by this list."""

    code = "cursor_invalid"
    title = "The cursor is not valid"
    detail = "Use next_cursor as it came, with the same list and the same filters, or leave it out."

    def __init__(self) -> None:
        super().__init__(errors=[FieldError("cursor", self.code, self.detail)])


def instant(text: str) -> datetime:
    """Return the instant that a cursor holds, in UTC; ValueError for any other text."""
    value = datetime.fromisoformat(text)
    if value.tzinfo is None:
        raise ValueError("an instant needs its time zone")
    try:
        return value.astimezone(UTC)
    except OverflowError:
        raise ValueError("this instant lies outside the calendar") from None


def plain_text(text: str) -> str:
    """Return the text that a cursor holds; ValueError for what no database takes as text."""
    if "\x00" in text or not text.isprintable():
        raise ValueError("not a line of text")
    return text


def whole_number(text: str) -> int:
    """Return the number that a cursor holds; ValueError for what no database takes as a whole number."""
    number = int(text)
    if abs(number) >= 2**31:
        raise ValueError("not a number that is kept anywhere")
    return number


@dataclass(frozen=True, slots=True)
class PageRequest:
    """How many rows, after which."""

    limit: int = DEFAULT_LIMIT
    cursor: str | None = None

    def after(self, parse: Callable[[str], Any]) -> tuple[Any, UUID] | None:
        """Return the sort key and id to start after, or None for the first page; CursorInvalid if damaged."""
        if self.cursor is None:
            return None
        try:
            key, identifier = json.loads(base64.urlsafe_b64decode(self.cursor.encode("ascii")))
            return parse(key), UUID(identifier)
        except (ValueError, TypeError, AttributeError, OverflowError, RecursionError):
            raise CursorInvalid from None


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Some items, and the cursor of the next page if there is one."""

    items: Sequence[T]
    next_cursor: str | None


def cursor_of(key: date | datetime | str | int, identifier: UUID) -> str:
    """Return the cursor that continues after a row."""
    text = key.isoformat() if isinstance(key, date) else key
    return base64.urlsafe_b64encode(json.dumps([text, str(identifier)]).encode()).decode()


def keyset(
    statement: Select[*Ts],
    request: PageRequest,
    sort: Any,
    identifier: Any,
    *,
    parse: Callable[[str], Any],
    descending: bool = False,
) -> Select[*Ts]:
    """Return ``statement`` ordered by (sort, id), starting after the cursor, one row longer than the page."""
    if (after := request.after(parse)) is not None:
        key, last = after
        beyond: ColumnElement[bool] = sort < key if descending else sort > key
        tie: ColumnElement[bool] = identifier < last if descending else identifier > last
        statement = statement.where(or_(beyond, and_(sort == key, tie)))
    order = (sort.desc(), identifier.desc()) if descending else (sort, identifier)
    return statement.order_by(*order).limit(request.limit + 1)


def page_of(rows: Sequence[T], request: PageRequest, key: Callable[[T], tuple[Any, UUID]]) -> Page[T]:
    """Cut the extra row off and make the cursor of the next page from the last one that stays."""
    if len(rows) <= request.limit:
        return Page(rows, None)
    kept = rows[: request.limit]
    return Page(kept, cursor_of(*key(kept[-1])))
