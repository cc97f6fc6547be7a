"""What makes a new safety screen due (invariant 12): for rooms above by a call, for rooms below by their events."""

from __future__ import annotations

from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import select

from couplesone.cases.codes import Visibility
from couplesone.cases.queries import client_of_case, open_cases_with
from couplesone.clients.codes import RelationshipStatus
from couplesone.clients.events import RelationshipRecorded
from couplesone.kernel.events import Event
from couplesone.persistence.work import Work
from couplesone.safety.codes import DueCause
from couplesone.safety.due.models import DueScreen
from couplesone.safety.overview import still_due

APART: Final = frozenset(
    {RelationshipStatus.SEPARATED, RelationshipStatus.DIVORCED, RelationshipStatus.ENDED}
)
"""Statuses of a couple that has parted: parting raises the danger (domain.md 2.4)."""


def screen_becomes_due(work: Work, case_id: UUID, cause: DueCause, on: date | None = None) -> None:
    """Say that a case needs a new safety screen since a day (default: today), for whatever room learned why.

    Until a complete screen is taken and recorded after it, the case is on the worklist ``screen_due`` and blocked.
    The same cause does not wait twice. Whoever calls it has fetched the case by its own rules; RecordNotFound for no
    case of the practice.
    """
    waiting = select(DueScreen.id).where(
        DueScreen.case_id == case_id,
        DueScreen.cause == cause.value,
        DueScreen.entered_in_error_at.is_(None),
        still_due(),
    )
    if work.db.scalar(waiting.limit(1)) is None:
        work.add(
            DueScreen(
                case_id=case_id,
                client_id=client_of_case(work, case_id),
                recorded_by=work.author_id,
                visibility=Visibility.CLINICIAN_PRIVATE.value,
                cause=cause.value,
                due_on=on or work.today,
            )
        )


def after_a_separation(work: Work, event: Event) -> None:
    """Make a screen due in each open case with a partner from whom the client has separated."""
    assert isinstance(event, RelationshipRecorded)
    if event.status in APART:
        for case_id in open_cases_with(work, event.partner_id):
            screen_becomes_due(work, case_id, DueCause.SEPARATION, event.as_of_on)
