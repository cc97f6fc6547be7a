"""What a safety flag takes and shows."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any
from uuid import UUID

from pydantic import AfterValidator, ConfigDict
from pydantic_core import PydanticCustomError

from couplesone.cases.schemas import or_today
from couplesone.safety.codes import FlagKind, FlagStatus, SafetyGrade
from couplesone.web.schemas import Action, Input, Instant, RecordOut, Text


def _not_by_a_screen(value: Any) -> Any:
    if value is FlagKind.IPV_POSITIVE:
        raise PydanticCustomError("raised_by_a_screen", "Record the screen: a positive one raises this flag.")
    return value


class FlagRaise(Input):
    """A danger that somebody learned of. That a screen was positive is said by the screen."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "kind": "other_danger",
                    "grade": "low",
                    "raised_on": "2026-02-23",
                    "note": "A letter was opened.",
                }
            ]
        }
    )

    kind: Annotated[FlagKind, AfterValidator(_not_by_a_screen)]
    grade: SafetyGrade
    raised_on: date = or_today()
    note: Text | None = None


class FlagRelease(Input):
    """Why a flag is released, or why that is asked for, confirmed or declined."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"reason": "Lives with her sister now; screened again, alone."}]}
    )

    reason: Text


class SafetyFlagOut(RecordOut):
    """A safety flag."""

    case_id: UUID
    kind: FlagKind
    grade: SafetyGrade
    status: FlagStatus
    raised_on: date
    raised_at: Instant
    screen_id: UUID | None
    note: str | None
    requested_by: UUID | None
    requested_at: Instant | None
    request_reason: str | None
    released_by: UUID | None
    released_at: Instant | None
    release_reason: str | None
    release_screen_id: UUID | None
    recorded_by: UUID
    actions: list[Action]
