"""The weekly check-in by link: this week or the last one, in numbers, and whether the client is afraid."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

from couplesone.cases.access import Standing
from couplesone.cases.risk_answers.keeping import keep_fear
from couplesone.cases.weekly import Source
from couplesone.kernel.clock import monday_of
from couplesone.pages.forms.fields import Reading
from couplesone.pages.forms.questions import QUESTIONS, asked
from couplesone.persistence.work import Work
from couplesone.plans.check_ins.schemas import CheckInCreate
from couplesone.plans.check_ins.service import CheckInService
from couplesone.plans.errors import CheckInExists

_WEEK: Final = timedelta(weeks=1)
_YES_NO: Final = {"yes": "Yes", "no": "No"}
MOST: Final = 1000
"""The highest count of a week."""


class CheckInForm:
    """The form of a weekly check-in."""

    template = "check_in.html"

    def __init__(self, work: Work, case: Standing) -> None:
        self.work, self.case = work, case.case
        self.measures = asked(self.case.focus_series)
        this = monday_of(work.today)
        first = monday_of(self.case.opened_on)
        self.weeks = {
            monday.isoformat(): _week(monday, this) for monday in (this, this - _WEEK) if monday >= first
        }

    def context(self) -> dict[str, Any]:
        """Return the weeks that may be reported, the suggested one, and the questions."""
        early = self.work.today.weekday() < 3 and len(self.weeks) > 1
        return {
            "weeks": self.weeks,
            "suggested": list(self.weeks)[1 if early else 0],
            "counts": [(m.value, QUESTIONS[m]) for m in self.measures if m.counted],
            "ratings": [(m.value, QUESTIONS[m]) for m in self.measures if not m.counted],
            "yes_no": _YES_NO,
        }

    def receive(self, reading: Reading) -> bool:
        """Record the week as the client's own check-in."""
        week = reading.choice("week", self.weeks, required=True)
        counts = {m: reading.number(m.value, MOST) for m in self.measures if m.counted}
        ratings = {m: reading.number(m.value, 10) for m in self.measures if not m.counted}
        note = reading.text("note")
        reading.choice("afraid", _YES_NO)
        if not reading.errors and all(value is None for value in (counts | ratings).values()):
            reading.errors[self.measures[0].value] = "Answer at least one question with a number."
        if week is None or reading.errors:
            return False
        content = CheckInCreate(
            week_of=date.fromisoformat(week),
            source=Source.CLIENT,
            counts={measure: value for measure, value in counts.items() if value is not None},
            ratings={measure: value for measure, value in ratings.items() if value is not None},
            note=note,
        )
        try:
            check_in, _ = CheckInService(self.work).record(self.case.id, content)
        except CheckInExists:
            reading.errors["week"] = (
                "Other numbers were sent for this week before. Choose the other week, or leave it."
            )
            return False
        self.work.audit("record_check_in", check_in.id)
        if self.tells_of_danger(reading):
            self.keep_danger()
            return True
        return False

    def keep_danger(self) -> None:
        """Keep that the client is afraid."""
        self.work.audit("record_risk_answer", keep_fear(self.work, self.case).id)

    def tells_of_danger(self, reading: Reading) -> bool:
        """Say whether the client is afraid (decisions B13)."""
        return reading.one("afraid") == "yes"


def _week(monday: date, this: date) -> str:
    sunday = monday + timedelta(days=6)
    name = "This week" if monday == this else "Last week"
    return f"{name}: {monday.day} {monday:%B} to {sunday.day} {sunday:%B}"
