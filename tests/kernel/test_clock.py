"""Weeks run from Monday to Sunday, and series weeks count from the week in which a case was opened."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from couplesone.kernel.clock import (
    SettableClock,
    SystemClock,
    local_date,
    monday_of,
    series_week,
    week_starts_on,
)

DAYS = st.dates(date(1970, 1, 1), date(2200, 1, 1))


def test_the_system_clock_is_aware_and_in_utc() -> None:
    before = datetime.now(UTC)
    now = SystemClock().now()
    assert before <= now <= datetime.now(UTC)
    assert now.tzinfo is UTC


def test_a_settable_clock_stands_still_until_it_is_moved() -> None:
    clock = SettableClock(datetime(2026, 3, 2, 9, tzinfo=UTC))
    assert clock.now() == clock.now() == datetime(2026, 3, 2, 9, tzinfo=UTC)
    clock.move(timedelta(hours=2))
    assert clock.now().hour == 11
    clock.move(timedelta(hours=-3))
    assert clock.now().hour == 8


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("UTC", date(2026, 3, 28)),
        ("Europe/Vienna", date(2026, 3, 29)),
        ("Pacific/Honolulu", date(2026, 3, 28)),
    ],
)
def test_the_day_is_the_zones_own(zone: str, day: date) -> None:
    assert local_date(datetime(2026, 3, 28, 23, 30, tzinfo=UTC), zone) == day


@given(DAYS)
def test_the_monday_of_a_day_is_a_monday_at_most_six_days_before(day: date) -> None:
    monday = monday_of(day)
    assert monday.isoweekday() == 1
    assert timedelta(0) <= day - monday <= timedelta(days=6)


@given(DAYS, st.integers(-500, 500))
def test_a_week_starts_on_the_monday_that_it_is_counted_from(opened: date, week: int) -> None:
    monday = week_starts_on(opened, week)
    assert monday.isoweekday() == 1
    assert {series_week(opened, monday + timedelta(days=day)) for day in range(7)} == {week}
    assert series_week(opened, monday + timedelta(days=7)) == week + 1


@given(DAYS)
def test_a_case_is_opened_in_its_first_week(opened: date) -> None:
    assert series_week(opened, opened) == 1
    assert week_starts_on(opened, 1) == monday_of(opened)


@pytest.mark.parametrize(("day", "week"), [(4, 1), (8, 1), (9, 2), (31, 5)])
def test_weeks_of_a_case_opened_on_a_friday(day: int, week: int) -> None:
    assert series_week(date(2026, 3, 6), date(2026, 3, day)) == week
