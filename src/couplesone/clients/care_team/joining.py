"""Giving somebody a part in a client's care, and ending it."""

from __future__ import annotations

from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select

from couplesone.clients.care_team.case_team import require_authorization
from couplesone.clients.care_team.errors import AlreadyOnCareTeam, CareRoleUnfit, CareTeamEnded
from couplesone.clients.codes import CareRole
from couplesone.clients.conflicts.overview import keep_apart
from couplesone.clients.models import CareTeamMember, CaseTeamMember, Client
from couplesone.identity.errors import StaffDeactivated
from couplesone.identity.queries import CareStaff, staff_for_care
from couplesone.kernel.errors import not_before
from couplesone.kernel.permissions import Role
from couplesone.persistence.constraints import LinkedRecordMissing
from couplesone.persistence.work import Work

FITTING: Final[dict[CareRole, frozenset[Role]]] = {
    CareRole.TREATING: frozenset({Role.THERAPIST}),
    CareRole.COVERING: frozenset({Role.THERAPIST}),
    CareRole.SUPERVISING: frozenset({Role.SUPERVISOR, Role.THERAPIST}),
}
"""Which role in the practice a part in the care asks for."""


def take_on(
    work: Work, client_id: UUID, staff_id: UUID, role: CareRole, from_on: date, until_on: date | None = None
) -> CareTeamMember:
    """Give a member of staff a part in a client's care.

    Raises LinkedRecordMissing, StaffDeactivated, CareRoleUnfit, DatesOutOfOrder, AlreadyOnCareTeam,
    AdministrativeReview, AuthorizationMissing.
    """
    not_before(until_on, from_on, "/until_on")
    fitting(staff_for_care(work, staff_id), role)
    keep_apart(work, client_id, staff_id)
    require_authorization(work, client_id, staff_id)
    of_client = CareTeamMember.client_id == client_id
    not_yet(work, CareTeamMember, of_client, staff_id, role, from_on, until_on)
    member = CareTeamMember(client_id=client_id, staff_id=staff_id, role=role.value, from_on=from_on)
    member.until_on = until_on
    return work.add(member)


def one_at_a_time(work: Work, *client_ids: UUID) -> None:
    """Let two changes of who cares for a client follow each other, so that each sees what the other did."""
    theirs = select(Client.id).where(Client.id.in_(client_ids)).order_by(Client.id)
    work.db.execute(theirs.with_for_update())


def end_part(
    work: Work, member: CareTeamMember | CaseTeamMember, until_on: date | None, version: int
) -> None:
    """End a part in the care; CareTeamEnded, DatesOutOfOrder if the end lies before the start, VersionStale."""
    member.expect(version)
    if member.until_on is not None and member.until_on <= work.today:
        raise CareTeamEnded
    last = until_on or max(work.today, member.from_on)
    not_before(last, member.from_on, "/until_on")
    member.until_on = last


def fitting(staff: CareStaff | None, role: CareRole) -> None:
    """Raise LinkedRecordMissing, StaffDeactivated or CareRoleUnfit unless ``staff`` may take the part."""
    if staff is None:
        raise LinkedRecordMissing
    if not staff.active:
        raise StaffDeactivated
    if not staff.roles & FITTING[role]:
        raise CareRoleUnfit


def not_yet(
    work: Work,
    team: type[CareTeamMember | CaseTeamMember],
    of: ColumnElement[bool],
    staff_id: UUID,
    role: CareRole,
    from_on: date,
    until_on: date | None,
) -> None:
    """Raise AlreadyOnCareTeam if somebody has the part in that time already, on the team that ``of`` says."""
    statement = select(team.id).where(
        of,
        team.staff_id == staff_id,
        team.role == role.value,
        or_(team.until_on.is_(None), team.until_on > from_on),
        or_(team.until_on.is_(None), team.until_on > team.from_on),
    )
    if until_on is not None:
        statement = statement.where(team.from_on < until_on)
    if work.db.scalar(statement.limit(1)) is not None:
        raise AlreadyOnCareTeam
