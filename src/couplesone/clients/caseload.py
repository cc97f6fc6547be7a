"""Whose clients somebody may see: the one condition that every query about clients carries.

It follows the reach of the permission (kernel/permissions.py) and the dated care team. Test-mode keys see test
data only, and everybody else real data only.
"""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

from sqlalchemy import Boolean, ColumnElement, Date, ScalarSelect, and_, bindparam, exists, or_, select
from sqlalchemy.orm import aliased

from couplesone.clients.codes import CareRole, ClientStatus
from couplesone.clients.errors import ClientArchived
from couplesone.clients.models import CareTeamMember, CaseTeamMember, Client
from couplesone.kernel.errors import RecordNotFound
from couplesone.kernel.permissions import Permission, Reach
from couplesone.persistence.columns import Guid
from couplesone.persistence.work import Work

_HANDS_ON = (CareRole.TREATING.value, CareRole.COVERING.value)
_PARTS: Final[dict[Reach, tuple[str, ...]]] = {
    Reach.OWN: (CareRole.TREATING.value,),
    Reach.TREATING: _HANDS_ON,
    Reach.CARE_TEAM: (),
}
"""Which parts in the care a reach counts; none named: any part."""


ACTOR: Any = bindparam("actor_staff_id", type_=Guid())
"""Who is asking, as ``reached_by`` binds it."""

TODAY: Any = bindparam("actor_today", type_=Date())
"""The practice's day, as ``reached_by`` binds it."""

SELF: Any = bindparam("actor_client_id", type_=Guid())
"""The client who is asking, as ``reached_by`` binds it; null for staff."""

_TEST: Any = bindparam("actor_test_mode", type_=Boolean())


def reached(
    reach: Reach,
    client_id: Any,
    *,
    staff_id: Any = ACTOR,
    today: Any = TODAY,
    test_mode: Any = _TEST,
    own: Any = SELF,
    case_id: Any = None,
) -> ColumnElement[bool]:
    """Return the condition that a reach includes ``client_id``; without values it is bound by ``reached_by``.

    What belongs to a case names it with ``case_id``: then it is reached also by those who care for that case only.
    """
    if reach is Reach.OWN and own is not None:  # a client; of staff it counts whom they treat themselves
        return and_(client_id == own)
    client = aliased(Client)
    mode = exists().where(client.id == client_id, client.test_data == test_mode)
    if reach is Reach.PRACTICE:
        return mode
    reaching = _on_care_team(client_id, today, staff_id=staff_id, parts=_PARTS[reach])
    if case_id is not None:
        reaching = or_(reaching, _on_case_team(case_id, today, staff_id=staff_id, parts=_PARTS[reach]))
    return and_(reaching, mode)


def reached_by(work: Work) -> dict[str, Any]:
    """Return the parameters that bind ``reached`` to whoever is asking."""
    return {
        "actor_staff_id": work.author_id,
        "actor_today": work.today,
        "actor_test_mode": work.principal.test_mode,
        "actor_client_id": work.principal.client_id,
    }


def in_caseload(
    work: Work, client_id: Any, permission: Permission | None = None, *, case_id: Any = None
) -> ColumnElement[bool]:
    """Return the condition that the actor's ``permission`` (default: the route's) reaches ``client_id``.

    What belongs to a case names it with ``case_id``, as for ``reached``.
    """
    return reached(
        work.reach(permission),
        client_id,
        staff_id=work.author_id,
        today=work.today,
        test_mode=work.principal.test_mode,
        own=work.principal.client_id,
        case_id=case_id,
    )


def on_care_team(
    work: Work,
    client_id: Any,
    *,
    staff_id: UUID | None = None,
    hands_on: bool = False,
    case_id: Any = None,
) -> ColumnElement[bool]:
    """Return the condition that somebody (or this one) is on the client's care team today, or on that of a case.

    ``hands_on`` counts those only who treat or cover.
    """
    parts = _HANDS_ON if hands_on else ()
    on_team = _on_care_team(client_id, work.today, staff_id=staff_id, parts=parts)
    if case_id is None:
        return on_team
    return or_(on_team, _on_case_team(case_id, work.today, staff_id=staff_id, parts=parts))


def supervised(work: Work, client_id: Any, *, case_id: Any) -> ColumnElement[bool]:
    """Return the condition that the actor supervises the client's care today, or that in a case."""
    who: dict[str, Any] = {"staff_id": work.staff_id, "parts": (CareRole.SUPERVISING.value,)}
    return or_(_on_care_team(client_id, work.today, **who), _on_case_team(case_id, work.today, **who))


def _on_care_team(
    client_id: Any, today: Any, *, staff_id: Any, parts: tuple[str, ...]
) -> ColumnElement[bool]:
    team = aliased(CareTeamMember)
    return exists().where(team.client_id == client_id, *_holds(team, today, staff_id, parts))


def _on_case_team(case_id: Any, today: Any, *, staff_id: Any, parts: tuple[str, ...]) -> ColumnElement[bool]:
    team = aliased(CaseTeamMember)
    return exists().where(team.case_id == case_id, *_holds(team, today, staff_id, parts))


def _holds(
    team: type[CareTeamMember | CaseTeamMember], today: Any, staff_id: Any, parts: tuple[str, ...]
) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions that a part in the care holds on a day: of somebody, one of ``parts``."""
    return (
        team.from_on <= today,
        or_(team.until_on.is_(None), team.until_on > today),
        *((team.staff_id == staff_id,) if staff_id is not None else ()),
        *((or_(*(team.role == part for part in parts)),) if parts else ()),  # bound once, whoever asks
    )


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
