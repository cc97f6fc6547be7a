"""What the care team takes and shows."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from pydantic import ConfigDict, Field

from couplesone.clients.codes import CareRole
from couplesone.web.schemas import Input, Output, RecordOut

_SOMEBODY = "01934f5e-0000-7000-8000-000000000002"


class CareTeamJoin(Input):
    """Who takes what part in the care, from when to before when."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"staff_id": _SOMEBODY, "role": "covering", "from_on": "2026-07-06", "until_on": "2026-07-27"}
            ]
        }
    )

    staff_id: UUID
    role: CareRole
    from_on: date | None = Field(None, description="Default: today. A day to come plans a cover ahead.")
    until_on: date | None = Field(None, description="The first day on which it does not hold any more.")


class CareTeamEnd(Input):
    """When the part in the care ends."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"until_on": "2026-07-27"}]})

    until_on: date | None = Field(
        None,
        description="The first day without it; default: today, or its start if that is to come.",
    )


class Reassignment(Input):
    """Who treats the client from a day on."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"to_staff_id": _SOMEBODY, "on": "2026-07-06"}]}
    )

    to_staff_id: UUID
    on: date | None = Field(None, description="Default: today.")


class CareWarning(Output):
    """Something to think about; it stops nothing."""

    code: str
    detail: str


class CareTeamMemberOut(RecordOut):
    """A part in a client's care."""

    client_id: UUID
    staff_id: UUID
    display_name: str
    role: CareRole
    from_on: date
    until_on: date | None
    current: bool = Field(description="Whether it holds today.")
    warnings: list[CareWarning]
