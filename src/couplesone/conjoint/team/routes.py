"""Routes of the team of a conjoint case."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import Query

from couplesone.clients.care_team.errors import AlreadyOnCareTeam, CareRoleUnfit, CareTeamEnded
from couplesone.clients.care_team.schemas import CareTeamEnd, CareTeamJoin
from couplesone.clients.conflicts.errors import AdministrativeReview
from couplesone.conjoint.errors import ConjointClosed, TreatsOneAlone
from couplesone.conjoint.team.schemas import ConjointTeamMemberOut
from couplesone.conjoint.team.service import ConjointTeamService
from couplesone.identity.errors import StaffDeactivated
from couplesone.kernel.errors import DatesOutOfOrder
from couplesone.kernel.permissions import Permission
from couplesone.persistence.work import Work
from couplesone.web.routing import Router
from couplesone.web.schemas import Listing, PageFilters

router = Router("conjoint")
READ, MANAGE = Permission.CLIENT_READ, Permission.CARE_TEAM_MANAGE
_IN_CASE = "/v1/conjoint-cases/{conjoint_case_id}/team"
_ONE = "/v1/conjoint-team/{member_id}"


@router.read(_IN_CASE, permission=READ)
def list_conjoint_team(
    work: Work, conjoint_case_id: UUID, query: Annotated[PageFilters, Query()]
) -> Listing[ConjointTeamMemberOut]:
    """List who has or had what part in the work with both, newest first."""
    found = ConjointTeamService(work).list(conjoint_case_id, query.page)
    return Listing[ConjointTeamMemberOut].model_validate(found)


@router.read(_ONE, permission=READ, composite=True)
def get_conjoint_team_member(work: Work, member_id: UUID) -> ConjointTeamMemberOut:
    """Read one part in the work with both."""
    return ConjointTeamMemberOut.model_validate(ConjointTeamService(work).get(member_id))


@router.create(
    _IN_CASE,
    answers="get_conjoint_team_member",
    permission=MANAGE,
    problems=(
        ConjointClosed,
        StaffDeactivated,
        CareRoleUnfit,
        TreatsOneAlone,
        AdministrativeReview,
        AlreadyOnCareTeam,
        DatesOutOfOrder,
    ),
)
def join_conjoint_team(work: Work, conjoint_case_id: UUID, body: CareTeamJoin) -> ConjointTeamMemberOut:
    """Give somebody a part in the work with both; of the work with each alone it opens nothing."""
    return ConjointTeamMemberOut.model_validate(ConjointTeamService(work).join(conjoint_case_id, body))


@router.act(
    f"{_ONE}/end",
    answers="get_conjoint_team_member",
    permission=MANAGE,
    problems=(CareTeamEnded, DatesOutOfOrder),
)
def end_conjoint_team_member(
    work: Work, member_id: UUID, body: CareTeamEnd, version: int
) -> ConjointTeamMemberOut:
    """End somebody's part in the work with both."""
    return ConjointTeamMemberOut.model_validate(
        ConjointTeamService(work).end(member_id, body.until_on, version)
    )
