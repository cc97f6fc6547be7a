"""Routes of the care team."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import Query

from couplesone.clients.care_team.errors import (
    AlreadyOnCareTeam,
    AuthorizationMissing,
    CareRoleUnfit,
    CareTeamEnded,
)
from couplesone.clients.care_team.schemas import (
    CareTeamEnd,
    CareTeamJoin,
    CareTeamMemberOut,
    CareWarning,
    Reassignment,
)
from couplesone.clients.care_team.service import UNTRAINED, CareTeamService, SeenMember, warnings_about
from couplesone.clients.codes import CareRole
from couplesone.clients.conflicts.errors import AdministrativeReview
from couplesone.clients.errors import ClientArchived
from couplesone.identity.errors import StaffDeactivated
from couplesone.kernel.errors import DatesOutOfOrder
from couplesone.kernel.permissions import Permission
from couplesone.persistence.work import Work
from couplesone.web.routing import Router
from couplesone.web.schemas import Listing, PageFilters

router = Router("clients")
READ, MANAGE = Permission.CLIENT_READ, Permission.CARE_TEAM_MANAGE
JOINING = (
    ClientArchived,
    StaffDeactivated,
    CareRoleUnfit,
    AlreadyOnCareTeam,
    AdministrativeReview,
    AuthorizationMissing,
    DatesOutOfOrder,
)


def _shown(seen: SeenMember) -> CareTeamMemberOut:
    member = seen.member
    warnings = [CareWarning(code=code, detail=UNTRAINED[code]) for code in warnings_about(seen.staff)]
    return CareTeamMemberOut(
        id=member.id,
        version=member.version,
        created_at=member.created_at,
        updated_at=member.updated_at,
        client_id=member.client_id,
        staff_id=member.staff_id,
        display_name=seen.staff.display_name,
        role=CareRole(member.role),
        from_on=member.from_on,
        until_on=member.until_on,
        current=seen.current,
        warnings=warnings,
    )


@router.read("/v1/clients/{client_id}/care-team", permission=READ)
def list_care_team(
    work: Work, client_id: UUID, query: Annotated[PageFilters, Query()]
) -> Listing[CareTeamMemberOut]:
    """List who has or had what part in a client's care, newest first."""
    page = CareTeamService(work).list(client_id, query.page)
    return Listing[CareTeamMemberOut](
        items=[_shown(seen) for seen in page.items], next_cursor=page.next_cursor
    )


@router.read("/v1/care-team/{member_id}", permission=READ, composite=True)
def get_care_team_member(work: Work, member_id: UUID) -> CareTeamMemberOut:
    """Read one part in a client's care."""
    return _shown(CareTeamService(work).get(member_id))


@router.create(
    "/v1/clients/{client_id}/care-team", answers="get_care_team_member", permission=MANAGE, problems=JOINING
)
def join_care_team(work: Work, client_id: UUID, body: CareTeamJoin) -> CareTeamMemberOut:
    """Give somebody a part in a client's care; ``warnings`` say what to think about."""
    return _shown(CareTeamService(work).join(client_id, body))


@router.act(
    "/v1/care-team/{member_id}/end",
    answers="get_care_team_member",
    permission=MANAGE,
    problems=(CareTeamEnded, DatesOutOfOrder),
)
def end_care_team_member(work: Work, member_id: UUID, body: CareTeamEnd, version: int) -> CareTeamMemberOut:
    """End somebody's part in a client's care."""
    return _shown(CareTeamService(work).end(member_id, body.until_on, version))


@router.create(
    "/v1/clients/{client_id}/reassign", answers="get_care_team_member", permission=MANAGE, problems=JOINING
)
def reassign_client(work: Work, client_id: UUID, body: Reassignment) -> CareTeamMemberOut:
    """Hand a client over: whoever treats them stops on that day, and somebody else starts."""
    return _shown(CareTeamService(work).reassign(client_id, body.to_staff_id, body.on))
