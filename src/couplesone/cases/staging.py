"""Moving a case from stage to stage, and waiving exit rules: the writing half of what the course room decides."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import func, select

from couplesone.cases.codes import WaivedBy
from couplesone.cases.models import Case, StageChange, StageWaiver
from couplesone.persistence.work import Work


def move_to_stage(work: Work, case: Case, stage: int, occurred_on: date) -> None:
    """Put the case into a stage on a day, and remember where it came from."""
    change = StageChange(
        case_id=case.id,
        client_id=case.client_id,
        recorded_by=work.staff_id,
        from_stage=case.stage,
        to_stage=stage,
        occurred_on=occurred_on,
    )
    case.stage = stage
    work.add(change)


def waive_rule(work: Work, case: Case, rule: str, waived_by: WaivedBy, reason: str) -> None:
    """Waive an exit rule of the case's present stage; the case's version counts up."""
    waiver = StageWaiver(
        case_id=case.id,
        client_id=case.client_id,
        recorded_by=work.staff_id,
        stage=case.stage,
        rule=rule,
        waived_by=waived_by.value,
        reason=reason,
    )
    work.touch(case)
    work.add(waiver)


def last_stage_change(work: Work, case_id: UUID) -> date | None:
    """Return the day on which the case last changed its stage, or None."""
    return work.db.scalar(
        select(func.max(StageChange.occurred_on)).where(
            StageChange.case_id == case_id, StageChange.entered_in_error_at.is_(None)
        )
    )
