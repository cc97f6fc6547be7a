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
from couplesone.kernel.events import Event
from couplesone.persistence.work import Work


def plan_follow_ups(work: Work, event: Event) -> None:
    """Plan every follow-up of the case that was closed.

    Who stopped answering is not asked by itself: the follow-ups of such a case are planned one by one on request.
    """
    assert isinstance(event, CaseClosed)
    case = work.get(Case, event.case_id)
    if case.closing_reason == ClosingReason.NO_CONTACT:
        return
    assert case.closed_on is not None
    work.add_all([planned(work, case.id, case.client_id, case.closed_on, months) for months in MONTHS])


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
