"""Where a total was to be expected from those before it, and whether it lies on the worse side of that.

A least-squares line through the earlier totals, four at least, with the 80 % band for one new observation
(decisions.md 33)::

    expected +- t(.90, n - 2) * s * sqrt(1 + 1/n + (x - mean)^2 / Sxx)

It describes the course of numbers. It says nothing about why, and names no illness.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import atan, cos, pi, sin, sqrt

from couplesone.cases.weekly import Direction

LEAST_POINTS = 4
"""How many earlier totals a line needs."""
BAND_PERCENT = 80
_QUANTILE = 0.9
_STEPS = 60

Point = tuple[int, float]
"""A day as a number, and the total of that day."""


@dataclass(frozen=True, slots=True)
class Trajectory:
    """The line through ``points`` earlier totals, and the band in which the next one is to be expected."""

    points: int
    slope_per_week: float
    expected: float
    lower: float
    upper: float
    actual: float
    outside_on_worse_side: bool


def trajectory(points: Sequence[Point], *, direction: Direction) -> Trajectory | None:
    """Compare the last point with the line through those before it.

    :param points: in the order of days; days differ.
    :returns: None while fewer than ``LEAST_POINTS`` lie before the last, or all of those on one day.
    """
    if len(points) <= LEAST_POINTS:
        return None
    *earlier, (day, actual) = points
    count = len(earlier)
    mean_x = sum(x for x, _ in earlier) / count
    mean_y = sum(y for _, y in earlier) / count
    spread = sum((x - mean_x) ** 2 for x, _ in earlier)
    if spread == 0:
        return None
    slope = sum((x - mean_x) * (y - mean_y) for x, y in earlier) / spread
    rest = sum((y - mean_y - slope * (x - mean_x)) ** 2 for x, y in earlier)
    expected = mean_y + slope * (day - mean_x)
    error = sqrt(rest / (count - 2) * (1 + 1 / count + (day - mean_x) ** 2 / spread))
    half = student_quantile(_QUANTILE, count - 2) * error
    lower, upper = expected - half, expected + half
    tolerance = 1e-9  # a total on the line of a perfectly even course lies on the band, not beyond it
    worse = (
        actual < lower - tolerance if direction is Direction.HIGHER_IS_BETTER else actual > upper + tolerance
    )
    return Trajectory(count, 7 * slope, expected, lower, upper, actual, worse)


def student_quantile(probability: float, freedom: int) -> float:
    """Return the quantile of Student's t, by halving the interval on its distribution function.

    >>> round(student_quantile(0.9, 2), 3), round(student_quantile(0.9, 10), 3)
    (1.886, 1.372)
    """
    low, high = 0.0, 1000.0
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if _distribution(middle, freedom) < probability:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def _distribution(t: float, freedom: int) -> float:
    """Student's distribution function at t >= 0 for whole degrees of freedom (Abramowitz & Stegun 26.7.3-4)."""
    angle = atan(t / sqrt(freedom))
    cosine, sine = cos(angle), sin(angle)
    if freedom % 2:
        term, total = cosine, 0.0
        for step in range(1, freedom - 1, 2):
            total += term
            term *= cosine**2 * (step + 1) / (step + 2)
        within = 2 / pi * (angle + sine * total)
    else:
        term, total = 1.0, 0.0
        for step in range(0, freedom - 1, 2):
            total += term
            term *= cosine**2 * (step + 1) / (step + 2)
        within = sine * total
    return (1 + within) / 2
