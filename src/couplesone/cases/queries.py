"""What other rooms ask about cases, past anybody's caseload: for rules that hold whoever acts."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import or_, select

from couplesone.cases.codes import CaseStatus
from couplesone.cases.models import Case
from couplesone.kernel.errors import RecordNotFound
from couplesone.persistence.work import Work


def client_of_case(work: Work, case_id: UUID) -> UUID:
    """Return whose case it is; RecordNotFound for no case of the practice."""
    client_id = work.db.scalar(select(Case.client_id).where(Case.id == case_id))
    if client_id is None:
        raise RecordNotFound
    return client_id


def case_is_open(work: Work, case_id: UUID) -> bool:
    """Say whether a case of the practice is neither closed nor entered in error."""
    open_one = select(Case.id).where(
        Case.id == case_id, Case.status != CaseStatus.CLOSED.value, Case.entered_in_error_at.is_(None)
    )
    return work.db.scalar(open_one) is not None


def open_cases_with(work: Work, client_id: UUID, partner_id: UUID) -> Sequence[UUID]:
    """Return a client's cases about a partner, or about none by name, neither closed nor entered in error."""
    open_ones = select(Case.id).where(
        Case.client_id == client_id,
        or_(Case.partner_id == partner_id, Case.partner_id.is_(None)),
        Case.status != CaseStatus.CLOSED.value,
        Case.entered_in_error_at.is_(None),
    )
    return work.db.scalars(open_ones.order_by(Case.id)).all()
