"""What the results of measures show."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from pydantic import Field

from couplesone.cases.weekly import Direction
from couplesone.measures.administrations.schemas import CutOffResult
from couplesone.measures.codes import ChangeClass, ChangeWithheld, OffTrackReason
from couplesone.measures.instruments.schemas import CutOffOut, ReliableChangeOut
from couplesone.web.schemas import Output


class ChangeWithheldOut(Output):
    """Why the change since the first total is not shown; the totals are, and whether the course is off track."""

    code: ChangeWithheld
    sentence: str


class ChangeOut(Output):
    """The change since the first total by one set of parameters."""

    parameter_set: str
    difference: float
    sdiff: float | None = Field(description="Standard error of a difference; null for printed points.")
    z: float | None
    threshold: float = Field(description="How far two totals must lie apart by this set.")
    reliable: bool
    crossed_cut_off: bool | None = Field(description="Null for an instrument without one.")
    change_class: ChangeClass
    prorated: bool = Field(description="Flag: one of the two totals was prorated.")


class ResultOut(Output):
    """An administration with its total and its change since the first one."""

    administration_id: UUID
    taken_on: date
    total: float | None
    prorated: bool
    band: str | None
    cut_offs: list[CutOffResult]
    change_class: ChangeClass | None = Field(
        description="By the first set; null for the first total, without one, and where it is withheld."
    )
    parameter_set: str | None
    changes: list[ChangeOut] = Field(description="By every set of parameters; none where they are withheld.")


class TrajectoryOut(Output):
    """What the totals before the latest let expect: least squares with a prediction band (decisions.md 33)."""

    points: int
    slope_per_week: float
    expected: float
    lower: float
    upper: float
    band_percent: int
    actual: float


class MeasureSeriesOut(Output):
    """One instrument over time, with the parameters it was computed with."""

    instrument: str
    instrument_version: int
    name: str
    direction: Direction
    lowest: float
    highest: float
    cut_offs: list[CutOffOut]
    parameter_sets: list[ReliableChangeOut]
    results: list[ResultOut] = Field(description="The earliest first.")
    change_withheld: ChangeWithheldOut | None
    trajectory: TrajectoryOut | None
    off_track: bool
    off_track_reasons: list[OffTrackReason]
    explanation: str = Field(description="In words, about the numbers only; never a diagnosis.")
