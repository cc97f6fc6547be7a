"""What every clinical item takes and shows."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from pydantic import ConfigDict, Field

from couplesone.cases.codes import About, ConfidedBy, Visibility
from couplesone.web.schemas import ABSENT, Input, Instant, RecordOut, Text


def or_today() -> Any:
    """Return the default of a day that may be left out: the service then takes today."""
    return Field(
        default_factory=lambda: ABSENT, description="Default: today. May lie in the past, never ahead."
    )


class ItemInput(Input):
    """Whom an item is about, who confided it, and who may read it; the defaults fit the client's own words."""

    about: About = About.CLIENT
    confided_by: ConfidedBy = ConfidedBy.CLIENT
    visibility: Visibility = Visibility.SOLO


class ItemOut(RecordOut):
    """What every clinical item shows."""

    case_id: UUID
    about: About
    confided_by: ConfidedBy
    visibility: Visibility
    recorded_by: UUID
    entered_in_error_at: Instant | None
    error_reason: str | None


class EnteredInError(Input):
    """Why an entry was an error."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"reason": "Belongs to another case."}]})

    reason: Text
