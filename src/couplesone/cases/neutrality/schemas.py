"""What a neutrality check takes and shows (S1.16, S2.33, S3.14, S3.17, S3.18, S4.3, S4.23)."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field

from couplesone.cases.schemas import ItemOut, or_today
from couplesone.web.schemas import ABSENT, Input, Patch, Scale, Text

Times = Annotated[int, Field(ge=0, le=100, description="How often in the session; 0 is none.")]
FocusMinutes = Annotated[int, Field(ge=0, le=600)]


class NeutralityCheckCreate(Input):
    """How the therapist looks back at a session: what was said, and where the time went."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "noted_on": "2026-01-12",
                    "partner_never_changes": 1,
                    "commiseration": 2,
                    "countertransference_to_refusal": 3,
                    "alliance": 7,
                    "self_focus_minutes": 30,
                    "partner_focus_minutes": 15,
                    "note": "I was annoyed at the refusal myself.",
                }
            ]
        }
    )

    noted_on: date = or_today()
    partner_never_changes: Times = 0
    partner_has_disorder: Times = 0
    partner_bad_motives: Times = 0
    doomed_from_start: Times = 0
    beyond_repair: Times = 0
    ending_is_best: Times = 0
    side_taking: Times = 0
    commiseration: Times = 0
    proved_or_convinced: Times = 0
    countertransference_to_refusal: Scale | None = Field(
        None, description="How personally the therapist took the partner's refusal."
    )
    alliance: Scale | None = Field(None, description="How well the two worked together.")
    self_focus_minutes: FocusMinutes | None = Field(None, description="Minutes on the client's own part.")
    partner_focus_minutes: FocusMinutes | None = Field(None, description="Minutes on the partner.")
    note: Text | None = None


class NeutralityCheckChange(Patch):
    """What may change of a check."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"side_taking": 1}]})

    noted_on: date = ABSENT
    partner_never_changes: Times = ABSENT
    partner_has_disorder: Times = ABSENT
    partner_bad_motives: Times = ABSENT
    doomed_from_start: Times = ABSENT
    beyond_repair: Times = ABSENT
    ending_is_best: Times = ABSENT
    side_taking: Times = ABSENT
    commiseration: Times = ABSENT
    proved_or_convinced: Times = ABSENT
    countertransference_to_refusal: Scale | None = None
    alliance: Scale | None = None
    self_focus_minutes: FocusMinutes | None = None
    partner_focus_minutes: FocusMinutes | None = None
    note: Text | None = None


class NeutralityCheckOut(ItemOut):
    """A neutrality check, for its author."""

    session_id: UUID
    noted_on: date
    partner_never_changes: int
    partner_has_disorder: int
    partner_bad_motives: int
    doomed_from_start: int
    beyond_repair: int
    ending_is_best: int
    side_taking: int
    commiseration: int
    proved_or_convinced: int
    countertransference_to_refusal: int | None
    alliance: int | None
    self_focus_minutes: int | None
    partner_focus_minutes: int | None
    self_focus_percent: float | None = Field(
        description="The client's own part of the minutes that had a focus, in percent."
    )
    partner_focused: bool | None = Field(
        description="Whether that is below the practice's minimum (minimum_self_focus_percent)."
    )
    note: str | None
