"""What other rooms may know of the staff."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from couplesone.identity.models import Staff
from couplesone.kernel.permissions import Role
from couplesone.persistence.work import Work


@dataclass(frozen=True, slots=True)
class CareStaff:
    """Somebody of the staff, as far as it matters for whom they may care."""

    id: UUID
    display_name: str
    roles: frozenset[Role]
    active: bool
    couple_training: bool


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
        )
        for staff in rows
    }


def staff_for_care(work: Work, staff_id: UUID) -> CareStaff | None:
    """Return one member of the staff, or None if nobody of this practice has the id."""
    return care_staff(work, [staff_id]).get(staff_id)
