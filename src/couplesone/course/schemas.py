"""What the course room shows and takes."""

from __future__ import annotations

from datetime import date
from typing import Literal
from uuid import UUID

from pydantic import ConfigDict, Field

from couplesone.cases.codes import CaseStatus, Stance, WaivedBy
from couplesone.cases.identified_client import IdentifiedClientNote
from couplesone.cases.weekly import Direction, Source, WeeklyMeasure
from couplesone.course.alerts.schemas import AlertOut
from couplesone.course.codes import Incomplete
from couplesone.course.stages import RuleState, StageName
from couplesone.invitations.codes import InvitationState
from couplesone.measures.codes import ChangeClass
from couplesone.measures.results.schemas import ChangeWithheldOut, MeasureSeriesOut
from couplesone.measures.single_case import NapBand, PndBand
from couplesone.plans.codes import Achievement, GoalLifecycle, PlanStatus
from couplesone.safety.codes import SafetyGrade, ScreenResult, StandingState
from couplesone.safety.standing.schemas import BlockOut, DueOut, OpenFlagOut
from couplesone.web.schemas import Action, Filters, Input, Instant, Output, PageFilters, Text


class IncompleteOut(Output):
    """Why the course of a case is not complete."""

    code: Incomplete
    sentence: str


class CompletenessOut(Output):
    """Whether the course of a case came to its end, as of today; else its figures are no outcome."""

    complete: bool
    reason: IncompleteOut | None


class SeriesPoint(Output):
    """The value of a week."""

    week: int
    value: int


class SeriesOut(Output):
    """One weekly series with its single-case statistics: phase A before the plan, phase B from its first week."""

    measure: WeeklyMeasure
    label: str
    direction: Direction
    points: list[SeriesPoint]
    baseline_points: int
    treatment_points: int
    nap: float | None
    nap_band: NapBand | None
    tau: float | None
    tau_u: float | None
    tau_u_above_one: bool
    pnd: float | None
    pnd_band: PndBand | None
    descriptive_only: bool = Field(description="A phase has fewer points than minimum_phase_points.")
    slope_per_week: float | None


class GoalProgress(Output):
    """Where a goal stands."""

    goal_id: UUID
    title: str
    lifecycle: GoalLifecycle
    weight: int
    baseline_level: int
    level: int
    rated_week: int | None
    achievement: Achievement


class AttainmentPoint(Output):
    """The T-score at the end of a week, with the level of each goal in the plan's order."""

    week: int
    t_score: float | None
    ratings: list[int]


class AttainmentOut(Output):
    """Goal attainment: T-scores by the formula of Kiresuk and Sherman, 50 being the expected outcome."""

    t_score: float | None = Field(
        description="Null without a plan in force, and since the closing of a case whose course is incomplete."
    )
    baseline_t_score: float | None
    points: list[AttainmentPoint]
    goals: list[GoalProgress]


class SeriesPhase(Output):
    """A phase of the weekly series."""

    code: Literal["A", "B"]
    first_week: int
    last_week: int


class Parameter(Output):
    """A number that figures were computed with, and where it is from."""

    name: str
    value: float
    source: str


class ProgressOut(Output):
    """Every figure of a case as of a week, with the parameters it was computed with; it can be computed again."""

    case_id: UUID
    opened_on: date
    completeness: CompletenessOut
    as_of_week: int
    check_in_weeks: int
    focus_series: WeeklyMeasure
    phases: list[SeriesPhase]
    attainment: AttainmentOut
    series: list[SeriesOut]
    measures: list[MeasureSeriesOut]
    parameters: list[Parameter]


class ProgressFilters(Filters):
    """As of which week."""

    as_of_week: int | None = Field(None, ge=0, le=2000, description="A series week; by default this week.")


class ExitRuleOut(Output):
    """An exit rule of the stage."""

    code: str
    sentence: str
    state: RuleState


class StageOut(Output):
    """The stage of a case with its exit rules. ``version`` is the case's."""

    id: UUID
    case_id: UUID
    version: int
    stage: int
    name: StageName
    rules: list[ExitRuleOut]
    may_advance: bool
    actions: list[Action]


class StageAdvance(Input):
    """The day on which the stage ends; today by default."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"occurred_on": "2026-02-09"}]})

    occurred_on: date | None = None


class StageReturn(Input):
    """To which earlier stage the case goes back."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"to_stage": 1, "occurred_on": "2026-02-09"}]})

    to_stage: int = Field(ge=0, le=7)
    occurred_on: date | None = None


class StageWaive(Input):
    """A rule of the present stage that is waived, on what ground, and why."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "rule": "safety_screen",
                    "waived_by": "clinician_reason",
                    "reason": "Taken on paper with the client alone; filed in the paper chart.",
                }
            ]
        }
    )

    rule: str = Field(pattern=r"^[a-z_]{1,60}$")
    waived_by: WaivedBy
    reason: Text


class TimelineEntry(Output):
    """Something that happened in the case: its day, kind, id and code; no narrative."""

    occurred_on: date
    kind: str
    id: UUID
    code: str | None


class NotShown(Output):
    """A part of the picture that whoever asks may not see, whether or not there is anything."""

    state: Literal["not_shown"]


class SafetySummary(Output):
    """How the case stands as to safety today."""

    state: StandingState
    taken_on: date | None
    result: ScreenResult | None
    grade: SafetyGrade | None
    flags: list[OpenFlagOut]
    due: list[DueOut]
    blocks: list[BlockOut]


class InvitationSummary(Output):
    """What stands in the way of letting an invitation go now; nothing needs one."""

    state: Literal["held", "free"]
    holds: list[str] = Field(description="The codes of what stands in the way, as in invitation-holds.")
    invitation_id: UUID | None = Field(description="The invitation that has not gone yet.")
    invitation_state: InvitationState | None


class PersonSummary(Output):
    """A client or partner in brief."""

    id: UUID
    name_used: str | None
    pronouns: str | None


class StanceSummary(Output):
    """The partner's latest stance, as reported."""

    stance: Stance
    occurred_on: date
    reported_by: str


class PlanSummary(Output):
    """The plan in force."""

    id: UUID
    number: int
    status: PlanStatus
    activated_on: date | None
    review_due_on: date | None


class CheckInSummary(Output):
    """A recent check-in."""

    id: UUID
    week: int
    week_of: date
    source: Source
    values: dict[str, int]


class MeasureSummary(Output):
    """The latest total of an instrument, and its change since the first by the set of parameters that is named."""

    instrument: str
    name: str
    administration_id: UUID
    taken_on: date
    total: float | None
    prorated: bool
    band: str | None
    first_total: float | None
    change_class: ChangeClass | None
    parameter_set: str | None
    change_withheld: ChangeWithheldOut | None
    off_track: bool


class RiskSummary(Output):
    """Risk answers that nobody has looked at yet, beside the latest hope for change, 0 to 10."""

    waiting: list[UUID] | None = Field(description="Null for whoever may not read safety data.")
    waiting_since: date | None
    hope_for_change: int | None


class Dashboard(Output):
    """A case in one answer."""

    id: UUID
    version: int
    updated_at: Instant
    status: CaseStatus
    opened_on: date
    current_week: int
    purpose_statement: str | None
    identified_client: IdentifiedClientNote
    client: PersonSummary
    partner: PersonSummary | None
    partner_stance: StanceSummary | None
    stage: int
    stage_name: StageName
    next_step: str | None
    next_step_due_on: date | None
    plan: PlanSummary | None
    completeness: CompletenessOut
    t_score: float | None
    baseline_t_score: float | None
    goals: list[GoalProgress]
    focus: SeriesOut
    pressure_last_four_weeks: int
    coercive_percent: float | None = Field(description="Coercive attempts, of all that were logged.")
    check_in_weeks: int
    check_ins: list[CheckInSummary]
    measures: list[MeasureSummary]
    risk: RiskSummary
    attention: list[str] = Field(
        description="risk_answer, no_next_step, next_step_overdue, review_due, check_in_missing, screen_due, "
        "measure_due"
    )
    alerts: list[AlertOut] = Field(description="Those that are raised; never a diagnosis.")
    invitation_holds: InvitationSummary | NotShown
    safety_flags: SafetySummary | NotShown


class WorklistFilters(PageFilters):
    """Whose cases: all that one may see, or those of one clinician."""

    staff_id: UUID | None = Field(None, description="Only cases whose client this person treats today.")


class WorklistItem(Output):
    """A case that wants attention, and since when."""

    case_id: UUID
    client_id: UUID
    client_name: str
    status: CaseStatus
    stage: int
    due_on: date
    urgent: bool = Field(description="It does not wait for the next session.")
