"""What a hope takes and shows."""

from __future__ import annotations

from datetime import date

from pydantic import ConfigDict

from couplesone.cases.schemas import ItemInput, ItemOut, or_today
from couplesone.web.schemas import ABSENT, Patch, Text


class HopeCreate(ItemInput):
    """A hope in the client's words."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"occurred_on": "2026-01-12", "text": "That Tobias comes along one day."}]
        }
    )

    occurred_on: date = or_today()
    text: Text


class HopeChange(Patch):
    """What may change of a hope."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"text": "That Tobias asks what I learn here."}]}
    )

    occurred_on: date = ABSENT
    text: Text = ABSENT


class HopeOut(ItemOut):
    """A hope."""

    occurred_on: date
    text: str
