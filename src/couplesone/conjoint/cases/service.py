"""Opening a conjoint case, reading it, closing it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select

from couplesone.cases.parts import open_part
from couplesone.cases.records import Shown
from couplesone.clients.care_team.case_team import take_on_case
from couplesone.clients.caseload import client_to_write, in_caseload
from couplesone.clients.conflicts.overview import keep_apart
from couplesone.clients.partners.becoming import become_client
from couplesone.clients.partners.errors import PartnerInError
from couplesone.clients.queries import names_of_clients
from couplesone.conjoint.access import (
    Both,
    conjoint_for,
    conjoint_to_write,
    missing,
    parts_of,
    reaches_both,
)
from couplesone.conjoint.cases.schemas import DiscrepancyOut, ReadinessOut, TotalOut
from couplesone.conjoint.codes import ConjointStatus, ReferredTo
from couplesone.conjoint.errors import ReferralNotUsable
from couplesone.conjoint.models import ConjointCase, ConjointPart, ConjointReferral
from couplesone.kernel.errors import RecordNotFound, not_before, not_in_the_future
from couplesone.measures.overview import last_totals
from couplesone.persistence.constraints import LinkedRecordMissing
from couplesone.persistence.paging import Page, PageRequest, keyset, page_of
from couplesone.persistence.work import Work

_SAME: Final = ReferredTo.SAME_THERAPIST.value


class ConjointCaseService:
    """The conjoint cases whose two parts the asker cares for."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def open(self, clients: Sequence[UUID], referral_id: UUID) -> Shown:
        """Open a conjoint case, empty, for the client of a referral and whom the partner has become.

        By the client's own therapist if the referral says so, else by the therapist whom it names; who treats the
        couple is on the team of the two parts, and of nothing else. Raises LinkedRecordMissing for a referral or a
        client that the asker may not know of, ReferralNotUsable, ClientArchived, AdministrativeReview.
        """
        work = self.work
        referral = self._referral(referral_id)
        others = [one for one in clients if one != referral.client_id]
        if len(others) != 1:
            raise ReferralNotUsable
        try:
            client_to_write(work, others[0])
            become_client(work, referral.partner_id, others[0])
        except RecordNotFound:
            raise LinkedRecordMissing from None
        except PartnerInError:
            raise ReferralNotUsable from None
        work.subject = None
        case = ConjointCase(
            id=work.new_id(),
            referral_id=referral.id,
            status=ConjointStatus.OPEN.value,
            opened_on=work.today,
            opened_by=work.staff_id,
        )
        work.keyring.register(case.id)
        work.add(case)
        for position, client_id in enumerate((referral.client_id, others[0]), 1):
            part_id = open_part(work, client_id)
            part = ConjointPart(conjoint_case_id=case.id, position=position, client_id=client_id)
            part.case_id = part_id
            work.add(part)
            keep_apart(work, client_id, work.staff_id)
            take_on_case(work, part_id, client_id, work.staff_id, work.today)
        return self.get(case.id)

    def list(self, page: PageRequest) -> Page[Shown]:
        """Return the conjoint cases, the last opened first."""
        statement = select(ConjointCase).where(reaches_both(self.work, ConjointCase.id))
        statement = keyset(
            statement,
            page,
            ConjointCase.opened_on,
            ConjointCase.id,
            parse=date.fromisoformat,
            descending=True,
        )
        rows = self.work.db.scalars(statement).all()
        found = page_of(rows, page, lambda case: (case.opened_on, case.id))
        parts = parts_of(self.work, [case.id for case in found.items])
        both = [Both(case, parts[case.id]) for case in found.items]
        return Page(self._shown(both), found.next_cursor)

    def get(self, conjoint_case_id: UUID) -> Shown:
        """Return one conjoint case."""
        return self._shown([conjoint_for(self.work, conjoint_case_id)])[0]

    def close(self, conjoint_case_id: UUID, closed_on: date | None, version: int) -> Shown:
        """End the joint work; the part of each is closed like any case, and can be read as before.

        Raises ConjointClosed, VersionStale, DatesOutOfOrder.
        """
        both = conjoint_to_write(self.work, conjoint_case_id)
        both.case.expect(version)
        day = closed_on or self.work.today
        not_in_the_future(day, self.work.today, "/closed_on")
        not_before(day, both.case.opened_on, "/closed_on")
        both.case.status, both.case.closed_on = ConjointStatus.CLOSED.value, day
        self.work.flush()
        return self._shown([both])[0]

    def readiness(self, conjoint_case_id: UUID) -> ReadinessOut:
        """Return what is missing before anything joint is recorded."""
        lacking = missing(self.work, conjoint_for(self.work, conjoint_case_id))
        return ReadinessOut(ready=not lacking, missing=lacking)

    def discrepancy(self, conjoint_case_id: UUID, instrument: str) -> DiscrepancyOut:
        """Return by how much the last totals of the two differ, taken in their parts and nowhere else."""
        both = conjoint_for(self.work, conjoint_case_id)
        found = last_totals(self.work, [part.case_id for part in both.parts], instrument)
        seen = [found.get(part.case_id) for part in both.parts]
        known = [one[0] for one in seen if one is not None]
        totals = [
            TotalOut(
                client_id=part.client_id, total=one[0] if one else None, taken_on=one[1] if one else None
            )
            for part, one in zip(both.parts, seen, strict=True)
        ]
        both_known = len(known) == len(both.parts)
        return DiscrepancyOut(
            instrument=instrument,
            totals=totals,
            difference=round(max(known) - min(known), 2) if both_known else None,
        )

    def _referral(self, referral_id: UUID) -> ConjointReferral:
        """Return a referral that was made to the asker; the database holds that both signed it."""
        own = and_(ConjointReferral.referred_to == _SAME, in_caseload(self.work, ConjointReferral.client_id))
        to_me: ColumnElement[bool] = ConjointReferral.to_staff_id == self.work.staff_id
        referral = self.work.db.scalar(
            select(ConjointReferral).where(
                ConjointReferral.id == referral_id,
                ConjointReferral.entered_in_error_at.is_(None),
                or_(own, to_me),
            )
        )
        if referral is None:
            raise LinkedRecordMissing
        return referral

    def _shown(self, several: Sequence[Both]) -> Sequence[Shown]:
        """Return conjoint cases with the names of the two; a constant number of statements."""
        names = names_of_clients(self.work, {part.client_id for both in several for part in both.parts})

        def part(one: ConjointPart) -> dict[str, Any]:
            return {
                "client_id": one.client_id,
                "name_used": names[one.client_id],
                "case_id": one.case_id,
            }

        return [Shown(both.case, parts=[part(one) for one in both.parts]) for both in several]
