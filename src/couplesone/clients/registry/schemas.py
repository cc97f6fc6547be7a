"""What a client takes and shows."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import ConfigDict, Field, StringConstraints

from couplesone.clients.codes import ClientStatus
from couplesone.web.schemas import (
    ABSENT,
    Action,
    Csv,
    ExternalId,
    Input,
    Instant,
    Line,
    Output,
    PageFilters,
    Patch,
    RecordOut,
    SentInstant,
    Text,
    TimeZone,
)

Email = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=254, pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$")
]
"""A mail address; whether it is alive is not looked into."""
Phone = Annotated[
    str, StringConstraints(strip_whitespace=True, max_length=40, pattern=r"^\+?[0-9][0-9 ()./-]{2,38}$")
]
"""A phone number as people write it."""
PostalAddress = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]
"""An address of several lines."""
Locale = Annotated[str, StringConstraints(max_length=35, pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
"""A language tag (BCP 47), like ``de-AT``."""


class ClientCreate(Input):
    """A new client: the name in use is enough."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "name_used": "Mara L.",
                    "pronouns": "she/her",
                    "birth_date": "1987-05-14",
                    "email": "mara@example.org",
                    "locale": "en-US",
                    "time_zone": "America/New_York",
                    "external_id": "booking:4711",
                }
            ]
        }
    )

    name_used: Line
    legal_name: Line | None = None
    pronouns: Line | None = None
    birth_date: date | None = None
    email: Email | None = None
    phone: Phone | None = None
    postal_address: PostalAddress | None = None
    locale: Locale = "en"
    time_zone: TimeZone | None = Field(None, description="The practice's own, if not given.")
    external_id: ExternalId | None = None
    therapist_id: UUID | None = Field(
        None,
        description="Who treats the client; a therapist who adds a client treats them unless another is named.",
    )


class ClientChange(Patch):
    """What may change of a client."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"name_used": "Mara Lind", "phone": None}]})

    name_used: Line = ABSENT
    legal_name: Line | None = None
    pronouns: Line | None = None
    birth_date: date | None = None
    email: Email | None = None
    phone: Phone | None = None
    postal_address: PostalAddress | None = None
    locale: Locale = ABSENT
    time_zone: TimeZone = ABSENT
    external_id: ExternalId | None = None


class ClientUpsert(Patch):
    """A client as another system knows them: what is not sent stays as it is, so a script owns what it sends."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"name_used": "Mara L.", "email": "mara@example.org", "locale": "en-US"}]
        }
    )

    name_used: Line
    legal_name: Line | None = None
    pronouns: Line | None = None
    birth_date: date | None = None
    email: Email | None = None
    phone: Phone | None = None
    postal_address: PostalAddress | None = None
    locale: Locale = ABSENT
    time_zone: TimeZone = ABSENT
    therapist_id: UUID = Field(default=ABSENT, description="Looked at only when the client is new.")


class MarkedInError(Input):
    """Why filing it was an error."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"reason": "Test entry of the training day."}]})

    reason: Text


class ClientMerge(Input):
    """Into whom the duplicate goes."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"into_client_id": "01934f5e-0000-7000-8000-000000000001"}]}
    )

    into_client_id: UUID


class ClientFilters(PageFilters):
    """Which clients, and in what order."""

    status: Csv[ClientStatus] | None = Field(
        None, description="Default: active; with updated_since every status, so that a sync is complete."
    )
    q: str | None = Field(
        None, max_length=100, description="Beginnings of words of the name; accents and case do not matter."
    )
    external_id: str | None = Field(None, max_length=100)
    care_team: UUID | None = Field(None, description="On whose care team this member of staff is today.")
    without_care_team: bool | None = Field(None, description="true: on whose care team nobody is today.")
    updated_since: SentInstant | None = Field(
        None, description="Changed at or after this instant; merged and erroneous ones come as deleted."
    )
    sort: Literal["created_at", "name", "updated_at"] | None = Field(
        None, description="Default: created_at, newest first; with updated_since updated_at, oldest first."
    )


class ClientOut(RecordOut):
    """A client."""

    deleted: Literal[False]
    status: ClientStatus
    name_used: str
    legal_name: str | None
    pronouns: str | None
    birth_date: date | None
    email: str | None
    phone: str | None
    postal_address: str | None
    locale: str
    time_zone: str
    external_id: str | None
    test_data: bool
    archived_at: Instant | None
    error_reason: str | None
    actions: list[Action]


class ClientTombstone(RecordOut):
    """What is left of a client who was merged into another, or filed in error."""

    deleted: Literal[True]
    status: ClientStatus
    external_id: str | None
    merged_into_id: UUID | None


class ClientListing(Output):
    """One page of clients."""

    items: list[ClientOut | ClientTombstone]
    next_cursor: str | None
