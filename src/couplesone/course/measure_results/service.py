"""Reading the results of a case: one statement."""

from __future__ import annotations

from uuid import UUID

from couplesone.course.completeness import completeness
from couplesone.course.measure_results.schemas import MeasureResults
from couplesone.course.measures import shown_series
from couplesone.course.queries import View, standing_in, whole_case
from couplesone.measures.overview import taken
from couplesone.persistence.work import Work


def measure_results(work: Work, case_id: UUID, instrument: str | None) -> MeasureResults:
    """Return the measures of a case over time; RecordNotFound if the asker may not know of the case."""
    seen = whole_case(work, case_id, View.MEASURES)
    found = [one for one in taken(seen["measures"]) if instrument in (None, one.instrument)]
    return MeasureResults(
        case_id=case_id,
        completeness=completeness(seen["case"]),
        items=shown_series(found, standing_in(work, seen)),
    )
