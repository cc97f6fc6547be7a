"""Planning and settling follow-ups: the one thing that is recorded in a case after it was closed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from couplesone.cases.access import case_for, item_for, open_to
from couplesone.cases.codes import CaseStatus
from couplesone.cases.errors import CaseClosed, ItemInError
from couplesone.cases.follow_ups import moves
from couplesone.cases.follow_ups.codes import FollowUpState
from couplesone.cases.follow_ups.errors import CaseNotClosed, FollowUpNotConsented
from couplesone.cases.follow_ups.models import FollowUp
from couplesone.cases.follow_ups.planning import may_be_asked, planned
from couplesone.cases.follow_ups.schemas import FollowUpComplete, FollowUpTried
from couplesone.cases.models import Case
from couplesone.cases.offering import offered
from couplesone.cases.records import Shown, list_items, mark_in_error
from couplesone.clients.caseload import in_caseload
from couplesone.kernel.errors import not_before, not_in_the_future
from couplesone.kernel.permissions import Permission, PermissionDenied
from couplesone.persistence.paging import Page, PageRequest, keyset, page_of
from couplesone.persistence.work import Work


class FollowUpService:
    """Follow-ups of closed cases."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def plan(self, case_id: UUID, months: int) -> Shown:
        """Plan a follow-up on request.

        Raises RecordNotFound, CaseClosed (entered in error), CaseNotClosed, FollowUpNotConsented, FollowUpExists.
        """
        case = case_for(self.work, case_id)
        _not_void(case)
        if case.status != CaseStatus.CLOSED or case.closed_on is None:
            raise CaseNotClosed
        if not may_be_asked(self.work, case):
            raise FollowUpNotConsented
        return self._one(self.work.add(planned(self.work, case.id, case.client_id, case.closed_on, months)))

    def list(self, case_id: UUID, page: PageRequest) -> Page[Shown]:
        """Return the follow-ups of a case, the last due first."""
        found = list_items(self.work, case_id, FollowUp, page, day="due_on")
        return Page(self._shown(found.items), found.next_cursor)

    def waiting(self, page: PageRequest, due_by: date | None) -> Page[Shown]:
        """Return the follow-ups of the caseload that are due and not settled, longest due first."""
        unsettled = (FollowUpState.PLANNED.value, FollowUpState.NO_ANSWER.value)
        void = select(Case.id).where(Case.entered_in_error_at.is_not(None))
        statement = select(FollowUp).where(
            FollowUp.due_on <= (due_by or self.work.today),
            FollowUp.state.in_(unsettled),
            FollowUp.entered_in_error_at.is_(None),
            FollowUp.case_id.not_in(void),
            in_caseload(self.work, FollowUp.client_id, case_id=FollowUp.case_id),
            open_to(self.work.staff_id, FollowUp),
        )
        statement = keyset(statement, page, FollowUp.due_on, FollowUp.id, parse=date.fromisoformat)
        found = page_of(self.work.db.scalars(statement).all(), page, lambda one: (one.due_on, one.id))
        self.work.keyring.load({one.client_id for one in found.items})
        return Page(self._shown(found.items), found.next_cursor)

    def get(self, follow_up_id: UUID) -> Shown:
        """Return one follow-up."""
        return self._one(item_for(self.work, FollowUp, follow_up_id))

    def settle(
        self, move: str, follow_up_id: UUID, content: FollowUpComplete | FollowUpTried, version: int
    ) -> Shown:
        """Note what came of a follow-up, before it is due or after.

        Raises RecordNotFound, CaseClosed (entered in error), ItemInError, FollowUpSettled, VersionStale,
        DatesOutOfOrder for a day ahead or before the closing.
        """
        follow_up, case = self._to_write(follow_up_id, version)
        if (problem := moves.refusal_of(move, follow_up.state)) is not None:
            raise problem
        day = content.occurred_on or self.work.today
        not_in_the_future(day, self.work.today, "/occurred_on")
        not_before(day, case.closed_on, "/occurred_on")
        follow_up.state, follow_up.occurred_on, follow_up.note = moves.MOVES[move][1].value, day, content.note
        if isinstance(content, FollowUpComplete):
            follow_up.relationship_status = content.relationship_status.value
            follow_up.relationship_years = content.relationship_years
            follow_up.satisfaction = content.satisfaction
        self.work.flush()
        return self._one(follow_up)

    def mark_in_error(self, follow_up_id: UUID, reason: str, version: int) -> Shown:
        """Mark a follow-up as an error: kept, and out of everything that counts."""
        follow_up, _ = self._to_write(follow_up_id, version)
        return self._one(mark_in_error(self.work, follow_up, reason))

    def _to_write(self, follow_up_id: UUID, version: int) -> tuple[FollowUp, Case]:
        follow_up = item_for(self.work, FollowUp, follow_up_id)
        case = case_for(self.work, follow_up.case_id)
        _not_void(case)
        if follow_up.entered_in_error_at is not None:
            raise ItemInError
        follow_up.expect(version)
        return follow_up, case

    def _one(self, follow_up: FollowUp) -> Shown:
        return self._shown([follow_up])[0]

    def _shown(self, items: Sequence[FollowUp]) -> Sequence[Shown]:
        denied: Any = None if self.work.principal.may(Permission.CASE_WRITE) else PermissionDenied
        return [
            Shown(
                item,
                actions=[
                    offered(
                        move,
                        denied,
                        ItemInError if item.entered_in_error_at is not None else None,
                        moves.refusal_of(move, item.state),
                    )
                    for move in moves.MOVES
                ],
            )
            for item in items
        ]


def _not_void(case: Case) -> None:
    if case.entered_in_error_at is not None:
        raise CaseClosed
