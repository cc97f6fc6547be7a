"""What an ultimatum takes and shows (S2.37, S2.39)."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import ConfigDict, Field

from couplesone.cases.formulation.codes import UltimatumStatus
from couplesone.cases.schemas import ItemInput, ItemOut, or_today
from couplesone.web.schemas import ABSENT, Action, Input, Patch, Scale, Text

Stay = Annotated[Scale, Field(description="How much the client wants to stay, 0 to 10.")]
Leave = Annotated[Scale, Field(description="How much the client wants to leave, 0 to 10.")]


class UltimatumCreate(ItemInput):
    """An ultimatum that the client considers, or has given: then ``issued_on`` says when.

    How much the client wants to stay and to leave is always asked: an ultimatum may mask it (S2.39).
    """

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "considered_on": "2026-02-18",
                    "issued_on": "2026-02-18",
                    "terms": "Either he comes along by Easter, or I move out.",
                    "deadline_on": "2026-04-05",
                    "stay": 6,
                    "leave": 7,
                }
            ]
        }
    )

    considered_on: date = or_today()
    issued_on: date | None = Field(None, description="If it was given already.")
    terms: Text
    deadline_on: date | None = None
    stay: Stay
    leave: Leave
    note: Text | None = None


class UltimatumChange(Patch):
    """What may change of an ultimatum; where it stands has moves of its own."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"stay": 7, "leave": 4}]})

    considered_on: date = ABSENT
    terms: Text = ABSENT
    deadline_on: date | None = None
    stay: Stay = ABSENT
    leave: Leave = ABSENT
    note: Text | None = None


class UltimatumMove(Input):
    """When the ultimatum went on."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"occurred_on": "2026-03-01"}]})

    occurred_on: date = or_today()


class UltimatumOut(ItemOut):
    """An ultimatum, when it went from where to where, and what can be done with it."""

    considered_on: date
    issued_on: date | None
    withdrawn_on: date | None
    enforced_on: date | None
    status: UltimatumStatus
    terms: str
    deadline_on: date | None
    stay: int
    leave: int
    note: str | None
    actions: list[Action]
