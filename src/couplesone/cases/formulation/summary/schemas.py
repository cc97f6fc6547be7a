"""What the formulation shows at a glance (S1.18, S2.12, S2.41, S2.45, S2.57, S2.62, S3.32)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from pydantic import Field

from couplesone.web.schemas import Output


class PressureGlance(Output):
    """The attempts to involve the partner, all of them.

    ``nudging_days`` lie between the first and the last; how long it went on never decides about care (S3.32).
    """

    attempts: int
    coercive_attempts: int
    first_on: date | None
    last_on: date | None
    nudging_days: int | None


class CycleGlance(Output):
    """The maps, and how many attempts to involve the partner were episodes of one (S2.12)."""

    maps: int
    agreed_maps: int
    current_map_id: UUID | None
    attempts_in_cycle: int
    overlap_percent: float | None


class OwnPartGlance(Output):
    """How many own parts are named, and how many of them say all that there is to say (S2.45)."""

    items: int
    complete: int


class StrengthGlance(Output):
    """Strengths and exceptions beside problems: own parts, and distinct reasons of refusals (S1.18)."""

    strengths: int
    exception_examples: int
    problems: int
    per_problem: float | None = Field(description="Strengths and exceptions for each problem.")


class BoundaryGlance(Output):
    """Boundaries, and how often they were honoured or crossed."""

    boundaries: int
    honoured: int
    crossed: int


class MotivesAsked(Output):
    """What the client wanted when asked at a stage."""

    occurred_on: date
    stage: int
    validation_seeking: int
    fix_partner: int
    build_case: int


class MotiveGlance(Output):
    """The first check and the latest; ``due`` says that none was made at the present stage (S2.62)."""

    checks: int
    first: MotivesAsked | None
    latest: MotivesAsked | None
    due: bool


class FormulationOut(Output):
    """The client's own side of a case at a glance: counts and days, no words."""

    case_id: UUID
    pressure: PressureGlance
    cycle: CycleGlance
    own_parts: OwnPartGlance
    strengths: StrengthGlance
    boundaries: BoundaryGlance
    motives: MotiveGlance
