"""What a control circle takes and shows."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import ConfigDict, Field

from couplesone.cases.schemas import ItemInput, ItemOut, or_today
from couplesone.web.schemas import ABSENT, Line, Patch

Lines = Annotated[list[Line], Field(max_length=20)]


class ControlCircleCreate(ItemInput):
    """A worksheet: what the client can do, say or leave, and what others decide."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "occurred_on": "2026-02-09",
                    "inside": ["How I say good morning", "Whether I go to choir"],
                    "outside": ["Whether Tobias comes along"],
                }
            ]
        }
    )

    occurred_on: date = or_today()
    inside: Annotated[list[Line], Field(min_length=1, max_length=20)]
    outside: Lines = Field(default_factory=list)


class ControlCircleChange(Patch):
    """What may change of a worksheet; a list that is sent replaces the one before."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"outside": ["What others think of us"]}]})

    occurred_on: date = ABSENT
    inside: Annotated[list[Line], Field(min_length=1, max_length=20)] = ABSENT
    outside: Lines = ABSENT


class ControlCircleOut(ItemOut):
    """A filled worksheet."""

    occurred_on: date
    inside: list[str]
    outside: list[str]
