"""The picture of a case: goal levels and T-score over the weeks, and the focus series with its phases."""

from __future__ import annotations

from itertools import pairwise

from couplesone.cases.weekly import WeeklyMeasure
from couplesone.course.attainment import attainment, baseline, rated_weeks
from couplesone.course.facts import CaseFacts
from couplesone.course.progress import phases
from couplesone.course.series import points_of
from couplesone.rendering.chart import Band, Line, progress_chart

_PHASE_NAMES = {"A": "A: before the plan", "B": "B: with the plan"}


def chart(facts: CaseFacts, week: int) -> str:
    """Return the SVG picture of a case as of a week."""
    start = baseline(facts)
    history = ([] if start is None else [start]) + [attainment(facts, at) for at in rated_weeks(facts, week)]
    standing = {at.week: at for at in history}
    weeks = sorted(standing)
    every = max([1, *(later - earlier for earlier, later in pairwise(weeks))])
    lines: dict[str, list[tuple[int, float]]] = {}
    titles: dict[str, str] = {}
    for at in weeks:
        for level in standing[at].levels:
            key = str(level.goal.id)
            titles[key] = level.goal.title
            lines.setdefault(key, []).append((at, level.level))
    scores = [(at, score) for at in weeks if (score := standing[at].t_score) is not None]
    focus = WeeklyMeasure(facts.focus_series)
    return progress_chart(
        title="Progress by week",
        goals=[Line(titles[key], tuple(points), every) for key, points in lines.items()],
        t_scores=Line("T-score", tuple(scores), every),
        series=Line(focus.label, points_of(facts, focus, week)),
        phases=[
            Band(_PHASE_NAMES[phase.code], phase.first_week, phase.last_week) for phase in phases(facts, week)
        ],
    )
