"""What follow-ups take and show (S3.36)."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from couplesone.cases.codes import RelationshipOutcome
from couplesone.cases.follow_ups.codes import FollowUpState
from couplesone.cases.schemas import ItemOut, or_today
from couplesone.web.schemas import Action, Input, PageFilters, Scale, Text


class FollowUpPlan(Input):
    """How many months after closing to ask."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"months_after": 6}]})

    months_after: Literal[3, 6, 12, 24, 60]


class FollowUpComplete(Input):
    """What the former client answered; each of it may be left out."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "occurred_on": "2026-02-27",
                    "relationship_status": "together",
                    "relationship_years": 26,
                    "satisfaction": 7,
                    "note": "Still goes to choir on Thursdays.",
                }
            ]
        }
    )

    occurred_on: date = or_today()
    relationship_status: RelationshipOutcome = RelationshipOutcome.UNKNOWN
    relationship_years: Annotated[int, Field(ge=0, le=80)] | None = None
    satisfaction: Scale | None = Field(
        None, description="With one's own life in the relationship or after it."
    )
    note: Text | None = None


class FollowUpTried(Input):
    """When the former client was asked."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"occurred_on": "2026-02-27"}]})

    occurred_on: date = or_today()
    note: Text | None = None


class FollowUpFilters(PageFilters):
    """Which follow-ups are waited for."""

    due_by: date | None = Field(None, description="Due on this day or before; default: today.")


class FollowUpOut(ItemOut):
    """A follow-up."""

    months_after: int
    due_on: date
    state: FollowUpState
    occurred_on: date | None
    relationship_status: RelationshipOutcome | None
    relationship_years: int | None
    satisfaction: int | None
    note: str | None
    actions: list[Action]
