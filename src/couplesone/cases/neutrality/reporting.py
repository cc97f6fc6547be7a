"""What the supervisor's report reads of neutrality checks: sums by therapist, no words, no client (S3.18)."""

from __future__ import annotations

from datetime import date

from sqlalchemy import and_, exists, func, or_, select

from couplesone.cases.models import Case
from couplesone.cases.neutrality.models import COUNTED, NeutralityCheck
from couplesone.clients.caseload import in_caseload, supervised
from couplesone.identity.queries import name_of_staff
from couplesone.persistence.tenancy import AnySelect
from couplesone.persistence.work import Work


def sums_by_therapist(work: Work, from_on: date | None, until_on: date | None) -> AnySelect:
    """Return the checks of the actor, and those about clients whose care the actor supervises, by their author.

    The one place where a check is read past its author; it gives sums only.
    """
    author = NeutralityCheck.recorded_by
    both = NeutralityCheck.self_focus_minutes + NeutralityCheck.partner_focus_minutes
    counted = [
        NeutralityCheck.entered_in_error_at.is_(None),
        exists().where(Case.id == NeutralityCheck.case_id, Case.entered_in_error_at.is_(None)),
        in_caseload(work, NeutralityCheck.client_id, case_id=NeutralityCheck.case_id),
        or_(
            author == work.staff_id,
            supervised(work, NeutralityCheck.client_id, case_id=NeutralityCheck.case_id),
        ),
    ]
    if from_on is not None:
        counted.append(NeutralityCheck.noted_on >= from_on)
    if until_on is not None:
        counted.append(NeutralityCheck.noted_on < until_on)
    return (
        select(
            author.label("staff_id"),
            name_of_staff(author),
            func.count(NeutralityCheck.id).label("sessions_checked"),
            *(func.sum(getattr(NeutralityCheck, column)).label(column) for column in COUNTED),
            func.avg(NeutralityCheck.countertransference_to_refusal).label("countertransference"),
            func.avg(NeutralityCheck.alliance).label("alliance"),
            func.sum(NeutralityCheck.self_focus_minutes).filter(both.is_not(None)).label("self_minutes"),
            func.sum(NeutralityCheck.partner_focus_minutes)
            .filter(both.is_not(None))
            .label("partner_minutes"),
        )
        .where(and_(*counted))
        .group_by(author)
        .order_by(author)
    )
