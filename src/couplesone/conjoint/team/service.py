"""Giving a part in the work with both, and ending it: in both parts of the case at once.

Whoever has one knows of each client what is in the conjoint case, and nothing else of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from couplesone.cases.records import Shown
from couplesone.clients.care_team.case_team import knows_one_alone
from couplesone.clients.care_team.joining import one_at_a_time
from couplesone.clients.care_team.joining_cases import (
    end_on_cases,
    part_in_case,
    take_on_cases,
    team_of_case,
)
from couplesone.clients.care_team.schemas import CareTeamJoin, CareWarning
from couplesone.clients.care_team.service import UNTRAINED, warnings_about
from couplesone.clients.codes import CareRole
from couplesone.conjoint.access import Both, conjoint_for, conjoint_to_write
from couplesone.conjoint.codes import ReferredTo
from couplesone.conjoint.errors import TreatsOneAlone
from couplesone.conjoint.models import ConjointPart, ConjointReferral
from couplesone.identity.queries import care_staff
from couplesone.kernel.errors import RecordNotFound
from couplesone.persistence.paging import Page, PageRequest
from couplesone.persistence.work import Work


class ConjointTeamService:
    """The team of a conjoint case."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def list(self, conjoint_case_id: UUID, page: PageRequest) -> Page[Shown]:
        """Return every part that anybody has had in the work with both, the newest first."""
        both = conjoint_for(self.work, conjoint_case_id)
        found = team_of_case(self.work, both.parts[0].case_id, page)
        return Page(self._shown(both.case.id, found.items), found.next_cursor)

    def get(self, member_id: UUID) -> Shown:
        """Return one part in the work with both."""
        member, both = self._member(member_id)
        return self._shown(both.case.id, [member])[0]

    def join(self, conjoint_case_id: UUID, part: CareTeamJoin) -> Shown:
        """Give somebody a part in the work with both.

        Raises ConjointClosed, TreatsOneAlone, LinkedRecordMissing, StaffDeactivated, CareRoleUnfit,
        AdministrativeReview, AlreadyOnCareTeam, DatesOutOfOrder.
        """
        both = conjoint_to_write(self.work, conjoint_case_id)
        one_at_a_time(self.work, *(of.client_id for of in both.parts))
        self._not_of_one_alone(both, part)
        member = take_on_cases(self.work, [(of.case_id, of.client_id) for of in both.parts], part)
        return self._shown(both.case.id, [member])[0]

    def end(self, member_id: UUID, until_on: date | None, version: int) -> Shown:
        """End somebody's part; CareTeamEnded, DatesOutOfOrder if the end lies before the start, VersionStale."""
        member, both = self._member(member_id)
        one_at_a_time(self.work, *(of.client_id for of in both.parts))
        end_on_cases(self.work, member, [of.case_id for of in both.parts[1:]], until_on, version)
        return self._shown(both.case.id, [member])[0]

    def _not_of_one_alone(self, both: Both, part: CareTeamJoin) -> None:
        if part.role is CareRole.SUPERVISING:
            return
        if not knows_one_alone(self.work, [of.client_id for of in both.parts], part.staff_id):
            return
        referral = self.work.get(ConjointReferral, both.case.referral_id)
        meant = part.staff_id in (both.case.opened_by, referral.to_staff_id)
        if not meant and referral.referred_to != ReferredTo.SAME_THERAPIST:
            raise TreatsOneAlone

    def _member(self, member_id: UUID) -> tuple[Any, Both]:
        member = part_in_case(self.work, member_id)
        first = ConjointPart.case_id == member.case_id, ConjointPart.position == 1
        conjoint_case_id = self.work.db.scalar(select(ConjointPart.conjoint_case_id).where(*first))
        if conjoint_case_id is None:
            raise RecordNotFound
        return member, conjoint_for(self.work, conjoint_case_id)

    def _shown(self, conjoint_case_id: UUID, members: Sequence[Any]) -> Sequence[Shown]:
        staff, today = care_staff(self.work, [member.staff_id for member in members]), self.work.today
        return [
            Shown(
                member,
                conjoint_case_id=conjoint_case_id,
                display_name=who.display_name,
                current=member.from_on <= today and (member.until_on is None or member.until_on > today),
                warnings=[CareWarning(code=code, detail=UNTRAINED[code]) for code in warnings_about(who)],
            )
            for member in members
            for who in (staff[member.staff_id],)
        ]
