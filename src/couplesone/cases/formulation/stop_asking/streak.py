"""How a stop-asking pact is kept: pure arithmetic on days (S2.57)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Streak:
    """How often the client asked since the start, when last, and how many days lie since then."""

    asked: int
    last_asked_on: date | None
    days: int


def streak(started_on: date, until: date, asks: Iterable[tuple[date, int]]) -> Streak:
    """Return the streak of a pact, as of ``until``, from the asks of the case: (day, how often).

    An ask on the day of the start counts: the promise was for that day too.

    >>> streak(date(2026, 1, 1), date(2026, 2, 12), []).days
    42
    >>> streak(date(2026, 1, 1), date(2026, 2, 12), [(date(2026, 2, 2), 1)]).days
    10
    """
    broken = [(day, times) for day, times in asks if started_on <= day <= until]
    last = max((day for day, _ in broken), default=None)
    days = (until - (last or started_on)).days
    return Streak(sum(times for _, times in broken), last, max(0, days))


def target(started_on: date, target_days: int) -> date:
    """Return the day until which a pact holds."""
    return started_on + timedelta(days=target_days)
