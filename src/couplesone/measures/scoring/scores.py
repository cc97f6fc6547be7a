"""From answers to a score: recoded, summed, prorated where answers are missing, rounded half up.

A missing answer is prorated from those that were given. Where items differ in range they count by the part of
their range that was reached::

    total = sum(low) + sum(answer - low of the answered) / sum(range of the answered) * sum(range of all)

which for items of one range is the mean of the answered times the number of items (decisions.md 31).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from couplesone.measures.codes import ScoringMethod
from couplesone.measures.scoring.rule import Band, ItemRule, ScoringRule

Answers = Sequence[int | None]
"""The answer of each item in its order; None where there is none."""


@dataclass(frozen=True, slots=True)
class Scale:
    """The total of a scale: None where too few of its items were answered; ``prorated`` where some were not."""

    total: Fraction | None
    prorated: bool


@dataclass(frozen=True, slots=True)
class Score:
    """What the answers come to."""

    answered: int
    total: Fraction | None
    prorated: bool
    band: Band | None
    subscales: Mapping[str, Scale]


@dataclass(frozen=True, slots=True)
class Misfit:
    """Why answers cannot be scored: the place of the item from 0 (None: all of them), a code, a sentence."""

    place: int | None
    code: str
    detail: str


def misfits(rule: ScoringRule, answers: Answers) -> list[Misfit]:
    """Return what is wrong with the answers: their number, each one out of its item's range, or none at all."""
    if len(answers) != len(rule.items):
        return [Misfit(None, "wrong_item_count", f"This instrument has {len(rule.items)} items.")]
    if all(answer is None for answer in answers):
        return [Misfit(None, "nothing_answered", "Give at least one answer.")]
    return [
        Misfit(place, "out_of_range", f"This item takes {item.low} to {item.high}.")
        for place, (item, answer) in enumerate(zip(rule.items, answers, strict=True))
        if answer is not None and not item.low <= answer <= item.high
    ]


def score(rule: ScoringRule, answers: Answers) -> Score:
    """Score answers that fit the rule.

    :raises ValueError: they do not; ``misfits`` says why.
    """
    if misfits(rule, answers):
        raise ValueError("These answers do not fit the instrument.")
    whole = _scale(rule, answers, range(len(rule.items)))
    return Score(
        answered=sum(answer is not None for answer in answers),
        total=whole.total,
        prorated=whole.prorated,
        band=None if whole.total is None else band_of(rule, whole.total),
        subscales={
            scale.code: _scale(rule, answers, [place - 1 for place in scale.items])
            for scale in rule.subscales
        },
    )


def band_of(rule: ScoringRule, total: Fraction) -> Band | None:
    """Return the band of a total: the last one that begins at or below it."""
    return next((band for band in reversed(rule.bands) if total >= Fraction(band.low)), None)


def risk_places(rule: ScoringRule, answers: Answers) -> list[int]:
    """Return the places, from 1, of the items whose answer opens the risk path."""
    return [
        place
        for place, (item, answer) in enumerate(zip(rule.items, answers, strict=True), 1)
        if item.risk and answer is not None and answer > item.low
    ]


def half_up(value: Fraction, digits: int) -> Fraction:
    """Round to so many decimals, a half going away from zero."""
    scale = 10**digits
    units = (2 * abs(value.numerator) * scale + value.denominator) // (2 * value.denominator)
    return Fraction(units if value >= 0 else -units, scale)


def _scale(rule: ScoringRule, answers: Answers, places: Sequence[int]) -> Scale:
    items = [rule.items[place] for place in places]
    given = [(rule.items[place], answer) for place in places if (answer := answers[place]) is not None]
    if not given or len(given) * len(rule.items) < rule.least_answered * len(items):
        return Scale(None, prorated=False)
    total = _total(items, given)
    if rule.method is ScoringMethod.MEAN:
        total /= len(items)
    return Scale(half_up(total, rule.digits), prorated=len(given) < len(items))


def _total(items: Sequence[ItemRule], given: Sequence[tuple[ItemRule, int]]) -> Fraction:
    reached = sum(item.scored(answer) - item.low for item, answer in given)
    share = Fraction(reached, sum(item.high - item.low for item, _ in given))
    return sum(item.low for item in items) + share * sum(item.high - item.low for item in items)
