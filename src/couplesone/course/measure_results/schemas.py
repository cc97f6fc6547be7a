"""What the results of measures take and show."""

from __future__ import annotations

from uuid import UUID

from couplesone.course.schemas import CompletenessOut
from couplesone.measures.instruments.schemas import InstrumentCode
from couplesone.measures.results.schemas import MeasureSeriesOut
from couplesone.web.schemas import Filters, Output


class MeasureResultFilters(Filters):
    """Which instrument; all of them by default."""

    instrument: InstrumentCode | None = None


class MeasureResults(Output):
    """The measures of a case over time."""

    case_id: UUID
    completeness: CompletenessOut
    items: list[MeasureSeriesOut]
