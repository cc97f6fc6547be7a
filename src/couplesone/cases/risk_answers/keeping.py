"""How risk answers come to be: by a client's page, or with a measure, which they follow when it is corrected."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from couplesone.cases.access import Case
from couplesone.cases.codes import Visibility
from couplesone.cases.events import RiskAnswered
from couplesone.cases.records import mark_in_error
from couplesone.cases.risk_answers.codes import RiskKind
from couplesone.cases.risk_answers.models import RiskAnswer
from couplesone.persistence.work import Work

CORRECTED = "The answer was corrected, or its measure was an error."
CHANGED = "The answer was corrected to another that must be looked at, which waits anew."


@dataclass(frozen=True, slots=True)
class AnsweredMeasure:
    """The measure in which risk answers were given; ``items`` are their places, from 1."""

    id: UUID
    case_id: UUID
    client_id: UUID
    visibility: str
    instrument: str
    taken_on: date
    items: Collection[int]
    changed: Collection[int] = ()
    """Places of answers that a correction changed."""


def keep_fear(work: Work, case: Case) -> RiskAnswer:
    """Keep that the client says to be afraid of somebody close, and announce it (decisions B13)."""
    return _kept_now(work, case, RiskKind.FEAR)


def keep_of_unfiled_measure(work: Work, case: Case, instrument: str) -> RiskAnswer:
    """Keep that an answer told of danger on a sheet that was not filed, and announce it."""
    return _kept_now(work, case, RiskKind.UNFILED_MEASURE, instrument)


def keep_of_measure(work: Work, measure: AnsweredMeasure) -> None:
    """Keep each risk answer of a new measure, and announce it."""
    _keep(work, measure, measure.items)


def follow_measure(work: Work, measure: AnsweredMeasure) -> None:
    """Bring the risk answers up to a measure that was corrected, or that was an error and so has none.

    One that was acknowledged before its answer was corrected waits anew.
    """
    rows = work.db.scalars(
        select(RiskAnswer).where(
            RiskAnswer.administration_id == measure.id, RiskAnswer.entered_in_error_at.is_(None)
        )
    ).all()
    for row in rows:
        row.answered_on = measure.taken_on
        if row.item not in measure.items:
            mark_in_error(work, row, CORRECTED)
        elif row.item in measure.changed and row.acknowledged_at is not None:
            mark_in_error(work, row, CHANGED)
    work.flush()
    stay = {row.item for row in rows if row.entered_in_error_at is None}
    _keep(work, measure, sorted(set(measure.items) - stay))


def _keep(work: Work, measure: AnsweredMeasure, places: Iterable[int]) -> None:
    for place in places:
        answer = RiskAnswer(
            case_id=measure.case_id,
            client_id=measure.client_id,
            visibility=measure.visibility,
            recorded_by=work.author_id,
            kind=RiskKind.MEASURE_ITEM.value,
            administration_id=measure.id,
            item=place,
            answered_on=measure.taken_on,
        )
        _announced(work, answer, measure.instrument)


def _kept_now(work: Work, case: Case, kind: RiskKind, instrument: str | None = None) -> RiskAnswer:
    """Keep an answer of today; one of its kind that waits since today is enough."""
    waiting = select(RiskAnswer).where(
        RiskAnswer.case_id == case.id,
        RiskAnswer.kind == kind.value,
        RiskAnswer.answered_on == work.today,
        RiskAnswer.acknowledged_at.is_(None),
    )
    if (found := work.db.scalar(waiting)) is not None:
        return found
    answer = RiskAnswer(
        case_id=case.id,
        client_id=case.client_id,
        visibility=Visibility.SOLO.value,
        recorded_by=work.author_id,
        kind=kind.value,
        answered_on=work.today,
    )
    return _announced(work, answer, instrument)


def _announced(work: Work, answer: RiskAnswer, instrument: str | None = None) -> RiskAnswer:
    kept = work.add(answer)
    work.publish(RiskAnswered(work.practice_id, kept.case_id, kept.client_id, kept.id, kept.kind, instrument))
    return kept
