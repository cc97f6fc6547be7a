"""Time is an argument: the one place that reads the system clock, and the calendar of weeks.

A week is Monday to Sunday. Series weeks count from 1, the week in which the case was opened.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo


class Clock(Protocol):
    """Whatever can say what time it is."""

    def now(self) -> datetime:
        """Return the current instant, aware, in UTC."""
        ...


class SystemClock:
    """The clock of the machine."""

    def now(self) -> datetime:
        """Return the current instant in UTC."""
        return datetime.now(UTC)


class SettableClock:
    """A clock that stands still until it is told to move; for rehearsals and tests."""

    def __init__(self, instant: datetime) -> None:
        self._instant = instant

    def now(self) -> datetime:
        """Return the instant that was last set."""
        return self._instant

    def move(self, by: timedelta) -> None:
        """Move the clock by ``by``, which may be negative."""
        self._instant += by


def local_date(instant: datetime, time_zone: str) -> date:
    """Return the calendar day of ``instant`` in the IANA ``time_zone``."""
    return instant.astimezone(ZoneInfo(time_zone)).date()


def start_of_day(day: date, time_zone: str) -> datetime:
    """Return the instant at which a calendar day begins in the IANA ``time_zone``.

    >>> start_of_day(date(2026, 7, 1), "Europe/Vienna").isoformat()
    '2026-06-30T22:00:00+00:00'
    """
    return datetime.combine(day, time.min, ZoneInfo(time_zone)).astimezone(UTC)


def monday_of(day: date) -> date:
    """Return the Monday of the week that holds ``day``."""
    return day - timedelta(days=day.weekday())


def series_week(opened_on: date, day: date) -> int:
    """Return the number of the week that holds ``day``, 1 being the week of ``opened_on``."""
    return (day - monday_of(opened_on)).days // 7 + 1


def week_starts_on(opened_on: date, week: int) -> date:
    """Return the Monday on which series week ``week`` starts."""
    return monday_of(opened_on) + timedelta(weeks=week - 1)
