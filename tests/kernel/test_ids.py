"""Identifiers: version 7, ascending, and their form in base 62."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from couplesone.kernel.ids import Ids, from_base62, to_base62

NOON = datetime(2026, 3, 2, 12, 0, 0, 123000, UTC)
INSTANTS = st.datetimes(datetime(2000, 1, 1), datetime(2500, 1, 1)).map(  # noqa: DTZ001 - the zone comes at once
    lambda instant: instant.replace(tzinfo=UTC)
)


@given(INSTANTS)
def test_an_id_is_a_uuid_of_version_7_that_starts_with_the_milliseconds(instant: datetime) -> None:
    made = Ids().new(instant)
    assert (made.version, made.variant) == (7, "specified in RFC 4122")
    assert made.int >> 80 == int(instant.timestamp() * 1000)


@given(st.lists(st.timedeltas(timedelta(days=-1), timedelta(days=1)), min_size=2, max_size=50))
def test_ids_ascend_whatever_the_clock_does(steps: list[timedelta]) -> None:
    ids = Ids()
    made = [ids.new(NOON + step) for step in steps]
    assert made == sorted(made)
    assert len(set(made)) == len(made)


def test_more_ids_in_a_millisecond_than_its_counter_holds() -> None:
    ids = Ids()
    made = [ids.new(NOON) for _ in range(5000)]
    assert made == sorted(set(made))
    assert {uuid.version for uuid in made} == {7}


def test_threads_share_one_order() -> None:
    ids, per_thread = Ids(), [[] for _ in range(8)]

    def draw(into: list[UUID]) -> None:
        into.extend(ids.new(NOON) for _ in range(300))

    threads = [threading.Thread(target=draw, args=(into,)) for into in per_thread]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(drawn == sorted(drawn) for drawn in per_thread)
    assert len({uuid for drawn in per_thread for uuid in drawn}) == 8 * 300


def test_two_processes_do_not_draw_the_same_ids() -> None:
    assert Ids().new(NOON) != Ids().new(NOON)


@given(st.integers(0, 2**128 - 1))
def test_base_62_there_and_back(number: int) -> None:
    text = to_base62(number, 22)
    assert (len(text), from_base62(text)) == (22, number)
    assert text.isascii()
    assert text.isalnum()


@given(st.integers(0, 62**6 - 1), st.integers(0, 62**6 - 1))
def test_base_62_sorts_as_the_numbers_do(one: int, other: int) -> None:
    assert (to_base62(one, 6) < to_base62(other, 6)) == (one < other)


def test_a_number_that_is_too_long_is_refused() -> None:
    assert to_base62(61, 1) == "z"
    with pytest.raises(ValueError, match="does not fit"):
        to_base62(62, 1)


@pytest.mark.parametrize("text", ["a-b", "a b", "ä", "a\n", "_"])
def test_other_characters_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="substring not found"):
        from_base62(text)
