"""A measure by link: the items of one instrument, to be ticked. What the answers come to is not shown."""

from __future__ import annotations

from typing import Any, Final

from couplesone.access_links.service import AccessLink
from couplesone.cases.access import Standing
from couplesone.cases.codes import About
from couplesone.cases.risk_answers.keeping import keep_of_unfiled_measure
from couplesone.measures.administrations.schemas import AdministrationCreate
from couplesone.measures.administrations.service import AdministrationService
from couplesone.measures.codes import AdministrationSource, Respondent
from couplesone.measures.instruments.service import InstrumentService
from couplesone.measures.instruments.sheets import SheetItem
from couplesone.measures.scoring.scores import risk_places
from couplesone.pages.forms.fields import Reading
from couplesone.persistence.work import Work
from couplesone.rendering.translation import Language, message

SHEET = "sheet"
"""Where the page says what is wrong with the answers as a whole."""
_NO_ANSWER: Final = message("No answer")
_ITEM: Final = message("Item %(place)s")
_CHANGED: Final = message("The questions have changed in the meantime. Please answer these.")
_NOTHING: Final = message("Answer at least one item.")
_TAKEN: Final = message("Answers of today are here already, so these were not kept.")


class MeasureForm:
    """The form of an instrument, as it is taken now; InstrumentRetired if it is not taken any more."""

    template = "measure.html"

    def __init__(self, work: Work, case: Standing, link: AccessLink, say: Language) -> None:
        assert link.instrument is not None
        self.work, self.case, self.say, self.in_room = work, case.case, say, link.in_room
        self.sheet = InstrumentService(work).sheet(link.instrument)

    def context(self) -> dict[str, Any]:
        """Return the items, with their words if they are the practice's own; the instrument is not named."""
        return {
            "items": [_shown(item, self.say) for item in self.sheet.items],
            "after": self.sheet.after,
            "has_words": self.sheet.has_words,
            "number": self.sheet.instrument.version,
        }

    def receive(self, reading: Reading) -> bool:
        """Record what was ticked as the client's own answers, and score it."""
        if reading.one("number") != str(self.sheet.instrument.version):
            reading.form = {}
            reading.complain(SHEET, _CHANGED)
            return False
        answers = self._answers(reading)
        if not reading.errors and all(answer is None for answer in answers):
            reading.complain(_name(self.sheet.items[0]), _NOTHING)
        if reading.errors or self._is_taken(reading):
            return False
        content = AdministrationCreate(
            instrument=self.sheet.instrument.code,
            taken_on=self.work.today,
            respondent=Respondent.CLIENT,
            about=About.CLIENT,
            source=AdministrationSource.IN_ROOM if self.in_room else AdministrationSource.LINK,
            items=answers,
        )
        taken = AdministrationService(self.work).record(self.case.id, content)
        self.work.audit("record_administration", taken.id)
        return self.tells_of_danger(reading)

    def tells_of_danger(self, reading: Reading) -> bool:
        """Say whether an answer opens the risk path (decisions B13)."""
        answers = self._answers(Reading(reading.form, self.say))
        return bool(risk_places(self.sheet.instrument.rule, answers))

    def keep_danger(self) -> None:
        """Keep that an answer told of danger on a sheet that was not filed."""
        told = keep_of_unfiled_measure(self.work, self.case, self.sheet.instrument.code)
        self.work.audit("record_risk_answer", told.id)

    def _answers(self, reading: Reading) -> list[int | None]:
        return [_answer(reading, item) for item in self.sheet.items]

    def _is_taken(self, reading: Reading) -> bool:
        """Say, also to the client, whether the instrument was taken today."""
        administrations, code = AdministrationService(self.work), self.sheet.instrument.code
        self.work.wait_for_lock(f"{code} of {self.case.id}")
        if not administrations.is_taken(self.case.id, code, self.work.today):
            return False
        reading.complain(SHEET, _TAKEN)
        return True


def _name(item: SheetItem) -> str:
    return f"item_{item.place}"


def _answer(reading: Reading, item: SheetItem) -> int | None:
    name, label = _name(item), reading.say(_ITEM, place=item.place)
    if not item.answers:
        return reading.whole(name, item.low, item.high, label)
    chosen = reading.choice(name, {str(number): said for number, said in item.answers.items()})
    if name in reading.errors:
        reading.errors[name] = f"{label}: {reading.errors[name]}"
    return None if chosen is None else int(chosen)


def _shown(item: SheetItem, say: Language) -> dict[str, Any]:
    labels = {str(number): said for number, said in item.answers.items()}
    return {
        "name": _name(item),
        "legend": f"{item.place}. {item.text}" if item.text else say(_ITEM, place=item.place),
        "before": item.before,
        "answers": labels | {"": say(_NO_ANSWER)} if labels else {},
        "in_a_row": all(number == said for number, said in labels.items()),
        "low": item.low,
        "high": item.high,
    }
