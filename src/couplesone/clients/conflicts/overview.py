"""What a conflict of interest means elsewhere: a hold on invitations, and a wall between care teams."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.orm import aliased

from couplesone.clients.codes import ClientStatus
from couplesone.clients.conflicts.codes import ConflictState
from couplesone.clients.conflicts.errors import AdministrativeReview
from couplesone.clients.conflicts.models import InterestConflict
from couplesone.clients.models import CareTeamMember, CaseTeamMember, Client, Partner
from couplesone.persistence.work import Work

_UNSOLVED: Final = (ConflictState.OPEN.value, ConflictState.DECLARED.value)
_TEAMS: Final = (CareTeamMember, CaseTeamMember)
_GONE: Final = (ClientStatus.MERGED.value, ClientStatus.ENTERED_IN_ERROR.value)


def stands() -> ColumnElement[bool]:
    """Return the condition that a conflict stands: neither solved, nor about somebody entered in error.

    One that was declared stands too: the one clinician of a practice knows of it, and still contacts neither.
    """
    people, partner = aliased(Client), aliased(Partner)
    gone = exists().where(
        or_(people.id == InterestConflict.client_id, people.id == InterestConflict.other_client_id),
        or_(*(people.status == status for status in _GONE)),
    )
    partner_gone = exists().where(
        partner.id == InterestConflict.partner_id, partner.entered_in_error_at.is_not(None)
    )
    unsolved = or_(*(InterestConflict.state == state for state in _UNSOLVED))
    return and_(unsolved, ~gone, ~partner_gone)


def open_conflict_since(client_id: Any) -> ColumnElement[Any]:
    """Return since when a conflict stands for a client, on either side of it; or null."""
    either = or_(InterestConflict.client_id == client_id, InterestConflict.other_client_id == client_id)
    return select(func.min(InterestConflict.opened_at)).where(either, stands()).scalar_subquery()


def keep_apart(work: Work, client_id: UUID, staff_id: UUID) -> None:
    """Raise AdministrativeReview if somebody of the other side of a conflict would come to care for a client.

    Whoever treats a couple is on the side of both. The clinical lead, who knows why, may have it so.
    """
    if work.principal.clinical_lead:
        return
    sides = InterestConflict.client_id, InterestConflict.other_client_id
    across = [
        and_(here == client_id, or_(*(_cares(work, team, staff_id, there) for team in _TEAMS)))
        for here, there in (sides, sides[::-1])
    ]
    found = select(InterestConflict.id).where(stands(), or_(*across))
    if work.db.scalar(found.limit(1)) is not None:
        raise AdministrativeReview


def _cares(
    work: Work, kind: type[CareTeamMember | CaseTeamMember], staff_id: UUID, client_id: Any
) -> ColumnElement[bool]:
    team = aliased(kind)
    return exists().where(
        team.client_id == client_id,
        team.staff_id == staff_id,
        or_(team.until_on.is_(None), team.until_on > work.today),
    )
