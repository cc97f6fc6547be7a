"""Recording and correcting check-ins. Recording is what clients do every week, so it takes few statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm.attributes import flag_modified

from couplesone.cases.access import case_for, item_for, item_to_change
from couplesone.cases.corrections import history
from couplesone.cases.records import list_items, mark_in_error
from couplesone.kernel.clock import local_date, monday_of, series_week
from couplesone.kernel.errors import invalid_field
from couplesone.persistence.paging import Page, PageRequest
from couplesone.persistence.work import Work
from couplesone.plans.check_ins import recording
from couplesone.plans.check_ins.schemas import CheckInCorrection, CheckInCreate
from couplesone.plans.codes import WeeklyMeasure
from couplesone.plans.errors import CheckInExists
from couplesone.plans.models import CheckIn, CheckInValue, Correction
from couplesone.plans.shown import Shown
from couplesone.plans.weeks import last_day_on_time, week_to_record
from couplesone.practices.codes import SettingKey
from couplesone.practices.settings import value_column

Values = dict[str, int]


class CheckInService:
    """Check-ins of a case: one a week from each source."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def record(self, case_id: UUID, content: CheckInCreate) -> tuple[Shown, bool]:
        """Record a week; say whether it is new, or was reported just so before.

        Raises CheckInExists if the source reported something else for that week, and DatesOutOfOrder for a week
        that has not begun or lies before the case.
        """
        monday = monday_of(content.week_of)
        values = {measure.value: number for measure, number in (content.counts | content.ratings).items()}
        _require_some(values)
        entry, grace, existing = recording.before(self.work, case_id, monday, content.source.value)
        week_to_record(content.week_of, opened_on=entry.opened_on, today=self.work.today)
        if existing:
            return self._same(existing, values, content.note), False
        check_in = recording.insert(self.work, entry, content, monday, values)
        return self._one(check_in, entry.opened_on, values, grace, 0), True

    def list(self, case_id: UUID, page: PageRequest) -> Page[Shown]:
        """Return the check-ins of a case, the latest week first, those entered in error among them."""
        found = list_items(self.work, case_id, CheckIn, page, day="week_of")
        return Page(self._shown(found.items), found.next_cursor)

    def get(self, check_in_id: UUID) -> Shown:
        """Return one check-in."""
        return self._shown([item_for(self.work, CheckIn, check_in_id)])[0]

    def correct(self, check_in_id: UUID, correction: CheckInCorrection, version: int) -> Shown:
        """Correct a check-in and keep what it said.

        Raises ValidationFailed if it says the same already, or if no number would be left.
        """
        check_in = item_to_change(self.work, CheckIn, check_in_id, version)
        rows = {row.measure: row for row in self._rows([check_in.id])}
        values = {measure: row.value for measure, row in rows.items()}
        before = _content(values, check_in.note)
        sent = correction.changes()
        if "note" in sent:
            check_in.note = correction.note
        wanted = _merged(values, {**(sent.get("counts") or {}), **(sent.get("ratings") or {})})
        _require_some(wanted)
        history.correct(
            self.work,
            Correction.check_in_id,
            check_in,
            before=before,
            now=_content(wanted, check_in.note),
            reason=correction.reason,
        )
        self._replace(check_in, rows, wanted)
        return self._shown([check_in])[0]

    def corrections(self, check_in_id: UUID, page: PageRequest) -> Page[Any]:
        """Return what a check-in said before each of its corrections."""
        return history.corrections_of(
            self.work, Correction.check_in_id, item_for(self.work, CheckIn, check_in_id), page
        )

    def mark_in_error(self, check_in_id: UUID, reason: str, version: int) -> Shown:
        """Mark a check-in as entered in error: kept, and its week is free again."""
        check_in = item_to_change(self.work, CheckIn, check_in_id, version)
        return self._shown([mark_in_error(self.work, check_in, reason)])[0]

    def _same(self, existing: UUID, values: Values, note: str | None) -> Shown:
        found = self._shown([item_for(self.work, CheckIn, existing)])[0]
        if {**found.counts, **found.ratings} != values or found.note != note:
            raise CheckInExists
        return found

    def _insert(self, check_in: CheckIn, values: Values) -> None:
        self.work.add_all(
            [
                CheckInValue(check_in_id=check_in.id, measure=measure, value=value)
                for measure, value in values.items()
            ]
        )

    def _replace(self, check_in: CheckIn, rows: Mapping[str, CheckInValue], wanted: Values) -> None:
        for measure, row in rows.items():
            if measure in wanted:
                row.value = wanted[measure]
            else:
                self.work.db.delete(row)
        flag_modified(check_in, "updated_at")
        self._insert(check_in, {measure: value for measure, value in wanted.items() if measure not in rows})

    def _rows(self, ids: Iterable[UUID]) -> Sequence[CheckInValue]:
        return self.work.db.scalars(
            select(CheckInValue).where(CheckInValue.check_in_id.in_(list(ids))).order_by(CheckInValue.measure)
        ).all()

    def _shown(self, check_ins: Sequence[CheckIn]) -> Sequence[Shown]:
        if not check_ins:
            return []
        ids = [check_in.id for check_in in check_ins]
        values: dict[UUID, Values] = defaultdict(dict)
        for row in self._rows(ids):
            values[row.check_in_id][row.measure] = row.value
        opened_on = case_for(self.work, check_ins[0].case_id).opened_on
        counts = history.count_corrections(self.work, Correction.check_in_id, ids)
        graces = self._graces(ids)
        return [
            self._one(it, opened_on, values[it.id], graces[it.id], counts.get(it.id, 0)) for it in check_ins
        ]

    def _graces(self, ids: Iterable[UUID]) -> dict[UUID, int]:
        statement = select(CheckIn.id, _grace_in(CheckIn.week_of)).where(CheckIn.id.in_(list(ids)))
        return {row[0]: row[1] for row in self.work.db.execute(statement)}

    def _one(self, check_in: CheckIn, opened_on: date, values: Values, grace: int, corrections: int) -> Shown:
        recorded_on = local_date(check_in.created_at, self.work.time_zone)
        return Shown(
            check_in,
            week=series_week(opened_on, check_in.week_of),
            late=recorded_on > last_day_on_time(check_in.week_of, grace),
            corrections=corrections,
            **_numbers(values),
        )


def _grace_in(week_of: Any) -> ColumnElement[int]:
    return value_column(SettingKey.CHECK_IN_GRACE_DAYS, week_of)


def _numbers(values: Values) -> dict[str, Values]:
    counted = {measure: value for measure, value in values.items() if WeeklyMeasure(measure).counted}
    rated = {measure: value for measure, value in values.items() if measure not in counted}
    return {"counts": counted, "ratings": rated}


def _content(values: Values, note: str | None) -> dict[str, Any]:
    return {**_numbers(values), "note": note}


def _merged(values: Values, changes: Mapping[WeeklyMeasure, int | None]) -> Values:
    merged: dict[str, int | None] = {**values, **{measure.value: value for measure, value in changes.items()}}
    return {measure: value for measure, value in merged.items() if value is not None}


def _require_some(values: Values) -> None:
    if not values:
        raise invalid_field("/counts", "no_number", "Give at least one number, in counts or in ratings.")
