"""Reading cases with what their answers show beside the row."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Row, Select, false, select
from sqlalchemy.orm import aliased

from couplesone.cases.codes import CaseKind, CaseStatus
from couplesone.cases.identified_client import IDENTIFIED_CLIENT
from couplesone.cases.models import Case
from couplesone.cases.records import Shown
from couplesone.cases.registry.moves import MoveFacts, actions
from couplesone.cases.registry.schemas import CaseEdge, CaseFilters, ClientName, PartnerName
from couplesone.clients.caseload import in_caseload, status_of_client
from couplesone.clients.queries import names_of_clients, names_of_partners
from couplesone.kernel.errors import RecordNotFound
from couplesone.kernel.permissions import Permission
from couplesone.persistence.paging import Page, instant, keyset, page_of
from couplesone.persistence.work import Work

NEEDED: Final = {CaseEdge.CLIENT: Permission.CLIENT_READ, CaseEdge.PARTNER: Permission.PARTNER_READ}
"""Which permission each edge of a case asks for."""

Found = Row[Case, UUID | None, str, bool]


def cases(work: Work) -> Select[Case, UUID | None, str, bool]:
    """Select the cases of the caseload: the row, the next episode, the client's status, whether the actor treats."""
    following = aliased(Case)
    next_case_id = (
        select(following.id)
        .where(following.previous_case_id == Case.id, following.entered_in_error_at.is_(None))
        .scalar_subquery()
    )
    may_write = work.principal.may(Permission.CASE_WRITE)
    treats = (
        in_caseload(work, Case.client_id, Permission.CASE_WRITE, case_id=Case.id) if may_write else false()
    )
    return select(
        Case,
        next_case_id.label("next_case_id"),
        status_of_client(Case.client_id).label("client_status"),
        treats.label("treats"),
    ).where(in_caseload(work, Case.client_id, case_id=Case.id))


def case_in_full(work: Work, case_id: UUID) -> Found:
    """Return the case with what decides about it; RecordNotFound if the asker may not know of it."""
    row = work.db.execute(cases(work).where(Case.id == case_id)).first()
    if row is None:
        raise RecordNotFound
    work.subject = row[0].client_id
    return row


def facts_of(found: Found) -> MoveFacts:
    """Return what decides whether the case may move."""
    case, next_case_id, client_status, _ = found
    return MoveFacts(
        case.status,
        client_status,
        case.entered_in_error_at is not None,
        next_case_id is not None,
        case.kind != CaseKind.SOLO,
    )


def page_of_cases(work: Work, filters: CaseFilters) -> Page[Found]:
    """Return a page of cases: the last opened first, or for a sync the one first whose change is oldest."""
    statement = cases(work)
    if filters.client_id is not None:
        statement = statement.where(Case.client_id == filters.client_id)
    if filters.stage is not None:
        statement = statement.where(Case.stage == filters.stage)
    if filters.external_id is not None:
        statement = statement.where(Case.external_id == filters.external_id)
    if filters.status is not None:
        statement = statement.where(Case.status.in_(filters.status))
    elif not (filters.include_closed or filters.external_id or filters.updated_since):
        statement = statement.where(Case.status != CaseStatus.CLOSED.value)
    if filters.updated_since is not None:
        statement = statement.where(Case.updated_at >= filters.updated_since)
        statement = keyset(statement, filters.page, Case.updated_at, Case.id, parse=instant)
        rows = work.db.execute(statement).all()
        return page_of(rows, filters.page, lambda row: (row[0].updated_at, row[0].id))
    statement = statement.where(Case.entered_in_error_at.is_(None))
    statement = keyset(
        statement, filters.page, Case.opened_on, Case.id, parse=date.fromisoformat, descending=True
    )
    rows = work.db.execute(statement).all()
    return page_of(rows, filters.page, lambda row: (row[0].opened_on, row[0].id))


def require_edges(work: Work, edges: Sequence[CaseEdge]) -> None:
    """Raise PermissionDenied unless every edge that is asked for may be read."""
    for edge in edges:
        work.principal.require(NEEDED[edge])


def shown(work: Work, rows: Sequence[Found], edges: Sequence[CaseEdge] = ()) -> list[Shown]:
    """Return what the answers show of cases: one statement for the keys, two for each edge."""
    work.keyring.load({row[0].client_id for row in rows})
    clients: dict[UUID, str] = {}
    partners: dict[UUID, str | None] = {}
    if CaseEdge.CLIENT in edges:
        clients = names_of_clients(work, {row[0].client_id for row in rows})
    if CaseEdge.PARTNER in edges:
        partners = names_of_partners(
            work, {row[0].partner_id for row in rows if row[0].partner_id is not None}
        )
    may_write = work.principal.may(Permission.CASE_WRITE)
    return [
        Shown(
            case,
            deleted=case.entered_in_error_at is not None,
            next_case_id=next_case_id,
            actions=actions(facts_of(row), may_write=may_write, treats=bool(treats)),
            identified_client=IDENTIFIED_CLIENT,
            client=_named(ClientName, case.client_id, clients),
            partner=_named(PartnerName, case.partner_id, partners),
        )
        for row in rows
        for case, next_case_id, _, treats in (row,)
    ]


def _named(kind: type[Any], person_id: UUID | None, names: dict[UUID, Any]) -> Any:
    """Return the person if their name was asked for and may be read."""
    return kind(id=person_id, name_used=names[person_id]) if person_id in names else None
