"""Sessions with both. Nothing is recorded before both agreed and were found safe alone."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import select

from couplesone.cases.errors import ItemInError
from couplesone.conjoint.access import conjoint_for, conjoint_to_write, of_conjoint, require_ready
from couplesone.conjoint.models import JointSession
from couplesone.conjoint.sessions.schemas import JointSessionCreate
from couplesone.kernel.errors import not_before, not_in_the_future
from couplesone.persistence.paging import Page, PageRequest, keyset, page_of
from couplesone.persistence.work import Work


class JointSessionService:
    """The sessions of a conjoint case."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def record(self, conjoint_case_id: UUID, content: JointSessionCreate) -> JointSession:
        """Record a session; ConjointClosed, ConjointNotReady, DatesOutOfOrder."""
        both = conjoint_to_write(self.work, conjoint_case_id)
        held_on = content.held_on or self.work.today
        not_in_the_future(held_on, self.work.today, "/held_on")
        not_before(held_on, both.case.opened_on, "/held_on")
        require_ready(self.work, both)
        return self.work.add(
            JointSession(
                conjoint_case_id=both.case.id,
                held_on=held_on,
                minutes=content.minutes,
                note=content.note,
                recorded_by=self.work.staff_id,
            )
        )

    def list(self, conjoint_case_id: UUID, page: PageRequest) -> Page[JointSession]:
        """Return the sessions, the last held first, those entered in error among them."""
        both = conjoint_for(self.work, conjoint_case_id)
        statement = select(JointSession).where(JointSession.conjoint_case_id == both.case.id)
        statement = keyset(
            statement, page, JointSession.held_on, JointSession.id, parse=date.fromisoformat, descending=True
        )
        self.work.keyring.load([both.case.id])
        rows = self.work.db.scalars(statement).all()
        return page_of(rows, page, lambda one: (one.held_on, one.id))

    def get(self, session_id: UUID) -> JointSession:
        """Return one session."""
        return of_conjoint(self.work, JointSession, session_id)

    def mark_in_error(self, session_id: UUID, reason: str, version: int) -> JointSession:
        """Mark a session as entered in error; ConjointClosed, ItemInError."""
        session = self.get(session_id)
        conjoint_to_write(self.work, session.conjoint_case_id)
        session.expect(version)
        if session.entered_in_error_at is not None:
            raise ItemInError
        session.entered_in_error_at, session.error_reason = self.work.now, reason
        self.work.flush()
        return session
