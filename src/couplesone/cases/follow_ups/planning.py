"""Planning the follow-ups of a case when it closes."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from couplesone.cases.codes import ClosingReason
from couplesone.cases.events import CaseClosed
from couplesone.cases.follow_ups.codes import FollowUpState
from couplesone.cases.follow_ups.due import MONTHS, months_later
from couplesone.cases.follow_ups.models import FollowUp
from couplesone.cases.models import Case
from couplesone.clients.codes import ConsentKind
from couplesone.clients.queries import consents_to
from couplesone.kernel.events import Event
from couplesone.persistence.work import Work


def plan_follow_ups(work: Work, event: Event) -> None:
    """Plan every follow-up of the case that was closed, if the client may be asked."""
    assert isinstance(event, CaseClosed)
    case = work.get(Case, event.case_id)
    if not may_be_asked(work, case):
        return
    assert case.closed_on is not None
    work.add_all([planned(work, case.id, case.client_id, case.closed_on, months) for months in MONTHS])


def may_be_asked(work: Work, case: Case) -> bool:
    """Say whether the client of a closed case may be asked afterwards: who stayed away, only if consented (C8)."""
    if case.closing_reason != ClosingReason.NO_CONTACT:
        return True
    return consents_to(work, case.client_id, ConsentKind.FOLLOW_UP)


def planned(work: Work, case_id: UUID, client_id: UUID, closed_on: date, months: int) -> FollowUp:
    """Return a follow-up that is due some months after closing, not added yet."""
    return FollowUp(
        case_id=case_id,
        client_id=client_id,
        recorded_by=work.staff_id,
        months_after=months,
        due_on=months_later(closed_on, months),
        state=FollowUpState.PLANNED.value,
    )
