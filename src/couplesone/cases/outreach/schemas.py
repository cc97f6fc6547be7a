"""What outreach takes and shows."""

from __future__ import annotations

from datetime import date

from pydantic import ConfigDict

from couplesone.cases.schemas import ItemInput, ItemOut, or_today
from couplesone.clients.codes import Channel
from couplesone.web.schemas import ABSENT, Patch, Text


class OutreachAttemptCreate(ItemInput):
    """A try to reach the client."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"occurred_on": "2026-03-02", "channel": "phone", "reached": False}]}
    )

    occurred_on: date = or_today()
    channel: Channel
    reached: bool = False
    note: Text | None = None


class OutreachAttemptChange(Patch):
    """What may change of a try."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"reached": True}]})

    occurred_on: date = ABSENT
    reached: bool = ABSENT
    note: Text | None = ABSENT


class OutreachAttemptOut(ItemOut):
    """A try to reach the client."""

    occurred_on: date
    channel: Channel
    reached: bool
    note: str | None
