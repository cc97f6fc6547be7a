"""Recording a week: the busiest write of the house, so by three prepared statements of its own.

One asks whatever must be known before, one writes the check-in, one writes its numbers.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Date, String, bindparam, select

from couplesone.cases.access import CASE, Entry, entry_from, entry_statement
from couplesone.clients.caseload import reached_by
from couplesone.kernel.permissions import Reach
from couplesone.persistence.prepared import Prepared, PreparedInsert
from couplesone.persistence.work import Work
from couplesone.plans.check_ins.schemas import CheckInCreate
from couplesone.plans.models import CheckIn, CheckInValue
from couplesone.practices.codes import SettingKey
from couplesone.practices.settings import value_column

_WEEK: Any = bindparam("week_of", type_=Date())
_INSERT, _INSERT_VALUES = PreparedInsert(CheckIn), PreparedInsert(CheckInValue)


@cache
def _before(reach: Reach) -> Prepared:
    existing = select(CheckIn.id).where(
        CheckIn.case_id == CASE,
        CheckIn.week_of == _WEEK,
        CheckIn.source == bindparam("source", type_=String()),
        CheckIn.entered_in_error_at.is_(None),
    )
    grace = value_column(SettingKey.CHECK_IN_GRACE_DAYS, _WEEK)
    return Prepared(entry_statement(reach, grace, existing.scalar_subquery()))


def before(work: Work, case_id: UUID, monday: date, source: str) -> tuple[Entry, int, UUID | None]:
    """Return the case, the days of grace in that week, and the check-in that is there already.

    Raises RecordNotFound, CaseClosed, ClientArchived.
    """
    rows = work.run(_before(work.reach()), case_id=case_id, week_of=monday, source=source, **reached_by(work))
    entry, (grace, existing) = entry_from(work, case_id, rows)
    return entry, grace, existing


def insert(work: Work, entry: Entry, content: CheckInCreate, monday: date, values: dict[str, int]) -> CheckIn:
    """Write the check-in with its numbers; CheckInExists if somebody else was faster."""
    check_in = CheckIn(
        case_id=entry.case_id,
        client_id=entry.client_id,
        recorded_by=work.author_id,
        week_of=monday,
        source=content.source.value,
        note=content.note,
    )
    work.insert(_INSERT, check_in)
    check_in.note = content.note  # plain again, for the answer
    numbers = [
        CheckInValue(check_in_id=check_in.id, measure=measure, value=value)
        for measure, value in values.items()
    ]
    work.insert(_INSERT_VALUES, *numbers)
    return check_in
