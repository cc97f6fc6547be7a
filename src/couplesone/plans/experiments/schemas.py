"""What experiments take and show."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field

from couplesone.cases.schemas import ItemInput, ItemOut, or_today
from couplesone.cases.wording import WordingConfirmation
from couplesone.plans.experiments.codes import ExperimentStatus, ExperimentTemplate
from couplesone.plans.responses.codes import ResponseType, Valence
from couplesone.web.schemas import ABSENT, Action, Input, Line, Output, Patch, Text

Days = Annotated[int, Field(ge=1, le=28, description="On how many days space is to be left.")]
DaysKept = Annotated[int, Field(ge=0, le=28, description="On how many of the planned days it was left.")]


class ExperimentCreate(ItemInput):
    """A move of the client's own, and what may pull them back; nobody else's move can be planned."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "template": "own_move",
                    "own_move": "I say good night in a friendly way when a talk has stalled",
                    "expected_change_back": "May start the talk again from the next room.",
                    "planned_on": "2026-02-10",
                }
            ]
        }
    )

    template: ExperimentTemplate = ExperimentTemplate.OWN_MOVE
    own_move: Line
    expected_change_back: Text | None = Field(None, description="How the system may pull back, as a guess.")
    planned_on: date = or_today()
    days_planned: Days | None = Field(None, description="For the template create_space, and only there.")
    strategy_id: UUID | None = None
    own_part_item_id: UUID | None = Field(None, description="The own part that it grows from (S3.21).")
    wording_confirmation: WordingConfirmation | None = None


class ExperimentChange(Patch):
    """What may change of an experiment: the plan while it is planned, what was observed once it is done."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"planned_on": "2026-02-12"}]})

    own_move: Line = ABSENT
    expected_change_back: Text | None = None
    planned_on: date = ABSENT
    days_planned: Days = ABSENT
    observed: Text = ABSENT
    days_kept: DaysKept | None = None
    wording_confirmation: WordingConfirmation = ABSENT


class ExperimentFinish(Input):
    """What was observed when the client made the move."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"done_on": "2026-02-11", "observed": "It became quiet; I slept well."}]
        }
    )

    done_on: date | None = None
    observed: Text
    days_kept: DaysKept | None = None


class ExperimentDrop(Input):
    """The day on which the client let the experiment go, and why, if they say."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"reason": "Not the week for it."}]})

    dropped_on: date | None = None
    reason: Text | None = None


class ExperimentResponse(Output):
    """What was reported to have followed: an observation, never a proof (S3.35)."""

    id: UUID
    occurred_on: date
    valence: Valence
    type: ResponseType


class ExperimentOut(ItemOut):
    """An experiment with the responses that were reported after it, oldest first."""

    template: ExperimentTemplate
    status: ExperimentStatus
    own_move: str
    expected_change_back: str | None
    planned_on: date
    ended_on: date | None
    observed: str | None
    dropped_reason: str | None
    days_planned: int | None
    days_kept: int | None
    strategy_id: UUID | None
    own_part_item_id: UUID | None
    wording_rule: str | None
    wording_confirmed_by: UUID | None
    wording_confirmed_reason: str | None
    responses: list[ExperimentResponse]
    actions: list[Action]
