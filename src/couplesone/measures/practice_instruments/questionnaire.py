"""Reading a FHIR R4 Questionnaire: which items it asks, which whole numbers each takes, and what cannot be used.

Supported are items of type ``choice`` with ``answerOption`` (a whole number, or a coding with an ordinal value),
``integer`` with the extensions minValue and maxValue, and ``group`` and ``display`` around them. What is said of an
item names its place by a JSON pointer and never repeats its text.

Source: HL7 FHIR R4 4.0.1, Questionnaire; extensions ordinalValue, minValue, maxValue.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from couplesone.kernel.errors import FieldError

MAX_ITEMS = 200
MAX_DEPTH = 5
ORDINAL: Final = "http://hl7.org/fhir/StructureDefinition/ordinalValue"
LOWEST: Final = "http://hl7.org/fhir/StructureDefinition/minValue"
HIGHEST: Final = "http://hl7.org/fhir/StructureDefinition/maxValue"
STATUSES: Final = ("draft", "active", "retired", "unknown")
UNSUPPORTED: Final = (
    "attachment",
    "boolean",
    "date",
    "dateTime",
    "decimal",
    "open-choice",
    "quantity",
    "question",
    "reference",
    "string",
    "text",
    "time",
    "url",
)
"""The item types of FHIR R4 that are not scored here."""


@dataclass(frozen=True, slots=True)
class Asked:
    """An item that is answered: its linkId, where it stands, and the numbers it takes with the place of each."""

    link_id: str
    pointer: str
    values: Mapping[int, str]

    @property
    def low(self) -> int:
        """The lowest answer."""
        return min(self.values)

    @property
    def high(self) -> int:
        """The highest answer."""
        return max(self.values)


@dataclass(slots=True)
class Reading:
    """What came of reading a Questionnaire."""

    asked: list[Asked] = field(default_factory=list)
    errors: list[FieldError] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    def wrong(self, pointer: str, code: str, detail: str) -> None:
        """Note an error."""
        self.errors.append(FieldError(pointer, code, detail))


def read(content: Mapping[str, Any], root: str = "/questionnaire") -> Reading:
    """Read a Questionnaire; ``root`` is where it stands in the request."""
    found = Reading()
    if content.get("resourceType") != "Questionnaire":
        found.wrong(f"{root}/resourceType", "not_a_questionnaire", "This must be a FHIR R4 Questionnaire.")
    if content.get("status") not in STATUSES:
        found.wrong(
            f"{root}/status",
            "unknown_code",
            "The status is draft, active, retired or unknown.",
        )
    _items(found, content, root, depth=1)
    if not found.asked and not found.errors:
        found.wrong(f"{root}/item", "too_few", "A Questionnaire needs an item that is answered.")
    if len(found.asked) > MAX_ITEMS:
        found.wrong(f"{root}/item", "too_many", f"At most {MAX_ITEMS} items can be answered.")
    return found


def _items(found: Reading, holder: Mapping[str, Any], root: str, *, depth: int) -> None:
    items = holder.get("item", [])
    if not isinstance(items, list):
        found.wrong(f"{root}/item", "not_a_list", "This must be a list.")
        return
    for place, item in enumerate(items):
        pointer = f"{root}/item/{place}"
        if isinstance(item, dict):
            _item(found, item, pointer, depth=depth)
        else:
            found.wrong(pointer, "not_an_object", "This must be an object.")


def _item(found: Reading, item: Mapping[str, Any], pointer: str, *, depth: int) -> None:
    link_id, kind = item.get("linkId"), item.get("type")
    if not isinstance(link_id, str) or not 1 <= len(link_id) <= 100:
        found.wrong(f"{pointer}/linkId", "required", "An item needs a linkId of 1 to 100 characters.")
        return
    if link_id in found.seen:
        found.wrong(f"{pointer}/linkId", "not_unique", "Another item has this linkId.")
    found.seen.add(link_id)
    if kind == "group":
        _group(found, item, pointer, depth=depth)
    elif kind in ("choice", "integer"):
        _answered(found, item, pointer, Asked(link_id, pointer, _numbers(found, item, pointer)))
    elif kind in UNSUPPORTED:
        said = f"Items of type {kind} cannot be scored; use choice or integer."
        found.wrong(f"{pointer}/type", "unsupported_item_type", said)
    elif kind != "display":
        found.wrong(f"{pointer}/type", "unknown_code", "This is no item type of FHIR R4.")


def _group(found: Reading, item: Mapping[str, Any], pointer: str, *, depth: int) -> None:
    if depth >= MAX_DEPTH:
        found.wrong(pointer, "too_deep", f"Groups can be nested {MAX_DEPTH} deep at most.")
    else:
        _items(found, item, pointer, depth=depth + 1)


def _answered(found: Reading, item: Mapping[str, Any], pointer: str, asked: Asked) -> None:
    if item.get("repeats") is True:
        found.wrong(f"{pointer}/repeats", "unsupported", "An item that repeats cannot be scored.")
    if "item" in item:
        found.wrong(f"{pointer}/item", "unsupported", "Items below an answered item cannot be scored.")
    if asked.values:
        found.asked.append(asked)


def _numbers(found: Reading, item: Mapping[str, Any], pointer: str) -> dict[int, str]:
    """Return the numbers that an item takes, each with its place; none if they cannot be told."""
    return _options(found, item, pointer) if item["type"] == "choice" else _range(found, item, pointer)


def _options(found: Reading, item: Mapping[str, Any], pointer: str) -> dict[int, str]:
    if "answerValueSet" in item:
        said = "A value set is not resolved; list the answers as answerOption."
        found.wrong(f"{pointer}/answerValueSet", "unsupported", said)
        return {}
    options = item.get("answerOption")
    if not isinstance(options, list) or len(options) < 2:
        found.wrong(
            f"{pointer}/answerOption", "too_few", "An item of type choice lists at least two answers."
        )
        return {}
    values: dict[int, str] = {}
    for place, option in enumerate(options):
        where = f"{pointer}/answerOption/{place}"
        value = number_of(option)
        if value is None:
            said = "An answer needs a whole number: valueInteger, or an ordinalValue on its valueCoding."
            found.wrong(where, "no_number", said)
        elif value in values:
            found.wrong(where, "not_unique", "Another answer of this item has this number.")
        else:
            values[value] = where
    return values


def number_of(option: Any) -> int | None:
    """Return the number of an answerOption: valueInteger, or the ordinal value of the option or its coding."""
    if not isinstance(option, dict):
        return None
    coding = option.get("valueCoding")
    candidates = [option.get("valueInteger"), *_extensions(option, ORDINAL)]
    if isinstance(coding, dict):
        candidates += _extensions(coding, ORDINAL)
    return next((number for candidate in candidates if (number := _whole(candidate)) is not None), None)


def _range(found: Reading, item: Mapping[str, Any], pointer: str) -> dict[int, str]:
    low = next(map(_whole, _extensions(item, LOWEST)), None)
    high = next(map(_whole, _extensions(item, HIGHEST)), None)
    if low is None or high is None or low >= high:
        said = "An item of type integer needs the extensions minValue and maxValue, whole and in order."
        found.wrong(f"{pointer}/extension", "no_range", said)
        return {}
    return {low: pointer, high: pointer}


def _extensions(holder: Mapping[str, Any], url: str) -> Iterator[Any]:
    extensions = holder.get("extension")
    for extension in extensions if isinstance(extensions, list) else []:
        if isinstance(extension, dict) and extension.get("url") == url:
            yield extension.get("valueDecimal", extension.get("valueInteger"))


def _whole(value: Any) -> int | None:
    """Return a whole number between -1000 and 1000; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float) or value != int(value):
        return None
    return int(value) if -1000 <= value <= 1000 else None
