"""What a safety plan takes and shows."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from pydantic import ConfigDict

from couplesone.cases.schemas import or_today
from couplesone.web.schemas import Input, Instant, RecordOut, Text


class SafetyPlanWrite(Input):
    """A new version of the plan, whole: what is left out is not in it."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "agreed_on": "2026-02-23",
                    "warning_signs": "He walks up and down and talks to himself.",
                    "own_coping": "I take the dog out before he comes in.",
                    "people": "My sister; the neighbour on the second floor.",
                    "places": "My sister's flat; the library until nine.",
                    "professional_contacts": "The women's helpline, by day and night.",
                    "safe_communication": "By phone at work only, never by mail.",
                }
            ]
        }
    )

    agreed_on: date = or_today()
    warning_signs: Text | None = None
    own_coping: Text | None = None
    people: Text | None = None
    places: Text | None = None
    professional_contacts: Text | None = None
    safe_communication: Text | None = None


class SafetyPlanOut(RecordOut):
    """A version of the safety plan; the highest number that is not an error holds."""

    case_id: UUID
    number: int
    agreed_on: date
    warning_signs: str | None
    own_coping: str | None
    people: str | None
    places: str | None
    professional_contacts: str | None
    safe_communication: str | None
    recorded_by: UUID
    entered_in_error_at: Instant | None
    error_reason: str | None
