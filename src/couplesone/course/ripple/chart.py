"""The picture of the ripple report."""

from __future__ import annotations

from couplesone.cases.weekly import WeeklyMeasure
from couplesone.course.ripple.schemas import RippleOut
from couplesone.plans.responses.codes import Valence
from couplesone.rendering.chart import Line
from couplesone.rendering.ripple import ripple_chart


def chart(report: RippleOut, own: WeeklyMeasure | None) -> str:
    """Return the SVG picture of a report, with the own change that is asked for, or its first."""
    chosen = [one for one in report.own_change if own in (None, one.measure)][:1]
    above = [Line(one.label, tuple((point.week, point.value) for point in one.points)) for one in chosen]
    if own is not None and not above:
        above = [Line(own.label, ())]
    weeks = range(1, report.as_of_week + 1)
    counted = {week.week: week for week in report.responses}
    responses = [
        Line(
            valence.label,
            tuple((at, getattr(counted[at], valence.value) if at in counted else 0) for at in weeks),
        )
        for valence in (Valence.HARMONY, Valence.TENSION, Valence.MIXED)
        if any(getattr(week, valence.value) for week in report.responses)
    ]
    return ripple_chart(
        title="Own change and what came back",
        own=above[0] if above else None,
        responses=responses,
        note=report.reading,
    )
