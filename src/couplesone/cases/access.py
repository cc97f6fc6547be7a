"""From an id to a case, or to an item of a case, that the asker may know of; and whether it still takes entries."""

from __future__ import annotations

from typing import TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, select

from couplesone.cases.codes import CaseStatus, Visibility
from couplesone.cases.errors import CaseClosed, ItemInError
from couplesone.cases.items import ClinicalItem
from couplesone.cases.models import Case
from couplesone.clients.caseload import in_caseload, status_of_client
from couplesone.clients.codes import ClientStatus
from couplesone.clients.errors import ClientArchived
from couplesone.kernel.errors import RecordNotFound
from couplesone.persistence.work import Work

I = TypeVar("I", bound=ClinicalItem)  # noqa: E741 - the item's own type


def case_for(work: Work, case_id: UUID) -> Case:
    """Return the case if the asker may know of it; RecordNotFound otherwise, exactly as for an unknown id."""
    case = work.db.scalar(select(Case).where(Case.id == case_id, in_caseload(work, Case.client_id)))
    if case is None:
        raise RecordNotFound
    work.subject = case.client_id
    return case


def case_to_write(work: Work, case_id: UUID) -> Case:
    """Return the case if something may be recorded in it; CaseClosed or ClientArchived if not."""
    status = status_of_client(Case.client_id)
    row = work.db.execute(
        select(Case, status).where(Case.id == case_id, in_caseload(work, Case.client_id))
    ).first()
    if row is None:
        raise RecordNotFound
    case, client_status = row
    work.subject = case.client_id
    if case.status == CaseStatus.CLOSED or case.entered_in_error_at is not None:
        raise CaseClosed
    if client_status != ClientStatus.ACTIVE:
        raise ClientArchived
    return case


def readable(work: Work, kind: type[ClinicalItem]) -> ColumnElement[bool]:
    """Return the condition that an item is within the caseload and not private to another author."""
    private = kind.visibility != Visibility.AUTHOR_PRIVATE.value
    return in_caseload(work, kind.client_id) & (private | (kind.recorded_by == work.staff_id))


def item_for(work: Work, kind: type[I], item_id: UUID) -> I:
    """Return the item if the asker may know of it; RecordNotFound otherwise."""
    item = work.db.scalar(select(kind).where(kind.id == item_id, readable(work, kind)))
    if item is None:
        raise RecordNotFound
    work.subject = item.client_id
    return item


def item_to_change(work: Work, kind: type[I], item_id: UUID, version: int) -> I:
    """Return the item if it may be changed and still has ``version``.

    Raises RecordNotFound, CaseClosed, ClientArchived, ItemInError, VersionStale.
    """
    item = item_for(work, kind, item_id)
    case_to_write(work, item.case_id)
    if item.entered_in_error_at is not None:
        raise ItemInError
    item.expect(version)
    return item
