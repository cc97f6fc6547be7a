"""What a motive check takes and shows (S2.31, S2.55, S2.62)."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import ConfigDict, Field

from couplesone.cases.schemas import ItemInput, ItemOut, or_today
from couplesone.web.schemas import ABSENT, Patch, Scale, Text

Stage = Annotated[int, Field(ge=0, le=8, description="The stage at which it was asked.")]


class MotiveCheckCreate(ItemInput):
    """How much the client wants to be confirmed, wants the partner changed, or gathers material."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"validation_seeking": 6, "fix_partner": 8, "build_case": 1, "stage": 1}]
        }
    )

    occurred_on: date = or_today()
    stage: Stage | None = Field(None, description="Default: the present stage of the case.")
    validation_seeking: Scale
    fix_partner: Scale
    build_case: Scale
    note: Text | None = None


class MotiveCheckChange(Patch):
    """What may change of a motive check."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"fix_partner": 7}]})

    occurred_on: date = ABSENT
    stage: Stage = ABSENT
    validation_seeking: Scale = ABSENT
    fix_partner: Scale = ABSENT
    build_case: Scale = ABSENT
    note: Text | None = None


class MotiveCheckOut(ItemOut):
    """A motive check."""

    occurred_on: date
    stage: int
    validation_seeking: int
    fix_partner: int
    build_case: int
    note: str | None
