"""What the audit trail shows."""

from __future__ import annotations

from uuid import UUID

from pydantic import Field

from couplesone.web.schemas import Instant, Output, PageFilters, SentInstant


class AuditFilters(PageFilters):
    """Which entries to list; all conditions hold together."""

    staff_id: UUID | None = Field(None, description="Only what this member of staff did.")
    client_id: UUID | None = Field(None, description="Only what concerned this client.")
    action: str | None = Field(None, pattern="^[a-z0-9_]{1,100}$", description="Only this operation id.")
    since: SentInstant | None = Field(None, alias="from", description="From this instant on.")
    until: SentInstant | None = Field(None, alias="to", description="Before this instant.")


class AuditEventOut(Output):
    """That somebody did something, or was refused: ids and codes only."""

    id: UUID
    occurred_at: Instant
    actor_kind: str = Field(
        description="staff, api_key, client (through an access link: the credential) or system"
    )
    staff_id: UUID | None
    credential_id: UUID | None
    action: str = Field(description="The operation id.")
    resource_id: UUID | None
    client_id: UUID | None
    outcome: str = Field(description="done or refused")
    request_id: str | None
