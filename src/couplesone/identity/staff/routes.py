"""Routes of staff."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import Query

from couplesone.identity.errors import EmailTaken, LastOwner, StaffActive, StaffDeactivated
from couplesone.identity.models import Staff
from couplesone.identity.staff.schemas import StaffChange, StaffCreate, StaffFilters, StaffOut
from couplesone.identity.staff.service import StaffService
from couplesone.kernel.permissions import Permission
from couplesone.persistence.work import Work
from couplesone.web.routing import Router
from couplesone.web.schemas import Listing

router = Router("identity")
READ, MANAGE = Permission.STAFF_READ, Permission.STAFF_MANAGE


@router.create("/v1/staff", answers="get_staff_member", permission=MANAGE, problems=(EmailTaken,))
def add_staff_member(work: Work, body: StaffCreate) -> StaffOut:
    """Add somebody to the staff."""
    return _shown(work, StaffService(work).add(**body.model_dump()))


@router.read("/v1/staff", permission=READ)
def list_staff(work: Work, query: Annotated[StaffFilters, Query()]) -> Listing[StaffOut]:
    """List the staff by name."""
    page = StaffService(work).list(query.page, active=query.active)
    return Listing[StaffOut](items=[*StaffService(work).shown(*page.items)], next_cursor=page.next_cursor)


@router.read("/v1/staff/{staff_id}", permission=READ, composite=True)
def get_staff_member(work: Work, staff_id: UUID) -> StaffOut:
    """Read a member of staff."""
    return _shown(work, StaffService(work).get(staff_id))


@router.change(
    "/v1/staff/{staff_id}", answers="get_staff_member", permission=MANAGE, problems=(EmailTaken, LastOwner)
)
def change_staff_member(work: Work, staff_id: UUID, body: StaffChange, version: int) -> StaffOut:
    """Change a member of staff; new roles hold from the next request on."""
    return _shown(work, StaffService(work).change(staff_id, body.changes(), version))


@router.act(
    "/v1/staff/{staff_id}/deactivate",
    answers="get_staff_member",
    permission=MANAGE,
    problems=(LastOwner, StaffDeactivated),
)
def deactivate_staff_member(work: Work, staff_id: UUID, version: int) -> StaffOut:
    """Deactivate a member of staff; every sign-in and API key ends at once."""
    return _shown(work, StaffService(work).deactivate(staff_id, version))


@router.act(
    "/v1/staff/{staff_id}/reactivate", answers="get_staff_member", permission=MANAGE, problems=(StaffActive,)
)
def reactivate_staff_member(work: Work, staff_id: UUID, version: int) -> StaffOut:
    """Reactivate a member of staff; API keys stay revoked."""
    return _shown(work, StaffService(work).reactivate(staff_id, version))


def _shown(work: Work, staff: Staff) -> StaffOut:
    return StaffService(work).shown(staff)[0]
