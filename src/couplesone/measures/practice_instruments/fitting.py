"""Whether a scoring rule fits its questionnaire, place by place, and the rule that comes of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from couplesone.kernel.errors import FieldError
from couplesone.measures.codes import Comparator
from couplesone.measures.errors import QuestionnaireInvalid
from couplesone.measures.practice_instruments import questionnaire
from couplesone.measures.practice_instruments.questionnaire import Asked, Reading
from couplesone.measures.practice_instruments.schemas import ReliableChangeScoring, Scoring
from couplesone.measures.scoring.rule import (
    Band,
    CutOff,
    ItemRule,
    ReliableChange,
    ScoringRule,
    Subscale,
)


def rule_from(content: Mapping[str, Any], scoring: Scoring) -> ScoringRule:
    """Return the scoring rule of a FHIR R4 Questionnaire; QuestionnaireInvalid names every place that is wrong."""
    reading = questionnaire.read(content)
    errors = [*reading.errors, *_item_errors(reading, scoring)]
    errors += [*_list_errors(scoring), *_change_errors(scoring.reliable_change)]
    if errors:
        raise QuestionnaireInvalid(errors=errors[:50])
    rule = _rule(reading.asked, scoring)
    if errors := [*_range_errors(rule)]:
        raise QuestionnaireInvalid(errors=errors)
    return rule


def _item_errors(reading: Reading, scoring: Scoring) -> Iterator[FieldError]:
    """Say where the items of the rule and of the questionnaire do not match, as far as those could be read."""
    by_link = {item.link_id: item for item in reading.asked}
    unread = reading.seen if reading.errors else set()
    seen: set[str] = set()
    for place, item in enumerate(scoring.items):
        pointer, found = f"/scoring/items/{place}", by_link.get(item.link_id)
        if item.link_id in seen:
            yield FieldError(f"{pointer}/link_id", "not_unique", "This item is scored twice.")
        elif found is None:
            if item.link_id not in unread:
                said = "No item that is answered has this linkId."
                yield FieldError(f"{pointer}/link_id", "unknown_item", said)
        elif item.low >= item.high:
            yield FieldError(f"{pointer}/high", "out_of_range", "The highest answer lies above the lowest.")
        else:
            yield from _answers_out_of_range(found, item.low, item.high)
        seen.add(item.link_id)
    for missing in reading.asked:
        if missing.link_id not in seen:
            yield FieldError(missing.pointer, "not_scored", "The scoring rule has no entry for this item.")


def _answers_out_of_range(item: Asked, low: int, high: int) -> Iterator[FieldError]:
    outside = {value: where for value, where in item.values.items() if not low <= value <= high}
    for where in dict.fromkeys(outside.values()):
        yield FieldError(where, "out_of_range", "This answer lies outside the range of the scoring rule.")
    if not outside and (item.low, item.high) != (low, high):
        said = "No answer of this item reaches the end of the range of the scoring rule."
        yield FieldError(item.pointer, "range_not_reached", said)


def _list_errors(scoring: Scoring) -> Iterator[FieldError]:
    """Say what is wrong with the number of answers, the subscales, bands and cut-offs."""
    if scoring.least_answered > len(scoring.items):
        said = "There are fewer items than must be answered."
        yield FieldError("/scoring/least_answered", "out_of_range", said)
    links = {item.link_id for item in scoring.items}
    for place, scale in enumerate(scoring.subscales):
        for at, link in enumerate(scale.items):
            if link not in links or link in scale.items[:at]:
                said = "A subscale names each of its items once, and only items that are scored."
                yield FieldError(f"/scoring/subscales/{place}/items/{at}", "unknown_item", said)
    yield from _repeated_codes(scoring)
    lows = [band.low for band in scoring.bands]
    for place in range(1, len(lows)):
        if lows[place] <= lows[place - 1]:
            said = "Bands are listed from the lowest up."
            yield FieldError(f"/scoring/bands/{place}/low", "not_ascending", said)
    recoveries = [place for place, cut in enumerate(scoring.cut_offs) if cut.recovery]
    for place in recoveries[1:]:
        said = "Recovery is leaving one cut-off, not several."
        yield FieldError(f"/scoring/cut_offs/{place}/recovery", "not_unique", said)


def _repeated_codes(scoring: Scoring) -> Iterator[FieldError]:
    for name in ("subscales", "bands", "cut_offs", "reliable_change"):
        codes = [entry.code for entry in getattr(scoring, name)]
        for place, code in enumerate(codes):
            if code in codes[:place]:
                yield FieldError(f"/scoring/{name}/{place}/code", "not_unique", "This code is there already.")


def _change_errors(sets: Sequence[ReliableChangeScoring]) -> Iterator[FieldError]:
    for place, given in enumerate(sets):
        spread = [value is not None for value in (given.sd, given.r, given.z)]
        if given.points is not None if all(spread) else given.points is None or any(spread):
            said = "Give sd, r and z, or points, and not both."
            yield FieldError(f"/scoring/reliable_change/{place}", "sd_r_z_or_points", said)
        if given.comparator in (Comparator.BELOW, Comparator.AT_MOST):
            said = "A change is reliable from a size on: gt or ge."
            yield FieldError(f"/scoring/reliable_change/{place}/comparator", "out_of_range", said)


def _range_errors(rule: ScoringRule) -> Iterator[FieldError]:
    said = "This lies outside the totals that the items can come to."
    for name, limits in (
        ("bands", [(band.low, "low") for band in rule.bands]),
        ("cut_offs", [(cut.value, "value") for cut in rule.cut_offs]),
    ):
        for place, (limit, member) in enumerate(limits):
            if not rule.lowest <= limit <= rule.highest:
                yield FieldError(f"/scoring/{name}/{place}/{member}", "out_of_range", said)
    if rule.bands and rule.bands[0].low != rule.lowest:
        yield FieldError("/scoring/bands/0/low", "gap", "The first band begins at the lowest total.")


def _rule(asked: Sequence[Asked], scoring: Scoring) -> ScoringRule:
    """Return the rule, its items in the order in which the questionnaire asks them."""
    by_link = {item.link_id: item for item in scoring.items}
    order = [item.link_id for item in asked]
    return ScoringRule(
        method=scoring.method,
        direction=scoring.direction,
        least_answered=scoring.least_answered,
        items=tuple(ItemRule(**by_link[link].model_dump()) for link in order),
        subscales=tuple(
            Subscale(
                code=scale.code,
                label=scale.label,
                items=tuple(sorted(order.index(link) + 1 for link in scale.items)),
            )
            for scale in scoring.subscales
        ),
        bands=tuple(Band(code=band.code, label=band.label, low=_decimal(band.low)) for band in scoring.bands),
        cut_offs=tuple(
            CutOff(**(cut.model_dump() | {"value": _decimal(cut.value)})) for cut in scoring.cut_offs
        ),
        reliable_change=tuple(map(_change, scoring.reliable_change)),
    )


def _change(given: ReliableChangeScoring) -> ReliableChange:
    numbers = {name: getattr(given, name) for name in ("points", "sd", "r", "z")}
    return ReliableChange(
        code=given.code,
        source=given.source,
        verified=False,
        comparator=given.comparator or (Comparator.ABOVE if given.points is None else Comparator.AT_LEAST),
        **{name: None if number is None else _decimal(number) for name, number in numbers.items()},
    )


def _decimal(number: float) -> Decimal:
    return Decimal(str(number))
