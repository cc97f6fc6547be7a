"""Risk answers follow the administration that holds them: they come with it, and go when it is corrected."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import select

from couplesone.cases.records import mark_in_error
from couplesone.measures.administrations.models import Administration
from couplesone.measures.events import RiskAnswered
from couplesone.measures.risk_answers.models import RiskAnswer
from couplesone.persistence.work import Work

CORRECTED = "The answer was corrected, or its administration was an error."


def begin(work: Work, administration: Administration, places: Iterable[int]) -> None:
    """Note each risk answer of a new administration, and announce it."""
    for place in places:
        found = work.add(
            RiskAnswer(
                case_id=administration.case_id,
                client_id=administration.client_id,
                visibility=administration.visibility,
                recorded_by=work.author_id,
                administration_id=administration.id,
                item=place,
                answered_on=administration.taken_on,
            )
        )
        work.publish(
            RiskAnswered(
                practice_id=work.practice_id,
                client_id=administration.client_id,
                case_id=administration.case_id,
                administration_id=administration.id,
                risk_answer_id=found.id,
                instrument=administration.instrument,
            )
        )


def follow(work: Work, administration: Administration, places: Sequence[int]) -> None:
    """Bring the risk answers up to a corrected administration, whose risk answers are now ``places``."""
    rows = work.db.scalars(
        select(RiskAnswer).where(
            RiskAnswer.administration_id == administration.id, RiskAnswer.entered_in_error_at.is_(None)
        )
    ).all()
    for row in rows:
        row.answered_on = administration.taken_on
        if row.item not in places:
            mark_in_error(work, row, CORRECTED)
    work.flush()
    begin(work, administration, sorted(set(places) - {row.item for row in rows}))
