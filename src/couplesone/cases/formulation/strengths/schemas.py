"""What a strength or an exception takes and shows (S1.18)."""

from __future__ import annotations

from datetime import date

from pydantic import ConfigDict, Field

from couplesone.cases.codes import About
from couplesone.cases.formulation.codes import StrengthKind
from couplesone.cases.schemas import ItemInput, ItemOut, or_today
from couplesone.web.schemas import ABSENT, Patch, Text


class StrengthCreate(ItemInput):
    """A strength of the couple, or a time when it went otherwise."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "kind": "exception_example",
                    "text": "We settled the summer plans in ten minutes.",
                    "what_helped": "We were walking, and I asked before I proposed anything.",
                }
            ]
        }
    )

    about: About = About.BOTH
    noted_on: date = or_today()
    kind: StrengthKind
    text: Text
    what_helped: Text | None = Field(None, description="What the client did differently.")


class StrengthChange(Patch):
    """What may change of a strength."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"what_helped": "I asked first."}]})

    noted_on: date = ABSENT
    kind: StrengthKind = ABSENT
    text: Text = ABSENT
    what_helped: Text | None = None


class StrengthOut(ItemOut):
    """A strength or an exception."""

    noted_on: date
    kind: StrengthKind
    text: str
    what_helped: str | None
