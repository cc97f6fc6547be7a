"""Reports: each is one statement, and none of them ranks anything."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from couplesone.cases import reporting
from couplesone.cases.codes import CaseKind, GoalsOutcome, RefusalReasonCode, RelationshipOutcome
from couplesone.cases.neutrality.focus import self_focus_percent
from couplesone.cases.neutrality.reporting import sums_by_therapist
from couplesone.course.reports.cells import MINIMUM_CELL, published, share_percent, total_of
from couplesone.course.reports.schemas import (
    CountOut,
    CountReport,
    NeutralityFilters,
    NeutralityReport,
    NeutralityRow,
    OutcomeGroup,
    OutcomesReport,
    ShareOut,
)
from couplesone.kernel.coded import Coded
from couplesone.persistence.work import Work

Cells = dict[tuple[str, str | None, str | None], int | None]
"""What may be shown, by axis, code and detail."""


class Attendance(Coded):
    """Whether the partner came at all; in no order of worth."""

    ATTENDED = "attended", "The partner came"
    NOT_ATTENDED = "not_attended", "The partner did not come"
    UNKNOWN = "unknown", "Not recorded"


Attendance.version = 1
TOTAL: Final = ("total", None, None)


class ReportService:
    """Figures of the whole practice."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def refusal_reasons(self) -> CountReport:
        """Return how many clients' refusals have which reason (S1.2)."""
        cells = self._cells(reporting.refusal_reasons(self.work))
        return CountReport(**self._head("clients", cells), cells=_shares(cells, RefusalReasonCode))

    def case_kinds(self) -> CountReport:
        """Return how many cases are of which kind (S0.1)."""
        cells = self._cells(reporting.case_kinds(self.work))
        cells[TOTAL] = total_of(_counts(cells, "code"))
        return CountReport(**self._head("cases", cells), cells=_shares(cells, CaseKind))

    def outcomes(self) -> OutcomesReport:
        """Return how goals stood at closing, along two separate axes (S2.56, S2.61)."""
        cells = self._cells(reporting.outcomes(self.work))
        cells[TOTAL] = total_of(_counts(cells, "decision"), _counts(cells, "attendance"))
        return OutcomesReport(
            **self._head("cases", cells),
            by_decision=_groups(cells, "decision", RelationshipOutcome),
            by_attendance=_groups(cells, "attendance", Attendance),
        )

    def neutrality(self, filters: NeutralityFilters) -> NeutralityReport:
        """Return the sums of neutrality checks, one's own and of those whom one supervises (S3.18)."""
        rows = self.work.db.execute(sums_by_therapist(self.work, filters.from_on, filters.until_on)).all()
        return NeutralityReport(as_of=self.work.today, items=[_therapist(row) for row in rows])

    def _cells(self, statement: Any) -> Cells:
        rows = self.work.db.execute(statement)
        return {(row.axis, row.code, row.detail): published(row.number, row.people) for row in rows}

    def _head(self, counted: str, cells: Cells) -> dict[str, Any]:
        total = cells.get(TOTAL)
        return {
            "as_of": self.work.today,
            "minimum_cell": MINIMUM_CELL,
            "counted": counted,
            "total": total,
        }


def _counts(cells: Cells, axis: str) -> list[int | None]:
    """Return the shown counts of the codes of an axis."""
    return [count for (of, _, detail), count in cells.items() if of == axis and detail is None]


def _alphabetical(vocabulary: type[Coded]) -> Iterable[Coded]:
    return sorted(vocabulary, key=lambda code: code.value)


def _shares(cells: Cells, vocabulary: type[Coded]) -> list[ShareOut]:
    shown = []
    for code in _alphabetical(vocabulary):
        count = cells.get(("code", code.value, None))
        shown.append(
            ShareOut(
                code=code.value,
                label=code.label,
                count=count,
                suppressed=count is None,
                share_percent=share_percent(count, cells.get(TOTAL)),
            )
        )
    return shown


def _groups(cells: Cells, axis: str, vocabulary: type[Coded]) -> list[OutcomeGroup]:
    def count_of(code: Coded, goals: Coded | None) -> dict[str, Any]:
        count = cells.get((axis, code.value, goals.value if goals else None))
        named = goals or code
        return {"code": named.value, "label": named.label, "count": count, "suppressed": count is None}

    return [
        OutcomeGroup(
            **count_of(code, None),
            goals=[CountOut(**count_of(code, goals)) for goals in _alphabetical(GoalsOutcome)],
        )
        for code in _alphabetical(vocabulary)
    ]


def _therapist(row: Any) -> NeutralityRow:
    def mean(value: Any) -> float | None:
        return None if value is None else round(float(value), 2)

    members = dict(row._mapping)  # noqa: SLF001 - the documented way to a row as a mapping
    self_minutes, partner_minutes = members.pop("self_minutes"), members.pop("partner_minutes")
    return NeutralityRow(
        display_name=members.pop("staff_name"),
        countertransference_to_refusal=mean(members.pop("countertransference")),
        alliance=mean(members.pop("alliance")),
        self_focus_percent=self_focus_percent(self_minutes, partner_minutes),
        **members,
    )
