"""Routes of results."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import Query

from couplesone.course.measure_results.schemas import MeasureResultFilters, MeasureResults
from couplesone.course.measure_results.service import measure_results
from couplesone.kernel.permissions import Permission
from couplesone.persistence.work import Work
from couplesone.web.routing import Router

router = Router("measures")


@router.read("/v1/cases/{case_id}/measure-results", permission=Permission.MEASURE_READ)
def get_measure_results(
    work: Work, case_id: UUID, query: Annotated[MeasureResultFilters, Query()]
) -> MeasureResults:
    """Read the measures of a case over time: change since the first by every set of parameters, and the course."""
    return measure_results(work, case_id, query.instrument)
