"""An instrument as it is shown to whoever answers it: numbers for what is shipped, words for what a practice loads."""

from __future__ import annotations

from typing import Any

import pytest

from couplesone.measures.instruments.catalogue import SHIPPED
from couplesone.measures.instruments.service import InstrumentService
from couplesone.measures.instruments.sheets import MOST_TICKED, Sheet, sheet_of
from couplesone.measures.practice_instruments.schemas import EXAMPLE
from couplesone.measures.practice_instruments.wording import words_of
from support.world import World

ORDINAL = {"url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueDecimal": 1}


def questionnaire(*items: dict[str, Any]) -> dict[str, Any]:
    return {"resourceType": "Questionnaire", "status": "active", "item": list(items)}


def display(text: Any) -> dict[str, Any]:
    return {"linkId": "d", "type": "display", "text": text}


def choice(**more: Any) -> dict[str, Any]:
    options = [{"valueInteger": 0}, {"valueCoding": {"display": " Yes "}, "extension": [ORDINAL]}]
    return {"linkId": "c", "type": "choice", "answerOption": options, **more}


@pytest.mark.parametrize("code", sorted(SHIPPED))
def test_a_shipped_sheet_has_numbers_and_no_words(code: str) -> None:
    sheet = sheet_of(SHIPPED[code])
    assert not sheet.has_words
    assert sheet.after == ()
    for place, (item, rule) in enumerate(zip(sheet.items, SHIPPED[code].rule.items, strict=True), 1):
        assert (item.place, item.text, item.before) == (place, "", ())
        assert item.answers == {n: str(n) for n in range(rule.low, rule.high + 1)}
        assert len(item.answers) <= MOST_TICKED


def test_what_stands_before_an_item_is_told_once_in_order() -> None:
    group = {"linkId": "g", "type": "group", "text": "Group", "item": [display("Inner"), choice(text="A?")]}
    words = words_of(questionnaire(display("First"), group, choice(text="B?"), display("Last")))
    assert [(it.before, it.text) for it in words.items] == [(("First", "Group", "Inner"), "A?"), ((), "B?")]
    assert words.after == ("Last",)


@pytest.mark.parametrize("text", [None, 7, "  ", {"x": 1}])
def test_what_is_no_text_is_left_out(text: Any) -> None:
    (item,) = words_of(questionnaire(display(text), choice(text=text))).items
    assert (item.before, item.text) == ((), "")


def test_labels_stand_for_numbers_where_there_are_any() -> None:
    (item,) = words_of(questionnaire(choice())).items
    assert item.answers == {0: "0", 1: "Yes"}


def own(world: World, low: int, high: int) -> Sheet:
    """Load an instrument with one number from ``low`` to ``high``, and return its sheet."""
    ends = {"minValue": low, "maxValue": high}
    item = {
        "linkId": "1",
        "type": "integer",
        "extension": [
            {"url": f"http://hl7.org/fhir/StructureDefinition/{end}", "valueInteger": value}
            for end, value in ends.items()
        ],
    }
    scoring = {"method": "sum", "direction": "lower_is_better", "least_answered": 1}
    scoring |= {"items": [{"link_id": "1", "low": low, "high": high}]}
    body = EXAMPLE | {"questionnaire": questionnaire(item), "scoring": scoring}
    world.home.people["owner"].call.post("/v1/practice-instruments", body)
    with world.works.open(world.home.id) as work:
        return InstrumentService(work).sheet("calm_evenings")


@pytest.mark.parametrize(("low", "high", "ticked"), [(0, 10, 11), (-5, 5, 11), (0, 11, 0), (-1000, 1000, 0)])
def test_a_wide_range_is_typed_and_a_narrow_one_ticked(
    world: World, low: int, high: int, ticked: int
) -> None:
    (item,) = own(world, low, high).items
    assert (item.low, item.high, len(item.answers)) == (low, high, ticked)
