"""Keeping, counting and listing corrections."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from couplesone.cases.access import readable
from couplesone.kernel.errors import invalid_field
from couplesone.persistence.paging import Page, PageRequest, instant, keyset, page_of
from couplesone.persistence.work import Work
from couplesone.plans.models import CheckIn, Correction, Rating
from couplesone.plans.shown import Shown


def correct(
    work: Work, record: Rating | CheckIn, *, before: dict[str, Any], now: dict[str, Any], reason: str
) -> None:
    """Keep what the record said before; ValidationFailed if it says the same now."""
    if before == now:
        raise invalid_field(
            "/reason", "nothing_corrected", "The record says this already; there is nothing to correct."
        )
    correction = Correction(
        case_id=record.case_id,
        client_id=record.client_id,
        recorded_by=work.staff_id,
        before=json.dumps(before, ensure_ascii=False),
        reason=reason,
        corrected_at=work.now,
        rating_id=record.id if isinstance(record, Rating) else None,
        check_in_id=record.id if isinstance(record, CheckIn) else None,
    )
    work.add(correction)


def corrections_of(work: Work, record: Rating | CheckIn, page: PageRequest) -> Page[Shown]:
    """Return the corrections of a record, the latest first, each with what the record said before it."""
    column = Correction.rating_id if isinstance(record, Rating) else Correction.check_in_id
    statement = select(Correction).where(column == record.id, readable(work, Correction))
    statement = keyset(
        statement, page, Correction.corrected_at, Correction.id, parse=instant, descending=True
    )
    work.keyring.load([record.client_id])
    found = page_of(work.db.scalars(statement).all(), page, lambda it: (it.corrected_at, it.id))
    return Page([Shown(it, before=json.loads(it.before)) for it in found.items], found.next_cursor)


def count_corrections(work: Work, column: Any, ids: Iterable[UUID]) -> dict[UUID, int]:
    """Return how often each of several records was corrected: one statement."""
    rows = work.db.execute(
        select(column, func.count()).select_from(Correction).where(column.in_(list(ids))).group_by(column)
    )
    return {row[0]: row[1] for row in rows}
