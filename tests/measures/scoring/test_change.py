"""Reliable change to the printed digits, and what it is called."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from couplesone.measures.codes import ChangeClass, Comparator
from couplesone.measures.instruments.catalogue import SHIPPED
from couplesone.measures.scoring.change import change, changes, is_reliable, sdiff_of
from couplesone.measures.scoring.rule import ReliableChange, ScoringRule

CSI_16, PHQ_9 = SHIPPED["csi16"].rule, SHIPPED["phq9"].rule
TOTALS = st.integers(0, 81)


def found(rule: ScoringRule, before: int, after: int) -> list[tuple[str, float | None, str]]:
    return [
        (one.parameters.code, None if one.z is None else float(one.z), one.change_class.value)
        for one in changes(rule, Fraction(before), Fraction(after))
    ]


@pytest.mark.parametrize(
    ("case", "before", "after", "expected"),
    [
        ("C1", 38, 47, [("sd17_r98", 2.65, "improved"), ("sd17_r94", 1.53, "unchanged")]),
        ("C6", 35, 58, [("sd17_r98", 6.76, "recovered"), ("sd17_r94", 3.91, "recovered")]),
        ("C8", 33, 36, [("sd17_r98", 0.88, "unchanged"), ("sd17_r94", 0.51, "unchanged")]),
        ("C10", 44, 54, [("sd17_r98", 2.94, "recovered"), ("sd17_r94", 1.70, "unchanged")]),
        ("none", 40, 40, [("sd17_r98", 0.0, "unchanged"), ("sd17_r94", 0.0, "unchanged")]),
        ("worse", 54, 44, [("sd17_r98", 2.94, "deteriorated"), ("sd17_r94", 1.70, "unchanged")]),
    ],
)
def test_the_worked_cases_by_csi_16(case: str, before: int, after: int, expected: list[object]) -> None:
    assert found(CSI_16, before, after) == expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (12, 6, "recovered"),  # C1: 6 points, and below 10
        (17, 13, "unchanged"),  # C4: 4 points
        (17, 11, "improved"),  # 6 points, still a case
        (16, 10, "improved"),  # 10 is a case
        (15, 9, "recovered"),
        (9, 3, "improved"),  # it never was a case
        (6, 12, "deteriorated"),
        (12, 7, "unchanged"),  # 5 points
    ],
)
def test_the_phq_9_by_printed_points(before: int, after: int, expected: str) -> None:
    assert found(PHQ_9, before, after) == [("points_6", None, expected)]


SDIFF = {  # (Sdiff to three digits, limit to two)
    ("csi32", "sd32_r98"): (6.4, 12.54),
    ("csi16", "sd17_r98"): (3.4, 6.66),
    ("csi16", "sd17_r94"): (5.889, 11.54),
    ("csi4", "sd4_r94"): (1.386, 2.72),
    ("rdas", "points_11_58"): (None, 11.58),
    ("phq9", "points_6"): (None, 6.0),
    ("gad7", "points_4"): (None, 4.0),
}
LEAST = {
    "sd32_r98": 13,
    "sd17_r98": 7,
    "sd17_r94": 12,
    "sd4_r94": 3,
    "points_11_58": 12,
    "points_6": 6,
    "points_4": 4,
}


def sets() -> list[tuple[str, ReliableChange]]:
    return [(code, one) for code, instrument in SHIPPED.items() for one in instrument.rule.reliable_change]


@pytest.mark.parametrize(("code", "parameters"), sets(), ids=lambda it: getattr(it, "code", it))
def test_the_limit_of_each_set_and_both_sides_of_it(code: str, parameters: ReliableChange) -> None:
    rule = SHIPPED[code].rule
    one = change(rule, parameters, Fraction(0), Fraction(1))
    shown = (None if one.sdiff is None else float(one.sdiff), float(one.threshold))
    assert shown == SDIFF[code, parameters.code]
    least = LEAST[parameters.code]
    for sign in (1, -1):
        assert is_reliable(parameters, Fraction(sign * least))
        assert not is_reliable(parameters, Fraction(sign * (least - 1)))


def test_every_set_is_in_the_table() -> None:
    assert {(code, one.code) for code, one in sets()} == SDIFF.keys()


def test_instruments_without_a_set_have_no_class() -> None:
    assert changes(SHIPPED["ras"].rule, Fraction(20), Fraction(30)) == []
    assert changes(SHIPPED["audit_c"].rule, Fraction(2), Fraction(8)) == []


@given(TOTALS, TOTALS)
def test_there_and_back_is_the_mirror(before: int, after: int) -> None:
    one = change(CSI_16, CSI_16.reliable_change[0], Fraction(before), Fraction(after))
    back = change(CSI_16, CSI_16.reliable_change[0], Fraction(after), Fraction(before))
    assert one.difference == -back.difference
    assert one.z == back.z
    assert one.reliable == back.reliable
    better = {ChangeClass.RECOVERED, ChangeClass.IMPROVED}
    assert (one.change_class in better) == (back.change_class is ChangeClass.DETERIORATED)


@given(TOTALS, TOTALS, st.sampled_from(CSI_16.reliable_change))
def test_it_agrees_with_the_formula(before: int, after: int, parameters: ReliableChange) -> None:
    assert parameters.sd is not None
    assert parameters.r is not None
    sdiff = float(parameters.sd) * sqrt(2) * sqrt(1 - float(parameters.r))
    assert is_reliable(parameters, Fraction(after - before)) == (abs(after - before) / sdiff > 1.96)
    exact = sdiff_of(parameters)
    assert exact is not None
    assert float(exact) == pytest.approx(sdiff)


@given(TOTALS, TOTALS, TOTALS)
def test_farther_is_never_less_reliable(before: int, near: int, far: int) -> None:
    if abs(far - before) >= abs(near - before):
        parameters = CSI_16.reliable_change[0]
        assert is_reliable(parameters, Fraction(far - before)) or not is_reliable(
            parameters, Fraction(near - before)
        )


def test_on_the_limit_the_comparator_decides() -> None:
    # SD 5, r .5: Sdiff = 5 exactly; z 2: the limit is 10
    above = ReliableChange(
        code="exact",
        comparator=Comparator.ABOVE,
        source="",
        verified=True,
        sd=Decimal(5),
        r=Decimal("0.5"),
        z=Decimal(2),
    )
    assert not is_reliable(above, Fraction(10))
    assert is_reliable(replace(above, comparator=Comparator.AT_LEAST), Fraction(10))


def test_no_difference_is_no_change_even_where_the_reliability_is_perfect() -> None:
    perfect = ReliableChange(
        code="perfect",
        comparator=Comparator.AT_LEAST,
        source="",
        verified=True,
        sd=Decimal(5),
        r=Decimal(1),
        z=Decimal(2),
    )
    assert not is_reliable(perfect, Fraction(0))
    assert is_reliable(perfect, Fraction(1, 100))
