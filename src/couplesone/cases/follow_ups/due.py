"""When follow-ups are due. Dates only."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import Final

MONTHS: Final = (3, 6, 12, 24, 60)
"""How many months after closing (S3.36)."""

FIRST_YEAR: Final = (3, 6, 12)
"""Those that the last stage asks for."""


def months_later(day: date, months: int) -> date:
    """Return the same day some months on, or the last day of a month that is too short for it."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
