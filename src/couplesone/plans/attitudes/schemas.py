"""What attitude ratings take and show."""

from __future__ import annotations

from datetime import date

from pydantic import ConfigDict, Field

from couplesone.cases.schemas import ItemInput, ItemOut, or_today
from couplesone.web.schemas import ABSENT, Input, Output, Patch, Scale


class Sliders(Input):
    """Four attitudes of the client, each from 0 to 10."""

    able: Scale = Field(description="0 helpless, 10 able to act")
    respecting: Scale = Field(description="0 disrespectful, 10 respecting")
    interested: Scale = Field(description="0 judging, 10 interested")
    caring: Scale = Field(description="0 hardened, 10 caring")


class AttitudeRatingCreate(ItemInput):
    """How the client looks at the other now. As homework it waits for safety; recorded it may always be."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "occurred_on": "2026-02-09",
                    "before": {"able": 2, "respecting": 4, "interested": 3, "caring": 5},
                    "perceived_investment_gap": 7,
                }
            ]
        }
    )

    occurred_on: date = or_today()
    before: Sliders
    homework: bool = Field(False, description="Whether the client is asked to work on them at home.")
    perceived_investment_gap: Scale | None = Field(
        None, description="How much less invested the other seems to the client (S1.7)."
    )


class AttitudeRatingChange(Patch):
    """What may change of a rating; ``again`` takes it a second time."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"perceived_investment_gap": 5}]})

    occurred_on: date = ABSENT
    before: Sliders = ABSENT
    perceived_investment_gap: Scale | None = None


class AttitudeRatingAgain(Input):
    """How the client looks at the other later."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "again_on": "2026-02-27",
                    "after": {"able": 6, "respecting": 6, "interested": 5, "caring": 6},
                }
            ]
        }
    )

    again_on: date | None = None
    after: Sliders


class SlidersOut(Output):
    """The four sliders, or how far they moved."""

    able: int
    respecting: int
    interested: int
    caring: int


class AttitudeRatingOut(ItemOut):
    """The client's attitudes before and after; ``change`` is how far each slider moved, without a verdict."""

    occurred_on: date
    homework: bool
    perceived_investment_gap: int | None
    before: SlidersOut
    again_on: date | None
    after: SlidersOut | None
    change: SlidersOut | None
