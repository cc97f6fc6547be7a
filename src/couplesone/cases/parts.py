"""A client's part of a conjoint case: a case like any other, that starts empty and stands alone."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Select, select

from couplesone.cases.codes import CaseKind, CaseStatus
from couplesone.cases.errors import NotAConjointPart
from couplesone.cases.events import CaseOpened
from couplesone.cases.models import Case
from couplesone.cases.weekly import WeeklyMeasure
from couplesone.clients.caseload import status_of_client
from couplesone.clients.codes import ClientStatus
from couplesone.clients.errors import ClientArchived
from couplesone.persistence.work import Work


def open_part(work: Work, client_id: UUID) -> UUID:
    """Open an empty part for a client, today; ClientArchived. Whoever calls may do so by what both signed."""
    if work.db.scalar(select(status_of_client(client_id))) != ClientStatus.ACTIVE.value:
        raise ClientArchived
    case = Case(
        client_id=client_id,
        kind=CaseKind.CONJOINT_PART.value,
        status=CaseStatus.INTAKE.value,
        stage=0,
        opened_on=work.today,
        focus_series=WeeklyMeasure.PRESSURE.value,
        opened_by=work.staff_id,
    )
    work.add(case)
    work.publish(CaseOpened(work.practice_id, case.id, client_id))
    return case.id


def require_part(case: Case) -> None:
    """Raise NotAConjointPart unless the case is a client's part of a conjoint case."""
    if case.kind != CaseKind.CONJOINT_PART.value:
        raise NotAConjointPart


def solo_cases(client_id: UUID) -> Select[UUID]:
    """Select the ids of the cases of a client's work alone."""
    return select(Case.id).where(
        Case.client_id == client_id,
        Case.kind == CaseKind.SOLO.value,
        Case.entered_in_error_at.is_(None),
    )
