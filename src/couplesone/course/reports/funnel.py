"""From considered to attended: how far invitations came in a quarter that is over (S4.20)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from couplesone.course.reports.cells import MINIMUM_CELL, published
from couplesone.course.reports.schemas import CountOut, FunnelReport
from couplesone.invitations.codes import HELD_REASONS, FunnelStage, OtherAnswer
from couplesone.invitations.reporting import ANSWER, ANSWERS, REASON, STAGE, funnel
from couplesone.kernel.clock import start_of_day
from couplesone.kernel.coded import Coded
from couplesone.kernel.errors import invalid_field
from couplesone.persistence.work import Work

_MONTHS = 3
_NOT_ACCEPTED = ("not_accepted", "Any answer but yes, or none")
Cells = dict[tuple[str, str], int | None]
"""What may be shown, by axis and code."""


def invitation_funnel(work: Work, quarter: str | None) -> FunnelReport:
    """Return the funnel of a quarter; ValidationFailed for one that is not over."""
    this = _quarter_of(work.today)
    number = this - 1 if quarter is None else _number(quarter)
    if number >= this:
        raise invalid_field("/quarter", "quarter_not_over", "A quarter is told of when it is over.")
    from_on, until_on = _first_day(number), _first_day(number + 1)
    instants = start_of_day(from_on, work.time_zone), start_of_day(until_on, work.time_zone)
    rows = work.db.execute(funnel(work, from_on, until_on, *instants))
    cells = {(row.axis, row.code): published(row.number, row.people) for row in rows}
    return FunnelReport(
        as_of=work.today,
        quarter=f"{from_on.year}-Q{number % 4 + 1}",
        from_on=from_on,
        until_on=until_on,
        minimum_cell=MINIMUM_CELL,
        counted="clients",
        stages=_counts(cells, STAGE, FunnelStage),
        reasons=_counts(cells, REASON, sorted(HELD_REASONS, key=lambda reason: reason.value)),
        answers=_answers(cells),
    )


def _answers(cells: Cells) -> list[CountOut]:
    """Return each kind of answer if five people or more gave each, and else all as one.

    So a kind that few gave does not follow from the others and their sum.
    """
    apart = _counts(cells, ANSWER, OtherAnswer)
    if any(one.suppressed for one in apart):
        code, label = _NOT_ACCEPTED
        return [_count(code, label, cells.get((ANSWERS, code)))]
    return apart


def _counts(cells: Cells, axis: str, codes: Iterable[Coded]) -> list[CountOut]:
    return [_count(code.value, code.label, cells.get((axis, code.value))) for code in codes]


def _count(code: str, label: Any, count: int | None) -> CountOut:
    return CountOut(code=code, label=label, count=count, suppressed=count is None)


def _quarter_of(day: date) -> int:
    """Return the number of the quarter that holds a day, counted through the years."""
    return day.year * 4 + (day.month - 1) // _MONTHS


def _number(quarter: str) -> int:
    year, _, which = quarter.partition("-Q")
    return int(year) * 4 + int(which) - 1


def _first_day(number: int) -> date:
    return date(number // 4, number % 4 * _MONTHS + 1, 1)
