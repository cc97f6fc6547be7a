"""Moving a case through its statuses, closing it, and reopening it as a new episode."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import func, select

from couplesone.cases.codes import CaseKind, CaseStatus, ConfidedBy
from couplesone.cases.events import CaseClosed, CaseReopened
from couplesone.cases.models import Case, StatusChange
from couplesone.cases.records import Shown
from couplesone.cases.registry.moves import MOVES, REOPEN, refusal_of
from couplesone.cases.registry.queries import case_in_full, facts_of, shown
from couplesone.cases.registry.schemas import CaseClose, CaseReopen, StatusMove
from couplesone.clients.queries import has_partner
from couplesone.kernel.errors import not_before, not_in_the_future
from couplesone.persistence.work import Work


class CaseMoves:
    """The moves of a case; each raises RecordNotFound, what ``refusal_of`` says, VersionStale, DatesOutOfOrder."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def move(self, move: str, case_id: UUID, content: StatusMove, version: int) -> Shown:
        """Put the case into the status that the move leads to."""
        case = self._may(move, case_id, version)
        occurred_on = self._day(case, content.occurred_on, "/occurred_on")
        self._enter(case, MOVES[move][1], occurred_on, content.reason)
        return self._shown(case.id)

    def close(self, case_id: UUID, content: CaseClose, version: int) -> Shown:
        """Close the case with how the goals stand and what became of the relationship."""
        case = self._may("close_case", case_id, version)
        case.closed_on = self._day(case, content.closed_on, "/closed_on")
        case.closing_reason = content.closing_reason
        case.goals_outcome = content.goals_outcome
        case.relationship_outcome = content.relationship_outcome
        case.partner_attended = content.partner_attended
        case.closing_summary = content.summary
        self._enter(case, CaseStatus.CLOSED, case.closed_on, None)
        self.work.publish(CaseClosed(self.work.practice_id, case.id, case.client_id))
        return self._shown(case.id)

    def reopen(self, case_id: UUID, content: CaseReopen, version: int) -> Shown:
        """Open a new case for the same client and partner that follows a closed one.

        What was known before the first episode comes along; purpose, next step and plan are for the new one.
        """
        before = self._may(REOPEN, case_id, version)
        opened_on = content.opened_on or self.work.today
        not_in_the_future(opened_on, self.work.today, "/opened_on")
        not_before(opened_on, before.closed_on, "/opened_on")
        partner_id = before.partner_id
        if partner_id is not None and not has_partner(self.work, before.client_id, partner_id):
            partner_id = None
        case = Case(
            client_id=before.client_id,
            partner_id=partner_id,
            kind=CaseKind.SOLO,
            status=MOVES[REOPEN][1],
            stage=0,
            opened_on=opened_on,
            problem_onset_on=before.problem_onset_on,
            first_considered_help_on=before.first_considered_help_on,
            focus_series=before.focus_series,
            previous_case_id=before.id,
            opened_by=self.work.staff_id,
        )
        self.work.touch(before)  # it shows the next case now
        self.work.add(case)
        self.work.publish(CaseReopened(self.work.practice_id, case.id, case.client_id, before.id))
        return self._shown(case.id)

    def _may(self, move: str, case_id: UUID, version: int) -> Case:
        found = case_in_full(self.work, case_id)
        if (problem := refusal_of(move, facts_of(found))) is not None:
            raise problem
        found[0].expect(version)
        return found[0]

    def _day(self, case: Case, day: date | None, pointer: str) -> date:
        """Return the day of a move: today unless given, not ahead, and not before the move or opening before."""
        occurred_on = day or self.work.today
        not_in_the_future(occurred_on, self.work.today, pointer)
        last = select(func.max(StatusChange.occurred_on)).where(StatusChange.case_id == case.id)
        not_before(occurred_on, self.work.db.scalar(last) or case.opened_on, pointer)
        return occurred_on

    def _enter(self, case: Case, status: CaseStatus, occurred_on: date, reason: str | None) -> None:
        """Give the case a status, and remember the change."""
        change = StatusChange(
            case_id=case.id,
            client_id=case.client_id,
            confided_by=ConfidedBy.THERAPIST,
            recorded_by=self.work.staff_id,
            from_status=case.status,
            to_status=status,
            occurred_on=occurred_on,
            reason=reason,
        )
        case.status = status
        self.work.add(change)

    def _shown(self, case_id: UUID) -> Shown:
        return shown(self.work, [case_in_full(self.work, case_id)])[0]
