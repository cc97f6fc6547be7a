"""Scoring of safety screens: vectors on both sides of every cut, and what holds for all answers."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from couplesone.safety.codes import SafetyGrade, ScreenInstrument, ScreenResult, ScreenVariant
from couplesone.safety.screens.instruments import BY_CODE, SCREENERS, Facts, Screener
from couplesone.safety.screens.scoring import DangerFacts, Score, score, verdict

POSITIVE, NEGATIVE, INCOMPLETE = ScreenResult
HARK, HITS, WAST, PVS = ScreenInstrument
FACTS = {(found.instrument.value, found.variant.value): found.facts for found in SCREENERS}
VECTORS = [
    # minimum, one below the cut, the cut, maximum; sums written out
    ("hark", "standard", [0, 0, 0, 0], 0, NEGATIVE),
    ("hark", "standard", [0, 0, 0, 1], 1, POSITIVE),
    ("hark", "standard", [1, 1, 1, 1], 4, POSITIVE),
    ("hits", "original", [1, 1, 1, 1], 4, NEGATIVE),
    ("hits", "original", [3, 3, 2, 2], 10, NEGATIVE),
    ("hits", "original", [3, 3, 3, 2], 11, POSITIVE),
    ("hits", "original", [5, 5, 5, 5], 20, POSITIVE),
    ("hits", "uspstf", [3, 2, 2, 2], 9, NEGATIVE),
    ("hits", "uspstf", [3, 3, 2, 2], 10, POSITIVE),
    ("hits", "e_hits", [1, 1, 1, 1, 1], 5, NEGATIVE),
    ("hits", "e_hits", [2, 1, 1, 1, 1], 6, NEGATIVE),
    ("hits", "e_hits", [2, 2, 1, 1, 1], 7, POSITIVE),
    ("hits", "e_hits", [5, 5, 5, 5, 5], 25, POSITIVE),
    ("hits", "vha_female", [2, 1, 1, 1], 5, NEGATIVE),
    ("hits", "vha_female", [2, 2, 1, 1], 6, POSITIVE),
    ("wast", "standard", [1] * 8, 8, NEGATIVE),
    ("wast", "standard", [2, 2, 2, 2, 1, 1, 1, 1], 12, NEGATIVE),
    ("wast", "standard", [2, 2, 2, 2, 2, 1, 1, 1], 13, POSITIVE),
    ("wast", "standard", [3] * 8, 24, POSITIVE),
    ("pvs", "standard", [0, 0, 0], 0, NEGATIVE),
    ("pvs", "standard", [0, 1, 0], 1, POSITIVE),
    ("pvs", "standard", [1, 1, 1], 3, POSITIVE),
]
MISSING = [
    ("hark", "standard", [0, None, 0, 0], 0, INCOMPLETE),
    ("hark", "standard", [None, None, None, 1], 1, POSITIVE),
    ("pvs", "standard", [None, 1, None], 1, POSITIVE),
    ("pvs", "standard", [None, None, None], 0, INCOMPLETE),
    # a HITS item is 1 at least: 5 + 4 + 1 + at least 1 = 11
    ("hits", "original", [5, 4, 1, None], 11, POSITIVE),
    ("hits", "original", [5, 3, 1, None], 10, INCOMPLETE),
    ("wast", "standard", [3, 3, None, None, None, None, None, None], 12, INCOMPLETE),
]


@st.composite
def answered(draw: st.DrawFn) -> tuple[Screener, list[int | None]]:
    """Return an instrument and values within its range, some of them missing."""
    found = draw(st.sampled_from(SCREENERS))
    facts = found.facts
    value = st.one_of(st.none(), st.integers(facts.lowest, facts.highest))
    return found, draw(st.lists(value, min_size=facts.item_count, max_size=facts.item_count))


@pytest.mark.parametrize(("instrument", "variant", "values", "total", "result"), VECTORS)
def test_complete_answers(instrument, variant, values, total, result) -> None:
    assert score(FACTS[instrument, variant], values) == Score(total, total, result)


@pytest.mark.parametrize(("instrument", "variant", "values", "at_least", "result"), MISSING)
def test_missing_answers(instrument, variant, values, at_least, result) -> None:
    assert score(FACTS[instrument, variant], values) == Score(None, at_least, result)


def test_every_variant_has_a_vector_on_both_sides_of_its_cut() -> None:
    for key, facts in FACTS.items():
        totals = {(total, result) for *named, _, total, result in VECTORS if tuple(named) == key}
        assert {(facts.cut, POSITIVE), (facts.cut - 1, NEGATIVE)} <= totals, key


def test_the_facts_are_what_was_published() -> None:
    assert {(i, v): (f.item_count, f.lowest, f.highest, f.cut) for (i, v), f in FACTS.items()} == {
        ("hark", "standard"): (4, 0, 1, 1),
        ("hits", "original"): (4, 1, 5, 11),
        ("hits", "uspstf"): (4, 1, 5, 10),
        ("hits", "e_hits"): (5, 1, 5, 7),
        ("hits", "vha_female"): (4, 1, 5, 6),
        ("wast", "standard"): (8, 1, 3, 13),
        ("pvs", "standard"): (3, 0, 1, 1),
    }
    assert BY_CODE[HARK, ScreenVariant.STANDARD].loinc == "76499-3"


@given(answered())
def test_an_incomplete_screen_is_never_negative(given_answers) -> None:
    found, values = given_answers
    result = score(found.facts, values).result
    if None in values:
        assert result is not NEGATIVE
    else:
        assert result is not INCOMPLETE


@given(answered())
def test_positive_means_positive_however_the_missing_answers_turn_out(given_answers) -> None:
    found, values = given_answers
    facts = found.facts
    filled = [facts.lowest if value is None else value for value in values]
    positive = score(facts, values).result is POSITIVE
    assert positive == (score(facts, filled).result is POSITIVE)
    assert positive == (sum(filled) >= facts.cut)


@given(answered(), st.integers(0, 7))
def test_a_graver_answer_never_clears(given_answers, place) -> None:
    found, values = given_answers
    place %= len(values)
    before = score(found.facts, values)
    if values[place] is not None and values[place] < found.facts.highest:
        graver = [
            value + 1 if at == place and value is not None else value for at, value in enumerate(values)
        ]
        after = score(found.facts, graver)
        assert after.at_least == before.at_least + 1
        if before.result is POSITIVE:
            assert after.result is POSITIVE


@given(answered())
def test_the_total_lies_within_the_range(given_answers) -> None:
    found, values = given_answers
    facts, result = found.facts, score(found.facts, values)
    assert facts.item_count * facts.lowest <= result.at_least <= facts.item_count * facts.highest
    assert result.total in (None, result.at_least)


NO = Score(4, 4, NEGATIVE)
YES = Score(1, 1, POSITIVE)
OPEN = Score(None, 0, INCOMPLETE)
GRAVE = ("fear", "injury", "weapon", "strangulation")
OTHER = ("threat_of_retaliation", "coercive_control")


@pytest.mark.parametrize(
    ("scores", "result", "grade"),
    [
        ([(HARK, NO)], NEGATIVE, None),
        ([(HARK, NO), (HITS, OPEN)], INCOMPLETE, None),
        ([], INCOMPLETE, None),
        ([(HARK, YES)], POSITIVE, SafetyGrade.LOW),
        ([(HARK, YES), (HITS, OPEN)], POSITIVE, SafetyGrade.LOW),
        ([(HITS, Score(14, 14, POSITIVE))], POSITIVE, SafetyGrade.LOW),
        ([(HITS, Score(15, 15, POSITIVE))], POSITIVE, SafetyGrade.HIGH),
        ([(HITS, Score(None, 15, POSITIVE))], POSITIVE, SafetyGrade.HIGH),
        ([(WAST, Score(15, 15, POSITIVE))], POSITIVE, SafetyGrade.LOW),
        ([(PVS, YES), (HITS, Score(20, 20, POSITIVE))], POSITIVE, SafetyGrade.HIGH),
    ],
)
def test_a_screen_is_graded_by_its_instruments(scores, result, grade) -> None:
    found = verdict(scores, DangerFacts(), 15)
    assert (found.result, found.grade) == (result, grade)


@pytest.mark.parametrize("danger", GRAVE)
@pytest.mark.parametrize("scores", [[(HARK, YES)], [(HARK, NO)], [(HARK, OPEN)]])
def test_a_grave_danger_makes_it_high(danger, scores) -> None:
    found = verdict(scores, DangerFacts(**{danger: True}), 15)
    assert (found.result, found.grade) == (POSITIVE, SafetyGrade.HIGH)


@pytest.mark.parametrize("danger", OTHER)
def test_no_affirmed_danger_is_screened_negative(danger) -> None:
    found = verdict([(HARK, NO)], DangerFacts(**{danger: True}), 15)
    assert (found.result, found.grade) == (POSITIVE, SafetyGrade.LOW)


def test_one_point_of_the_practices_threshold() -> None:
    scores = [(HITS, Score(12, 12, POSITIVE))]
    assert [verdict(scores, DangerFacts(), limit).grade for limit in (12, 13)] == [
        SafetyGrade.HIGH,
        SafetyGrade.LOW,
    ]


@given(
    st.lists(st.sampled_from([NO, YES, OPEN]), min_size=1, max_size=4),
    st.sets(st.sampled_from(GRAVE + OTHER)),
)
def test_more_danger_is_never_a_lower_grade(scores, dangers) -> None:
    order = [None, SafetyGrade.LOW, SafetyGrade.HIGH]
    named = list(zip(itertools.cycle(ScreenInstrument), scores, strict=False))
    less = verdict(named, DangerFacts(), 15).grade
    more = verdict(named, DangerFacts(**dict.fromkeys(dangers, True)), 15).grade
    assert order.index(more) >= order.index(less)


def test_facts_are_all_that_a_score_needs() -> None:
    assert score(Facts(2, 0, 4, 5), [4, 1]).result is POSITIVE
