"""Routes of the course room."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import Query

from couplesone.cases.errors import CaseClosed
from couplesone.clients.errors import ClientArchived
from couplesone.course.errors import (
    NoSafetyBlock,
    RuleNotWaivable,
    RuleUnknown,
    StageMoveRefused,
    StageRulesUnmet,
)
from couplesone.course.schemas import (
    Dashboard,
    ProgressFilters,
    ProgressOut,
    StageAdvance,
    StageOut,
    StageReturn,
    StageWaive,
    TimelineEntry,
    WorklistFilters,
    WorklistItem,
)
from couplesone.course.service import CourseService, StageService
from couplesone.course.timeline import timeline
from couplesone.course.worklists import WorklistKind, worklist
from couplesone.kernel.errors import DatesOutOfOrder
from couplesone.kernel.permissions import Permission
from couplesone.persistence.work import Work
from couplesone.web.operations import Attachment
from couplesone.web.routing import Router
from couplesone.web.schemas import Listing, PageFilters

router = Router("course")
READ, WRITE = Permission.CASE_READ, Permission.CASE_WRITE
CLOSED = (CaseClosed, ClientArchived)


@router.read("/v1/cases/{case_id}/dashboard", permission=READ, composite=True)
def get_dashboard(work: Work, case_id: UUID) -> Dashboard:
    """Read a case in one answer."""
    return CourseService(work).dashboard(case_id)


@router.read("/v1/cases/{case_id}/progress", permission=READ)
def get_progress(work: Work, case_id: UUID, query: Annotated[ProgressFilters, Query()]) -> ProgressOut:
    """Compute the figures of a case as of a week, with the parameters they were computed with."""
    return CourseService(work).progress(case_id, query.as_of_week)


@router.read("/v1/cases/{case_id}/progress-chart", permission=READ, media_type="image/svg+xml")
def get_progress_chart(work: Work, case_id: UUID, query: Annotated[ProgressFilters, Query()]) -> Attachment:
    """Draw the progress of a case as an SVG picture."""
    return Attachment(CourseService(work).chart(case_id, query.as_of_week), "image/svg+xml")


@router.read("/v1/cases/{case_id}/timeline", permission=READ)
def list_timeline(
    work: Work, case_id: UUID, query: Annotated[PageFilters, Query()]
) -> Listing[TimelineEntry]:
    """List what happened in a case, newest first: days, kinds and codes, no narrative."""
    return Listing[TimelineEntry].model_validate(timeline(work, case_id, query.page))


@router.read("/v1/cases/{case_id}/stage", permission=READ, composite=True)
def get_case_stage(work: Work, case_id: UUID) -> StageOut:
    """Read the stage of a case with every exit rule and whether it is met."""
    return StageService(work).get(case_id)


@router.act(
    "/v1/cases/{case_id}/stage/advance",
    answers="get_case_stage",
    permission=WRITE,
    problems=(*CLOSED, StageRulesUnmet, StageMoveRefused, DatesOutOfOrder),
)
def advance_case_stage(work: Work, case_id: UUID, body: StageAdvance, version: int) -> StageOut:
    """End the stage and begin the next, if every exit rule is met or waived."""
    return StageService(work).advance(case_id, version, body.occurred_on)


@router.act(
    "/v1/cases/{case_id}/stage/return",
    answers="get_case_stage",
    permission=WRITE,
    problems=(*CLOSED, StageMoveRefused, DatesOutOfOrder),
)
def return_case_stage(work: Work, case_id: UUID, body: StageReturn, version: int) -> StageOut:
    """Go back to an earlier stage."""
    return StageService(work).go_back(case_id, version, body.to_stage, body.occurred_on)


@router.act(
    "/v1/cases/{case_id}/stage/waive",
    answers="get_case_stage",
    permission=WRITE,
    problems=(*CLOSED, RuleUnknown, RuleNotWaivable, NoSafetyBlock),
)
def waive_stage_rule(work: Work, case_id: UUID, body: StageWaive, version: int) -> StageOut:
    """Waive an exit rule of the present stage, with the ground and a written reason."""
    return StageService(work).waive(case_id, version, body)


@router.read("/v1/worklists/{kind}", permission=READ)
def list_worklist(
    work: Work, kind: WorklistKind, query: Annotated[WorklistFilters, Query()]
) -> Listing[WorklistItem]:
    """List the cases that want attention, longest waiting first."""
    return Listing[WorklistItem].model_validate(worklist(work, kind, query.page, query.staff_id))
