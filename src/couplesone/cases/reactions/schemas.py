"""What a reaction takes and shows (S0.4, S0.8, S2.4, S4.7)."""

from __future__ import annotations

from datetime import date

from pydantic import ConfigDict

from couplesone.cases.codes import ReactionCode
from couplesone.cases.schemas import ItemInput, ItemOut, or_today
from couplesone.web.schemas import ABSENT, Patch, Scale, Text


class ReactionCreate(ItemInput):
    """How strongly the client feels something, from 0 to 10."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"occurred_on": "2026-01-12", "code": "disappointment", "intensity": 7}]
        }
    )

    occurred_on: date = or_today()
    code: ReactionCode
    intensity: Scale
    note: Text | None = None


class ReactionChange(Patch):
    """What may change of a reaction."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"intensity": 5}]})

    occurred_on: date = ABSENT
    code: ReactionCode = ABSENT
    intensity: Scale = ABSENT
    note: Text | None = None


class ReactionOut(ItemOut):
    """A reaction."""

    occurred_on: date
    code: ReactionCode
    intensity: int
    note: str | None
