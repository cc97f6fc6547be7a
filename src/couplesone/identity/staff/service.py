"""Staff: adding, changing, deactivating, reactivating."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select

from couplesone.identity.credentials import end_sign_ins, revoke_api_keys, use_up_reset_codes
from couplesone.identity.errors import LastOwner
from couplesone.identity.models import Staff
from couplesone.identity.staff.policy import DEACTIVATE, REACTIVATE, actions_of, refusal
from couplesone.identity.staff.schemas import StaffOut
from couplesone.kernel.permissions import Role
from couplesone.persistence.paging import Page, PageRequest, keyset, page_of, plain_text
from couplesone.persistence.work import Work


class StaffService:
    """The staff of a practice."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def add(
        self,
        *,
        email: str,
        display_name: str,
        roles: Collection[Role],
        clinical_lead: bool = False,
        couple_training: bool = False,
        ipv_training: bool = False,
    ) -> Staff:
        """Add somebody, who has no password yet; EmailTaken if the address is in use."""
        staff = Staff(
            email=email.strip().lower(),
            display_name=display_name,
            clinical_lead=clinical_lead,
            couple_training=couple_training,
            ipv_training=ipv_training,
        )
        _give_roles(staff, roles)
        return self.work.add(staff)

    def list(self, page: PageRequest, *, active: bool | None = None) -> Page[Staff]:
        """Return the staff by name."""
        statement = select(Staff)
        if active is not None:
            statement = statement.where(Staff.deactivated_at.is_(None) == active)
        statement = keyset(statement, page, Staff.display_name, Staff.id, parse=plain_text)
        return page_of(self.work.db.scalars(statement).all(), page, lambda row: (row.display_name, row.id))

    def get(self, staff_id: UUID) -> Staff:
        """Return one member of staff."""
        return self.work.get(Staff, staff_id)

    def change(self, staff_id: UUID, changes: dict[str, Any], version: int) -> Staff:
        """Change somebody; roles hold from the next request on. Raises EmailTaken, LastOwner."""
        staff = self._to_change(staff_id, version)
        if "roles" in changes:
            roles = changes.pop("roles")
            if Role.OWNER not in roles and staff.id == self.only_owner(exclusively=True):
                raise LastOwner
            _give_roles(staff, roles)
        for name, value in changes.items():
            setattr(staff, name, value)
        self.work.flush()
        return staff

    def deactivate(self, staff_id: UUID, version: int) -> Staff:
        """End every sign-in, API key and reset code of somebody at once; LastOwner, StaffDeactivated."""
        staff = self._to_change(staff_id, version)
        if problem := refusal(DEACTIVATE, staff, self.only_owner(exclusively=True)):
            raise problem
        staff.deactivated_at = self.work.now
        self.work.flush()
        end_sign_ins(self.work, staff_id)
        revoke_api_keys(self.work, staff_id)
        use_up_reset_codes(self.work, staff_id)
        return staff

    def reactivate(self, staff_id: UUID, version: int) -> Staff:
        """Let somebody sign in again, with the password of before; StaffActive if nobody deactivated them."""
        staff = self._to_change(staff_id, version)
        if problem := refusal(REACTIVATE, staff, None):
            raise problem
        staff.deactivated_at = None
        self.work.flush()
        return staff

    def only_owner(self, *, exclusively: bool = False) -> UUID | None:
        """Return the owner who is the last active one, or None if there are several.

        ``exclusively`` lets nobody else take an owner away before this transaction ends.
        """
        if exclusively:
            self.work.wait_for_lock("owners")
        owners = select(Staff.id).where(Staff.is_owner, Staff.deactivated_at.is_(None)).limit(2)
        found = self.work.db.scalars(owners).all()
        return found[0] if len(found) == 1 else None

    def shown(self, *staff: Staff) -> Sequence[StaffOut]:
        """Return members of staff as they are shown to whoever asks, with what may be done."""
        only_owner, actor = self.only_owner(), self.work.principal
        return [
            StaffOut(
                id=one.id,
                version=one.version,
                created_at=one.created_at,
                updated_at=one.updated_at,
                email=one.email,
                display_name=one.display_name,
                roles=one.roles,
                clinical_lead=one.clinical_lead,
                couple_training=one.couple_training,
                ipv_training=one.ipv_training,
                password_set=one.password_hash is not None,
                deactivated_at=one.deactivated_at,
                actions=actions_of(actor, one, only_owner),
            )
            for one in staff
        ]

    def _to_change(self, staff_id: UUID, version: int) -> Staff:
        staff = self.get(staff_id)
        staff.expect(version)
        return staff


def _give_roles(staff: Staff, roles: Collection[Role]) -> None:
    for role in Role:
        setattr(staff, f"is_{role.value}", role in roles)
