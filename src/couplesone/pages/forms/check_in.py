"""The weekly check-in by link: this week or the last one, in numbers, and whether the client is afraid."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, Final

from couplesone.cases.access import Standing
from couplesone.cases.risk_answers.keeping import keep_fear
from couplesone.cases.weekly import Source
from couplesone.kernel.clock import monday_of
from couplesone.pages.forms.fields import YES_NO, Reading
from couplesone.pages.forms.questions import QUESTIONS, asked
from couplesone.persistence.work import Work
from couplesone.plans.check_ins.schemas import CheckInCreate
from couplesone.plans.check_ins.service import CheckInService
from couplesone.plans.errors import CheckInExists
from couplesone.rendering.translation import Language, message

_WEEK: Final = timedelta(weeks=1)
_THIS_WEEK: Final = message("This week: %(first)s to %(last)s")
_LAST_WEEK: Final = message("Last week: %(first)s to %(last)s")
_SENT_BEFORE: Final = message(
    "Other numbers were sent for this week before. Choose the other week, or leave it."
)
MOST: Final = 1000
"""The highest count of a week."""


class CheckInForm:
    """The form of a weekly check-in."""

    template = "check_in.html"

    def __init__(self, work: Work, case: Standing, say: Language) -> None:
        self.work, self.case, self.say = work, case.case, say
        self.measures = asked(self.case.focus_series)
        this = monday_of(work.today)
        first = monday_of(self.case.opened_on)
        self.weeks = {
            monday.isoformat(): _week(monday, this, say) for monday in (this, this - _WEEK) if monday >= first
        }

    def context(self) -> dict[str, Any]:
        """Return the weeks that may be reported, the suggested one, and the questions."""
        early = self.work.today.weekday() < 3 and len(self.weeks) > 1
        return {
            "weeks": self.weeks,
            "suggested": list(self.weeks)[1 if early else 0],
            "counts": [(m.value, self.say(QUESTIONS[m])) for m in self.measures if m.counted],
            "ratings": [(m.value, self.say(QUESTIONS[m])) for m in self.measures if not m.counted],
            "yes_no": {value: self.say(label) for value, label in YES_NO.items()},
        }

    def receive(self, reading: Reading) -> bool:
        """Record the week as the client's own check-in."""
        week = reading.choice("week", self.weeks, required=True)
        counts = {m: reading.number(m.value, MOST) for m in self.measures if m.counted}
        ratings = {m: reading.number(m.value, 10) for m in self.measures if not m.counted}
        note = reading.text("note")
        reading.choice("afraid", YES_NO)
        if not reading.errors and all(value is None for value in (counts | ratings).values()):
            reading.complain(self.measures[0].value, message("Answer at least one question with a number."))
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
            reading.complain("week", _SENT_BEFORE)
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


def _week(monday: date, this: date, say: Language) -> str:
    text = _THIS_WEEK if monday == this else _LAST_WEEK
    return say(text, first=say.day(monday), last=say.day(monday + timedelta(days=6)))
