"""What a rating takes and shows."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from pydantic import ConfigDict, Field

from couplesone.cases.corrections.schemas import CorrectionOut
from couplesone.cases.schemas import ItemOut
from couplesone.plans.codes import Source
from couplesone.plans.goals.schemas import Level
from couplesone.web.schemas import ABSENT, Input, Output, Patch, Text


class RatingCreate(Input):
    """The level of a goal in a week."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"week_of": "2026-02-23", "source": "client", "level": 1}]}
    )

    week_of: date = Field(description="Any day of the week; its Monday is kept.")
    source: Source
    level: Level
    note: Text | None = None


class RatingCorrection(Patch):
    """What was wrong of a rating, and why it is corrected."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"level": 0, "reason": "Counted the wrong week."}]}
    )

    level: Level = ABSENT
    note: Text | None = None
    reason: Text


class RatingOut(ItemOut):
    """A rating."""

    goal_id: UUID
    week_of: date = Field(description="The Monday of the week.")
    week: int = Field(description="The week of the case, 1 being the one in which it was opened.")
    source: Source
    level: int
    note: str | None
    corrections: int = Field(description="How often it was corrected.")


class RatingBefore(Output):
    """What a rating said before."""

    level: int
    note: str | None


class RatingCorrectionOut(CorrectionOut):
    """A correction of a rating."""

    before: RatingBefore
