"""Single-case statistics: how one weekly series of one client moves from baseline (A) to treatment (B).

The figures compare pairs of points, so they need the order of the values and not the length of the steps.
They are exact fractions; `rounded` prints them.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import combinations, product
from math import isfinite
from typing import Self, TypeVar

from couplesone.cases.weekly import Direction

Number = TypeVar("Number", float, Fraction, Fraction | float)
MINIMUM_POINTS = 5
"""Points that either phase needs before its figures are more than descriptive."""

_NAP_EDGES = (Fraction(66, 100), Fraction(93, 100))
_PND_EDGES = (50, 70, 90)


class NapBand(StrEnum):
    """How strong an effect a NAP shows: weak < .66 <= medium < .93 <= strong.

    Source: Parker & Vannest 2009, their verbal ranges closed at the lower edge.
    """

    WEAK = "weak"
    MEDIUM = "medium"
    STRONG = "strong"

    @classmethod
    def of(cls, nap: Fraction) -> Self:
        """Give the band of a NAP, 0 to 1."""
        return tuple(cls)[bisect_right(_NAP_EDGES, nap)]


class PndBand(StrEnum):
    """How effective a PND shows a treatment: unreliable < 50 <= questionable < 70 <= effective < 90 <= very.

    Source: Scruggs & Mastropieri 1998, Behavior Modification 22, 221-242; closed at the lower edge.
    """

    UNRELIABLE = "unreliable"
    QUESTIONABLE = "questionable"
    EFFECTIVE = "effective"
    VERY_EFFECTIVE = "very_effective"

    @classmethod
    def of(cls, pnd: Fraction) -> Self:
        """Give the band of a PND, 0 to 100 percent."""
        return tuple(cls)[bisect_right(_PND_EDGES, pnd)]


@dataclass(frozen=True, kw_only=True)
class SeriesStatistics:
    """What a series says about treatment; the figures and their bands are None while a phase is empty.

    `nap` runs from 0 to 1 (.5 is no change), `tau` from -1 to 1, `pnd` from 0 to 100 percent. `tau_u` may
    pass both ends of `tau` when the baseline itself was trending; it is given raw, and flagged above 1.
    """

    baseline_points: int
    treatment_points: int
    nap: Fraction | None = None
    tau: Fraction | None = None
    tau_u: Fraction | None = None
    pnd: Fraction | None = None
    nap_band: NapBand | None = None
    pnd_band: PndBand | None = None
    descriptive_only: bool
    tau_u_above_one: bool = False


def compare(
    baseline: Sequence[float],
    treatment: Sequence[float],
    *,
    direction: Direction,
    minimum_points: int = MINIMUM_POINTS,
) -> SeriesStatistics:
    """Compare the treatment phase of a series with its baseline.

    Over all pairs of one baseline and one treatment point::

        NAP   = (better + ties / 2) / pairs
        Tau   = (better - worse) / pairs
        Tau-U = (better - worse - S_A) / pairs
        PND   = 100 * treatment points beyond the best baseline point / treatment points

    where S_A is the baseline's own Kendall S, its improving minus its worsening pairs.

    :param baseline: the values of phase A in the order of weeks; a missing week is left out, never zero.
    :param treatment: the values of phase B, likewise.
    :param direction: which way is better.
    :param minimum_points: the figures are flagged `descriptive_only` when either phase has fewer points.
    :raises ValueError: a value is not a finite number.

    Sources: NAP, Parker & Vannest 2009, Behavior Therapy 40, 357-367; Tau and Tau-U, Parker, Vannest, Davis &
    Sauber 2011, Behavior Therapy 42, 284-299; PND, Scruggs & Mastropieri 1998.

    >>> mara = compare([6, 5, 7, 6, 6], [5, 4, 3, 3, 2, 2, 1, 1], direction=Direction.LOWER_IS_BETTER)
    >>> rounded(mara.nap, 4), rounded(mara.tau, 3), rounded(mara.tau_u, 3), rounded(mara.pnd, 1)
    (0.9875, 0.975, 1.0, 87.5)
    """
    before, after = [_finite(value) for value in baseline], [_finite(value) for value in treatment]
    if direction == Direction.LOWER_IS_BETTER:
        before, after = [-value for value in before], [-value for value in after]
    descriptive_only = min(len(before), len(after)) < minimum_points
    pairs = len(before) * len(after)
    if not pairs:
        return SeriesStatistics(
            baseline_points=len(before), treatment_points=len(after), descriptive_only=descriptive_only
        )
    gain = _better_minus_worse(product(before, after))
    tau = Fraction(gain, pairs)
    tau_u = Fraction(gain - _better_minus_worse(combinations(before, 2)), pairs)
    nap = (1 + tau) / 2  # a tie is half a better and half a worse pair
    best = max(before)
    pnd = Fraction(100 * sum(value > best for value in after), len(after))
    return SeriesStatistics(
        baseline_points=len(before),
        treatment_points=len(after),
        nap=nap,
        tau=tau,
        tau_u=tau_u,
        pnd=pnd,
        nap_band=NapBand.of(nap),
        pnd_band=PndBand.of(pnd),
        descriptive_only=descriptive_only,
        tau_u_above_one=tau_u > 1,
    )


def slope(points: Sequence[tuple[int, float]]) -> float | None:
    """Give the least-squares slope of a series, in its own unit per week.

    :param points: pairs of week and value, in any order; weeks may be missing, or hold several points.
    :returns: the slope, or None when the points lie in fewer than two different weeks.
    :raises ValueError: a value is not a finite number.
    """
    exact = [(week, value if isinstance(value, int) else Fraction(_finite(value))) for week, value in points]
    if len({week for week, _ in exact}) <= 1:
        return None
    count, weeks = len(exact), sum(week for week, _ in exact)
    rise = count * sum(week * value for week, value in exact) - weeks * sum(value for _, value in exact)
    run = count * sum(week * week for week, _ in exact) - weeks * weeks
    return float(Fraction(rise) / run)


def rounded(value: Fraction | float | None, digits: int) -> float | None:
    """Round half up to `digits` decimals, halves going away from zero; None stays None.

    The half is judged on the exact value: a fraction's own, or the binary one that a float holds.

    :raises ValueError: the value is not a finite number.

    >>> rounded(Fraction(1, 8), 2), rounded(Fraction(-1, 8), 2)
    (0.13, -0.13)
    """
    if value is None:
        return None
    above, below = _finite(value).as_integer_ratio()
    scale: int = 10**digits
    units = (2 * abs(above) * scale + below) // (2 * below)
    return (units if above > 0 else -units) / scale


def _finite(value: Number) -> Number:
    if not isfinite(value):
        raise ValueError(f"A value of a series is a finite number, not {value!r}.")
    return value


def _better_minus_worse(pairs: Iterable[tuple[float, float]]) -> int:
    """Kendall's S of pairs (earlier, later) in which more is better."""
    return sum((later > earlier) - (later < earlier) for earlier, later in pairs)
