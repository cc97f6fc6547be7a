"""What safe contact takes and shows. No reason is asked for (45 CFR 164.522(b))."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from pydantic import ConfigDict, Field

from couplesone.clients.codes import Channel
from couplesone.web.schemas import Input, Line, Output, Text


class ChannelWish(Input):
    """What the client said about one channel: it replaces what they said before."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "channel": "phone",
                    "allowed": True,
                    "discreet": True,
                    "voicemail": False,
                    "hours": "Mon-Fri 9-12",
                }
            ]
        }
    )

    channel: Channel
    allowed: bool
    discreet: bool = Field(True, description="Say nothing of therapy, couples or the practice.")
    voicemail: bool = Field(False, description="Whether a message may be left.")
    hours: Line | None = Field(None, description="When it is safe.")
    notes: Text | None = None
    confirmed_on: date | None = Field(None, description="When the client said so; default: today.")


class ChannelOut(Output):
    """What holds for one channel. Not asked means not allowed."""

    channel: Channel
    asked: bool
    allowed: bool
    discreet: bool
    voicemail: bool
    hours: str | None
    notes: str | None
    confirmed_on: date | None
    review_due_on: date | None = Field(description="By when to ask again: 90 days after it was confirmed.")
    review_due: bool


class SafeContactOut(Output):
    """Through which channels a client may be reached."""

    id: UUID = Field(description="The client.")
    channels: list[ChannelOut]
