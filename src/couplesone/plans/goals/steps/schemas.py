"""What objectives and strategies take and show."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from pydantic import ConfigDict, Field

from couplesone.cases.schemas import ItemOut
from couplesone.cases.wording import WordingConfirmation
from couplesone.web.schemas import ABSENT, Input, Line, Patch


class ObjectiveCreate(Input):
    """A step towards a goal, the client's own like the goal."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"text": "I say once a week what I need, without blame"}]}
    )

    text: Line
    target_on: date | None = None
    wording_confirmation: WordingConfirmation | None = None


class ObjectiveChange(Patch):
    """What may change of an objective; ``done_on`` says that it is reached."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"done_on": "2026-02-27"}]})

    text: Line = ABSENT
    target_on: date | None = None
    done_on: date | None = Field(None, description="Never in the future.")
    wording_confirmation: WordingConfirmation = ABSENT


class StrategyCreate(Input):
    """How the client goes about an objective."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"text": "I write the sentence down before I say it"}]}
    )

    text: Line
    wording_confirmation: WordingConfirmation | None = None


class StrategyChange(Patch):
    """What may change of a strategy."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"text": "I take three breaths before I answer"}]}
    )

    text: Line = ABSENT
    wording_confirmation: WordingConfirmation = ABSENT


class StepOut(ItemOut):
    """What objectives and strategies have in common."""

    text: str
    position: int = Field(description="1, 2, …: the order in which they were recorded.")
    wording_rule: str | None = Field(description="The wording rule that a clinician decided against.")
    wording_confirmed_by: UUID | None
    wording_confirmed_reason: str | None


class StrategyOut(StepOut):
    """A strategy."""

    objective_id: UUID


class ObjectiveOut(StepOut):
    """An objective with its strategies."""

    goal_id: UUID
    target_on: date | None
    done_on: date | None
    strategies: list[StrategyOut] = Field(description="Without those entered in error.")
