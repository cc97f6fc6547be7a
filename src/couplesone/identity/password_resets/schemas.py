"""What password resets take and show."""

from __future__ import annotations

from uuid import UUID

from pydantic import ConfigDict, Field

from couplesone.identity.schemas import Password
from couplesone.web.schemas import Input, Instant, Output


class PasswordResetOut(Output):
    """That a reset code was handed out, and whether it was used."""

    id: UUID
    staff_id: UUID
    created_at: Instant
    expires_at: Instant
    used_at: Instant | None = Field(description="When it was used, or made worthless by a newer one.")


class PasswordResetIssued(PasswordResetOut):
    """A new reset code, shown this once; a repeated request shows null."""

    reset_code: str | None = Field(repr=False, description="Hand it over in person; valid for one hour.")


class PasswordResetUse(Input):
    """A reset code and the new password."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "reset_code": "c1r_00Placeholder_from_an_owner",
                    "new_password": "a sentence easy to remember",
                }
            ]
        }
    )

    reset_code: str = Field(max_length=200, repr=False)
    new_password: Password


class PasswordResetUsed(Output):
    """The new password holds; sign in with this address now."""

    staff_id: UUID
    practice_id: UUID
    email: str
