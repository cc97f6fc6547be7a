"""Reading the results of a case: one statement."""

from __future__ import annotations

from functools import cache
from uuid import UUID

from sqlalchemy import select

from couplesone.cases.overview import CASE_ID, CLIENT_ID, is_case
from couplesone.clients.caseload import reached, reached_by
from couplesone.kernel.errors import RecordNotFound
from couplesone.kernel.permissions import Reach
from couplesone.measures.overview import administrations_of_case, taken
from couplesone.measures.results.schemas import MeasureResults
from couplesone.measures.results.series import series_of
from couplesone.measures.results.shown import series_shown
from couplesone.persistence.json_sql import json_object
from couplesone.persistence.prepared import Prepared
from couplesone.persistence.work import Work


@cache
def _statement(reach: Reach) -> Prepared:
    shown = json_object(client_id=CLIENT_ID, administrations=administrations_of_case())
    return Prepared(select(shown).where(is_case(), reached(reach, CLIENT_ID, case_id=CASE_ID)))


def measure_results(work: Work, case_id: UUID, instrument: str | None) -> MeasureResults:
    """Return the measures of a case over time; RecordNotFound if the asker may not know of the case."""
    rows = work.run(_statement(work.reach()), case_id=case_id, **reached_by(work))
    if not rows:
        raise RecordNotFound
    seen = rows[0][0]
    work.subject = UUID(seen["client_id"])
    found = series_of(taken(seen["administrations"]))
    wanted = [one for one in found if instrument in (None, one.instrument)]
    return MeasureResults(case_id=case_id, items=[series_shown(one) for one in wanted])
