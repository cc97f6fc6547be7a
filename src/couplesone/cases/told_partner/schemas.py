"""What tellings and transparency plans take and show (S1.14, S3.24, S3.25)."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field

from couplesone.cases.schemas import ItemInput, ItemOut, or_today
from couplesone.cases.told_partner.codes import PartnerInformed, Shared, TellingIntent, ToldBy
from couplesone.web.schemas import ABSENT, Output, Patch, Text

SharedThings = Annotated[list[Shared], Field(min_length=1, max_length=len(Shared))]
"""One thing at least."""


class TellingCreate(ItemInput):
    """That the client told the partner something; nobody else ever does."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "occurred_on": "2026-01-18",
                    "shared": ["attends_therapy", "wants_better_relationship"],
                    "words": "I go because I want us to be better.",
                    "partner_reaction": "Said: do what you like.",
                }
            ]
        }
    )

    occurred_on: date = or_today()
    shared: SharedThings
    words: Text | None = Field(None, description="The client's own words.")
    prompted: bool = Field(False, description="Whether the partner had asked.")
    partner_reaction: Text | None = Field(None, description="As the client reports it.")


class TellingChange(Patch):
    """What may change of a telling."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"partner_reaction": "Asked what it costs."}]})

    occurred_on: date = ABSENT
    shared: SharedThings = ABSENT
    words: Text | None = None
    prompted: bool = ABSENT
    partner_reaction: Text | None = None


class TellingOut(ItemOut):
    """A telling. A second one that nobody had asked for, soon after another, counts as pressure."""

    occurred_on: date
    shared: list[Shared]
    words: str | None
    prompted: bool
    partner_reaction: str | None
    counts_as_pressure: bool
    pressure_event_id: UUID | None = Field(description="The explain_again that it counts as.")


class TransparencyPlanCreate(ItemInput):
    """What the partner is to be told, when and by whom; or that the therapy stays private."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "occurred_on": "2026-01-12",
                    "intent": "tell",
                    "what": ["attends_therapy", "wants_better_relationship"],
                    "by_whom": "client",
                    "planned_for": "2026-01-18",
                    "words": "On the walk on Sunday, not in a fight.",
                }
            ]
        }
    )

    occurred_on: date = or_today()
    intent: TellingIntent
    what: list[Shared] = Field(default_factory=list, max_length=len(Shared))
    by_whom: ToldBy | None = Field(None, description="With tell: the client, unless it says otherwise.")
    planned_for: date | None = Field(None, description="The day, perhaps ahead.")
    words: Text | None = None


class TransparencyPlanChange(Patch):
    """What may change of a plan; another intent is another plan."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"planned_for": "2026-01-25"}]})

    occurred_on: date = ABSENT
    planned_for: date | None = None
    words: Text | None = None


class TransparencyPlanOut(ItemOut):
    """A transparency plan; the latest holds."""

    occurred_on: date
    intent: TellingIntent
    what: list[Shared]
    by_whom: ToldBy | None
    planned_for: date | None
    words: str | None


class PartnerInformedOut(Output):
    """Whether the partner knows that the client attends therapy, and what is planned."""

    case_id: UUID
    state: PartnerInformed
    informed_on: date | None = Field(description="The first day on which the partner was told.")
    plan: TransparencyPlanOut | None
