"""The weekly series of a case and their single-case statistics.

Pressure in a week is the larger of the events logged and the count in that week's check-in (decisions C20); every
other measure is what the week's primary report says. A missing week is absent, not zero. Phase A ends and phase B
starts with the week in which the first plan was activated (F30).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from couplesone.cases.weekly import Direction, WeeklyMeasure
from couplesone.course.facts import CaseFacts
from couplesone.measures.single_case import SeriesStatistics, compare, slope


@dataclass(frozen=True, slots=True)
class Series:
    """One measure over the weeks, and how it moved from phase A to phase B."""

    measure: WeeklyMeasure
    points: tuple[tuple[int, int], ...]
    statistics: SeriesStatistics
    slope: float | None

    @property
    def direction(self) -> Direction:
        """Which way is better."""
        return self.measure.direction


def points_of(facts: CaseFacts, measure: WeeklyMeasure, up_to: int) -> tuple[tuple[int, int], ...]:
    """Return (week, value) of a measure in ascending weeks up to ``up_to``."""
    values = {
        week: report.values[measure] for week, report in facts.primary.items() if measure in report.values
    }
    if measure is WeeklyMeasure.PRESSURE:
        logged: Counter[int] = Counter()
        for event in facts.pressure:
            logged[facts.week(event.occurred_on)] += event.times
        for week, times in logged.items():
            values[week] = max(times, values.get(week, 0))
    return tuple((week, values[week]) for week in sorted(values) if 1 <= week <= up_to)


def series_of(facts: CaseFacts, measure: WeeklyMeasure, up_to: int, *, minimum_points: int) -> Series:
    """Return the series of a measure with its statistics up to a week."""
    points = points_of(facts, measure, up_to)
    starts = facts.treatment_starts
    before = [value for week, value in points if starts is None or week < starts]
    after = [value for week, value in points if starts is not None and week >= starts]
    statistics = compare(before, after, direction=measure.direction, minimum_points=minimum_points)
    return Series(measure, points, statistics, slope(points))


def check_in_weeks(facts: CaseFacts, up_to: int) -> int:
    """Return in how many weeks up to ``up_to`` there is a check-in from any source."""
    return sum(1 for week in facts.primary if week <= up_to)
