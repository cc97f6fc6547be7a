"""What assignments of tools and their practices take and show."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from pydantic import ConfigDict, Field

from couplesone.cases.schemas import ItemInput, ItemOut, or_today
from couplesone.plans.assignments.codes import AssignmentStatus
from couplesone.plans.tools.codes import ToolCode
from couplesone.web.schemas import ABSENT, Action, Input, Minutes, Patch, Scale, Text


class ToolAssignmentCreate(ItemInput):
    """A tool that the client is offered. There is nobody else to whom it could be given."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"tool": "time_out", "offered_on": "2026-02-09", "note": "For the talks about money."}
            ]
        }
    )

    tool: ToolCode
    offered_on: date = or_today()
    note: Text | None = None


class ToolAssignmentChange(Patch):
    """What may change of an assignment."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"note": "First at the supper table."}]})

    offered_on: date = ABSENT
    note: Text | None = None


class ToolAssignmentAccept(Input):
    """The day on which the client took the tool up; today by default."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"accepted_on": "2026-02-10"}]})

    accepted_on: date | None = None


class ToolAssignmentDrop(Input):
    """The day on which the client left the tool, and why, if they say."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"dropped_on": "2026-02-27", "reason": "It did not suit her."}]}
    )

    dropped_on: date | None = None
    reason: Text | None = None


class ToolAssignmentOut(ItemOut):
    """A tool that the client was offered; it is never scored (S1.19)."""

    tool: ToolCode
    tool_version: int
    title: str
    status: AssignmentStatus
    offered_on: date
    accepted_on: date | None
    dropped_on: date | None
    note: str | None
    dropped_reason: str | None
    practices: int = Field(description="How often it was practised.")
    minutes: int = Field(description="For how long altogether, as far as it was noted.")
    last_practised_on: date | None
    actions: list[Action]


class ToolPracticeCreate(Input):
    """That the client practised the tool."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"practised_on": "2026-02-12", "minutes": 15, "went": 6, "note": "Came back in time."}
            ]
        }
    )

    practised_on: date | None = None
    minutes: Minutes | None = None
    went: Scale | None = Field(None, description="How it went, 0 to 10, as the client says.")
    note: Text | None = None


class ToolPracticeChange(Patch):
    """What may change of a practice."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"went": 7}]})

    practised_on: date = ABSENT
    minutes: Minutes | None = None
    went: Scale | None = None
    note: Text | None = None


class ToolPracticeOut(ItemOut):
    """That the client practised a tool on a day."""

    assignment_id: UUID
    practised_on: date
    minutes: int | None
    went: int | None
    note: str | None
