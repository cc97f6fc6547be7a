"""Opening, reading and changing cases."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from couplesone.cases.access import case_to_write
from couplesone.cases.codes import CaseKind, CaseStatus
from couplesone.cases.errors import ItemInError
from couplesone.cases.events import CaseOpened, PartnerLeftOut
from couplesone.cases.models import Case, StatusChange
from couplesone.cases.records import Shown, list_items
from couplesone.cases.registry.dates import days_in_order
from couplesone.cases.registry.queries import case_in_full, cases, page_of_cases, require_edges, shown
from couplesone.cases.registry.schemas import CaseChange, CaseCreate, CaseEdge, CaseFilters, CaseUpsert
from couplesone.clients.caseload import client_to_write
from couplesone.clients.errors import ExternalIdTaken
from couplesone.clients.queries import client_with_external_id, has_partner
from couplesone.kernel.errors import RecordNotFound, VersionStale, invalid_field, not_before
from couplesone.persistence.constraints import LinkedRecordMissing
from couplesone.persistence.paging import Page, PageRequest
from couplesone.persistence.work import Work


class CaseService:
    """The cases of the caseload."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def open(self, client_id: UUID, content: CaseCreate) -> Shown:
        """Open a solo case in intake, at stage 0; nothing is asked of the partner (S3.8).

        Raises RecordNotFound, ClientArchived, LinkedRecordMissing (the partner is not this client's),
        DatesOutOfOrder, ExternalIdTaken.
        """
        client = client_to_write(self.work, client_id)
        opened_on = content.opened_on or self.work.today
        case = Case(
            **content.model_dump() | {"opened_on": opened_on, "client_id": client.id},
            kind=CaseKind.SOLO,
            status=CaseStatus.INTAKE,
            stage=0,
            opened_by=self.work.staff_id,
        )
        self._check(case)
        self.work.add(case)
        self.work.publish(CaseOpened(self.work.practice_id, case.id, client.id))
        return self.get(case.id)

    def page(self, filters: CaseFilters) -> Page[Shown]:
        """Return a page of cases; PermissionDenied for an edge that the actor may not read."""
        require_edges(self.work, filters.include)
        found = page_of_cases(self.work, filters)
        return Page(shown(self.work, found.items, filters.include), found.next_cursor)

    def get(self, case_id: UUID, edges: Sequence[CaseEdge] = ()) -> Shown:
        """Return one case; PermissionDenied for an edge that the actor may not read."""
        require_edges(self.work, edges)
        return shown(self.work, [case_in_full(self.work, case_id)], edges)[0]

    def change(self, case_id: UUID, change: CaseChange, version: int) -> Shown:
        """Change a case.

        Raises RecordNotFound, CaseClosed, ClientArchived, VersionStale, LinkedRecordMissing, DatesOutOfOrder,
        ExternalIdTaken.
        """
        case = case_to_write(self.work, case_id)
        case.expect(version)
        self._give(case, change.changes())
        return self.get(case.id)

    def upsert(self, external_id: str, content: CaseUpsert, version: int | None) -> tuple[Shown, bool]:
        """Open or change the case that another system knows by this id; say whether it is new.

        What is not sent, and what is so already, stays as it is. Raises what ``open`` and ``change`` raise;
        LinkedRecordMissing also for an unknown client, ExternalIdTaken also for another client's case.
        """
        client_id = self._client_of(content)
        changes = content.changes()
        for reference in ("client_id", "client_external_id"):
            changes.pop(reference, None)
        ours = Case.external_id == external_id, Case.entered_in_error_at.is_(None)
        row = self.work.db.execute(cases(self.work).where(*ours)).first()
        if row is None:
            if version is not None:
                raise VersionStale
            try:
                return self.open(client_id, CaseCreate(**changes, external_id=external_id)), True
            except RecordNotFound:
                raise LinkedRecordMissing from None
        case: Case = row[0]
        if case.client_id != client_id:
            raise ExternalIdTaken
        if version is not None:
            case.expect(version)
        changes = {name: value for name, value in changes.items() if getattr(case, name) != value}
        if changes:
            self._give(case_to_write(self.work, case.id), changes)
        return self.get(case.id), False

    def mark_in_error(self, case_id: UUID, reason: str, version: int) -> Shown:
        """Mark a case as entered in error: kept, takes no entries, and is out of everything that counts.

        Raises RecordNotFound, ItemInError if it was marked before, VersionStale.
        """
        case = case_in_full(self.work, case_id)[0]
        if case.entered_in_error_at is not None:
            raise ItemInError
        case.expect(version)
        case.entered_in_error_at = self.work.now
        case.error_reason = reason
        self.work.flush()
        self._leave_out_partner(case)
        return self.get(case.id)

    def status_changes(self, case_id: UUID, page: PageRequest) -> Page[StatusChange]:
        """Return when and why the case went from status to status, newest first."""
        return list_items(self.work, case_id, StatusChange, page)

    def _client_of(self, content: CaseUpsert) -> UUID:
        """Return the client whom an upsert names by one id or the other; both or neither is not valid."""
        named = content.model_fields_set & {"client_id", "client_external_id"}
        if len(named) != 1:
            raise invalid_field(
                "/client_id", "required", "Name the client by client_id or by client_external_id."
            )
        if "client_id" in named:
            return content.client_id
        return client_with_external_id(self.work, content.client_external_id)

    def _give(self, case: Case, changes: dict[str, Any]) -> None:
        partner_id = case.partner_id
        for name, value in changes.items():
            setattr(case, name, value)
        if "opened_on" in changes:
            self._opened_before_anything_else(case)
        self._check(case)
        self.work.flush()
        if partner_id is not None and case.partner_id != partner_id:
            self._leave_out_partner(case)

    def _leave_out_partner(self, case: Case) -> None:
        self.work.publish(PartnerLeftOut(self.work.practice_id, case.id, case.client_id))

    def _check(self, case: Case) -> None:
        """Raise LinkedRecordMissing or DatesOutOfOrder if the case would not hold together."""
        days_in_order(case, self.work.today)
        if case.kind != CaseKind.SOLO and case.partner_id is not None:
            raise invalid_field("/partner_id", "no_partner", "In a conjoint case both are clients.")
        if case.partner_id is not None and not has_partner(self.work, case.client_id, case.partner_id):
            raise LinkedRecordMissing

    def _opened_before_anything_else(self, case: Case) -> None:
        """Keep the opening after the end of the episode before, and before every change of status."""
        previous = select(Case.closed_on).where(Case.id == case.previous_case_id).scalar_subquery()
        first = (
            select(func.min(StatusChange.occurred_on))
            .where(StatusChange.case_id == case.id)
            .scalar_subquery()
        )
        ended_on, moved_on = self.work.db.execute(select(previous, first)).one()
        not_before(case.opened_on, ended_on, "/opened_on")
        not_before(moved_on, case.opened_on, "/opened_on")
