"""From an id to a case, or to an item of a case, that the asker may know of; and whether it still takes entries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, and_, bindparam, literal, or_, select

from couplesone.cases.codes import CaseStatus, Visibility
from couplesone.cases.errors import CaseClosed, ItemInError
from couplesone.cases.items import ClinicalItem
from couplesone.cases.models import Case as Case
from couplesone.clients.caseload import ACTOR, in_caseload, reached, status_of_client
from couplesone.clients.codes import ClientStatus
from couplesone.clients.errors import ClientArchived
from couplesone.kernel.errors import Problem, RecordNotFound
from couplesone.kernel.permissions import Permission, PermissionDenied, Reach
from couplesone.persistence.columns import Guid
from couplesone.persistence.tenancy import AnySelect
from couplesone.persistence.work import Work

CASE: ColumnElement[UUID] = bindparam("case_id", type_=Guid())
OpenCase: TypeAlias = Case
"""A case as it is handed to the rooms above, which know its table by this name only."""
I = TypeVar("I", bound=ClinicalItem)  # noqa: E741 - the item's own type


def case_for(work: Work, case_id: UUID) -> Case:
    """Return the case if the asker may know of it; RecordNotFound otherwise, exactly as for an unknown id."""
    case = work.db.scalar(
        select(Case).where(Case.id == case_id, in_caseload(work, Case.client_id, case_id=Case.id))
    )
    if case is None:
        raise RecordNotFound
    work.subject = case.client_id
    return case


def client_of(work: Work, case_id: UUID) -> UUID:
    """Return whose case it is, for a case that the asker was found to reach; RecordNotFound for none."""
    client_id = work.db.scalar(select(Case.client_id).where(Case.id == case_id))
    if client_id is None:
        raise RecordNotFound
    return client_id


def case_to_write(work: Work, case_id: UUID) -> Case:
    """Return the case if something may be recorded in it; CaseClosed or ClientArchived if not."""
    status = status_of_client(Case.client_id)
    row = work.db.execute(
        select(Case, status).where(Case.id == case_id, in_caseload(work, Case.client_id, case_id=Case.id))
    ).first()
    if row is None:
        raise RecordNotFound
    case, client_status = row
    work.subject = case.client_id
    if refusal := _no_entry(case, client_status):
        raise refusal
    return case


@dataclass(frozen=True, slots=True)
class Entry:
    """A case that takes entries: whose it is, and since when."""

    case_id: UUID
    client_id: UUID
    opened_on: date


def entry_statement(reach: Reach, *more: Any) -> AnySelect:
    """Return a statement for ``entry_from`` about the case of the parameter ``case_id``, with ``more`` columns."""
    columns = (Case.client_id, Case.opened_on, Case.status, Case.entered_in_error_at)
    return select(*columns, status_of_client(Case.client_id), *more).where(
        Case.id == CASE, reached(reach, Case.client_id, case_id=Case.id)
    )


def entry_from(work: Work, case_id: UUID, rows: Sequence[Sequence[Any]]) -> tuple[Entry, Sequence[Any]]:
    """Return the case of an ``entry_statement`` and the further columns.

    Raises RecordNotFound, CaseClosed, ClientArchived.
    """
    if not rows:
        raise RecordNotFound
    client_id, opened_on, status, in_error, client_status, *more = rows[0]
    work.subject = client_id
    if refusal := _refusal(status, in_error is not None, client_status):
        raise refusal
    return Entry(case_id, client_id, opened_on), more


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
    within = in_caseload(work, Case.client_id, permission, case_id=Case.id) if held else literal(False)
    row = work.db.execute(
        select(Case, status_of_client(Case.client_id), within).where(
            Case.id == case_id, in_caseload(work, Case.client_id, case_id=Case.id)
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
    return _refusal(case.status, case.entered_in_error_at is not None, client_status)


def _refusal(status: str, in_error: bool, client_status: str) -> Problem | None:
    if status == CaseStatus.CLOSED or in_error:
        return CaseClosed()
    return None if client_status == ClientStatus.ACTIVE else ClientArchived()


def open_to(staff_id: Any, kind: type[ClinicalItem]) -> ColumnElement[bool]:
    """Return the condition that an item is not private to another author; for cases that are known to be reached."""
    return or_(kind.visibility != Visibility.AUTHOR_PRIVATE.value, kind.recorded_by == staff_id)


def counts(kind: type[ClinicalItem]) -> ColumnElement[bool]:
    """Return the condition that an item may be counted and shown: not in error, not private to another author.

    It is bound by ``reached_by``, for statements that are compiled before anybody asks.
    """
    return and_(kind.entered_in_error_at.is_(None), open_to(ACTOR, kind))


def readable(work: Work, kind: type[ClinicalItem]) -> ColumnElement[bool]:
    """Return the condition that an item is within the caseload and not private to another author."""
    return and_(in_caseload(work, kind.client_id, case_id=kind.case_id), open_to(work.author_id, kind))


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
