"""One page of a list, and all pages of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Generic, ParamSpec, TypedDict, TypeVar, cast

T = TypeVar("T")
P = ParamSpec("P")


class Page(TypedDict, Generic[T]):
    """One page of a list; ``next_cursor`` is None on the last one."""

    items: list[T]
    next_cursor: str | None


def every_item(operation: Callable[P, Page[T]], /, *args: P.args, **kwargs: P.kwargs) -> Iterator[T]:
    """Return the items of all pages of a list, each page asked for when the one before is used up."""
    given: dict[str, Any] = dict(kwargs)
    while True:
        page = cast(Any, operation)(*args, **given)
        yield from page["items"]
        if page["next_cursor"] is None:
            return
        given["cursor"] = page["next_cursor"]
