"""From an id to a case, or to an item of a case, that the asker may know of; and whether it still takes entries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, and_, literal, or_, select

from couplesone.cases.codes import CaseStatus, Visibility
from couplesone.cases.errors import CaseClosed, ItemInError
from couplesone.cases.items import ClinicalItem
from couplesone.cases.models import Case
from couplesone.clients.caseload import in_caseload, status_of_client
from couplesone.clients.codes import ClientStatus
from couplesone.clients.errors import ClientArchived
from couplesone.kernel.errors import Problem, RecordNotFound
from couplesone.kernel.permissions import Permission, PermissionDenied
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
    if refusal := _no_entry(case, client_status):
        raise refusal
    return case


@dataclass(frozen=True, slots=True)
class Standing:
    """A case that the asker may know of, and what would keep them from recording in it now."""

    case: Case
    refusal: Problem | None


def standing_of(work: Work, case_id: UUID, permission: Permission) -> Standing:
    """Return the case and what the asker would be answered who recorded something with ``permission`` in it.

    One statement; RecordNotFound if the asker may not know of the case.
    """
    held = work.principal.may(permission)
    within = in_caseload(work, Case.client_id, permission) if held else literal(False)
    row = work.db.execute(
        select(Case, status_of_client(Case.client_id), within).where(
            Case.id == case_id, in_caseload(work, Case.client_id)
        )
    ).first()
    if row is None:
        raise RecordNotFound
    case, client_status, reached = row
    work.subject = case.client_id
    if not held:
        return Standing(case, PermissionDenied())
    return Standing(case, _no_entry(case, client_status) if reached else RecordNotFound())


def _no_entry(case: Case, client_status: str) -> Problem | None:
    if case.status == CaseStatus.CLOSED or case.entered_in_error_at is not None:
        return CaseClosed()
    return None if client_status == ClientStatus.ACTIVE else ClientArchived()


def open_to(work: Work, kind: type[ClinicalItem]) -> ColumnElement[bool]:
    """Return the condition that an item is not private to another author; for cases that are known to be reached."""
    return or_(kind.visibility != Visibility.AUTHOR_PRIVATE.value, kind.recorded_by == work.staff_id)


def readable(work: Work, kind: type[ClinicalItem]) -> ColumnElement[bool]:
    """Return the condition that an item is within the caseload and not private to another author."""
    return and_(in_caseload(work, kind.client_id), open_to(work, kind))


def item_for(work: Work, kind: type[I], item_id: UUID) -> I:
    """Return the item if the asker may know of it; RecordNotFound otherwise."""
    item = work.db.scalar(select(kind).where(kind.id == item_id, readable(work, kind)))
    if item is None:
        raise RecordNotFound
    work.subject = item.client_id
    return item


def item_to_write(work: Work, kind: type[I], item_id: UUID) -> I:
    """Return the item if it still takes entries; RecordNotFound, CaseClosed, ClientArchived or ItemInError if not."""
    item = item_for(work, kind, item_id)
    case_to_write(work, item.case_id)
    if item.entered_in_error_at is not None:
        raise ItemInError
    return item


def item_to_change(work: Work, kind: type[I], item_id: UUID, version: int) -> I:
    """Return the item if it may be changed and still has ``version``.

    Raises RecordNotFound, CaseClosed, ClientArchived, ItemInError, VersionStale.
    """
    item = item_to_write(work, kind, item_id)
    item.expect(version)
    return item
