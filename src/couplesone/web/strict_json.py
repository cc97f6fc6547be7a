"""A JSON reader that refuses what parsers disagree about, before any schema sees it.

Refused: duplicate members, NaN and infinities, numbers that overflow, integers beyond 64 bits, lone surrogates,
NUL characters, nesting deeper than 64, any encoding but UTF-8, a byte order mark.
"""

from __future__ import annotations

import json
import math
import re
from typing import Any, NoReturn

from couplesone.kernel.errors import Invalid

MAX_DEPTH = 64
_STRUCTURE = re.compile(rb'"(?:[^"\\]|\\.)*+"?|[\[\]{}]', re.DOTALL)
"""A bracket, or a string, closed or not: one that is never closed is passed over once, not once for each quote."""


class JsonMalformed(Invalid):
    """The body is not JSON that means one thing only."""

    status = 400
    code = "json_malformed"
    title = "The body is not valid JSON"
    detail = (
        "Send one JSON value in UTF-8: no duplicate members, no NaN, no integer beyond 64 bits, "
        "no NUL, no lone surrogate, at most 64 levels deep."
    )


def read(raw: bytes) -> Any:
    """Return the Python form of ``raw``; JsonMalformed otherwise."""
    _check_depth(raw)
    try:
        value = json.loads(
            raw.decode("utf-8"),
            object_pairs_hook=_unique,
            parse_constant=_refuse,
            parse_int=_integer,
            parse_float=_number,
        )
        if b"\\u" in raw or b"\x00" in raw:
            _check_text(value)
    except (ValueError, RecursionError):
        raise JsonMalformed from None
    return value


def _check_depth(raw: bytes) -> None:
    depth = 0
    for token in _STRUCTURE.findall(raw):
        if token in b"[{":
            depth += 1
            if depth > MAX_DEPTH:
                raise JsonMalformed
        elif token in b"]}":
            depth -= 1


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError
    return found


def _refuse(_: str) -> NoReturn:
    raise ValueError


def _integer(text: str) -> int:
    if len(text) > 20 or not -(2**63) <= (number := int(text)) < 2**63:
        raise ValueError
    return number


def _number(text: str) -> float:
    if not math.isfinite(number := float(text)):
        raise ValueError
    return number


def _check_text(value: Any) -> None:
    if isinstance(value, str):
        if "\x00" in value or (not value.isascii() and any("\ud800" <= c <= "\udfff" for c in value)):
            raise ValueError
    elif isinstance(value, dict):
        for key, item in value.items():
            _check_text(key)
            _check_text(item)
    elif isinstance(value, list):
        for item in value:
            _check_text(item)
