"""What a theme tag takes and shows (S0.10, S1.8, S2.32)."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import ConfigDict

from couplesone.cases.codes import ConfidedBy, Visibility
from couplesone.cases.schemas import ItemInput, ItemOut, or_today
from couplesone.cases.themes.codes import Theme
from couplesone.web.schemas import ABSENT, Patch, Text


class ThemeTagCreate(ItemInput):
    """A theme that the clinician hears; it stays among clinicians and cannot be recorded otherwise."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "occurred_on": "2026-01-19",
                    "theme": "unheard",
                    "note": "Years of asking without an answer.",
                }
            ]
        }
    )

    confided_by: ConfidedBy = ConfidedBy.THERAPIST
    visibility: Literal[Visibility.CLINICIAN_PRIVATE] = Visibility.CLINICIAN_PRIVATE
    occurred_on: date = or_today()
    theme: Theme
    note: Text | None = None


class ThemeTagChange(Patch):
    """What may change of a theme tag."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"theme": "over_responsible"}]})

    occurred_on: date = ABSENT
    theme: Theme = ABSENT
    note: Text | None = None


class ThemeTagOut(ItemOut):
    """A theme tag."""

    occurred_on: date
    theme: Theme
    note: str | None
