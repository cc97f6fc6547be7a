"""Whose clients somebody may see: the one condition that every query about clients carries.

It follows the reach of the permission (kernel/permissions.py) and the dated care team. Test-mode keys see test
data only, and everybody else real data only.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, ScalarSelect, and_, exists, or_, select
from sqlalchemy.orm import aliased

from couplesone.clients.codes import CareRole, ClientStatus
from couplesone.clients.errors import ClientArchived
from couplesone.clients.models import CareTeamMember, Client
from couplesone.kernel.errors import RecordNotFound
from couplesone.kernel.permissions import Permission, Reach
from couplesone.persistence.work import Work

_HANDS_ON = (CareRole.TREATING.value, CareRole.COVERING.value)


def in_caseload(work: Work, client_id: Any, permission: Permission | None = None) -> ColumnElement[bool]:
    """Return the condition that the actor's ``permission`` (default: the route's) reaches ``client_id``."""
    reach = work.reach(permission)
    client = aliased(Client)
    mode = exists().where(
        client.id == client_id,
        client.test_data.is_(work.principal.test_mode),
    )
    if reach is Reach.PRACTICE:
        return mode
    team = aliased(CareTeamMember)
    member = exists().where(
        team.client_id == client_id,
        team.staff_id == work.staff_id,
        team.from_on <= work.today,
        or_(team.until_on.is_(None), team.until_on > work.today),
        *((team.role.in_(_HANDS_ON),) if reach is Reach.TREATING else ()),
    )
    return and_(member, mode)


def status_of_client(client_id: Any) -> ScalarSelect[str]:
    """Return the status of the client whom a column names, as a column."""
    client = aliased(Client)
    return select(client.status).where(client.id == client_id).scalar_subquery()


def client_for(work: Work, client_id: UUID, permission: Permission | None = None) -> Client:
    """Return the client if the actor may know of them; RecordNotFound otherwise, exactly as for an unknown id."""
    statement = select(Client).where(Client.id == client_id, in_caseload(work, Client.id, permission))
    client = work.db.scalar(statement)
    if client is None:
        raise RecordNotFound
    work.subject = client.id
    return client


def client_to_write(work: Work, client_id: UUID) -> Client:
    """Return the client if something new may be recorded for them; ClientArchived if not."""
    client = client_for(work, client_id)
    if client.status != ClientStatus.ACTIVE:
        raise ClientArchived
    return client
