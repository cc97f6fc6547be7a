"""What the practice takes and shows."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from pydantic import ConfigDict, Field

from couplesone.practices.codes import SettingKey, TextKey
from couplesone.web.schemas import ABSENT, Input, Instant, Line, Output, Patch, RecordOut, Text, TimeZone


class PracticeOut(RecordOut):
    """The practice."""

    name: str
    time_zone: str = Field(description="In which its days and weeks begin.")


class PracticeChange(Patch):
    """What may change of the practice."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"time_zone": "Europe/Vienna"}]})

    name: Line = ABSENT
    time_zone: TimeZone = ABSENT


class SettingCreate(Input):
    """A value, and the day from which it holds."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"key": "review_every_days", "value": 42, "from_on": "2099-01-01"}]}
    )

    key: SettingKey
    value: int
    from_on: date | None = Field(None, description="Today if it is left out; never in the past.")


class SettingEntry(Output):
    """What was set once."""

    id: UUID
    value: int
    from_on: date
    recorded_at: Instant
    set_by: UUID | None


class SettingOut(Output):
    """A setting: what holds today, what it may be, and everything that was set."""

    key: SettingKey
    label: str
    unit: str
    value: int = Field(description="What holds today.")
    default: int = Field(description="The product default; a proposal of this program.")
    lowest: int
    highest: int
    history: list[SettingEntry] = Field(description="The latest day first; days to come are planned.")


class SettingsOut(Output):
    """Every setting of the practice."""

    items: list[SettingOut]


class TextCreate(Input):
    """A text of the practice's own, and the day from which it holds."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "key": "crisis_text",
                    "text": "Call 112, or the women's help line on 0800 222 555.",
                    "from_on": "2099-01-01",
                }
            ]
        }
    )

    key: TextKey
    text: Text
    from_on: date | None = Field(None, description="Today if it is left out; never in the past.")


class TextEntry(Output):
    """What was set once."""

    id: UUID
    text: str
    from_on: date
    recorded_at: Instant
    set_by: UUID | None


class TextOut(Output):
    """A text: what holds today, what holds without one of the practice's own, and everything that was set."""

    key: TextKey
    label: str
    text: str = Field(description="What holds today.")
    default: str = Field(description="The product's own.")
    history: list[TextEntry] = Field(description="The latest day first; days to come are planned.")


class TextsOut(Output):
    """Every text of the practice."""

    items: list[TextOut]
