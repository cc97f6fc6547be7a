"""What of a count may be published so that it shows nobody. Numbers only.

A cell of fewer than five people is suppressed. All other counts are rounded down to a multiple of five, and the total
of cells that share out the same things is the sum of what is shown of them, and says nothing beside: so a suppressed
cell follows neither from a total, nor from the same report a day later.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

MINIMUM_CELL: Final = 5
"""How many people a cell needs to be shown, and the step in which counts are given."""


def published(count: int, people: int) -> int | None:
    """Return a count of things that concern so many people as it may be shown; None if it may not."""
    if people < MINIMUM_CELL:
        return None
    return count - count % MINIMUM_CELL


def total_of(*shared_out: Iterable[int | None]) -> int | None:
    """Return the total of things that each of the given groups of cells shares out, as it may be shown.

    It is what the cells show together (the least, where there are several ways to share out), or None for nothing.
    """
    least = min(sum(count for count in cells if count is not None) for cells in shared_out)
    return least or None


def share_percent(count: int | None, total: int | None) -> int | None:
    """Return the share of a published count in a published total, in whole percent; None where one is not shown."""
    if count is None or not total:
        return None
    return min(100, round(100 * count / total))
