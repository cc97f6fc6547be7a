"""The words of a practice's own questionnaire, as the practice loaded them: what is shown to whoever answers it.

A Questionnaire was read and found usable when it was loaded, so nothing is checked here. Words that are missing, or
are no text, are left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from couplesone.measures.practice_instruments.questionnaire import number_of


@dataclass(frozen=True, slots=True)
class ItemWords:
    """An item that is answered: what stands before it, its text, and the label of each answer by its number.

    An item of type integer lists no answers: any number of its range is one.
    """

    before: tuple[str, ...]
    text: str
    answers: Mapping[int, str]


@dataclass(slots=True)
class Words:
    """The items in the order in which they are asked, and what stands after the last one."""

    items: list[ItemWords] = field(default_factory=list)
    after: tuple[str, ...] = ()


def words_of(questionnaire: Mapping[str, Any]) -> Words:
    """Return the words of a Questionnaire that was loaded."""
    found = Words()
    _walk(found, questionnaire)
    return found


def _walk(found: Words, holder: Mapping[str, Any]) -> None:
    for item in holder.get("item", []):
        text = _text(item.get("text"))
        if item["type"] in ("group", "display"):
            found.after += (text,) if text else ()
            _walk(found, item)
        else:
            found.items.append(ItemWords(found.after, text, _answers(item)))
            found.after = ()


def _answers(item: Mapping[str, Any]) -> dict[int, str]:
    labels: dict[int, str] = {}
    for option in item.get("answerOption", []) if item["type"] == "choice" else []:
        number = number_of(option)
        assert number is not None  # it was loaded
        coding = option.get("valueCoding")
        labels[number] = _text(coding.get("display")) if isinstance(coding, dict) else ""
    return {number: label or str(number) for number, label in labels.items()}


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""
