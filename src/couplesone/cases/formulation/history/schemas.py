"""What earlier therapies and strategies take and show (S2.5, S2.18, S3.2, S3.7)."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import ConfigDict, Field

from couplesone.cases.formulation.codes import StrategyCode, TherapyExperience, TherapyFormat, TherapyWho
from couplesone.cases.schemas import ItemInput, ItemOut, or_today
from couplesone.web.schemas import ABSENT, Patch, Text

Effect = Annotated[int, Field(ge=-2, le=2, description="-2 made it much worse, 0 nothing, +2 helped much.")]


class PriorTherapyCreate(ItemInput):
    """An earlier therapy, of either or of both."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "who": "couple",
                    "format": "couple",
                    "experience": "awful",
                    "began_on": "2019-03-01",
                    "ended_on": "2019-04-15",
                    "note": "He felt judged from the first hour.",
                }
            ]
        }
    )

    noted_on: date = or_today()
    who: TherapyWho
    format: TherapyFormat
    experience: TherapyExperience
    began_on: date | None = None
    ended_on: date | None = None
    note: Text | None = None


class PriorTherapyChange(Patch):
    """What may change of an earlier therapy."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"experience": "mixed"}]})

    noted_on: date = ABSENT
    who: TherapyWho = ABSENT
    format: TherapyFormat = ABSENT
    experience: TherapyExperience = ABSENT
    began_on: date | None = None
    ended_on: date | None = None
    note: Text | None = None


class PriorTherapyOut(ItemOut):
    """An earlier therapy."""

    noted_on: date
    who: TherapyWho
    format: TherapyFormat
    experience: TherapyExperience
    began_on: date | None
    ended_on: date | None
    note: str | None


class PriorStrategyCreate(ItemInput):
    """Something that the client tried before, and what came of it."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"code": "convince", "effect": -2, "note": "Three evenings with articles."}]
        }
    )

    noted_on: date = or_today()
    code: StrategyCode
    effect: Effect
    note: Text | None = None


class PriorStrategyChange(Patch):
    """What may change of an earlier strategy."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"effect": -1}]})

    noted_on: date = ABSENT
    code: StrategyCode = ABSENT
    effect: Effect = ABSENT
    note: Text | None = None


class PriorStrategyOut(ItemOut):
    """An earlier strategy."""

    noted_on: date
    code: StrategyCode
    effect: int
    note: str | None
