"""What partners and relationships take and show. A partner is a person, and never a client's record."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field

from couplesone.clients.codes import RelationshipKind, RelationshipStatus
from couplesone.clients.registry.schemas import Email, Phone
from couplesone.web.schemas import Input, Instant, Line, Patch, RecordOut, Text

Children = Annotated[int, Field(ge=0, le=30)]
"""How many children live at home."""


class PartnerCreate(Input):
    """A partner: as much as the client tells, perhaps no name."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"name_used": "Tobias", "pronouns": "he/him"}, {}]}
    )

    name_used: Line | None = None
    pronouns: Line | None = None
    birth_date: date | None = None
    email: Email | None = None
    phone: Phone | None = None
    contact: Text | None = Field(None, description="Anything else on how to reach them.")
    notes: Text | None = None


class PartnerChange(Patch):
    """What may change of a partner; null takes it out of the file."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"contact": None}]})

    name_used: Line | None = None
    pronouns: Line | None = None
    birth_date: date | None = None
    email: Email | None = None
    phone: Phone | None = None
    contact: Text | None = Field(None, description="Anything else on how to reach them.")
    notes: Text | None = None


class RelationshipCreate(Input):
    """What the two are to each other as of a day; a new entry whenever it changes."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "kind": "married",
                    "status": "together",
                    "since_on": "2014-06-21",
                    "cohabiting": True,
                    "children_at_home": 2,
                }
            ]
        }
    )

    kind: RelationshipKind
    status: RelationshipStatus
    since_on: date | None = Field(None, description="Since when they have been a couple of this kind.")
    as_of_on: date | None = Field(None, description="When this was so; default: today.")
    cohabiting: bool | None = None
    children_at_home: Children | None = None


class EntryInError(Input):
    """Why an entry was an error."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"reason": "Belongs to another client."}]})

    reason: Text


class RelationshipOut(RecordOut):
    """What the two are to each other as of a day."""

    client_id: UUID
    partner_id: UUID
    kind: RelationshipKind
    status: RelationshipStatus
    since_on: date | None
    as_of_on: date
    cohabiting: bool | None
    children_at_home: int | None
    entered_in_error_at: Instant | None
    error_reason: str | None


class PartnerOut(RecordOut):
    """A partner of a client."""

    client_id: UUID
    name_used: str | None
    pronouns: str | None
    birth_date: date | None
    email: str | None
    phone: str | None
    contact: str | None
    notes: str | None
    relationship: RelationshipOut | None = Field(description="The latest that holds.")
    entered_in_error_at: Instant | None
    error_reason: str | None
