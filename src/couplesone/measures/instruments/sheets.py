"""A sheet: an instrument as it is shown to whoever answers it.

Of a shipped instrument only the numbers of its items can be shown, because its wording is not shipped; of a
practice's own one the words that the practice loaded.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from couplesone.measures.instruments.records import Instrument
from couplesone.measures.practice_instruments.wording import ItemWords, words_of
from couplesone.measures.scoring.rule import ItemRule

MOST_TICKED: Final = 11
"""The most numbers that are shown to be ticked, such as 0 to 10; a number of a wider range is typed."""
_NO_WORDS: Final = ItemWords((), "", {})


@dataclass(frozen=True, slots=True)
class SheetItem:
    """An item: its place from 1, its words (if any), and the answers that can be ticked, by their numbers.

    Without answers a number from ``low`` to ``high`` is typed.
    """

    place: int
    low: int
    high: int
    before: tuple[str, ...]
    text: str
    answers: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """An instrument with its items as they are shown, and what stands after them."""

    instrument: Instrument
    items: tuple[SheetItem, ...]
    after: tuple[str, ...]

    @property
    def has_words(self) -> bool:
        """Whether every item has words; otherwise they are read elsewhere."""
        return all(item.text for item in self.items)


def sheet_of(instrument: Instrument, questionnaire: Mapping[str, Any] | None = None) -> Sheet:
    """Return the sheet of an instrument, with the words of its questionnaire if it is the practice's own."""
    words = words_of(questionnaire or {})
    texts = words.items or [_NO_WORDS] * len(instrument.rule.items)
    items = zip(instrument.rule.items, texts, strict=True)
    return Sheet(
        instrument,
        tuple(_item(place, rule, said) for place, (rule, said) in enumerate(items, 1)),
        words.after,
    )


def _item(place: int, rule: ItemRule, said: ItemWords) -> SheetItem:
    numbers = range(rule.low, rule.high + 1) if rule.high - rule.low < MOST_TICKED else ()
    answers = said.answers or {number: str(number) for number in numbers}
    return SheetItem(place, rule.low, rule.high, said.before, said.text, answers)
