"""What a version of the plan takes and shows."""

from __future__ import annotations

from datetime import date
from typing import Literal
from uuid import UUID

from pydantic import ConfigDict, Field

from couplesone.cases.identified_client import IdentifiedClientNote
from couplesone.cases.schemas import ItemOut, or_today
from couplesone.plans.codes import PlanStatus
from couplesone.plans.goals.schemas import GoalOut
from couplesone.web.schemas import Action, Csv, Filters, Input, Patch, Text


class PlanCreate(Input):
    """A new draft: what the client wants to stand for, and when the plan is to be looked at again (S0.17)."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"values_statement": "I want to be somebody who stays in the room."}]}
    )

    values_statement: Text | None = None
    review_due_on: date | None = Field(None, description="Set by the activation where it is empty.")


class PlanChange(Patch):
    """What may change of a draft, and of the active version."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"review_due_on": "2026-04-13"}]})

    values_statement: Text | None = None
    review_due_on: date | None = None


class PlanActivate(Input):
    """From which day the version holds."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"activated_on": "2026-02-16"}, {}]})

    activated_on: date = or_today()


class PlanClose(Input):
    """Until which day the version held."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"ended_on": "2026-06-15"}, {}]})

    ended_on: date = or_today()


class PlanInclude(Filters):
    """What else to show of a plan."""

    include: Csv[Literal["goals"]] = Field(default=[], description="`goals`: the goals in their places.")


class PlanOut(ItemOut):
    """A version of the treatment plan."""

    number: int = Field(
        description="1, 2, …: the versions of a case in the order in which they were drafted."
    )
    status: PlanStatus
    values_statement: str | None
    review_due_on: date | None
    activated_on: date | None
    ended_on: date | None
    goal_ids: list[UUID] = Field(description="The goals of this version in their places.")
    identified_client: IdentifiedClientNote
    actions: list[Action]
    goals: list[GoalOut] | None = Field(description="Only with include=goals; null otherwise.")
