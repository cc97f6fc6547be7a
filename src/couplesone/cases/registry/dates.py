"""The order of the days around the opening of a case."""

from __future__ import annotations

from datetime import date
from typing import Final

from couplesone.cases.models import Case
from couplesone.kernel.errors import not_before, not_in_the_future

IN_ORDER: Final = ("problem_onset_on", "first_considered_help_on", "first_contact_on", "opened_on")
"""The problem, the thought of help (S0.2), the first contact, the opening: only those that are known are compared."""


def days_in_order(case: Case, today: date) -> None:
    """Raise DatesOutOfOrder if a day lies in the future or before one that must come first."""
    earlier: date | None = None
    for name in IN_ORDER:
        day: date | None = getattr(case, name)
        not_in_the_future(day, today, f"/{name}")
        not_before(day, earlier, f"/{name}")
        earlier = day or earlier
