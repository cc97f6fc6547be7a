"""Which weeks may be rated or reported: from the week in which the case was opened to the one that has begun."""

from __future__ import annotations

from datetime import date, timedelta

from couplesone.kernel.clock import monday_of
from couplesone.kernel.errors import not_before, not_in_the_future


def week_to_record(day: date, *, opened_on: date, today: date) -> date:
    """Return the Monday of the week that holds ``day``.

    Raises DatesOutOfOrder for a week that has not begun, or that lies before the one in which the case was opened.
    """
    monday = monday_of(day)
    not_in_the_future(monday, today, "/week_of")
    not_before(monday, monday_of(opened_on), "/week_of")
    return monday


def last_day_on_time(monday: date, grace_days: int) -> date:
    """Return the last day on which the week's report is not late: its Sunday and ``grace_days`` more."""
    return monday + timedelta(days=6 + grace_days)
