"""What the trends show."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from pydantic import Field

from couplesone.cases.weekly import WeeklyMeasure
from couplesone.course.ripple.schemas import ResponseWeek, WeeklySeries
from couplesone.course.schemas import SeriesPoint
from couplesone.web.schemas import Output


class PressureAndOpenness(Output):
    """A week with its pressure and the partner's openness, as the client sees it; null where not reported."""

    week: int
    pressure: int | None
    openness: int | None
    urgency: int | None


class PressureLag(Output):
    """How openness goes together with the pressure of some weeks before: Kendall's tau-b, description only."""

    lag_weeks: int
    pairs: int
    tau: float | None


class OpennessAgainstPressure(Output):
    """Openness against pressure (S2.1, S2.22, S2.59)."""

    weeks: list[PressureAndOpenness]
    associations: list[PressureLag]


class AgencyAndGrief(Output):
    """A week with the client's agency and the strongest grief and stuckness noted in it (S0.19)."""

    week: int
    agency: int | None
    grief: int | None
    stuck: int | None


class SoloStart(Output):
    """How agency moved since the client began alone (S0.12)."""

    solo_start: date = Field(description="The day on which the case was opened.")
    first: SeriesPoint | None
    latest: SeriesPoint | None
    change: int | None


class Focus(Output):
    """Whom sessions that took place, and goals, are about (S3.14)."""

    sessions: dict[str, int]
    goals_about_client: int = Field(description="All of them: no goal is anybody else's.")
    self_percent: float | None = Field(description="Share of the sessions; one about both counts half.")


class Coercion(Output):
    """Attempts to move the partner, and how many of them belong to the coercive subset (S2.41)."""

    attempts: int
    coercive: int
    coercive_percent: float | None


class Speech(Output):
    """What the client counts of the own ways of speaking (S2.27, S2.43, S2.49, S2.51)."""

    series: list[WeeklySeries]
    need_statements: int
    criticisms: int
    need_percent: float | None = Field(description="Needs said, of needs and criticisms together.")


class Skills(Output):
    """Self-rated skills beside what came back (S2.29, S2.64)."""

    series: list[WeeklySeries]
    change: dict[WeeklyMeasure, int] = Field(description="From the first to the latest rating.")
    responses: list[ResponseWeek]


class TrendsOut(Output):
    """Series of a case that are read together; a week without a report is absent or null, never zero."""

    case_id: UUID
    as_of_week: int
    openness_against_pressure: OpennessAgainstPressure
    agency_and_grief: list[AgencyAndGrief]
    agency_since_start: SoloStart
    self_initiated_steps: list[SeriesPoint]
    focus: Focus
    coercion: Coercion
    speech: Speech
    skills: Skills
