"""What a session with both takes and shows."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from pydantic import ConfigDict, Field

from couplesone.web.schemas import Input, Instant, Minutes, RecordOut, Text


class JointSessionCreate(Input):
    """A session with both."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"held_on": "2026-02-24", "minutes": 80, "note": "Both came."}]}
    )

    held_on: date | None = Field(None, description="Default: today.")
    minutes: Minutes
    note: Text | None = None


class JointSessionOut(RecordOut):
    """A session with both."""

    conjoint_case_id: UUID
    held_on: date
    minutes: int
    note: str | None
    recorded_by: UUID
    entered_in_error_at: Instant | None
    error_reason: str | None
