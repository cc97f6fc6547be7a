"""Scoring holds for all answers, and for any rule: bounds, recoding, missing items, order."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from couplesone.cases.weekly import Direction
from couplesone.measures.codes import Comparator, ScoringMethod
from couplesone.measures.instruments.catalogue import SHIPPED
from couplesone.measures.scoring.rule import Band, ItemRule, ScoringRule, Subscale, rule_of
from couplesone.measures.scoring.scores import Answers, half_up, misfits, risk_places, score


def rule(
    *items: ItemRule, method: ScoringMethod = ScoringMethod.SUM, least: int = 1, **more: object
) -> ScoringRule:
    return ScoringRule(
        method=method,
        direction=Direction.LOWER_IS_BETTER,
        items=items,
        least_answered=least,
        **more,  # type: ignore[arg-type]
    )


@st.composite
def rules(draw: st.DrawFn) -> ScoringRule:
    def item() -> ItemRule:
        low = draw(st.integers(-3, 3))
        return ItemRule(low=low, high=low + draw(st.integers(1, 6)), reversed=draw(st.booleans()))

    items = [item() for _ in range(draw(st.integers(1, 8)))]
    method = draw(st.sampled_from(ScoringMethod))
    return rule(*items, method=method, least=draw(st.integers(1, len(items))))


def answers_of(found: ScoringRule) -> st.SearchStrategy[list[int]]:
    return st.tuples(*(st.integers(item.low, item.high) for item in found.items)).map(list)


RULES = st.one_of(rules(), st.sampled_from([one.rule for one in SHIPPED.values()]))


@st.composite
def taken(draw: st.DrawFn) -> tuple[ScoringRule, list[int]]:
    found = draw(RULES)
    return found, draw(answers_of(found))


@st.composite
def taken_with_gaps(draw: st.DrawFn) -> tuple[ScoringRule, Answers]:
    found, answers = draw(taken())
    gaps = draw(st.sets(st.integers(0, len(answers) - 1), max_size=len(answers) - 1))
    return found, [None if place in gaps else answer for place, answer in enumerate(answers)]


@given(taken_with_gaps())
def test_a_total_lies_within_its_bounds(case: tuple[ScoringRule, Answers]) -> None:
    found, answers = case
    result = score(found, answers)
    if result.total is not None:
        assert half_up(found.lowest, found.digits) <= result.total <= half_up(found.highest, found.digits)


@given(taken_with_gaps())
def test_a_total_is_there_exactly_when_enough_is_answered(case: tuple[ScoringRule, Answers]) -> None:
    found, answers = case
    given_ = sum(answer is not None for answer in answers)
    result = score(found, answers)
    assert (result.total is not None) == (given_ >= found.least_answered)
    assert result.prorated == (result.total is not None and given_ < len(answers))
    assert result.answered == given_


@given(taken())
def test_answers_recoded_beforehand_come_to_the_same(case: tuple[ScoringRule, list[int]]) -> None:
    found, answers = case
    straight = rule(
        *(ItemRule(low=item.low, high=item.high) for item in found.items),
        method=found.method,
        least=found.least_answered,
    )
    recoded = [
        item.low + item.high - answer if item.reversed else answer
        for item, answer in zip(found.items, answers, strict=True)
    ]
    assert score(found, answers).total == score(straight, recoded).total


@given(taken(), st.data())
def test_a_higher_answer_counts_more_and_a_reversed_one_less(
    case: tuple[ScoringRule, list[int]], data: st.DataObject
) -> None:
    found, answers = case
    place = data.draw(st.integers(0, len(answers) - 1))
    item = found.items[place]
    ordered = [
        score(found, [*answers[:place], answer, *answers[place + 1 :]]).total
        for answer in range(item.low, item.high + 1)
    ]
    for before, after in pairwise(ordered):
        assert before is not None
        assert after is not None
        assert after < before if item.reversed else after > before or found.method is ScoringMethod.MEAN


@given(taken())
def test_a_sum_is_the_plain_sum_where_nothing_is_missing(case: tuple[ScoringRule, list[int]]) -> None:
    found, answers = case
    plain = sum(item.scored(answer) for item, answer in zip(found.items, answers, strict=True))
    expected = (
        Fraction(plain) if found.method is ScoringMethod.SUM else half_up(Fraction(plain, len(answers)), 2)
    )
    assert score(found, answers).total == expected


@given(st.lists(st.integers(0, 3), min_size=9, max_size=9), st.integers(0, 8))
def test_items_of_one_range_are_prorated_by_their_mean(answers: list[int], gap: int) -> None:
    rest = answers[:gap] + answers[gap + 1 :]
    result = score(SHIPPED["phq9"].rule, [*answers[:gap], None, *answers[gap + 1 :]])
    assert result.total == half_up(Fraction(sum(rest), len(rest)) * 9, 0)


@given(RULES)
def test_a_stored_rule_is_read_as_it_was(found: ScoringRule) -> None:
    assert rule_of(found.as_json()) == found


@pytest.mark.parametrize(
    ("value", "digits", "expected"),
    [
        (Fraction(1, 2), 0, 1),
        (Fraction(3, 2), 0, 2),
        (Fraction(5, 2), 0, 3),
        (Fraction(-1, 2), 0, -1),
        (Fraction(249, 100), 0, 2),
        (Fraction(5, 1000), 2, Fraction(1, 100)),
        (Fraction(0), 2, 0),
    ],
)
def test_a_half_goes_up(value: Fraction, digits: int, expected: Fraction) -> None:
    assert half_up(value, digits) == expected


def test_a_mean_has_two_digits() -> None:
    items = [ItemRule(low=1, high=7) for _ in range(3)]
    assert score(rule(*items, method=ScoringMethod.MEAN), [1, 1, 2]).total == Fraction(133, 100)


def test_items_of_unequal_range_are_prorated_by_the_part_reached() -> None:
    found = rule(ItemRule(low=0, high=6), ItemRule(low=0, high=4), ItemRule(low=1, high=5))
    # 3 of 6 and 4 of 4 reached: 7 / 10 of 14 above the lowest total 1 = 10.8, half up 11
    assert score(found, [3, 4, None]).total == 11


def test_a_subscale_needs_the_same_share_of_its_items() -> None:
    items = [ItemRule(low=0, high=4) for _ in range(4)]
    pair = Subscale(code="pair", label="Pair", items=(1, 2))
    found = rule(*items, least=3, subscales=(pair,))  # three quarters: both of two
    result = score(found, [4, None, 2, 2])
    assert (result.total, result.prorated) == (11, True)  # mean 8 / 3 * 4 = 10.67
    assert result.subscales["pair"].total is None
    lenient = rule(*items, least=2, subscales=(pair,))
    assert score(lenient, [4, None, 2, 2]).subscales["pair"].total == 8


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ([1, 2], [(None, "wrong_item_count")]),
        ([None] * 9, [(None, "nothing_answered")]),
        ([0, 4, 0, 0, -1, 0, 0, 0, 0], [(1, "out_of_range"), (4, "out_of_range")]),
        ([0] * 9, []),
    ],
)
def test_what_does_not_fit(answers: Answers, expected: list[tuple[int | None, str]]) -> None:
    assert [(it.place, it.code) for it in misfits(SHIPPED["phq9"].rule, answers)] == expected
    if expected:
        with pytest.raises(ValueError, match="do not fit"):
            score(SHIPPED["phq9"].rule, answers)


@pytest.mark.parametrize(("answer", "places"), [(None, []), (0, []), (1, [9]), (3, [9])])
def test_any_answer_above_the_lowest_to_a_risk_item(answer: int | None, places: list[int]) -> None:
    assert risk_places(SHIPPED["phq9"].rule, [1] * 8 + [answer]) == places


def test_without_bands_there_is_none_and_below_the_first_neither() -> None:
    item = ItemRule(low=0, high=3)
    assert score(rule(item), [2]).band is None
    upper = rule(item, bands=(Band(code="some", label="Some", low=Decimal(2)),))
    assert score(upper, [1]).band is None


def test_comparators() -> None:
    from couplesone.measures.scoring.rule import holds

    table = {one: [holds(value, one, Decimal(2)) for value in (1, 2, 3)] for one in Comparator}
    assert table == {
        Comparator.BELOW: [True, False, False],
        Comparator.AT_MOST: [True, True, False],
        Comparator.ABOVE: [False, False, True],
        Comparator.AT_LEAST: [False, True, True],
    }
