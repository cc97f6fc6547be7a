"""Recording, listing, changing and voiding clinical items: the same for every kind."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from pydantic import BaseModel
from sqlalchemy import select

from couplesone.cases.access import case_for, readable
from couplesone.cases.items import ClinicalItem
from couplesone.cases.models import Case
from couplesone.persistence.base import Base
from couplesone.persistence.paging import Page, PageRequest, keyset, page_of
from couplesone.persistence.work import Work
from couplesone.web.schemas import Patch

I = TypeVar("I", bound=ClinicalItem)  # noqa: E741 - the item's own type


class Shown:
    """A row, and what its answer shows beside it; whatever else is asked of it is the row's own."""

    def __init__(self, row: Base, **beside: Any) -> None:
        self.row = row
        self.__dict__.update(beside)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.row, name)


def record_item(work: Work, case: Case, kind: type[I], content: BaseModel, **more: Any) -> I:
    """Insert an item of ``case`` from the members of ``content`` (those that the kind has) and ``more``."""
    item = kind(case_id=case.id, client_id=case.client_id, recorded_by=work.author_id)
    for name in type(content).model_fields:
        if hasattr(kind, name):
            setattr(item, name, getattr(content, name))
    for name, value in more.items():
        setattr(item, name, value)
    return work.add(item)


def list_items(
    work: Work, case_id: UUID, kind: type[I], page: PageRequest, *, day: str = "occurred_on"
) -> Page[I]:
    """Return the items of a case by their day, newest first: one statement for them, one for the keys."""
    case = case_for(work, case_id)
    column = getattr(kind, day)
    statement = select(kind).where(kind.case_id == case.id, readable(work, kind))
    statement = keyset(statement, page, column, kind.id, parse=date.fromisoformat, descending=True)
    work.keyring.load([case.client_id])
    rows = work.db.scalars(statement).all()
    return page_of(rows, page, lambda item: (getattr(item, day), item.id))


def amend(work: Work, item: I, change: Patch) -> I:
    """Give the item the members that were sent."""
    for name, value in change.changes().items():
        setattr(item, name, value)
    work.flush()
    return item


def mark_in_error(work: Work, item: I, reason: str) -> I:
    """Mark the item as entered in error: it is kept, and left out of everything that counts."""
    item.entered_in_error_at = work.now
    item.error_reason = reason
    work.flush()
    return item
