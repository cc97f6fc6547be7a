"""What makes a new safety screen due (invariant 12): for rooms above by a call, for rooms below by their events."""

from __future__ import annotations

from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import select

from couplesone.cases.codes import Visibility
from couplesone.cases.events import RiskAnswered
from couplesone.cases.formulation.events import UltimatumEnforced
from couplesone.cases.partner_statements.events import HarmfulConductReported
from couplesone.cases.queries import client_of_case, open_cases_with
from couplesone.cases.risk_answers.codes import RiskKind
from couplesone.clients.codes import RelationshipStatus
from couplesone.clients.events import RelationshipRecorded
from couplesone.kernel.events import Event
from couplesone.measures.instruments.symptom_scales import PHQ_9
from couplesone.persistence.work import Work
from couplesone.safety.codes import DueCause, FlagKind
from couplesone.safety.due.models import DueScreen
from couplesone.safety.flags.raising import raise_flag
from couplesone.safety.overview import still_due

APART: Final = frozenset(
    {RelationshipStatus.SEPARATED, RelationshipStatus.DIVORCED, RelationshipStatus.ENDED}
)
"""Statuses of a couple that has parted: parting raises the danger (domain.md 2.4)."""


def screen_becomes_due(work: Work, case_id: UUID, cause: DueCause, on: date | None = None) -> None:
    """Say that a case needs a new safety screen since a day (default: today), for whatever room learned why.

    Until a complete screen is taken and recorded after it, the case is on the worklist ``screen_due`` and blocked.
    The same cause does not wait twice, except from a later day: a screen from before that day would not settle it.
    Whoever calls it has fetched the case by its own rules; RecordNotFound for no case of the practice.
    """
    day = on or work.today
    waiting = select(DueScreen.id).where(
        DueScreen.case_id == case_id,
        DueScreen.cause == cause.value,
        DueScreen.due_on >= day,
        DueScreen.entered_in_error_at.is_(None),
        still_due(),
    )
    if work.db.scalar(waiting.limit(1)) is None:
        client_id = client_of_case(work, case_id)
        work.add(
            DueScreen(
                case_id=case_id,
                client_id=client_id,
                recorded_by=work.author_id,
                visibility=Visibility.CLINICIAN_PRIVATE.value,
                cause=cause.value,
                due_on=day,
            )
        )


def after_a_separation(work: Work, event: Event) -> None:
    """Make a screen due in each open case of a client who separated, but those that name another partner."""
    assert isinstance(event, RelationshipRecorded)
    if event.status in APART:
        for case_id in open_cases_with(work, event.client_id, event.partner_id):
            screen_becomes_due(work, case_id, DueCause.SEPARATION, event.as_of_on)


def after_an_enforced_ultimatum(work: Work, event: Event) -> None:
    """Make a screen due in a case whose client did what the ultimatum said."""
    assert isinstance(event, UltimatumEnforced)
    screen_becomes_due(work, event.case_id, DueCause.ULTIMATUM_ENFORCED)


def after_harmful_conduct(work: Work, event: Event) -> None:
    """Flag a case in which harmful conduct was reported, and make a screen due (S2.53)."""
    assert isinstance(event, HarmfulConductReported)
    raise_flag(work, case_id=event.case_id, client_id=event.client_id, kind=FlagKind.HARMFUL_STATEMENT)
    screen_becomes_due(work, event.case_id, DueCause.HARMFUL_STATEMENT)


def after_a_risk_answer(work: Work, event: Event) -> None:
    """Flag a case in which the client gave an answer that must be looked at now (decisions A4, B13).

    Fear makes a screen due as well. What the PHQ-9 asks is about suicide; of a practice's own instrument only the
    danger is known.
    """
    assert isinstance(event, RiskAnswered)
    if event.kind == RiskKind.FEAR:
        kind = FlagKind.FEAR
        screen_becomes_due(work, event.case_id, DueCause.RISK_ANSWER)
    else:
        kind = FlagKind.SUICIDALITY_RISK if event.instrument == PHQ_9.code else FlagKind.OTHER_DANGER
    raise_flag(work, case_id=event.case_id, client_id=event.client_id, kind=kind)
