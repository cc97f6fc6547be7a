"""Looking at risk answers.

::

    (waiting) ── acknowledge ──► (acknowledged)
        └──────── its answer was an error ──────► (entered in error)

A risk answer can be acknowledged in a closed case too: that the work ended does not answer it.
"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from couplesone.cases.access import item_for, standing_of
from couplesone.cases.errors import CaseClosed
from couplesone.cases.records import Shown, list_items
from couplesone.cases.risk_answers.errors import RiskAnswerSettled
from couplesone.cases.risk_answers.models import RiskAnswer
from couplesone.clients.errors import ClientArchived
from couplesone.kernel.errors import Problem
from couplesone.kernel.permissions import Permission
from couplesone.persistence.paging import Page, PageRequest
from couplesone.persistence.work import Work
from couplesone.web.schemas import Action


class RiskAnswerService:
    """Risk answers of a case."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def list(self, case_id: UUID, page: PageRequest) -> Page[Shown]:
        """Return the risk answers of a case, the latest first, those that were errors among them."""
        found = list_items(self.work, case_id, RiskAnswer, page, day="answered_on")
        return Page(self._shown(found.items), found.next_cursor)

    def get(self, risk_answer_id: UUID) -> Shown:
        """Return one risk answer."""
        return self._shown([item_for(self.work, RiskAnswer, risk_answer_id)])[0]

    def acknowledge(self, risk_answer_id: UUID, done: str, version: int) -> Shown:
        """Say that one looked at it and what was done; RiskAnswerSettled, VersionStale."""
        found = item_for(self.work, RiskAnswer, risk_answer_id)
        found.expect(version)
        if _is_settled(found):
            raise RiskAnswerSettled
        found.acknowledged_at, found.acknowledged_by, found.done = self.work.now, self.work.staff_id, done
        self.work.flush()
        return self._shown([found])[0]

    def _shown(self, items: Sequence[RiskAnswer]) -> Sequence[Shown]:
        if not items:
            return []
        refusal = standing_of(self.work, items[0].case_id, Permission.SAFETY_WRITE).refusal
        standing = None if isinstance(refusal, CaseClosed | ClientArchived) else refusal
        return [Shown(it, actions=[_acknowledge(it, standing)]) for it in items]


def _is_settled(found: RiskAnswer) -> bool:
    return found.acknowledged_at is not None or found.entered_in_error_at is not None


def _acknowledge(found: RiskAnswer, standing: Problem | None) -> Action:
    refusal = standing or (RiskAnswerSettled() if _is_settled(found) else None)
    return Action(
        action="acknowledge_risk_answer",
        allowed=refusal is None,
        code=refusal.code if refusal else None,
        reason=refusal.detail if refusal else None,
    )
