"""From facts to the trends: pure, without a database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from couplesone.cases.codes import PressureType, ReactionCode
from couplesone.cases.weekly import WeeklyMeasure
from couplesone.course.alerts.rules import self_share
from couplesone.course.facts import CaseFacts, PressureFact, ReactionFact, ResponseFact
from couplesone.course.ripple.report import ripple, series_with_points
from couplesone.course.schemas import SeriesPoint
from couplesone.course.series import points_of
from couplesone.course.trends.schemas import (
    AgencyAndGrief,
    Coercion,
    Focus,
    OpennessAgainstPressure,
    PressureAndOpenness,
    PressureLag,
    Skills,
    SoloStart,
    Speech,
    TrendsOut,
)
from couplesone.measures.association import LAGS, lagged
from couplesone.measures.single_case import rounded
from couplesone.plans.codes import GoalLifecycle

SPEECH = (
    WeeklyMeasure.NEED_STATEMENTS,
    WeeklyMeasure.APPRECIATIONS,
    WeeklyMeasure.CRITICISM,
    WeeklyMeasure.CONTEMPT,
    WeeklyMeasure.DEFENSIVENESS,
    WeeklyMeasure.STONEWALLING,
)
SKILLS = (WeeklyMeasure.COMMUNICATION, WeeklyMeasure.REGULATION, WeeklyMeasure.SELF_AWARENESS)
_NO_GOAL = (GoalLifecycle.CANCELLED.value, GoalLifecycle.ENTERED_IN_ERROR.value)


def trends(
    facts: CaseFacts,
    reactions: Sequence[ReactionFact],
    responses: Sequence[ResponseFact],
    sessions_about: Mapping[str, int],
    week: int,
) -> TrendsOut:
    """Return the trends of a case as of a week."""
    steps = points_of(facts, WeeklyMeasure.SELF_INITIATED_STEPS, week)
    return TrendsOut(
        case_id=UUID(facts.case_id),
        as_of_week=week,
        openness_against_pressure=_openness(facts, week),
        agency_and_grief=_agency_and_grief(facts, reactions, week),
        agency_since_start=_since_start(facts, week),
        self_initiated_steps=[SeriesPoint(week=at, value=value) for at, value in steps],
        focus=Focus(
            sessions=dict(sessions_about),
            goals_about_client=sum(goal.lifecycle not in _NO_GOAL for goal in facts.goals),
            self_percent=rounded(self_share(sessions_about), 1),
        ),
        coercion=coercion([event for event in facts.pressure if facts.week(event.occurred_on) <= week]),
        speech=_speech(facts, week),
        skills=_skills(facts, responses, week),
    )


def coercion(events: Sequence[PressureFact]) -> Coercion:
    """Return how many of the logged attempts belong to the coercive subset (S2.41)."""
    attempts = sum(event.times for event in events)
    coercive = sum(event.times for event in events if PressureType(event.type).coercive)
    return Coercion(attempts=attempts, coercive=coercive, coercive_percent=_percent(coercive, attempts))


def _openness(facts: CaseFacts, week: int) -> OpennessAgainstPressure:
    pressure = dict(points_of(facts, WeeklyMeasure.PRESSURE, week))
    openness = dict(points_of(facts, WeeklyMeasure.PARTNER_OPENNESS, week))
    urgency = dict(points_of(facts, WeeklyMeasure.URGENCY, week))
    found = [lagged(pressure, openness, lag) for lag in LAGS]
    return OpennessAgainstPressure(
        weeks=[
            PressureAndOpenness(
                week=at, pressure=pressure.get(at), openness=openness.get(at), urgency=urgency.get(at)
            )
            for at in sorted(pressure.keys() | openness.keys() | urgency.keys())
        ],
        associations=[
            PressureLag(lag_weeks=one.lag, pairs=one.pairs, tau=rounded(one.tau, 4)) for one in found
        ],
    )


def _agency_and_grief(facts: CaseFacts, reactions: Sequence[ReactionFact], week: int) -> list[AgencyAndGrief]:
    agency = dict(points_of(facts, WeeklyMeasure.AGENCY, week))
    grief = _strongest(facts, reactions, ReactionCode.GRIEF, week)
    stuck = _strongest(facts, reactions, ReactionCode.STUCK, week)
    return [
        AgencyAndGrief(week=at, agency=agency.get(at), grief=grief.get(at), stuck=stuck.get(at))
        for at in sorted(agency.keys() | grief.keys() | stuck.keys())
    ]


def _strongest(
    facts: CaseFacts, reactions: Sequence[ReactionFact], code: ReactionCode, week: int
) -> dict[int, int]:
    found: dict[int, int] = {}
    for reaction in reactions:
        at = facts.week(reaction.occurred_on)
        if reaction.code == code and at <= week:
            found[at] = max(reaction.intensity, found.get(at, 0))
    return found


def _since_start(facts: CaseFacts, week: int) -> SoloStart:
    points = [SeriesPoint(week=at, value=value) for at, value in points_of(facts, WeeklyMeasure.AGENCY, week)]
    return SoloStart(
        solo_start=facts.opened_on,
        first=points[0] if points else None,
        latest=points[-1] if points else None,
        change=points[-1].value - points[0].value if points else None,
    )


def _speech(facts: CaseFacts, week: int) -> Speech:
    totals = {measure: sum(value for _, value in points_of(facts, measure, week)) for measure in SPEECH}
    needs, criticisms = totals[WeeklyMeasure.NEED_STATEMENTS], totals[WeeklyMeasure.CRITICISM]
    return Speech(
        series=series_with_points(facts, SPEECH, week),
        need_statements=needs,
        criticisms=criticisms,
        need_percent=_percent(needs, needs + criticisms),
    )


def _skills(facts: CaseFacts, responses: Sequence[ResponseFact], week: int) -> Skills:
    series = series_with_points(facts, SKILLS, week)
    return Skills(
        series=series,
        change={one.measure: one.points[-1].value - one.points[0].value for one in series},
        responses=ripple(facts, responses, week).responses,
    )


def _percent(part: int, whole: int) -> float | None:
    return rounded(100 * part / whole, 1) if whole else None
