"""What is shown of oneself, and what changing one's password takes."""

from __future__ import annotations

from typing import Literal
from uuid import UUID

from pydantic import ConfigDict, Field

from couplesone.identity.schemas import Password
from couplesone.kernel.permissions import Permission, Role
from couplesone.kernel.principal import ActorKind
from couplesone.web.schemas import Input, Output


class MyPractice(Output):
    """The practice that one works in."""

    id: UUID
    name: str
    time_zone: str


class MyCredential(Output):
    """With what one asks."""

    kind: ActorKind
    id: UUID


class MyPermission(Output):
    """Something one may do, and for whose clients."""

    permission: Permission
    reach: Literal["own", "treating", "care_team", "practice"]


class MeOut(Output):
    """Who is asking, and what they may do."""

    staff_id: UUID
    email: str
    display_name: str
    roles: list[Role]
    clinical_lead: bool
    couple_training: bool
    ipv_training: bool
    credential: MyCredential
    test_mode: bool = Field(description="Whether the API key sees test data only.")
    practice: MyPractice
    permissions: list[MyPermission]


class PasswordChange(Input):
    """The password that holds now, and the one that shall hold."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "current_password": "a sentence easy to remember",
                    "new_password": "another sentence, as easy to remember",
                }
            ]
        }
    )

    current_password: Password
    new_password: Password
