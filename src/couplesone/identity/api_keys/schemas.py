"""What API keys take and show."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field

from couplesone.identity.codes import ApiKeyState
from couplesone.kernel.permissions import Permission
from couplesone.web.schemas import Action, Input, Instant, Line, Output, PageFilters, RecordOut

Scopes = Annotated[list[Permission], Field(min_length=1, max_length=len(Permission))]
"""One scope at least."""


class ApiKeyScope(Output):
    """A permission, and whether you may give it to a key."""

    permission: Permission
    description: str
    grantable: bool


class ApiKeyScopes(Output):
    """Every permission."""

    items: list[ApiKeyScope]


class ApiKeyCreate(Input):
    """A new key: what it is for, what it may do, how long."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"label": "Nightly report", "scopes": ["case.read", "plan.read"], "expires_in_days": 90}
            ]
        }
    )

    label: Line
    scopes: Scopes = Field(description="From those that /v1/api-key-scopes lists as grantable.")
    expires_in_days: int = Field(ge=1, le=365)
    test_mode: bool = Field(False, description="A key that sees test data only.")


class ApiKeyRotate(Input):
    """How long the old key still works beside the new one."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"overlap_hours": 24}]})

    overlap_hours: int = Field(24, ge=0, le=168, description="0 ends the old key at once.")


class ApiKeyFilters(PageFilters):
    """Which keys to list."""

    staff_id: UUID | None = Field(None, description="Only the keys of this member of staff.")


class ApiKeyOut(RecordOut):
    """An API key, without its secret."""

    staff_id: UUID = Field(description="Whom it acts for.")
    label: str
    scopes: list[str]
    test_mode: bool
    state: ApiKeyState
    expires_at: Instant
    last_used_at: Instant | None = Field(description="To the hour.")
    revoked_at: Instant | None
    replaced_by_id: UUID | None
    actions: list[Action]


class ApiKeyCreated(Output):
    """A new key with its secret, which is shown this once; a repeated request shows null."""

    key: ApiKeyOut
    secret: str | None = Field(repr=False, description="Send it as Authorization: Bearer.")

    @property
    def id(self) -> UUID:
        """The id of the key."""
        return self.key.id

    @property
    def version(self) -> int:
        """The version of the key."""
        return self.key.version
