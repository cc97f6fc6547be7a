"""What access links take and show. Secrets are shown once, when the link is made."""

from __future__ import annotations

from uuid import UUID

from pydantic import ConfigDict, Field

from couplesone.access_links.codes import LinkState
from couplesone.clients.codes import Channel
from couplesone.kernel.permissions import Purpose
from couplesone.measures.instruments.schemas import InstrumentCode
from couplesone.web.schemas import Action, Input, Instant, RecordOut


class AccessLinkCreate(Input):
    """For what, and how it gets to the client: through a channel that they allowed, or by a code in the room."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"purpose": "check_in", "in_room": True},
                {"purpose": "measure", "instrument": "phq9", "in_room": True},
            ]
        }
    )

    purpose: Purpose
    instrument: InstrumentCode | None = Field(
        None, description="Which instrument is answered; needed for the purpose measure, and for no other."
    )
    in_room: bool = Field(
        False, description="A code of 15 minutes that is shown on your screen and sent nowhere."
    )
    channel: Channel | None = Field(
        None, description="Through which you will send it; needed unless in_room."
    )


class AccessLinkOut(RecordOut):
    """A link without its secrets."""

    case_id: UUID
    purpose: Purpose
    instrument: str | None = Field(description="Which instrument is answered, if the link is for a measure.")
    in_room: bool
    channel: Channel | None
    issued_by: UUID
    expires_at: Instant
    used_at: Instant | None
    revoked_at: Instant | None
    state: LinkState
    actions: list[Action]


class AccessLinkIssued(AccessLinkOut):
    """A new link with what opens it."""

    page: str = Field(description="The address at which the code is typed.")
    url: str | None = Field(
        description="The address with the token in its fragment; null in the room, and later."
    )
    code: str | None = Field(description="To be typed where JavaScript is off; shown this once.")
