"""A decision by link: every word of the form is versioned, and nothing in it ranks the answers."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

from couplesone.cases.access import Standing
from couplesone.cases.decisions import wording
from couplesone.cases.decisions.codes import DecisionOption
from couplesone.cases.decisions.schemas import DecisionContent
from couplesone.cases.decisions.service import DecisionService
from couplesone.pages.forms.fields import YES_NO, Reading
from couplesone.persistence.work import Work
from couplesone.rendering.translation import Language, message

_OPTIONS: Final = {option.value: option.label for option in DecisionOption}
_CHANGED: Final = message("The words were changed in the meantime. Please read these.")
_LATEST: Final = timedelta(days=366 * 5)


class DecisionForm:
    """The form of a decision point."""

    template = "decision.html"

    def __init__(self, work: Work, case: Standing, say: Language, *, in_room: bool) -> None:
        self.work, self.case, self.say, self.in_room = work, case.case, say, in_room
        self.words = wording.words_in(say.locale)

    def context(self) -> dict[str, Any]:
        """Return the words of the form, and the hash of them that is kept as evidence."""
        return {
            "text_sha256": self.words.sha256,
            "statement": self.words.statement,
            "order": self.words.order,
            "questions": self.words.questions,
            "options": self.words.options,
            "yes_no": {value: self.say(label) for value, label in YES_NO.items()},
            "earliest": (self.work.today + timedelta(days=1)).isoformat(),
        }

    def receive(self, reading: Reading) -> bool:
        """Write the client's decision, under the words that were shown and no others."""
        if reading.one("text_sha256") != self.words.sha256:
            reading.form = {name: typed for name, typed in reading.form.items() if name != "own_words"}
            reading.complain("own_words", _CHANGED)
            return False
        choice = reading.choice("choice", _OPTIONS, required=True)
        weighed = [value for value in reading.many("options") if value in _OPTIONS]
        dealbreakers = reading.lines("dealbreakers", 20)
        stay = reading.number("ambivalence_stay", 10, required=True)
        leave = reading.number("ambivalence_leave", 10, required=True)
        evidence = reading.choice("using_refusal_as_evidence", YES_NO)
        doubt = reading.number("viability_doubt", 10)
        words = reading.text("words")
        today = self.work.today
        review_on = reading.day(
            "review_on",
            lambda day: today < day <= today + _LATEST,
            message("Choose a day after today, within five years."),
        )
        if reading.one("own_words") != "yes":
            reading.complain(
                "own_words", message("Tick this if the decision is your own; otherwise leave the page.")
            )
        if reading.errors or choice is None or stay is None or leave is None or review_on is None:
            return False
        content = DecisionContent(
            choice=DecisionOption(choice),
            options=[DecisionOption(value) for value in (weighed or _OPTIONS)],
            dealbreakers=dealbreakers,
            ambivalence_stay=stay,
            ambivalence_leave=leave,
            using_refusal_as_evidence=None if evidence is None else evidence == "yes",
            viability_doubt=doubt,
            words=words,
            review_on=review_on,
        )
        decision = DecisionService(self.work).write(
            self.case.id, content, in_room=self.in_room, locale=self.say.locale
        )
        self.work.audit("record_decision_point", decision.id)
        return False

    def keep_danger(self) -> None:
        """Nothing on this form asks for danger."""

    def tells_of_danger(self, reading: Reading) -> bool:
        """Nothing on this form asks for danger."""
        return False
