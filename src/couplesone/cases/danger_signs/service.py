"""Keeping danger signs, and noting who has seen them."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from couplesone.cases.access import case_to_write, item_for, item_to_change
from couplesone.cases.danger_signs.codes import DangerKind
from couplesone.cases.danger_signs.models import DangerSign
from couplesone.cases.events import DangerSignGiven
from couplesone.cases.records import list_items
from couplesone.persistence.paging import Page, PageRequest
from couplesone.persistence.work import Work


class DangerSignService:
    """The danger signs of a case."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def keep(self, case_id: UUID, kind: DangerKind) -> DangerSign:
        """Keep that the client's answer tells of danger, and announce it. Raises CaseClosed, ClientArchived."""
        case = case_to_write(self.work, case_id)
        answer = self.work.add(
            DangerSign(
                case_id=case.id,
                client_id=case.client_id,
                recorded_by=self.work.author_id,
                kind=kind.value,
                answered_on=self.work.today,
            )
        )
        self.work.publish(
            DangerSignGiven(self.work.practice_id, case.id, case.client_id, answer.id, kind.value)
        )
        return answer

    def keep_once(self, case_id: UUID, kind: DangerKind) -> DangerSign:
        """Keep it as ``keep`` does, unless one of that kind and of today waits to be seen already."""
        waiting = select(DangerSign).where(
            DangerSign.case_id == case_id,
            DangerSign.kind == kind.value,
            DangerSign.answered_on == self.work.today,
            DangerSign.seen_at.is_(None),
            DangerSign.entered_in_error_at.is_(None),
        )
        return self.work.db.scalar(waiting.limit(1)) or self.keep(case_id, kind)

    def list(self, case_id: UUID, page: PageRequest) -> Page[DangerSign]:
        """Return the danger signs of a case, newest first."""
        return list_items(self.work, case_id, DangerSign, page, day="answered_on")

    def get(self, answer_id: UUID) -> DangerSign:
        """Return one danger sign."""
        return item_for(self.work, DangerSign, answer_id)

    def mark_seen(self, answer_id: UUID, version: int) -> DangerSign:
        """Note that the asker has seen it; the first who did stays. The problems of ``item_to_change``."""
        answer = item_to_change(self.work, DangerSign, answer_id, version)
        if answer.seen_at is None:
            answer.seen_at, answer.seen_by = self.work.now, self.work.staff_id
        self.work.flush()
        return answer
