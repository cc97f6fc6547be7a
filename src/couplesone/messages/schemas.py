"""What is shown of messages, and what settling one takes."""

from __future__ import annotations

from uuid import UUID

from pydantic import ConfigDict, Field

from couplesone.messages.codes import Category, MessageChannel, Recipient, Resolution, ShownState
from couplesone.web.schemas import Action, Input, Instant, PageFilters, RecordOut


class MessageFilters(PageFilters):
    """Which messages to list."""

    client_id: UUID | None = None
    case_id: UUID | None = None
    about_id: UUID | None = Field(None, description="What they are about: an invitation, an appointment.")
    state: ShownState | None = None


class MessageSummary(RecordOut):
    """A message in a list: where it stands, not what it says."""

    client_id: UUID = Field(description="In whose chart it lies.")
    case_id: UUID | None
    partner_id: UUID | None
    about_id: UUID | None
    kind: str
    category: Category
    recipient: Recipient
    channel: MessageChannel
    state: ShownState = Field(
        description="`submitted` says that it went its way; whether it arrived is not known."
    )
    not_before: Instant = Field(description="It does not leave before then; until then it can be undone.")
    withheld_code: str | None = Field(description="Which rule held it back, where its state is `withheld`.")
    failure_code: str | None
    actions: list[Action]


class MessageOut(MessageSummary):
    """A message with what it says; a link or code that it encloses is never shown again."""

    subject: str
    address: str | None
    body: str


class MessageResolution(Input):
    """What was found out about a message of which nobody knew whether it was sent."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"outcome": "not_sent"}]})

    outcome: Resolution
