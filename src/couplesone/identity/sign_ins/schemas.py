"""What signing in takes and shows."""

from __future__ import annotations

from uuid import UUID

from pydantic import ConfigDict, Field

from couplesone.identity.schemas import Password
from couplesone.web.schemas import Input, Instant, Output


class SignInCreate(Input):
    """Address and password; the practice may be left out where the installation has only one."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"email": "ana.kovac@practice.example", "password": "a sentence easy to remember"}]
        }
    )

    email: str = Field(max_length=254)
    password: Password
    practice_id: UUID | None = None


class SignInCreated(Output):
    """A new sign-in; its token is shown this once."""

    id: UUID
    token: str = Field(repr=False, description="Send it as Authorization: Bearer.")
    expires_at: Instant = Field(description="It ends then at the latest, earlier when it lies idle.")
    staff_id: UUID
    practice_id: UUID


class SignInOut(Output):
    """A sign-in of one's own, without its token."""

    id: UUID
    staff_id: UUID
    created_at: Instant
    last_seen_at: Instant = Field(description="To the minute.")
    expires_at: Instant
    ended_at: Instant | None
    active: bool = Field(description="Whether its token still works.")
    current: bool = Field(description="Whether it is the one that asks.")
