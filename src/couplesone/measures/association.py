"""Whether two weekly series go together, at lags of some weeks: a description, never a test or a cause.

Kendall's tau-b counts, over all pairs of weeks, how often both series move the same way against how often they move
opposite ways; ties are taken out of the count. It needs the order of the values only. No p-value is given: weeks of
one couple are no sample (decisions F33).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import sqrt

MINIMUM_PAIRS = 8
"""Pairs of weeks below which no association is told."""

LAGS = (0, 1, 2)
"""By how many weeks the second series may follow the first."""


@dataclass(frozen=True, slots=True)
class Association:
    """How two series go together: the weeks paired, and tau from -1 to 1, None where there is nothing to tell."""

    lag: int
    pairs: int
    tau: float | None


def kendall_tau_b(pairs: Sequence[tuple[float, float]]) -> float | None:
    """Return Kendall's tau-b of the pairs; None if either side never changes.

    Source: Kendall 1945, The treatment of ties in ranking problems, Biometrika 33, 239-251.

    >>> kendall_tau_b([(1, 1), (2, 2), (3, 3)])
    1.0
    """
    together = moved_first = moved_second = 0
    for (first, second), (other_first, other_second) in combinations(pairs, 2):
        one, two = _sign(other_first - first), _sign(other_second - second)
        together += one * two
        moved_first += one != 0
        moved_second += two != 0
    if not moved_first or not moved_second:
        return None
    return max(-1.0, min(1.0, together / sqrt(moved_first * moved_second)))


def lagged(
    first: Mapping[int, float], second: Mapping[int, float], lag: int, *, minimum: int = MINIMUM_PAIRS
) -> Association:
    """Return how ``first`` in a week goes together with ``second`` ``lag`` weeks later.

    Both map weeks to values; a week that either does not have is left out. Below ``minimum`` pairs tau is None.
    """
    pairs = [(value, second[week + lag]) for week, value in sorted(first.items()) if week + lag in second]
    return Association(lag, len(pairs), kendall_tau_b(pairs) if len(pairs) >= minimum else None)


def _sign(difference: float) -> int:
    return (difference > 0) - (difference < 0)
