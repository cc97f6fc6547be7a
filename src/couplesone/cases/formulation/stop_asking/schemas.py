"""What stop-asking pacts and changes of strategy take and show (S2.57, S2.58)."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import ConfigDict, Field

from couplesone.cases.formulation.codes import StrategyCode
from couplesone.cases.schemas import ItemInput, ItemOut, or_today
from couplesone.web.schemas import ABSENT, Action, Input, Patch, Text

TargetDays = Annotated[int, Field(ge=1, le=365, description="For how many days, from the start.")]


class PactCreate(ItemInput):
    """That the client stops asking, from a day on."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"started_on": "2026-02-02", "target_days": 42}]}
    )

    started_on: date = or_today()
    target_days: TargetDays
    note: Text | None = None


class PactChange(Patch):
    """What may change of a pact."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"target_days": 60}]})

    started_on: date = ABSENT
    target_days: TargetDays = ABSENT
    note: Text | None = None


class PactEnd(Input):
    """When a pact ended, and why."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"ended_on": "2026-03-01", "reason": "He asked of his own accord."}]}
    )

    ended_on: date = or_today()
    reason: Text | None = None


class PactOut(ItemOut):
    """A pact and how it is kept.

    ``streak_days`` counts the days since the start, or since the last asking after it, until today or the end;
    it is computed from the logged attempts of an asking kind. The pact holds until ``target_on``.
    """

    started_on: date
    target_days: int
    target_on: date
    ended_on: date | None
    end_reason: str | None
    note: str | None
    asked_since_start: int
    last_asked_on: date | None
    streak_days: int
    target_reached: bool
    actions: list[Action]


class StrategyChangeCreate(ItemInput):
    """What the client gives up, what they do instead, and why."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "given_up": "convince",
                    "instead": "own_change",
                    "reason": "Each talk about therapy was followed by two silent days.",
                }
            ]
        }
    )

    occurred_on: date = or_today()
    given_up: StrategyCode
    instead: StrategyCode
    reason: Text
    note: Text | None = None


class StrategyChangeChange(Patch):
    """What may change of a change of strategy."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"instead": "wait"}]})

    occurred_on: date = ABSENT
    given_up: StrategyCode = ABSENT
    instead: StrategyCode = ABSENT
    reason: Text = ABSENT
    note: Text | None = None


class StrategyChangeOut(ItemOut):
    """A change of strategy."""

    occurred_on: date
    given_up: StrategyCode
    instead: StrategyCode
    reason: str
    note: str | None
