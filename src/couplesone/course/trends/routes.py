"""Routes of trends."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import Query

from couplesone.course.case_reports import ReportService
from couplesone.course.schemas import ProgressFilters
from couplesone.course.trends.schemas import TrendsOut
from couplesone.kernel.permissions import Permission
from couplesone.persistence.work import Work
from couplesone.web.routing import Router

router = Router("course")


@router.read("/v1/cases/{case_id}/trends", permission=Permission.CASE_READ)
def get_trends(work: Work, case_id: UUID, query: Annotated[ProgressFilters, Query()]) -> TrendsOut:
    """Read series together: openness and pressure, agency and grief, ways of speaking, skills, focus."""
    return ReportService(work).trends(case_id, query.as_of_week)
