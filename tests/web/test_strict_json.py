"""JSON that parsers disagree about is refused before any schema sees it."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from couplesone.web.strict_json import MAX_DEPTH, JsonMalformed, read

TEXT = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]))
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)


@given(VALUES, st.booleans())
def test_what_means_one_thing_is_read_as_it_is(value: object, ascii_only: bool) -> None:
    assert read(json.dumps(value, ensure_ascii=ascii_only).encode()) == value


REFUSED = {
    "empty": b"",
    "blank": b"  ",
    "not a number": b"NaN",
    "infinity": b"[Infinity]",
    "minus infinity": b"-Infinity",
    "overflow": b"1e999",
    "minus overflow": b'{"a": -1e999}',
    "lone high surrogate": rb'"\ud800"',
    "lone low surrogate": rb'{"a": ["\udfff"]}',
    "lone surrogate in a name": rb'{"\ud83d": 1}',
    "swapped surrogates": rb'"\udc00\ud800"',
    "NUL escaped": rb'"a\u0000b"',
    "NUL in a name": rb'{"a\u0000": 1}',
    "NUL raw": b'"a\x00b"',
    "beyond 64 bits": b"9223372036854775808",
    "below 64 bits": b"-9223372036854775809",
    "5,000 digits": b"1" * 5000,
    "duplicate": b'{"a": 1, "a": 1}',
    "duplicate by escape": rb'{"a": 1, "\u0061": 2}',
    "duplicate within": b'[{"b": {"a": 1, "a": 2}}]',
    "UTF-16": '{"a": 1}'.encode("utf-16"),
    "UTF-16 without mark": '{"a": 1}'.encode("utf-16-le"),
    "byte order mark": b"\xef\xbb\xbf{}",
    "latin-1": '"ä"'.encode("latin-1"),
    "surrogates as bytes": b'"\xed\xa0\x80"',
    "trailing": b"{} {}",
    "trailing comma": b"[1,]",
    "single quotes": b"{'a': 1}",
    "comment": b"{} // no",
    "unclosed": b'{"a": ',
    "unclosed text": b'{"a": "b',
    "control character": b'"a\nb"',
    "hexadecimal": b"0x10",
    "leading zero": b"[01]",
    "too deep": b"[" * (MAX_DEPTH + 1) + b"]" * (MAX_DEPTH + 1),
    "much too deep": b"[" * 100_000,
    "objects too deep": b'{"a":' * 100_000,
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_does_not_is_refused(name: str) -> None:
    with pytest.raises(JsonMalformed):
        read(REFUSED[name])


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        (b"9223372036854775807", 2**63 - 1),
        (b"-9223372036854775808", -(2**63)),
        (rb'"\ud83d\ude00"', "😀"),
        ("\"😀 'ä'\"".encode(), "😀 'ä'"),
        (rb'{"a": "\u0041"}', {"a": "A"}),
        (b'"[[[[\\"{{{"', '[[[["{{{'),
        (b'"' + b"[" * 500 + b'"', "[" * 500),
        (b"1e-999", 0.0),
        (b"[[1], [1]]", [[1], [1]]),
    ],
)
def test_what_looks_odd_and_is_right(raw: bytes, value: object) -> None:
    assert read(raw) == value


def test_the_deepest_that_is_read() -> None:
    value = read(b"[" * MAX_DEPTH + b"]" * MAX_DEPTH)
    for _ in range(MAX_DEPTH - 1):
        (value,) = value
    assert value == []


def test_depth_is_not_breadth() -> None:
    assert len(read(b"[" + b"[]," * 1000 + b"{}]")) == 1001


@pytest.mark.parametrize(
    "raw",
    [
        b'"' + b'\\"' * 100_000,
        b'"\\' * 100_000,
        b'"' * 100_001,
        b'"' + b"\\" * 200_001,
        b'"a' * 100_000,
        b'{"' * 100_000,
        b'"\\\n' * 60_000,
    ],
    ids=lambda raw: raw[:4].decode(),
)
def test_no_text_takes_more_than_a_moment(raw: bytes) -> None:
    started = time.process_time()
    with pytest.raises(JsonMalformed):
        read(raw)
    assert time.process_time() - started < 1
