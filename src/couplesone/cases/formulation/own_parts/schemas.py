"""What an own-part item takes and shows (S2.25, S2.45, S3.21, S3.39, S4.6)."""

from __future__ import annotations

from datetime import date

from pydantic import ConfigDict, Field

from couplesone.cases.formulation.codes import OwnPartCategory, OwnPartFrequency, OwnPartStatus
from couplesone.cases.schemas import ItemInput, ItemOut, or_today
from couplesone.web.schemas import ABSENT, Action, Patch, Text


class OwnPartCreate(ItemInput):
    """Something that the client does, when it happens, what it does to the two, and what to do instead."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "category": "blaming",
                    "behaviour": "I list everything that went wrong that week.",
                    "trigger": "When an evening passes in silence.",
                    "frequency": "weekly",
                    "impact": "We both go to bed angry.",
                    "alternative": "I say one thing that I need.",
                    "responsibility_statement": "The list is mine, whatever came before it.",
                    "strategy": "Write the list down first, and keep one line of it.",
                }
            ]
        }
    )

    named_on: date = or_today()
    category: OwnPartCategory
    behaviour: Text
    trigger: Text | None = None
    frequency: OwnPartFrequency | None = None
    impact: Text | None = None
    alternative: Text | None = None
    responsibility_statement: Text | None = Field(None, description="In the client's words (S3.39).")
    strategy: Text | None = Field(
        None, description="How the client goes about it; experiments follow from it."
    )


class OwnPartChange(Patch):
    """What may change of an own part; its status has moves of its own."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"frequency": "rarely"}]})

    named_on: date = ABSENT
    category: OwnPartCategory = ABSENT
    behaviour: Text = ABSENT
    trigger: Text | None = None
    frequency: OwnPartFrequency | None = None
    impact: Text | None = None
    alternative: Text | None = None
    responsibility_statement: Text | None = None
    strategy: Text | None = None


class OwnPartOut(ItemOut):
    """An own part. ``missing`` names what it does not say yet, ``complete`` that nothing is missing (S2.45)."""

    named_on: date
    category: OwnPartCategory
    status: OwnPartStatus
    behaviour: str
    trigger: str | None
    frequency: OwnPartFrequency | None
    impact: str | None
    alternative: str | None
    responsibility_statement: str | None
    strategy: str | None
    missing: list[str]
    complete: bool
    actions: list[Action]
