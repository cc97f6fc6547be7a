"""Recording what is said about the partner, and letting later statements bear it out or contradict it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ColumnElement, select

from couplesone.cases.access import item_to_change, open_to, readable, standing_of
from couplesone.cases.codes import ConfidedBy
from couplesone.cases.errors import ItemInError
from couplesone.cases.kinds.service import ItemService
from couplesone.cases.lint.reading import warnings_in
from couplesone.cases.models import Case
from couplesone.cases.offering import offered
from couplesone.cases.partner_statements.codes import LineCrossing, StatementSource, Verdict
from couplesone.cases.partner_statements.errors import CorroborationNotIndependent, StatementUnverified
from couplesone.cases.partner_statements.events import HarmfulConductReported
from couplesone.cases.partner_statements.facts import BANNER, as_fact
from couplesone.cases.partner_statements.models import PartnerStatement, StatementAssessment
from couplesone.cases.partner_statements.moves import MOVES, accuracy_after
from couplesone.cases.partner_statements.schemas import PartnerStatementCreate
from couplesone.cases.records import Shown, amend, mark_in_error, record_item
from couplesone.kernel.errors import DatesOutOfOrder, FieldError, not_in_the_future
from couplesone.kernel.permissions import Permission
from couplesone.persistence.constraints import LinkedRecordMissing
from couplesone.web.schemas import Action, Patch

CONFIDED: Final[dict[StatementSource, ConfidedBy]] = {
    StatementSource.CLIENT: ConfidedBy.CLIENT,
    StatementSource.PARTNER: ConfidedBy.PARTNER,
    StatementSource.THERAPIST_OBSERVATION: ConfidedBy.THERAPIST,
    StatementSource.DOCUMENT: ConfidedBy.OTHER,
}
"""Who confided a statement follows from its source."""

RESTATED: Final = "The statement was changed: what was said on its earlier words counts no more."

_STANDS: Final = StatementAssessment.entered_in_error_at.is_(None)


class PartnerStatementService(ItemService[PartnerStatement]):
    """Statements about the partner of a case."""

    kind = PartnerStatement

    def enter(self, case: Case, content: PartnerStatementCreate) -> PartnerStatement:
        """Insert the statement as unverified; a harmful one is announced."""
        statement = record_item(
            self.work,
            case,
            PartnerStatement,
            content,
            confided_by=CONFIDED[content.source],
            accuracy=accuracy_after(()),
        )
        self._announce(statement)
        return statement

    def assess(
        self, statement_id: UUID, by_statement_id: UUID, verdict: Verdict, noted_on: date | None, version: int
    ) -> Any:
        """Let a later statement of the same case bear this one out, or contradict it.

        Raises the problems of ``item_to_change``; LinkedRecordMissing if the other one is not of this case or void,
        DatesOutOfOrder if it is not later, CorroborationNotIndependent, StatementAlreadyAssessed.
        """
        work = self.work
        statement = item_to_change(work, PartnerStatement, statement_id, version)
        later = self._later(statement, by_statement_id)
        if (
            verdict is Verdict.CORROBORATES
            and later.source == statement.source
            and later.source != StatementSource.DOCUMENT
        ):
            raise CorroborationNotIndependent
        day = noted_on or work.today
        not_in_the_future(day, work.today, "/noted_on")
        work.add(
            StatementAssessment(
                case_id=statement.case_id,
                client_id=statement.client_id,
                about=statement.about,
                confided_by=ConfidedBy.THERAPIST.value,
                visibility=later.visibility,
                recorded_by=work.staff_id,
                statement_id=statement.id,
                by_statement_id=later.id,
                verdict=verdict.value,
                noted_on=day,
            )
        )
        self._weigh([statement])
        return self._one(statement)

    def triage(self, statement_id: UUID, line_crossing: LineCrossing, version: int) -> Any:
        """Say how far over a line goes what is told; harmful starts the path of safety (S2.53)."""
        statement = item_to_change(self.work, PartnerStatement, statement_id, version)
        before, statement.line_crossing = statement.line_crossing, line_crossing.value
        self.work.flush()
        if before != line_crossing:
            self._announce(statement)
        return self._one(statement)

    def change(self, item_id: UUID, change: Patch, version: int) -> Any:
        """Change a statement; the problems of ``item_to_change``, or DatesOutOfOrder.

        Other words, or another day, are another statement: what was said on it, and what it said on others, counts
        no more, so that nothing becomes a fact that nobody bore out (invariant 5).
        """
        statement = item_to_change(self.work, PartnerStatement, item_id, version)
        self._has_come(change)
        before = statement.text, statement.occurred_on
        amend(self.work, statement, change)
        if (statement.text, statement.occurred_on) != before:
            self._take_back(StatementAssessment.statement_id == item_id, RESTATED)
            self._take_back(StatementAssessment.by_statement_id == item_id, RESTATED)
        return self._one(statement)

    def mark_in_error(self, item_id: UUID, reason: str, version: int) -> Any:
        """Mark a statement as an error; what it said on others counts no more."""
        marked = super().mark_in_error(item_id, reason, version)
        self._take_back(StatementAssessment.by_statement_id == item_id, reason)
        return marked

    def _take_back(self, which: ColumnElement[bool], reason: str) -> None:
        """Mark assessments as errors, and weigh the statements anew that they are about."""
        said = self.work.db.scalars(select(StatementAssessment).where(which, _STANDS)).all()
        for assessment in said:
            mark_in_error(self.work, assessment, reason)
        about = PartnerStatement.id.in_([assessment.statement_id for assessment in said])
        self._weigh(self.work.db.scalars(select(PartnerStatement).where(about)).all())

    def shown(self, items: Sequence[PartnerStatement]) -> Sequence[Any]:
        """Bring banner, assessments, hints and actions: two statements for however many."""
        if not items:
            return items
        spoken: dict[UUID, list[StatementAssessment]] = defaultdict(list)
        about = StatementAssessment.statement_id.in_([item.id for item in items])
        statement = select(StatementAssessment).where(
            about, _STANDS, open_to(self.work.staff_id, StatementAssessment)
        )
        for one in self.work.db.scalars(
            statement.order_by(StatementAssessment.noted_on, StatementAssessment.id)
        ):
            spoken[one.statement_id].append(one)
        refusal = standing_of(self.work, items[0].case_id, Permission.CASE_WRITE).refusal
        return [
            Shown(
                item,
                banner=BANNER,
                assessments=spoken[item.id],
                lint=warnings_in(item.text),
                actions=_actions(item, refusal),
            )
            for item in items
        ]

    def _later(self, statement: PartnerStatement, by_statement_id: UUID) -> PartnerStatement:
        work = self.work
        later = work.db.scalar(
            select(PartnerStatement).where(
                PartnerStatement.id == by_statement_id,
                PartnerStatement.case_id == statement.case_id,
                PartnerStatement.entered_in_error_at.is_(None),
                readable(work, PartnerStatement),
            )
        )
        if later is None:
            raise LinkedRecordMissing
        if (later.occurred_on, later.id) <= (statement.occurred_on, statement.id):
            earlier = FieldError("/by_statement_id", "not_later", "Name a statement that came later.")
            raise DatesOutOfOrder(errors=[earlier])
        return later

    def _weigh(self, statements: Sequence[PartnerStatement]) -> None:
        """Compute the accuracy of statements anew from what still stands, in one statement."""
        rows = self.work.db.execute(
            select(StatementAssessment.statement_id, StatementAssessment.verdict).where(
                StatementAssessment.statement_id.in_([statement.id for statement in statements]),
                _STANDS,
            )
        ).all()
        for statement in statements:
            statement.accuracy = accuracy_after(
                row.verdict for row in rows if row.statement_id == statement.id
            )
            self.work.touch(statement)  # what its answer shows of others changed
        self.work.flush()

    def _announce(self, statement: PartnerStatement) -> None:
        if statement.line_crossing == LineCrossing.HARMFUL:
            self.work.publish(
                HarmfulConductReported(
                    self.work.practice_id, statement.case_id, statement.client_id, statement.id
                )
            )


def _actions(statement: PartnerStatement, refusal: Any) -> list[Action]:
    void = ItemInError if statement.entered_in_error_at is not None else None
    try:
        as_fact(statement)
        unproved = None
    except (StatementUnverified, ItemInError) as problem:
        unproved = problem
    verbs = {Verdict.CORROBORATES: "corroborate", Verdict.CONTRADICTS: "contradict"}
    return [
        *(offered(f"{verbs[verdict]}_partner_statement", refusal, void) for verdict in MOVES),
        offered("triage_partner_statement", refusal, void),
        offered("use_partner_statement_as_fact", unproved),
    ]
