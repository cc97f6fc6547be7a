"""Care for one case only: who treats a couple knows of each client what is in the couple's case, and nothing else.

The work alone opens to them by the client's written authorization, and closes when it is taken back (invariant 8).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, exists, or_, select
from sqlalchemy.orm import aliased

from couplesone.clients.care_team.errors import AuthorizationMissing
from couplesone.clients.codes import CareRole, ConsentKind, ConsentMethod
from couplesone.clients.models import CareTeamMember, CaseTeamMember, Consent
from couplesone.persistence.work import Work

_WRITTEN: Final = (ConsentMethod.PAPER_SIGNATURE.value, ConsentMethod.ELECTRONIC_SIGNATURE.value)


def take_on_case(
    work: Work,
    case_id: UUID,
    client_id: UUID,
    staff_id: UUID,
    from_on: date,
    *,
    role: CareRole = CareRole.TREATING,
    until_on: date | None = None,
) -> CaseTeamMember:
    """Give somebody a part in a client's care in one case."""
    return work.add(
        CaseTeamMember(
            case_id=case_id,
            client_id=client_id,
            staff_id=staff_id,
            role=role.value,
            from_on=from_on,
            until_on=until_on,
        )
    )


def knows_one_alone(work: Work, client_ids: Sequence[UUID], staff_id: UUID) -> bool:
    """Say whether somebody knows of the work with one of the clients alone, today or later, in whatever part."""
    whole = aliased(CareTeamMember)
    theirs = whole.client_id.in_(client_ids), whole.staff_id == staff_id
    found = select(whole.id).where(*theirs, _not_over(work, whole))
    return work.db.scalar(found.limit(1)) is not None


def require_authorization(work: Work, client_id: UUID, staff_id: UUID) -> None:
    """Raise AuthorizationMissing for somebody who treats or treated the client as one of a couple, unless they signed.

    Whoever treated the client alone before, and still does, knows already.
    """
    team, whole = aliased(CaseTeamMember), aliased(CareTeamMember)
    authorized = exists().where(
        Consent.client_id == client_id,
        Consent.kind == ConsentKind.SOLO_RECORD.value,
        Consent.method.in_(_WRITTEN),
        Consent.revoked_at.is_(None),
    )
    found = select(team.id).where(
        team.client_id == client_id,
        team.staff_id == staff_id,
        ~exists().where(whole.client_id == client_id, whole.staff_id == staff_id, _not_over(work, whole)),
        ~authorized,
    )
    if work.db.scalar(found.limit(1)) is not None:
        raise AuthorizationMissing


def end_what_was_authorized(work: Work, consent: Consent) -> None:
    """End the parts in a client's care that an authorization, now taken back, had opened to a couple's therapists."""
    work.flush()
    team = aliased(CaseTeamMember)
    by_consent = exists().where(
        team.client_id == consent.client_id,
        team.staff_id == CareTeamMember.staff_id,
        team.id < CareTeamMember.id,  # ids ascend with the time at which a row was recorded
    )
    for member in work.db.scalars(
        select(CareTeamMember).where(
            CareTeamMember.client_id == consent.client_id, _not_over(work, CareTeamMember), by_consent
        )
    ):
        member.until_on = max(work.today, member.from_on)
    work.flush()


def _not_over(work: Work, team: Any) -> ColumnElement[bool]:
    return or_(team.until_on.is_(None), team.until_on > work.today)
