"""Keeping the practice's own instruments.

::

    (active) ── retire, or a next version ──► (retired) ── reinstate ──► (active)

One version of a code is active at most: reinstating an earlier one retires the active one.
"""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

from sqlalchemy import select

from couplesone.cases.records import Shown
from couplesone.kernel.permissions import Permission, PermissionDenied
from couplesone.measures.codes import PracticeInstrumentStatus
from couplesone.measures.errors import InstrumentCodeTaken, InstrumentTransitionRefused
from couplesone.measures.instruments.catalogue import SHIPPED
from couplesone.measures.practice_instruments.fitting import rule_from
from couplesone.measures.practice_instruments.models import PracticeInstrument
from couplesone.measures.practice_instruments.schemas import PracticeInstrumentCreate
from couplesone.measures.scoring.rule import rule_of
from couplesone.persistence.paging import Page, PageRequest, keyset, page_of, plain_text
from couplesone.persistence.work import Work
from couplesone.web.schemas import Action

_ACTIVE, _RETIRED = PracticeInstrumentStatus
MOVES: Final = {
    "retire": {_ACTIVE: _RETIRED},
    "reinstate": {_RETIRED: _ACTIVE},
}
"""The status that follows each status, move by move; what is not here is refused."""


class PracticeInstrumentService:
    """The practice's own instruments, every version of each."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def add(self, content: PracticeInstrumentCreate) -> Shown:
        """Add an instrument, or the next version of one, and let it be the one that is taken.

        Raises InstrumentCodeTaken for a shipped code, and QuestionnaireInvalid with every place that is wrong.
        """
        if content.code in SHIPPED:
            raise InstrumentCodeTaken
        rule = rule_from(content.questionnaire, content.scoring)
        earlier = self._retire_active(content.code)
        added = self.work.add(
            PracticeInstrument(
                code=content.code,
                number=earlier + 1,
                status=_ACTIVE.value,
                name=content.name,
                licence=content.licence,
                questionnaire=content.questionnaire,
                rule=rule.as_json(),
                added_by=self.work.staff_id,
            )
        )
        return self._shown(added)

    def list(self, page: PageRequest, status: PracticeInstrumentStatus | None) -> Page[Shown]:
        """Return the versions by code."""
        statement = select(PracticeInstrument)
        if status is not None:
            statement = statement.where(PracticeInstrument.status == status.value)
        statement = keyset(statement, page, PracticeInstrument.code, PracticeInstrument.id, parse=plain_text)
        found = page_of(self.work.db.scalars(statement).all(), page, lambda row: (row.code, row.id))
        return Page([self._shown(row) for row in found.items], found.next_cursor)

    def get(self, practice_instrument_id: UUID) -> Shown:
        """Return one version."""
        return self._shown(self.work.get(PracticeInstrument, practice_instrument_id))

    def move(self, practice_instrument_id: UUID, move: str, version: int) -> Shown:
        """Retire or reinstate a version; VersionStale, InstrumentTransitionRefused."""
        row = self.work.get(PracticeInstrument, practice_instrument_id)
        row.expect(version)
        after = MOVES[move].get(PracticeInstrumentStatus(row.status))
        if after is None:
            raise InstrumentTransitionRefused
        if after is _ACTIVE:
            self._retire_active(row.code)
        row.status = after.value
        self.work.flush()
        return self._shown(row)

    def _retire_active(self, code: str) -> int:
        """Retire the active version of a code; return the number of its latest version, 0 without one."""
        rows = self.work.db.scalars(select(PracticeInstrument).where(PracticeInstrument.code == code)).all()
        for row in rows:
            row.status = _RETIRED.value
        self.work.flush()
        return max((row.number for row in rows), default=0)

    def _shown(self, row: PracticeInstrument) -> Shown:
        actions = [self._action(row, move) for move in MOVES]
        return Shown(row, rule=rule_of(row.rule), actions=actions)

    def _action(self, row: PracticeInstrument, move: str) -> Action:
        problem: Any = None
        if not self.work.principal.may(Permission.PRACTICE_MANAGE):
            problem = PermissionDenied
        elif row.status not in MOVES[move]:
            problem = InstrumentTransitionRefused
        return Action(
            action=f"{move}_practice_instrument",
            allowed=problem is None,
            code=problem.code if problem else None,
            reason=problem.detail if problem else None,
        )
