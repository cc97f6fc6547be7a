"""Assigning, covering, supervising, handing over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from sqlalchemy import or_, select

from couplesone.clients.care_team.joining import end_part, one_at_a_time, take_on
from couplesone.clients.care_team.schemas import CareTeamJoin
from couplesone.clients.caseload import client_for, client_to_write, in_caseload
from couplesone.clients.codes import CareRole
from couplesone.clients.models import CareTeamMember
from couplesone.identity.queries import CareStaff, care_staff
from couplesone.kernel.errors import RecordNotFound
from couplesone.persistence.paging import Page, PageRequest, keyset, page_of
from couplesone.persistence.work import Work

UNTRAINED: Final = {
    "no_couple_training": "This member of staff has no training in couple therapy.",
    "no_ipv_training": "This member of staff has no training in recognising violence between partners.",
}
"""S3.16: care by somebody without a training is possible, and is said."""


def warnings_about(staff: CareStaff) -> list[str]:
    """Return the codes of what to think about before somebody takes a part in the care."""
    trained = {"no_couple_training": staff.couple_training, "no_ipv_training": staff.ipv_training}
    return [code for code in UNTRAINED if not trained[code]]


@dataclass(frozen=True, slots=True)
class SeenMember:
    """A part in the care, who has it, and whether it holds today."""

    member: CareTeamMember
    staff: CareStaff
    current: bool


class CareTeamService:
    """The care team of a client."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def list(self, client_id: UUID, page: PageRequest) -> Page[SeenMember]:
        """Return every part that anybody has had in the client's care, the newest first."""
        client = client_for(self.work, client_id)
        statement = select(CareTeamMember).where(CareTeamMember.client_id == client.id)
        statement = keyset(
            statement,
            page,
            CareTeamMember.from_on,
            CareTeamMember.id,
            parse=date.fromisoformat,
            descending=True,
        )
        rows = self.work.db.scalars(statement).all()
        found = page_of(rows, page, lambda member: (member.from_on, member.id))
        return Page(self._seen(found.items), found.next_cursor)

    def get(self, member_id: UUID) -> SeenMember:
        """Return one part in somebody's care."""
        return self._seen([self._member(member_id)])[0]

    def join(self, client_id: UUID, part: CareTeamJoin) -> SeenMember:
        """Give somebody a part in the care of an active client."""
        one_at_a_time(self.work, client_id)
        client = client_to_write(self.work, client_id)
        from_on = part.from_on or self.work.today
        return self._one(take_on(self.work, client.id, part.staff_id, part.role, from_on, part.until_on))

    def end(self, member_id: UUID, until_on: date | None, version: int) -> SeenMember:
        """End somebody's part; CareTeamEnded if it has ended, DatesOutOfOrder if the end lies before the start."""
        member = self._member(member_id)
        end_part(self.work, member, until_on, version)
        self.work.flush()
        return self._one(member)

    def reassign(self, client_id: UUID, to_staff_id: UUID, on: date | None) -> SeenMember:
        """End whoever treats the client on that day, and have ``to_staff_id`` treat them from then on."""
        one_at_a_time(self.work, client_id)
        client = client_to_write(self.work, client_id)
        day = on or self.work.today
        for member in self.work.db.scalars(
            select(CareTeamMember).where(
                CareTeamMember.client_id == client.id,
                CareTeamMember.role == CareRole.TREATING.value,
                CareTeamMember.staff_id != to_staff_id,
                CareTeamMember.from_on <= day,
                or_(CareTeamMember.until_on.is_(None), CareTeamMember.until_on > day),
            )
        ):
            member.until_on = day
        self.work.flush()
        return self._one(take_on(self.work, client.id, to_staff_id, CareRole.TREATING, day))

    def _member(self, member_id: UUID) -> CareTeamMember:
        reachable = in_caseload(self.work, CareTeamMember.client_id)
        member = self.work.db.scalar(select(CareTeamMember).where(CareTeamMember.id == member_id, reachable))
        if member is None:
            raise RecordNotFound
        self.work.subject = member.client_id
        return member

    def _one(self, member: CareTeamMember) -> SeenMember:
        return self._seen([member])[0]

    def _seen(self, members: Sequence[CareTeamMember]) -> Sequence[SeenMember]:
        staff, today = care_staff(self.work, [member.staff_id for member in members]), self.work.today
        return [
            SeenMember(
                member,
                staff[member.staff_id],
                member.from_on <= today and (member.until_on is None or member.until_on > today),
            )
            for member in members
        ]
