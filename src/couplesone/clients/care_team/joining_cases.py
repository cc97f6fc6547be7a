"""A part in the care of several clients at once, in one case of each: who works with a couple.

The row in the first case stands for the whole; those in the others were recorded next after it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select

from couplesone.clients.care_team.case_team import take_on_case
from couplesone.clients.care_team.joining import end_part, fitting, not_yet
from couplesone.clients.care_team.schemas import CareTeamJoin
from couplesone.clients.conflicts.overview import keep_apart
from couplesone.clients.models import CaseTeamMember
from couplesone.identity.queries import staff_for_care
from couplesone.kernel.errors import not_before
from couplesone.persistence.paging import Page, PageRequest, keyset, page_of
from couplesone.persistence.work import Work


def team_of_case(work: Work, case_id: UUID, page: PageRequest) -> Page[CaseTeamMember]:
    """Return every part that anybody has had in the care in one case, the newest first."""
    statement = select(CaseTeamMember).where(CaseTeamMember.case_id == case_id)
    statement = keyset(
        statement, page, CaseTeamMember.from_on, CaseTeamMember.id, parse=date.fromisoformat, descending=True
    )
    rows = work.db.scalars(statement).all()
    return page_of(rows, page, lambda member: (member.from_on, member.id))


def part_in_case(work: Work, member_id: UUID) -> CaseTeamMember:
    """Return a part in the care in one case, whoever asks; RecordNotFound."""
    return work.get(CaseTeamMember, member_id)


def take_on_cases(work: Work, cases: Sequence[tuple[UUID, UUID]], part: CareTeamJoin) -> CaseTeamMember:
    """Give a member of staff a part in each of the cases, which are given with their clients; return the first.

    Raises LinkedRecordMissing, StaffDeactivated, CareRoleUnfit, DatesOutOfOrder, AlreadyOnCareTeam,
    AdministrativeReview.
    """
    from_on = part.from_on or work.today
    not_before(part.until_on, from_on, "/until_on")
    fitting(staff_for_care(work, part.staff_id), part.role)
    for _, client_id in cases:
        keep_apart(work, client_id, part.staff_id)
    of_first = CaseTeamMember.case_id == cases[0][0]
    not_yet(work, CaseTeamMember, of_first, part.staff_id, part.role, from_on, part.until_on)
    members = [
        take_on_case(work, case_id, client_id, part.staff_id, from_on, role=part.role, until_on=part.until_on)
        for case_id, client_id in cases
    ]
    return members[0]


def end_on_cases(
    work: Work, first: CaseTeamMember, others: Sequence[UUID], until_on: date | None, version: int
) -> None:
    """End a part in the first case and what goes with it in the others.

    CareTeamEnded, DatesOutOfOrder if the end lies before the start, VersionStale.
    """
    end_part(work, first, until_on, version)
    for case_id in others:
        twin = work.db.scalar(
            select(CaseTeamMember)
            .where(
                CaseTeamMember.case_id == case_id,
                CaseTeamMember.staff_id == first.staff_id,
                CaseTeamMember.role == first.role,
                CaseTeamMember.id > first.id,
            )
            .order_by(CaseTeamMember.id)
            .limit(1)
        )
        assert twin is not None
        twin.until_on = first.until_on
    work.flush()
