"""From facts to the figures that the API shows: progress, and the parts of it that the dashboard repeats."""

from __future__ import annotations

from uuid import UUID

from couplesone.cases.weekly import WeeklyMeasure
from couplesone.course.attainment import Attainment, attainment, baseline, rated_weeks, standing
from couplesone.course.facts import CaseFacts
from couplesone.course.measures import measures_out
from couplesone.course.schemas import (
    AttainmentOut,
    AttainmentPoint,
    CompletenessOut,
    GoalProgress,
    Parameter,
    ProgressOut,
    SeriesOut,
    SeriesPhase,
    SeriesPoint,
)
from couplesone.course.series import Series, check_in_weeks, series_of
from couplesone.measures.single_case import rounded
from couplesone.plans.attainment import GAS_RHO
from couplesone.plans.codes import GoalLifecycle
from couplesone.safety.blocks import Standing


def series_out(series: Series) -> SeriesOut:
    """Return a series as shown: NAP, Tau and Tau-U to four digits, PND to two, the slope to four."""
    found = series.statistics
    return SeriesOut(
        measure=series.measure,
        label=series.measure.label,
        direction=series.direction,
        points=[SeriesPoint(week=week, value=value) for week, value in series.points],
        baseline_points=found.baseline_points,
        treatment_points=found.treatment_points,
        nap=rounded(found.nap, 4),
        nap_band=found.nap_band,
        tau=rounded(found.tau, 4),
        tau_u=rounded(found.tau_u, 4),
        tau_u_above_one=found.tau_u_above_one,
        pnd=rounded(found.pnd, 2),
        pnd_band=found.pnd_band,
        descriptive_only=found.descriptive_only,
        slope_per_week=rounded(series.slope, 4),
    )


def goals_out(found: Attainment) -> list[GoalProgress]:
    """Return where each goal stands."""
    return [
        GoalProgress(
            goal_id=UUID(level.goal.id),
            title=level.goal.title,
            lifecycle=GoalLifecycle(level.goal.lifecycle),
            weight=level.goal.weight,
            baseline_level=level.goal.baseline_level,
            level=level.level,
            rated_week=level.rated_week,
            achievement=level.achievement,
        )
        for level in found.levels
    ]


def attainment_out(facts: CaseFacts, week: int) -> AttainmentOut:
    """Return the T-scores: the baseline first, then every week in which a goal was rated, then the week itself."""
    start, now = baseline(facts), standing(facts, week)
    history = [] if start is None else [start]
    history += [attainment(facts, rated) for rated in rated_weeks(facts, week)]
    return AttainmentOut(
        t_score=now.t_score,
        baseline_t_score=start.t_score if start else None,
        points=[
            AttainmentPoint(week=at.week, t_score=at.t_score, ratings=[level.level for level in at.levels])
            for at in history
        ],
        goals=goals_out(now),
    )


def phases(facts: CaseFacts, week: int) -> list[SeriesPhase]:
    """Return the phases of the series up to a week: A before the plan, B from the week of its activation."""
    starts = facts.treatment_starts
    last_of_a = week if starts is None else min(week, starts - 1)
    found = [SeriesPhase(code="A", first_week=1, last_week=last_of_a)] if last_of_a >= 1 else []
    if starts is not None and week >= starts:
        found.append(SeriesPhase(code="B", first_week=starts, last_week=week))
    return found


def progress(
    facts: CaseFacts, week: int, safety: Standing | None, ended: CompletenessOut, *, minimum_points: int
) -> ProgressOut:
    """Return every figure of a case as of a week, with how the case stands today as to safety and its ending."""
    series = (series_of(facts, measure, week, minimum_points=minimum_points) for measure in WeeklyMeasure)
    return ProgressOut(
        case_id=UUID(facts.case_id),
        opened_on=facts.opened_on,
        completeness=ended,
        as_of_week=week,
        check_in_weeks=check_in_weeks(facts, week),
        focus_series=WeeklyMeasure(facts.focus_series),
        phases=phases(facts, week),
        attainment=attainment_out(facts, week),
        series=[series_out(one) for one in series if one.points],
        measures=measures_out(facts, week, safety),
        parameters=[
            Parameter(name="gas_rho", value=GAS_RHO, source="Kiresuk & Sherman 1968"),
            Parameter(
                name="minimum_phase_points",
                value=minimum_points,
                source="Practice setting; five points a phase by convention of single-case research",
            ),
        ],
    )
