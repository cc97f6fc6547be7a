"""What a therapy session takes and shows."""

from __future__ import annotations

from datetime import date

from pydantic import ConfigDict, Field

from couplesone.cases.codes import ConfidedBy, Present, SessionStatus
from couplesone.cases.lint.schemas import LintWarning
from couplesone.cases.schemas import ItemInput, ItemOut, or_today
from couplesone.web.schemas import ABSENT, Minutes, Patch, Text


class SessionCreate(ItemInput):
    """A session as the therapist notes it; a missed one has the minutes that were set aside for it."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"held_on": "2026-01-12", "minutes": 50, "note": "Spoke of the last no."}]
        }
    )

    confided_by: ConfidedBy = ConfidedBy.THERAPIST
    held_on: date = or_today()
    minutes: Minutes
    status: SessionStatus = SessionStatus.HELD
    present: Present = Present.CLIENT
    note: Text | None = None


class SessionChange(Patch):
    """What may change of a session."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"minutes": 80, "present": "client_and_partner"}]}
    )

    held_on: date = ABSENT
    minutes: Minutes = ABSENT
    status: SessionStatus = ABSENT
    present: Present = ABSENT
    note: Text | None = None


class SessionOut(ItemOut):
    """A therapy session."""

    held_on: date
    minutes: int
    status: SessionStatus
    present: Present
    note: str | None
    lint: list[LintWarning] = Field(description="Hints on the wording of the note; they block nothing.")
