"""Keeping, counting and listing corrections, whatever was corrected.

A function takes the key column of its table of corrections that names the corrected record, such as
``Correction.rating_id``: it says which table, and which column in it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from couplesone.cases.access import readable
from couplesone.cases.items import ClinicalItem
from couplesone.cases.records import Shown
from couplesone.kernel.errors import invalid_field
from couplesone.persistence.paging import Page, PageRequest, instant, keyset, page_of
from couplesone.persistence.work import Work


def correct(
    work: Work, column: Any, record: ClinicalItem, *, before: dict[str, Any], now: dict[str, Any], reason: str
) -> None:
    """Keep what the record said before; ValidationFailed if it says the same now."""
    if before == now:
        raise invalid_field(
            "/reason", "nothing_corrected", "The record says this already; there is nothing to correct."
        )
    correction = column.class_(
        case_id=record.case_id,
        client_id=record.client_id,
        recorded_by=work.staff_id,
        before=json.dumps(before, ensure_ascii=False),
        reason=reason,
        corrected_at=work.now,
    )
    setattr(correction, column.key, record.id)
    work.add(correction)


def corrections_of(work: Work, column: Any, record: ClinicalItem, page: PageRequest) -> Page[Shown]:
    """Return the corrections of a record, the latest first, each with what the record said before it."""
    table = column.class_
    statement = select(table).where(column == record.id, readable(work, table))
    statement = keyset(statement, page, table.corrected_at, table.id, parse=instant, descending=True)
    work.keyring.load([record.client_id])
    found = page_of(work.db.scalars(statement).all(), page, lambda it: (it.corrected_at, it.id))
    return Page([Shown(it, before=json.loads(it.before)) for it in found.items], found.next_cursor)


def count_corrections(work: Work, column: Any, ids: Iterable[UUID]) -> dict[UUID, int]:
    """Return how often each of several records was corrected: one statement."""
    rows = work.db.execute(
        select(column, func.count()).select_from(column.class_).where(column.in_(list(ids))).group_by(column)
    )
    return {row[0]: row[1] for row in rows}
