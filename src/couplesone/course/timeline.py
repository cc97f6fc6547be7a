"""What happened in a case, day by day: one statement over every room that records days, no narrative."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import select, union_all

from couplesone.cases import overview as cases
from couplesone.cases.access import case_for
from couplesone.clients.caseload import reached_by
from couplesone.course.schemas import TimelineEntry
from couplesone.measures import overview as measures
from couplesone.persistence.paging import Page, PageRequest, keyset, page_of
from couplesone.persistence.work import Work
from couplesone.plans import overview as plans
from couplesone.plans import practised
from couplesone.safety import overview as safety
from couplesone.safety.blocks import may_know


def timeline(work: Work, case_id: UUID, page: PageRequest) -> Page[TimelineEntry]:
    """Return the entries of a case, newest first; those about safety to whoever may know them."""
    case = case_for(work, case_id)
    of_safety = safety.timeline() if may_know(work) else ()
    parts = (*cases.timeline(), *measures.timeline(), *plans.timeline(), *practised.timeline(), *of_safety)
    entries = union_all(*parts).subquery("entries")
    statement = select(entries.c.occurred_on, entries.c.kind, entries.c.id, entries.c.code)
    statement = keyset(
        statement, page, entries.c.occurred_on, entries.c.id, parse=date.fromisoformat, descending=True
    )
    rows = work.db.execute(statement, {"case_id": case.id, **reached_by(work)}).all()
    found = page_of(rows, page, lambda row: (row.occurred_on, row.id))
    return Page([TimelineEntry.model_validate(row) for row in found.items], found.next_cursor)
