"""What staff take and show."""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict, Field

from couplesone.identity.schemas import SignInAddress
from couplesone.kernel.permissions import Role
from couplesone.web.schemas import ABSENT, Action, Input, Instant, Line, PageFilters, Patch, RecordOut

Roles = Annotated[list[Role], Field(min_length=1, max_length=len(Role))]
"""One role at least."""


class StaffCreate(Input):
    """Somebody new; a password is set later, with a reset code that an owner hands over."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "email": "ana.kovac@practice.example",
                    "display_name": "Ana Kovač",
                    "roles": ["therapist"],
                    "couple_training": True,
                }
            ]
        }
    )

    email: SignInAddress
    display_name: Line
    roles: Roles
    clinical_lead: bool = False
    couple_training: bool = Field(False, description="Trained in couples therapy (S3.16).")
    ipv_training: bool = Field(False, description="Trained in recognising violence between partners (S3.16).")


class StaffChange(Patch):
    """What may change of somebody."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"roles": ["therapist", "supervisor"]}]})

    email: SignInAddress = ABSENT
    display_name: Line = ABSENT
    roles: Roles = ABSENT
    clinical_lead: bool = ABSENT
    couple_training: bool = ABSENT
    ipv_training: bool = ABSENT


class StaffFilters(PageFilters):
    """Which members of staff to list."""

    active: bool | None = Field(None, description="Only those who are (true) or are not (false) active.")


class StaffOut(RecordOut):
    """A member of staff."""

    email: str
    display_name: str
    roles: list[Role]
    clinical_lead: bool
    couple_training: bool
    ipv_training: bool
    password_set: bool
    deactivated_at: Instant | None
    actions: list[Action]
