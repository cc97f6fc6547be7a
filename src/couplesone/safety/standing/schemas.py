"""What is shown of a case's standing."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from pydantic import ConfigDict

from couplesone.safety.codes import (
    BlockCode,
    DueCause,
    FlagKind,
    FlagStatus,
    Guarded,
    SafetyGrade,
    ScreenResult,
    StandingState,
)
from couplesone.web.schemas import Input, Output


class BlockOut(Output):
    """One thing that stands in the way of assigning and contacting."""

    code: BlockCode
    sentence: str


class OpenFlagOut(Output):
    """A flag that is not released."""

    id: UUID
    kind: FlagKind
    grade: SafetyGrade
    status: FlagStatus
    raised_on: date


class DueOut(Output):
    """Something that happened since the last screen and makes a new one due."""

    id: UUID
    cause: DueCause
    due_on: date


class StandingOut(Output):
    """How a case stands as to safety today."""

    state: StandingState
    clear: bool
    taken_on: date | None
    result: ScreenResult | None
    grade: SafetyGrade | None
    flags: list[OpenFlagOut]
    due: list[DueOut]
    blocks: list[BlockOut]


class SafetyCheck(Input):
    """What somebody means to do."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"what": "own_part_homework"}]})

    what: Guarded
