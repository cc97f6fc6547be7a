"""Each shipped instrument: lowest, highest, a reversal, a missing item, and both sides of every cut-off."""

from __future__ import annotations

from fractions import Fraction

import pytest

from couplesone.measures.instruments.catalogue import SHIPPED
from couplesone.measures.scoring.scores import band_of, score

Answers = list[int | None]


def low(code: str) -> Answers:
    """Return the answers that count least."""
    return [item.high if item.reversed else item.low for item in SHIPPED[code].rule.items]


def high(code: str) -> Answers:
    """Return the answers that count most."""
    return [item.low if item.reversed else item.high for item in SHIPPED[code].rule.items]


def changed(answers: Answers, **at: int | None) -> Answers:
    """Return the answers with those of some items (item_1 is the first) changed."""
    found = list(answers)
    for name, answer in at.items():
        found[int(name.removeprefix("item_")) - 1] = answer
    return found


CSI_32, CSI_16, CSI_4 = [6] + [5] * 31, [6] + [5] * 15, [6, 5, 5, 5]
VECTORS = [
    # CSI-32: item 1 takes 0 to 6, 31 items 0 to 5, item 10 reversed
    ("csi32", [0] * 9 + [5] + [0] * 22, 0, False),  # lowest: item 10 ticked 5 counts 5 - 5 = 0
    ("csi32", changed(CSI_32, item_10=0), 161, False),  # highest: 6 + 31 * 5
    ("csi32", CSI_32, 156, False),  # item 10 ticked 5 counts 0: 161 - 5
    ("csi32", changed(CSI_32, item_10=0, item_32=None), 161, True),  # 156 of 156 reached -> 161 of 161
    ("csi32", [0] * 26 + [None] * 6, 6, True),  # item 10 alone counts 5: 5 / 131 * 161 = 6.145, half up 6
    ("csi32", [0] * 25 + [None] * 7, None, False),  # 25 of 32 is under 80 %
    # CSI-16: item 1 takes 0 to 6, 15 items 0 to 5, none reversed
    ("csi16", [0] * 16, 0, False),
    ("csi16", CSI_16, 81, False),  # 6 + 15 * 5
    ("csi16", changed(CSI_16, item_7=0), 76, False),  # printed numbers count, so 0 stays 0
    ("csi16", [None] + [3] * 15, 49, True),  # 45 of 75 = 60 %; 60 % of 81 = 48.6, half up 49
    ("csi16", [6] + [0] * 12 + [None] * 3, 7, True),  # 6 of 66; 6 / 66 * 81 = 7.36, half up 7
    ("csi16", [6] + [0] * 11 + [None] * 4, None, False),  # 12 of 16 is under 80 %
    # CSI-4
    ("csi4", [0] * 4, 0, False),
    ("csi4", CSI_4, 21, False),  # 6 + 3 * 5
    ("csi4", [6, 5, 5, 0], 16, False),
    ("csi4", [6, 5, 5, None], None, False),  # 3 of 4 is under 80 %
    # RDAS: items 1-10 and 12-14 take 0 to 5, item 11 0 to 4, items 7-10 reversed
    ("rdas", [0] * 6 + [5] * 4 + [0] * 4, 0, False),
    ("rdas", [5] * 6 + [0] * 4 + [4] + [5] * 3, 69, False),  # 30 + 20 + 19
    ("rdas", [5] * 10 + [4] + [5] * 3, 49, False),  # items 7-10 ticked 5 count 0: 69 - 20
    ("rdas", [5] * 6 + [0] * 4 + [4] + [5] * 2 + [None], None, False),  # every item is needed
    # RAS: 7 items 1 to 5, items 4 and 7 reversed
    ("ras", [1, 1, 1, 5, 1, 1, 5], 7, False),
    ("ras", [5, 5, 5, 1, 5, 5, 1], 35, False),
    ("ras", [5, 5, 5, 5, 5, 5, 1], 31, False),  # item 4 ticked 5 counts 6 - 5 = 1: 35 - 4
    ("ras", [5, 5, 5, 1, 5, 5, None], None, False),
    # PHQ-9: 9 items 0 to 3, none reversed
    ("phq9", [0] * 9, 0, False),
    ("phq9", [3] * 9, 27, False),
    ("phq9", [2] * 8 + [None], 18, True),  # mean 2 * 9
    ("phq9", [1, 1, 1, 1, 0, 0, 0, 0, None], 5, True),  # mean 4 / 8 * 9 = 4.5, half up 5
    ("phq9", [2] * 7 + [None] * 2, None, False),  # more than one missing
    # GAD-7: 7 items 0 to 3
    ("gad7", [0] * 7, 0, False),
    ("gad7", [3] * 7, 21, False),
    ("gad7", [1, 1, 1, 0, 0, 0, None], 4, True),  # mean 3 / 6 * 7 = 3.5, half up 4
    ("gad7", [3] * 5 + [None] * 2, None, False),
    # AUDIT-C: 3 items 0 to 4
    ("audit_c", [0] * 3, 0, False),
    ("audit_c", [4] * 3, 12, False),
    ("audit_c", [4, 4, None], None, False),
]


@pytest.mark.parametrize(("code", "answers", "total", "prorated"), VECTORS)
def test_a_total(code: str, answers: Answers, total: int | None, prorated: bool) -> None:
    found = score(SHIPPED[code].rule, answers)
    assert (found.total, found.prorated) == (total, prorated)


@pytest.mark.parametrize("code", SHIPPED)
def test_every_instrument_has_its_vectors(code: str) -> None:
    rule = SHIPPED[code].rule
    of_this = [(answers, total) for name, answers, total, _ in VECTORS if name == code]
    assert (low(code), rule.lowest) in of_this
    assert (high(code), rule.highest) in of_this
    assert any(None in answers for answers, _ in of_this)
    assert len(of_this) >= 3 + any(item.reversed for item in rule.items)


RANGES = {
    "csi32": (32, 0, 161),
    "csi16": (16, 0, 81),
    "csi4": (4, 0, 21),
    "rdas": (14, 0, 69),
    "ras": (7, 7, 35),
    "phq9": (9, 0, 27),
    "gad7": (7, 0, 21),
    "audit_c": (3, 0, 12),
}


@pytest.mark.parametrize("code", SHIPPED)
def test_items_and_range_are_the_published_ones(code: str) -> None:
    rule = SHIPPED[code].rule
    assert (len(rule.items), rule.lowest, rule.highest) == RANGES[code]


def test_subscales_of_the_rdas_come_to_30_20_and_19() -> None:
    found = score(SHIPPED["rdas"].rule, high("rdas")).subscales
    assert {name: scale.total for name, scale in found.items()} == {
        "consensus": 30,
        "satisfaction": 20,
        "cohesion": 19,
    }


def test_a_subscale_is_scored_although_another_misses_an_item() -> None:
    found = score(SHIPPED["rdas"].rule, [5] * 6 + [0] * 4 + [None] + [5] * 3)
    assert found.total is None
    assert found.subscales["consensus"].total == 30
    assert found.subscales["cohesion"].total is None


SIDES = [  # the last total on the clinical side, the first on the other
    ("csi32", "distressed", 104, 105),  # below 104.5
    ("csi16", "distressed", 51, 52),  # below 51.5
    ("csi4", "distressed", 13, 14),  # below 13.5
    ("rdas", "distressed", 47, 48),  # 47 and less
    ("phq9", "case", 10, 9),  # 10 and more
    ("gad7", "case", 8, 7),  # 8 and more
    ("audit_c", "positive_men", 4, 3),
    ("audit_c", "positive_women", 3, 2),
]


@pytest.mark.parametrize(("code", "cut", "clinical", "other"), SIDES)
def test_both_sides_of_a_cut_off(code: str, cut: str, clinical: int, other: int) -> None:
    (found,) = [one for one in SHIPPED[code].rule.cut_offs if one.code == cut]
    assert found.met(clinical)
    assert not found.met(other)


def test_every_cut_off_has_its_sides() -> None:
    assert {(code, cut.code) for code, one in SHIPPED.items() for cut in one.rule.cut_offs} == {
        (code, cut) for code, cut, *_ in SIDES
    }


BANDS = {
    "phq9": [(0, "minimal"), (5, "mild"), (10, "moderate"), (15, "moderately_severe"), (20, "severe")],
    "gad7": [(0, "minimal"), (5, "mild"), (10, "moderate"), (15, "severe")],
}


@pytest.mark.parametrize("code", SHIPPED)
def test_both_sides_of_each_band(code: str) -> None:
    rule, bands = SHIPPED[code].rule, BANDS.get(code, [])
    assert [(band.low, band.code) for band in rule.bands] == bands
    for place, (begins, name) in enumerate(bands):
        found = band_of(rule, Fraction(begins))
        assert found is not None
        assert found.code == name
        if place:
            before = band_of(rule, Fraction(begins - 1))
            assert before is not None
            assert before.code == bands[place - 1][1]


def test_item_9_of_the_phq_9_is_the_only_risk_item() -> None:
    risky = {
        code: [place for place, item in enumerate(one.rule.items, 1) if item.risk]
        for code, one in SHIPPED.items()
    }
    assert {code: places for code, places in risky.items() if places} == {"phq9": [9]}
