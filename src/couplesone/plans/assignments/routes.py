"""Routes of assigned tools and of their practice log."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import Query

from couplesone.cases.errors import CaseClosed, ItemInError
from couplesone.cases.kinds.routes import ItemKind, router_of
from couplesone.cases.schemas import EnteredInError
from couplesone.clients.errors import ClientArchived
from couplesone.kernel.errors import DatesOutOfOrder
from couplesone.kernel.permissions import Permission
from couplesone.persistence.work import Work
from couplesone.plans.assignments.errors import AssignmentTransitionRefused, ToolAssigned
from couplesone.plans.assignments.schemas import (
    ToolAssignmentAccept,
    ToolAssignmentChange,
    ToolAssignmentCreate,
    ToolAssignmentDrop,
    ToolAssignmentOut,
    ToolPracticeChange,
    ToolPracticeCreate,
    ToolPracticeOut,
)
from couplesone.plans.assignments.service import AssignmentService, PracticeLogService
from couplesone.safety.errors import SafetyBlock
from couplesone.web.routing import Router
from couplesone.web.schemas import Listing, PageFilters

READ, WRITE = Permission.PLAN_READ, Permission.PLAN_WRITE
CHANGE = (CaseClosed, ClientArchived, ItemInError)
MOVE = (*CHANGE, AssignmentTransitionRefused, DatesOutOfOrder)
_ONE, _PRACTICE = "/v1/tool-assignments/{tool_assignment_id}", "/v1/tool-practices/{tool_practice_id}"

router = router_of(
    ItemKind(
        noun="tool_assignment",
        plural="tool_assignments",
        service=AssignmentService,
        create=ToolAssignmentCreate,
        change=ToolAssignmentChange,
        out=ToolAssignmentOut,
        recorded="Offer the client a tool; a safety block that forbids it is named.",
        answers=(ToolAssigned, SafetyBlock),
        tag="tools",
        read=READ,
        write=WRITE,
        composite=True,
    )
)
practices = Router("tools")


@router.act(f"{_ONE}/accept", answers="get_tool_assignment", permission=WRITE, problems=(*MOVE, SafetyBlock))
def accept_tool_assignment(
    work: Work, tool_assignment_id: UUID, body: ToolAssignmentAccept, version: int
) -> ToolAssignmentOut:
    """Note that the client took the tool up; a safety block that forbids it is named."""
    found = AssignmentService(work).accept(tool_assignment_id, body.accepted_on, version)
    return ToolAssignmentOut.model_validate(found)


@router.act(f"{_ONE}/drop", answers="get_tool_assignment", permission=WRITE, problems=MOVE)
def drop_tool_assignment(
    work: Work, tool_assignment_id: UUID, body: ToolAssignmentDrop, version: int
) -> ToolAssignmentOut:
    """Note that the client left the tool; that is their choice."""
    found = AssignmentService(work).drop(tool_assignment_id, body.dropped_on, body.reason, version)
    return ToolAssignmentOut.model_validate(found)


@practices.create(f"{_ONE}/practices", answers="get_tool_practice", permission=WRITE, problems=MOVE)
def record_tool_practice(work: Work, tool_assignment_id: UUID, body: ToolPracticeCreate) -> ToolPracticeOut:
    """Note that the client practised the tool."""
    return ToolPracticeOut.model_validate(PracticeLogService(work).record(tool_assignment_id, body))


@practices.read(f"{_ONE}/practices", permission=READ)
def list_tool_practices(
    work: Work, tool_assignment_id: UUID, query: Annotated[PageFilters, Query()]
) -> Listing[ToolPracticeOut]:
    """List how a tool was practised, newest first, entries in error among them."""
    found = PracticeLogService(work).list(tool_assignment_id, query.page)
    return Listing[ToolPracticeOut].model_validate(found)


@practices.read(_PRACTICE, permission=READ)
def get_tool_practice(work: Work, tool_practice_id: UUID) -> ToolPracticeOut:
    """Read an entry of the practice log."""
    return ToolPracticeOut.model_validate(PracticeLogService(work).get(tool_practice_id))


@practices.change(
    _PRACTICE, answers="get_tool_practice", permission=WRITE, problems=(*CHANGE, DatesOutOfOrder)
)
def change_tool_practice(
    work: Work, tool_practice_id: UUID, body: ToolPracticeChange, version: int
) -> ToolPracticeOut:
    """Change an entry of the practice log."""
    return ToolPracticeOut.model_validate(PracticeLogService(work).change(tool_practice_id, body, version))


@practices.act(f"{_PRACTICE}/mark-in-error", answers="get_tool_practice", permission=WRITE, problems=CHANGE)
def mark_tool_practice_in_error(
    work: Work, tool_practice_id: UUID, body: EnteredInError, version: int
) -> ToolPracticeOut:
    """Mark an entry of the practice log as an error; it is kept, and not counted."""
    found = PracticeLogService(work).mark_in_error(tool_practice_id, body.reason, version)
    return ToolPracticeOut.model_validate(found)
