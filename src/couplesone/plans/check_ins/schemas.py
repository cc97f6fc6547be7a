"""What a check-in takes and shows."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, ConfigDict, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from couplesone.cases.corrections.schemas import CorrectionOut
from couplesone.cases.schemas import ItemOut
from couplesone.plans.codes import Source, WeeklyMeasure
from couplesone.web.schemas import ABSENT, Count, Input, Output, Patch, Scale, Text

COUNTED = tuple(measure.value for measure in WeeklyMeasure if measure.counted)
RATED = tuple(measure.value for measure in WeeklyMeasure if not measure.counted)


def _counted(measure: WeeklyMeasure) -> WeeklyMeasure:
    if not measure.counted:
        raise PydanticCustomError(
            "unknown_code", "This is rated from 0 to 10, not counted: it belongs to ratings."
        )
    return measure


def _rated(measure: WeeklyMeasure) -> WeeklyMeasure:
    if measure.counted:
        raise PydanticCustomError("unknown_code", "This is counted, not rated: it belongs to counts.")
    return measure


CountedMeasure = Annotated[WeeklyMeasure, AfterValidator(_counted), WithJsonSchema({"enum": list(COUNTED)})]
"""A weekly measure that is counted."""
RatedMeasure = Annotated[WeeklyMeasure, AfterValidator(_rated), WithJsonSchema({"enum": list(RATED)})]
"""A weekly measure that is rated from 0 to 10."""


class CheckInCreate(Input):
    """A week in numbers: at least one."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "week_of": "2026-02-23",
                    "source": "client",
                    "counts": {"pressure": 3, "need_statements": 2},
                    "ratings": {"agency": 6},
                }
            ]
        }
    )

    week_of: date = Field(description="Any day of the week; its Monday is kept.")
    source: Source
    counts: dict[CountedMeasure, Count] = Field(default_factory=dict)
    ratings: dict[RatedMeasure, Scale] = Field(default_factory=dict)
    note: Text | None = None


class CheckInCorrection(Patch):
    """What was wrong of a check-in, and why it is corrected: absent measures stay, null takes one out."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"counts": {"pressure": 4}, "reason": "Forgot the text on Sunday."}]}
    )

    counts: dict[CountedMeasure, Count | None] = ABSENT
    ratings: dict[RatedMeasure, Scale | None] = ABSENT
    note: Text | None = None
    reason: Text


class CheckInBefore(Output):
    """What a check-in said before."""

    counts: dict[str, int]
    ratings: dict[str, int]
    note: str | None


class CheckInOut(ItemOut):
    """A check-in."""

    week_of: date = Field(description="The Monday of the week.")
    week: int = Field(description="The week of the case, 1 being the one in which it was opened.")
    source: Source
    counts: dict[CountedMeasure, int]
    ratings: dict[RatedMeasure, int]
    note: str | None
    late: bool = Field(description="Recorded more than the days of grace after the week's Sunday.")
    corrections: int = Field(description="How often it was corrected.")


class CheckInCorrectionOut(CorrectionOut):
    """A correction of a check-in."""

    before: CheckInBefore
