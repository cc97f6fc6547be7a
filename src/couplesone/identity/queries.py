"""What other rooms may know of the staff."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select

from couplesone.identity.models import Staff
from couplesone.kernel.permissions import Role
from couplesone.kernel.principal import Principal
from couplesone.persistence.work import Work


@dataclass(frozen=True, slots=True)
class CareStaff:
    """Somebody of the staff, as far as it matters for whom they may care."""

    id: UUID
    display_name: str
    roles: frozenset[Role]
    active: bool
    couple_training: bool
    ipv_training: bool


def mail_of_active_staff(work: Work, staff_id: UUID) -> str | None:
    """Return the mail address of somebody who works here; None for whoever does not, or not any more."""
    return work.db.scalar(select(Staff.email).where(Staff.id == staff_id, Staff.deactivated_at.is_(None)))


def care_staff(work: Work, staff_ids: Collection[UUID]) -> dict[UUID, CareStaff]:
    """Return those of the given ids who are staff of this practice, in one statement."""
    rows = work.db.scalars(select(Staff).where(Staff.id.in_(set(staff_ids))))
    return {
        staff.id: CareStaff(
            id=staff.id,
            display_name=staff.display_name,
            roles=frozenset(staff.roles),
            active=staff.deactivated_at is None,
            couple_training=staff.couple_training,
            ipv_training=staff.ipv_training,
        )
        for staff in rows
    }


def staff_for_care(work: Work, staff_id: UUID) -> CareStaff | None:
    """Return one member of the staff, or None if nobody of this practice has the id."""
    return care_staff(work, [staff_id]).get(staff_id)


def confirms_safety(principal: Principal) -> bool:
    """Say whether somebody may be the second of two people in a matter of safety (decisions B10).

    A supervisor may, and a therapist who leads clinically; an external consultant has a supervisor's account.
    """
    roles = principal.roles
    return Role.SUPERVISOR in roles or (principal.clinical_lead and Role.THERAPIST in roles)


def somebody_else_confirms_safety(work: Work) -> bool:
    """Say whether anybody but the actor could be that second person."""
    leads = and_(Staff.clinical_lead, Staff.is_therapist)
    others = select(Staff.id).where(
        Staff.id != work.staff_id, Staff.deactivated_at.is_(None), or_(Staff.is_supervisor, leads)
    )
    return work.db.scalar(others.limit(1)) is not None


def is_the_one_clinician(work: Work) -> bool:
    """Say whether the actor is the only therapist of the practice (decisions B10)."""
    therapists = select(Staff.id).where(Staff.is_therapist, Staff.deactivated_at.is_(None)).limit(2)
    return list(work.db.scalars(therapists)) == [work.staff_id]


def name_of_staff(staff_id: Any) -> ColumnElement[str]:
    """Return the display name of the member of staff whom a column names, as the column ``staff_name``."""
    return select(Staff.display_name).where(Staff.id == staff_id).scalar_subquery().label("staff_name")
