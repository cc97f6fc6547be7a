"""Which weeks can be rated, and how long a report of one is on time."""

from __future__ import annotations

from datetime import date

import pytest

from couplesone.kernel.errors import DatesOutOfOrder
from couplesone.plans.weeks import last_day_on_time, week_to_record

OPENED, TODAY = date(2026, 1, 7), date(2026, 3, 2)


@pytest.mark.parametrize(
    ("day", "monday"),
    [
        (date(2026, 1, 5), date(2026, 1, 5)),
        (date(2026, 1, 11), date(2026, 1, 5)),
        (date(2026, 2, 18), date(2026, 2, 16)),
        (date(2026, 3, 2), date(2026, 3, 2)),
        (date(2026, 3, 8), date(2026, 3, 2)),
    ],
)
def test_any_day_of_a_week_stands_for_its_monday(day: date, monday: date) -> None:
    assert week_to_record(day, opened_on=OPENED, today=TODAY) == monday


@pytest.mark.parametrize(
    ("day", "code"), [(date(2026, 1, 4), "too_early"), (date(2026, 3, 9), "in_the_future")]
)
def test_a_week_before_the_case_or_not_begun_is_refused(day: date, code: str) -> None:
    with pytest.raises(DatesOutOfOrder) as refused:
        week_to_record(day, opened_on=OPENED, today=TODAY)
    assert [(error.pointer, error.code) for error in refused.value.errors] == [("/week_of", code)]


def test_a_report_is_on_time_until_the_days_of_grace_after_the_sunday() -> None:
    assert last_day_on_time(date(2026, 3, 2), 0) == date(2026, 3, 8)
    assert last_day_on_time(date(2026, 3, 2), 7) == date(2026, 3, 15)
