"""What an attempt to involve the partner takes and shows (S0.6, S2.2, S2.3, S2.8, S2.9, S2.41)."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field

from couplesone.cases.codes import PressureType
from couplesone.cases.schemas import ItemInput, ItemOut, or_today
from couplesone.web.schemas import ABSENT, Patch, Text

Episode = Annotated[
    UUID | None,
    Field(description="The cycle map of which the attempt was an episode (S2.12), of the same case."),
]
Times = Annotated[int, Field(ge=1, le=100, description="How often on that day.")]


class PressureEventCreate(ItemInput):
    """What the client did to move the partner to come."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "occurred_on": "2026-01-12",
                    "type": "ask",
                    "times": 2,
                    "partner_experience_hypothesis": "May have heard that the relationship is in danger.",
                }
            ]
        }
    )

    occurred_on: date = or_today()
    type: PressureType
    times: Times = 1
    cycle_map_id: Episode = None
    note: Text | None = None
    partner_experience_hypothesis: Text | None = None


class PressureEventChange(Patch):
    """What may change of an attempt."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"type": "article_sent", "times": 1}]})

    occurred_on: date = ABSENT
    type: PressureType = ABSENT
    times: Times = ABSENT
    cycle_map_id: Episode = None
    note: Text | None = None
    partner_experience_hypothesis: Text | None = None


class PressureEventOut(ItemOut):
    """An attempt to involve the partner; ``coercive`` marks the types of S2.41."""

    occurred_on: date
    type: PressureType
    times: int
    coercive: bool
    cycle_map_id: UUID | None
    note: str | None
    partner_experience_hypothesis: str | None
