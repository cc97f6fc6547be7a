"""How long to wait before a job is tried again: full jitter, so that many failures do not come back together."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Final, TypeAlias

FIRST: Final = timedelta(seconds=5)
LONGEST: Final = timedelta(hours=1)

Draw: TypeAlias = Callable[[], float]
"""Returns a number from 0 up to, but not, 1; randomness is an argument."""


def longest_wait(attempts: int) -> timedelta:
    """Return the most that is waited after so many attempts: 5 s, 10 s, 20 s and so on, an hour at most."""
    doublings = min(max(attempts, 1) - 1, 20)
    return min(LONGEST, FIRST * (1 << doublings))


def wait_after(attempts: int, draw: Draw) -> timedelta:
    """Return how long to wait after so many attempts: anything from nothing to ``longest_wait``, all equally likely."""
    return longest_wait(attempts) * draw()
