"""What conflicts of interest take and show, to the clinical lead alone."""

from __future__ import annotations

from uuid import UUID

from pydantic import ConfigDict, Field

from couplesone.clients.conflicts.codes import ConflictState, IdentityKind
from couplesone.web.schemas import Action, Csv, Input, Instant, PageFilters, RecordOut, Text


class ConflictDecision(Input):
    """Why the conflict is decided so."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"reason": "Two people of one name; asked at the front desk."}]}
    )

    reason: Text


class ConflictFilters(PageFilters):
    """Which conflicts."""

    state: Csv[ConflictState] | None = Field(None, description="Default: all.")


class ConflictOut(RecordOut):
    """That a client's partner is, by what is on file, another client of the practice."""

    state: ConflictState
    stands: bool = Field(description="Whether it holds invitations and keeps the two care teams apart now.")
    client_id: UUID
    client_name: str
    partner_id: UUID
    partner_name: str | None
    other_client_id: UUID
    other_client_name: str
    matched_by: list[IdentityKind] = Field(description="What partner and other client have in common.")
    opened_at: Instant
    opened_by: UUID | None = Field(description="Whose entry brought it up; null if it was nobody's.")
    decided_at: Instant | None
    decided_by: UUID | None
    reason: str | None
    actions: list[Action]
