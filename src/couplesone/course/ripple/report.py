"""From facts to the ripple report: pure, without a database.

Own change is what the client counts or rates of themselves; what came back is what they report of the other, and the
responses that were recorded. A week in which nothing was reported is absent, not zero; in a week with a check-in, no
recorded response of harmony counts as none. Sources: S2.22, S2.59, S2.64, S4.14; decisions F33.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from uuid import UUID

from couplesone.cases.weekly import WeeklyMeasure
from couplesone.course.facts import CaseFacts, ResponseFact
from couplesone.course.ripple.schemas import (
    READING,
    LaggedTau,
    ResponseCount,
    ResponseWeek,
    RippleOut,
    WeeklySeries,
)
from couplesone.course.schemas import Parameter, SeriesPoint
from couplesone.course.series import points_of
from couplesone.kernel.coded import Coded
from couplesone.measures.association import LAGS, MINIMUM_PAIRS, lagged
from couplesone.measures.single_case import rounded
from couplesone.plans.responses.codes import InitiatedBy, ResponseDomain, ResponseType, Valence

OWN_CHANGE = (
    WeeklyMeasure.SELF_INITIATED_STEPS,
    WeeklyMeasure.NEED_STATEMENTS,
    WeeklyMeasure.APPRECIATIONS,
    WeeklyMeasure.PRESSURE,
    WeeklyMeasure.CRITICISM,
    WeeklyMeasure.REACTIVITY,
    WeeklyMeasure.AGENCY,
    WeeklyMeasure.COMMUNICATION,
    WeeklyMeasure.REGULATION,
    WeeklyMeasure.SELF_AWARENESS,
    WeeklyMeasure.COMPASSION,
)
"""What the client does differently, in the order in which it is shown."""

REPORTED = (
    WeeklyMeasure.POSITIVE_RESPONSES,
    WeeklyMeasure.PARTNER_OPENNESS,
    WeeklyMeasure.PARTNER_DEFENSIVENESS,
)
"""What the client reports of the other."""

LOGGED_HARMONY = "logged_harmony"
_VALENCES = tuple(valence.value for valence in Valence)


def ripple(facts: CaseFacts, responses: Sequence[ResponseFact], week: int) -> RippleOut:
    """Return the ripple report as of a week."""
    within = [response for response in responses if 1 <= facts.week(response.occurred_on) <= week]
    own = series_with_points(facts, OWN_CHANGE, week)
    reported = series_with_points(facts, REPORTED, week)
    back: dict[str, Mapping[int, float]] = {one.measure.value: _by_week(one) for one in reported}
    if within:
        back[LOGGED_HARMONY] = _logged_harmony(facts, within, week)
    return RippleOut(
        case_id=UUID(facts.case_id),
        as_of_week=week,
        reading=READING,
        own_change=own,
        reported=reported,
        responses=_weeks(facts, within),
        by_domain=_counted(within, ResponseDomain, lambda response: response.domain),
        by_type=_counted(within, ResponseType, lambda response: response.type),
        by_initiator=_counted(within, InitiatedBy, lambda response: response.initiated_by),
        responses_recorded=len(within),
        associations=[
            LaggedTau(
                own=one.measure,
                reported=name,
                lag_weeks=lag,
                pairs=(found := lagged(_by_week(one), series, lag)).pairs,
                tau=rounded(found.tau, 4),
            )
            for one in own
            for name, series in back.items()
            for lag in LAGS
        ],
        parameters=[
            Parameter(name="minimum_pairs", value=MINIMUM_PAIRS, source="Convention of this program"),
            Parameter(name="longest_lag_weeks", value=LAGS[-1], source="Convention of this program"),
        ],
    )


def series_with_points(facts: CaseFacts, measures: Iterable[WeeklyMeasure], week: int) -> list[WeeklySeries]:
    """Return those of the measures that were ever reported, up to a week."""
    return [
        WeeklySeries(
            measure=measure,
            label=measure.label,
            direction=measure.direction,
            points=[SeriesPoint(week=at, value=value) for at, value in points],
        )
        for measure in measures
        if (points := points_of(facts, measure, week))
    ]


def _by_week(series: WeeklySeries) -> dict[int, float]:
    return {point.week: point.value for point in series.points}


def _logged_harmony(facts: CaseFacts, responses: Sequence[ResponseFact], week: int) -> dict[int, float]:
    told = {at: 0.0 for at in facts.primary if 1 <= at <= week}
    for response in responses:
        at = facts.week(response.occurred_on)
        told[at] = told.get(at, 0) + (response.valence == Valence.HARMONY)
    return told


def _weeks(facts: CaseFacts, responses: Sequence[ResponseFact]) -> list[ResponseWeek]:
    counted = Counter((facts.week(response.occurred_on), response.valence) for response in responses)
    return [
        ResponseWeek(week=week, **{valence: counted[week, valence] for valence in _VALENCES})
        for week in sorted({week for week, _ in counted})
    ]


def _counted(
    responses: Sequence[ResponseFact], vocabulary: type[Coded], code_of: Callable[[ResponseFact], str]
) -> list[ResponseCount]:
    counted = Counter((code_of(response), response.valence) for response in responses)
    present = {code for code, _ in counted}
    return [
        ResponseCount(
            code=member.value,
            label=member.label,
            **{valence: counted[member.value, valence] for valence in _VALENCES},
        )
        for member in vocabulary
        if member.value in present
    ]
