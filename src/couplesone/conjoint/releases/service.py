"""Giving something of the joint record to somebody: with the signatures of both, or not at all."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import select

from couplesone.conjoint.access import conjoint_for, of_conjoint
from couplesone.conjoint.errors import ReleaseNeedsBoth
from couplesone.conjoint.models import ConjointRelease
from couplesone.conjoint.releases.schemas import ConjointReleaseCreate
from couplesone.kernel.errors import not_in_the_future
from couplesone.persistence.paging import Page, PageRequest, keyset, page_of
from couplesone.persistence.work import Work


class ReleaseService:
    """The releases of a conjoint case, also of one that is closed."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def record(self, conjoint_case_id: UUID, content: ConjointReleaseCreate) -> ConjointRelease:
        """Record a release; ReleaseNeedsBoth unless each of the two signed a paper of their own, DatesOutOfOrder."""
        both = conjoint_for(self.work, conjoint_case_id)
        papers = {one.client_id: one.paper_sha256 for one in content.signatures}
        if papers.keys() != {part.client_id for part in both.parts} or len(set(papers.values())) != 2:
            raise ReleaseNeedsBoth
        released_on = content.released_on or self.work.today
        not_in_the_future(released_on, self.work.today, "/released_on")
        first, second = (papers[part.client_id] for part in both.parts)
        return self.work.add(
            ConjointRelease(
                conjoint_case_id=both.case.id,
                released_on=released_on,
                recipient=content.recipient,
                scope=content.scope,
                first_paper_sha256=first,
                second_paper_sha256=second,
                recorded_by=self.work.staff_id,
            )
        )

    def list(self, conjoint_case_id: UUID, page: PageRequest) -> Page[ConjointRelease]:
        """Return the releases, the latest first."""
        both = conjoint_for(self.work, conjoint_case_id)
        statement = select(ConjointRelease).where(ConjointRelease.conjoint_case_id == both.case.id)
        day = ConjointRelease.released_on
        statement = keyset(
            statement, page, day, ConjointRelease.id, parse=date.fromisoformat, descending=True
        )
        self.work.keyring.load([both.case.id])
        rows = self.work.db.scalars(statement).all()
        return page_of(rows, page, lambda one: (one.released_on, one.id))

    def get(self, release_id: UUID) -> ConjointRelease:
        """Return one release."""
        return of_conjoint(self.work, ConjointRelease, release_id)
