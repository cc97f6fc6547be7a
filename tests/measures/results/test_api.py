"""Results over HTTP: change since the first by every set of parameters, and where the course goes, in words."""

from __future__ import annotations

from typing import Any

import pytest

from support.http import Caller
from support.papers import NOWHERE, Chart
from support.world import Person, World

PHQ_12, PHQ_6 = [2, 2, 1, 2, 1, 1, 2, 1, 0], [1, 1, 1, 1, 1, 1, 0, 0, 0]


@pytest.fixture
def results(therapist: Caller, chart: Chart) -> Any:
    """Read the results of the case."""

    def read(query: str = "") -> list[dict[str, Any]]:
        found = therapist.get(f"/v1/cases/{chart.case_id}/measure-results{query}")
        assert found["case_id"] == str(chart.case_id)
        items: list[dict[str, Any]] = found["items"]
        return items

    return read


def classes(series: dict[str, Any]) -> list[Any]:
    return [
        (result["total"], result["change_class"], [(it["z"], it["change_class"]) for it in result["changes"]])
        for result in series["results"]
    ]


@pytest.mark.parametrize(
    ("case", "before", "after", "expected"),
    [
        ("C1", 38, 47, [(2.65, "improved"), (1.53, "unchanged")]),
        ("C6", 35, 58, [(6.76, "recovered"), (3.91, "recovered")]),
        ("C8", 33, 36, [(0.88, "unchanged"), (0.51, "unchanged")]),
        ("C10", 44, 54, [(2.94, "recovered"), (1.7, "unchanged")]),
    ],
)
def test_the_worked_cases(
    results: Any, csi: Any, case: str, before: int, after: int, expected: list[Any]
) -> None:
    assert csi(before, "2026-01-07")["score"]["total"] == before
    csi(after, "2026-02-25")
    (series,) = results("?instrument=csi16")
    assert classes(series) == [(before, None, []), (after, expected[0][1], expected)]
    first, later = series["results"]
    assert (first["parameter_set"], later["parameter_set"]) == (None, "sd17_r98")
    assert later["changes"][0] == {
        "parameter_set": "sd17_r98",
        "difference": after - before,
        "sdiff": 3.4,
        "z": expected[0][0],
        "threshold": 6.66,
        "reliable": after - before >= 7,
        "crossed_cut_off": after >= 52,
        "change_class": expected[0][1],
        "prorated": False,
    }
    assert [it["met"] for it in later["cut_offs"]] == [after < 51.5]
    assert [it["code"] for it in series["parameter_sets"]] == ["sd17_r98", "sd17_r94"]
    assert (series["trajectory"], series["off_track"]) == (None, False)
    assert series["explanation"].startswith("There is no expectation yet")


def test_several_instruments_in_the_order_in_which_each_was_first_taken(
    results: Any, take: Any, csi: Any
) -> None:
    take("phq9", PHQ_12, "2026-01-07")
    csi(38, "2026-01-08")
    take("phq9", PHQ_6, "2026-02-25")
    assert [it["instrument"] for it in results()] == ["phq9", "csi16"]
    assert classes(results("?instrument=phq9")[0])[1] == (6.0, "recovered", [(None, "recovered")])
    assert results("?instrument=gad7") == []


def test_a_prorated_total_is_flagged_wherever_it_counts(results: Any, take: Any) -> None:
    take("phq9", [*PHQ_12[:8], None], "2026-01-07")
    take("phq9", PHQ_6, "2026-02-25")
    first, later = results()[0]["results"]
    assert (first["prorated"], first["cut_offs"][0]["prorated"]) == (True, True)
    assert (later["prorated"], later["cut_offs"][0]["prorated"]) == (False, False)
    assert later["changes"][0]["prorated"] is True


def test_nothing_is_carried_forward(results: Any, take: Any) -> None:
    take("phq9", [None] * 8 + [0], "2026-01-05")
    take("phq9", PHQ_12, "2026-01-07")
    take("phq9", [None] * 8 + [0], "2026-02-25")
    assert [(it["total"], it["change_class"], it["cut_offs"] != []) for it in results()[0]["results"]] == [
        (None, None, False),
        (12.0, None, True),
        (None, None, False),
    ]


def test_only_empty_ones_have_no_course(results: Any, take: Any) -> None:
    take("phq9", [None] * 8 + [0], "2026-01-05")
    assert (results()[0]["off_track"], results()[0]["trajectory"]) == (False, None)


def test_what_was_an_error_or_another_authors_own_counts_nowhere(
    results: Any, take: Any, therapist: Caller
) -> None:
    made = take("phq9", PHQ_12)
    therapist.post(f"/v1/administrations/{made['id']}/mark-in-error", {"reason": "x"}, etag=made)
    assert results() == []


DAYS = ["2026-01-07", "2026-01-14", "2026-01-21", "2026-01-28", "2026-02-04"]


def test_a_course_within_its_band(results: Any, csi: Any) -> None:
    for total, day in zip((40, 42, 41, 43, 43), DAYS, strict=True):
        csi(total, day)
    (series,) = results()
    # x = 0 1 2 3 weeks: slope .8, expected 43.5 at week 4, s^2 = .9, t(.90, 2) = 1.8856: 2.828 either way
    assert series["trajectory"] == {
        "points": 4,
        "slope_per_week": 0.8,
        "expected": 43.5,
        "lower": 40.67,
        "upper": 46.33,
        "band_percent": 80,
        "actual": 43.0,
    }
    assert (series["off_track"], series["off_track_reasons"]) == (False, [])
    assert series["explanation"] == (
        "The latest total, 43, lies within the 80 % prediction band of the 4 totals before it: 40.7 to 46.3."
    )


def test_off_track_outside_the_band_on_the_worse_side(results: Any, csi: Any) -> None:
    for total, day in zip((40, 42, 41, 43, 39), DAYS, strict=True):
        csi(total, day)
    (series,) = results()
    assert (series["off_track"], series["off_track_reasons"]) == (True, ["outside_band"])
    assert series["explanation"] == (
        "The latest total, 39, lies below the 80 % prediction band of the 4 totals before it: 40.7 to 46.3. "
        "The numbers do not say why: a reason to ask, and no diagnosis."
    )


def test_above_the_band_of_what_is_better_high_is_on_track(results: Any, csi: Any) -> None:
    for total, day in zip((40, 42, 41, 43, 60), DAYS, strict=True):
        csi(total, day)
    (series,) = results()
    assert series["off_track"] is False
    assert "lies above the 80 % prediction band" in series["explanation"]


def test_off_track_because_it_is_reliably_worse(results: Any, take: Any) -> None:
    take("phq9", PHQ_6, "2026-01-07")
    take("phq9", PHQ_12, "2026-02-25")
    (series,) = results()
    assert series["off_track_reasons"] == ["reliably_worse"]
    assert "It is reliably worse than the first: 6, now 12 (points_6)." in series["explanation"]
    assert series["explanation"].endswith("a reason to ask, and no diagnosis.")


def test_an_instrument_without_parameters_has_no_class(results: Any, take: Any) -> None:
    take("audit_c", [1, 1, 0], "2026-01-07")
    take("audit_c", [4, 4, 4], "2026-02-25")
    (series,) = results()
    assert [it["change_class"] for it in series["results"]] == [None, None]
    assert [(it["applies_to"], it["met"]) for it in series["results"][0]["cut_offs"]] == [
        ("men", False),
        ("women", False),
    ]
    assert series["off_track"] is False


def test_who_reads(world: World, chart: Chart, strangers: list[Person]) -> None:
    where = f"/v1/cases/{chart.case_id}/measure-results"
    for stranger in strangers:
        assert stranger.call.refused("GET", where) == (404, "not_found")
    assert world.therapist.refused("GET", f"/v1/cases/{NOWHERE}/measure-results") == (404, "not_found")
    assert world.home.people["front_desk"].call.refused("GET", where) == (403, "permission_denied")
    assert world.therapist.refused("GET", f"{where}?instrument=PHQ") == (422, "validation_failed")


def test_it_is_one_statement(world: World, results: Any, take: Any) -> None:
    def sent() -> int:
        before = len(world.statements)
        results()
        return len(world.statements) - before

    take("phq9", PHQ_12, "2026-01-01")
    few = sent()
    for day in range(2, 26):
        take("phq9", PHQ_12, f"2026-01-{day:02}")
    assert sent() == few
