"""Routes of the ripple report."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import Query

from couplesone.course.case_reports import ReportService
from couplesone.course.ripple.schemas import RippleChartFilters, RippleOut
from couplesone.course.schemas import ProgressFilters
from couplesone.kernel.permissions import Permission
from couplesone.persistence.work import Work
from couplesone.web.operations import Attachment
from couplesone.web.routing import Router

router = Router("course")
READ = Permission.CASE_READ


@router.read("/v1/cases/{case_id}/ripple", permission=READ)
def get_ripple(work: Work, case_id: UUID, query: Annotated[ProgressFilters, Query()]) -> RippleOut:
    """Set the client's own change beside what came back, as reported: a description, no proof."""
    return ReportService(work).ripple(case_id, query.as_of_week)


@router.read("/v1/cases/{case_id}/ripple-chart", permission=READ, media_type="image/svg+xml")
def get_ripple_chart(work: Work, case_id: UUID, query: Annotated[RippleChartFilters, Query()]) -> Attachment:
    """Draw own change and what came back as an SVG picture."""
    drawn = ReportService(work).ripple_chart(case_id, query.as_of_week, query.own)
    return Attachment(drawn, "image/svg+xml")
