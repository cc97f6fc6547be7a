"""What of a count may be published so that it shows nobody. Numbers only.

A cell of fewer than five people is suppressed. All other counts, totals among them, are rounded down to a multiple
of five: so a suppressed cell follows neither from a total, nor from another report about the same people, nor from
the same report a day later.
"""

from __future__ import annotations

from typing import Final

MINIMUM_CELL: Final = 5
"""How many people a cell needs to be shown, and the step in which counts are given."""


def published(count: int, people: int) -> int | None:
    """Return a count of things that concern so many people as it may be shown; None if it may not."""
    if people < MINIMUM_CELL:
        return None
    return count - count % MINIMUM_CELL


def share_percent(count: int | None, total: int | None) -> int | None:
    """Return the share of a published count in a published total, in whole percent; None where one is not shown."""
    if count is None or not total:
        return None
    return min(100, round(100 * count / total))
