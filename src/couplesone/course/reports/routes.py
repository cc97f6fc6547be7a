"""Routes of reports."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query

from couplesone.course.reports.funnel import invitation_funnel
from couplesone.course.reports.schemas import (
    CountReport,
    FunnelFilters,
    FunnelReport,
    NeutralityFilters,
    NeutralityReport,
    OutcomesReport,
)
from couplesone.course.reports.service import ReportService
from couplesone.kernel.permissions import Permission
from couplesone.persistence.work import Work
from couplesone.web.routing import Router

router = Router("reports")
READ = Permission.REPORT_READ


@router.read("/v1/reports/refusal-reasons", permission=READ)
def report_refusal_reasons(work: Work) -> CountReport:
    """Count the clients whose partner's refusal has which reason; no cell of fewer than five."""
    return ReportService(work).refusal_reasons()


@router.read("/v1/reports/case-kinds", permission=READ)
def report_case_kinds(work: Work) -> CountReport:
    """Count the cases of each kind; no cell of fewer than five people."""
    return ReportService(work).case_kinds()


@router.read("/v1/reports/outcomes", permission=READ)
def report_outcomes(work: Work) -> OutcomesReport:
    """Count how goals stood at closing, by decision and by attendance apart; nothing is ranked."""
    return ReportService(work).outcomes()


@router.read("/v1/reports/invitation-funnel", permission=READ)
def report_invitation_funnel(work: Work, query: Annotated[FunnelFilters, Query()]) -> FunnelReport:
    """Count the clients whose invitation came how far in a quarter that is over; no cell of fewer than five."""
    return invitation_funnel(work, query.quarter)


@router.read("/v1/reports/neutrality", permission=Permission.NEUTRALITY_READ)
def report_neutrality(work: Work, query: Annotated[NeutralityFilters, Query()]) -> NeutralityReport:
    """Sum up neutrality checks by therapist: one's own, and about clients whose care one supervises."""
    return ReportService(work).neutrality(query)
