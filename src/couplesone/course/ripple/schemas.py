"""What the ripple report shows."""

from __future__ import annotations

from uuid import UUID

from pydantic import Field

from couplesone.cases.weekly import Direction, WeeklyMeasure
from couplesone.course.schemas import Parameter, ProgressFilters, SeriesPoint
from couplesone.web.schemas import Output

READING = (
    "What came back is as it was reported. That two series go together in these weeks does not show that one "
    "brought the other about, and foretells nothing."
)


class WeeklySeries(Output):
    """One measure over the weeks; a week without a report is absent."""

    measure: WeeklyMeasure
    label: str
    direction: Direction
    points: list[SeriesPoint]


class ResponseWeek(Output):
    """How many responses were recorded in a week, by where they moved; tension is a result like any other."""

    week: int
    harmony: int
    tension: int
    mixed: int
    none: int


class ResponseCount(Output):
    """How many responses have a code, by where they moved."""

    code: str
    label: str
    harmony: int
    tension: int
    mixed: int
    none: int


class LaggedTau(Output):
    """How an own series goes together with a reported one some weeks later: Kendall's tau-b, description only."""

    own: WeeklyMeasure
    reported: str = Field(description="A weekly measure, or logged_harmony: responses of harmony recorded.")
    lag_weeks: int
    pairs: int = Field(description="Weeks in which both are known.")
    tau: float | None = Field(description="-1 to 1; null under minimum_pairs, or where either never changes.")


class RippleOut(Output):
    """Own change against reported responses, over the weeks of a case."""

    case_id: UUID
    as_of_week: int
    reading: str = Field(description="How the figures are to be read.")
    own_change: list[WeeklySeries]
    reported: list[WeeklySeries]
    responses: list[ResponseWeek]
    by_domain: list[ResponseCount]
    by_type: list[ResponseCount]
    by_initiator: list[ResponseCount]
    responses_recorded: int = Field(description="Each counts as an outcome, also before any invitation.")
    associations: list[LaggedTau]
    parameters: list[Parameter]


class RippleChartFilters(ProgressFilters):
    """As of which week, and which own change is drawn."""

    own: WeeklyMeasure | None = Field(
        None, description="By default the first of the report's own_change series."
    )
