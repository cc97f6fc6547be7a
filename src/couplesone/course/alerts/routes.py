"""Routes of alerts."""

from __future__ import annotations

from uuid import UUID

from couplesone.course.alerts.schemas import AlertsOut
from couplesone.course.case_reports import ReportService
from couplesone.kernel.permissions import Permission
from couplesone.persistence.work import Work
from couplesone.web.routing import Router

router = Router("course")


@router.read("/v1/cases/{case_id}/alerts", permission=Permission.CASE_READ)
def get_alerts(work: Work, case_id: UUID) -> AlertsOut:
    """Read what in a case may be worth a word, each with its numbers and thresholds; nothing is diagnosed."""
    return ReportService(work).alerts(case_id)
