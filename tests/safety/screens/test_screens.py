"""Recording screens over HTTP: what is taken, what is stored with them, what is refused."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import IntegrityError

from couplesone.cases.models import Case
from couplesone.safety.screens import instruments
from couplesone.safety.screens.instruments import Facts
from couplesone.safety.screens.models import SafetyScreen, ScreenScore
from couplesone.safety.screens.scoring import score
from support.safety import HIGH, INCOMPLETE, LOW, NEGATIVE, altered, screened

EVERYTHING = NEGATIVE | {
    "taken_on": "2026-02-27",
    "how": "phone_safe",
    "instruments": [
        {"instrument": "hark", "variant": "standard", "values": [0, 0, 1, None]},
        {"instrument": "hits", "variant": "uspstf", "values": [3, 3, 2, 1]},
        {"instrument": "hits", "variant": "e_hits", "values": [1, 1, 1, 1, 1]},
        {"instrument": "wast", "variant": "standard", "values": [2, 2, 2, 2, 1, 1, 1, 1]},
        {"instrument": "pvs", "variant": "standard", "values": [0, 0, 0]},
    ],
    "fear": False,
    "injury": True,
    "weapon": False,
    "strangulation": None,
    "threat_of_retaliation": True,
    "coercive_control": True,
    "contempt": True,
    "partner_addiction_reported": True,
    "own_addiction": False,
    "line_crossing": "harmful",
    "danger_total": 14,
    "danger_level": "severe",
    "note": "Wants to be rung at work.",
}


@pytest.mark.row("S2.54")
def test_a_screen_is_read_back_as_it_was_recorded(therapist, path) -> None:
    made = screened(therapist, path, EVERYTHING)
    read = therapist.get(f"/v1/safety-screens/{made['id']}")
    assert read == made
    for name, value in EVERYTHING.items():
        if name != "instruments":
            assert read[name] == value, name
    scored = {(one["instrument"], one["variant"]): one for one in read["instruments"]}
    for given in EVERYTHING["instruments"]:
        assert scored[given["instrument"], given["variant"]]["values"] == given["values"]
    assert {key: (one["total"], one["result"]) for key, one in scored.items()} == {
        ("hark", "standard"): (None, "positive"),
        ("hits", "uspstf"): (9, "negative"),
        ("hits", "e_hits"): (5, "negative"),
        ("wast", "standard"): (12, "negative"),
        ("pvs", "standard"): (0, "negative"),
    }
    assert (read["result"], read["grade"]) == ("positive", "high")
    assert read["referrals_suggested"] == [
        "violence_service",
        "substance_service",
        "crisis",
        "medical",
        "legal",
    ]
    assert therapist.get(f"{path}/safety-screens")["items"] == [read]


@pytest.mark.row("S4.8")
def test_coercive_control_is_asked_before_anything_is_reframed(therapist, path) -> None:
    """Three noes of an instrument do not screen a client negative who lives under coercive control."""
    made = screened(therapist, path, NEGATIVE, coercive_control=True)
    assert (made["result"], made["grade"]) == ("positive", "low")
    body = {"what": "compassion_homework"}
    assert therapist.refused("POST", f"{path}/safety-check", body) == (409, "safety_block")


@pytest.mark.parametrize(
    ("body", "suggested"),
    [
        (NEGATIVE, []),
        (LOW, ["violence_service"]),
        (NEGATIVE | {"own_addiction": True}, ["substance_service"]),
        (HIGH, ["violence_service", "crisis"]),
    ],
)
def test_what_the_answers_suggest_to_offer(therapist, path, body, suggested) -> None:
    assert screened(therapist, path, body)["referrals_suggested"] == suggested


@pytest.mark.row("INV-10")
def test_every_score_can_be_computed_again_from_what_is_stored(therapist, path, monkeypatch) -> None:
    """Invariant 10: each result keeps version and parameters, also when the instruments change later."""
    made = screened(therapist, path, EVERYTHING)
    monkeypatch.setattr(instruments, "SCREENERS", ())
    monkeypatch.setattr(instruments, "BY_CODE", {})
    read = therapist.get(f"/v1/safety-screens/{made['id']}")
    assert {one["facts_version"] for one in read["instruments"]} == {1}
    assert len(read["instruments"]) == 5
    for one in read["instruments"]:
        again = score(Facts(one["item_count"], one["lowest"], one["highest"], one["cut"]), one["values"])
        assert (again.total, again.at_least, again.result.value) == (
            one["total"],
            one["at_least"],
            one["result"],
        )


def test_the_threshold_of_the_day_is_kept(world, therapist, path) -> None:
    hits = [{"instrument": "hits", "variant": "original", "values": [3, 4, 3, 2]}]
    before = screened(therapist, path, NEGATIVE, instruments=hits)
    assert (before["grade"], before["high_hits_total"]) == ("low", 15)
    owner = world.home.people["owner"].call
    owner.post("/v1/practice/settings", {"key": "high_risk_hits_total", "value": 12})
    after = screened(therapist, path, NEGATIVE, instruments=hits)
    assert (after["grade"], after["high_hits_total"]) == ("high", 12)
    assert therapist.get(f"/v1/safety-screens/{before['id']}")["high_hits_total"] == 15


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"taken_alone": False}, "not_taken_alone"),
        ({"answered_by": "partner"}, None),
        ({"how": "letter"}, None),
        ({"instruments": []}, None),
        ({"instruments": NEGATIVE["instruments"] * 2}, "instrument_twice"),
        (
            {"instruments": [{"instrument": "hark", "variant": "uspstf", "values": [0, 0, 0, 0]}]},
            "unknown_variant",
        ),
        (
            {"instruments": [{"instrument": "hark", "variant": "standard", "values": [0, 0, 0]}]},
            "wrong_item_count",
        ),
        (
            {"instruments": [{"instrument": "pvs", "variant": "standard", "values": [0, 0, 0, 0]}]},
            "wrong_item_count",
        ),
        (
            {"instruments": [{"instrument": "hark", "variant": "standard", "values": [0, 0, 0, 2]}]},
            "value_out_of_range",
        ),
        (
            {"instruments": [{"instrument": "hits", "variant": "original", "values": [0, 1, 1, 1]}]},
            "value_out_of_range",
        ),
        (
            {"instruments": [{"instrument": "wast", "variant": "standard", "values": [4] + [1] * 7}]},
            "value_out_of_range",
        ),
        ({"instruments": [{"instrument": "hark", "variant": "standard", "values": [True, 0, 0, 0]}]}, None),
        ({"danger_total": 8}, "danger_incomplete"),
        ({"danger_level": "severe"}, "danger_incomplete"),
        ({"danger_total": 7, "danger_level": "increased"}, "danger_mismatch"),
        ({"danger_total": 61, "danger_level": "extreme"}, None),
        ({"fear": "yes"}, None),
        ({"visibility": "author_private"}, None),
    ],
)
def test_what_is_no_screen(therapist, path, wrong, code) -> None:
    answer = therapist.call("POST", f"{path}/safety-screens", NEGATIVE | wrong)
    assert (answer.status_code, answer.json()["code"]) == (422, "validation_failed")
    if code is not None:
        assert code in {error["code"] for error in answer.json()["errors"]}
    assert therapist.get(f"{path}/safety-screens")["items"] == []


@pytest.mark.parametrize(
    ("total", "level"),
    [
        (0, "variable"),
        (7, "variable"),
        (8, "increased"),
        (13, "increased"),
        (14, "severe"),
        (17, "severe"),
        (18, "extreme"),
    ],
)
def test_a_danger_assessment_is_its_total_and_level(therapist, path, total, level) -> None:
    made = screened(therapist, path, NEGATIVE, danger_total=total, danger_level=level)
    assert (made["danger_total"], made["danger_level"]) == (total, level)


def test_a_screen_is_of_today_or_earlier(therapist, path) -> None:
    assert screened(therapist, path)["taken_on"] == "2026-03-02"
    answer = therapist.call("POST", f"{path}/safety-screens", NEGATIVE | {"taken_on": "2026-03-03"})
    assert (answer.status_code, answer.json()["code"]) == (422, "dates_out_of_order")
    assert answer.json()["errors"][0]["pointer"] == "/taken_on"


def test_nothing_is_screened_in_a_closed_case(chart, therapist, path) -> None:
    chart.set(Case, chart.case_id, status="closed", closed_on=chart.world.today, closing_reason="completed")
    assert therapist.refused("POST", f"{path}/safety-screens", NEGATIVE) == (409, "case_closed")


def test_an_error_is_kept_and_its_flag_stays(therapist, path) -> None:
    made = screened(therapist, path, LOW)
    where = f"/v1/safety-screens/{made['id']}/mark-in-error"
    assert therapist.refused("POST", where, {"reason": "x"}) == (428, "if_match_required")
    assert therapist.refused("POST", where, {"reason": "x"}, etag=9) == (412, "version_stale")
    marked = therapist.post(where, {"reason": "Belongs to another case."}, etag=made)
    assert (marked["error_reason"], marked["result"]) == ("Belongs to another case.", "positive")
    assert therapist.refused("POST", where, {"reason": "x"}, etag=marked) == (409, "item_in_error")
    assert therapist.get(f"{path}/safety")["state"] == "positive"
    assert [flag["status"] for flag in therapist.get(f"{path}/safety-flags")["items"]] == ["active"]


def test_a_repeated_request_records_once(therapist, path) -> None:
    first, again = (therapist.call("POST", f"{path}/safety-screens", LOW, key="same") for _ in range(2))
    assert again.json() == first.json()
    assert again.headers["Idempotency-Replayed"] == "true"
    assert len(therapist.get(f"{path}/safety-screens")["items"]) == 1


def test_screens_come_latest_first_in_a_constant_number_of_statements(world, therapist, path) -> None:
    def sent() -> int:
        before = len(world.statements)
        therapist.get(f"{path}/safety-screens")
        return len(world.statements) - before

    screened(therapist, path, EVERYTHING)
    one = sent()
    for day in range(1, 25):
        screened(therapist, path, EVERYTHING, taken_on=f"2026-01-{day:02}")
    assert sent() == one
    days = [found["taken_on"] for found in therapist.get(f"{path}/safety-screens")["items"]]
    assert len(days) == 25
    assert days == sorted(days, reverse=True)


def test_the_instruments_are_data_without_wording(therapist) -> None:
    found = therapist.get("/v1/safety-instruments")["items"]
    assert len(found) == 7
    assert all(one["source"] and "?" not in one["source"] for one in found)


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [(SafetyScreen, "taken_alone", False), (ScreenScore, "total", 4)],
)
def test_the_database_holds_it_too(world, therapist, path, table, column, value) -> None:
    """A screen that was not taken alone, or an incomplete score with a total, cannot even be stored."""
    screened(therapist, path, INCOMPLETE)
    with pytest.raises(IntegrityError):
        altered(world, table, **{column: value})


@pytest.mark.row("S2.53")
@pytest.mark.row("S2.54")
@pytest.mark.parametrize(
    ("told", "result", "grade"),
    [
        ({"danger_total": 7, "danger_level": "variable"}, "negative", None),
        ({"danger_total": 8, "danger_level": "increased"}, "positive", "low"),
        ({"danger_total": 14, "danger_level": "severe"}, "positive", "high"),
        ({"danger_total": 18, "danger_level": "extreme"}, "positive", "high"),
        ({"line_crossing": "difficult"}, "negative", None),
        ({"line_crossing": "unacceptable"}, "negative", None),
        ({"line_crossing": "harmful"}, "positive", "low"),
    ],
)
def test_a_danger_that_was_assessed_or_triaged_is_not_screened_negative(
    world, therapist, path, told, result, grade
) -> None:
    """Such a screen does not let a flag go either."""
    screened(therapist, path, LOW, taken_on="2026-02-20")
    world.days(1)
    made = screened(therapist, path, NEGATIVE, **told)
    assert (made["result"], made["grade"]) == (result, grade)
    (flag,) = therapist.get(f"{path}/safety-flags")["items"]
    assert flag["grade"] == (grade or "low")
    offered = {action["action"]: action["code"] for action in flag["actions"]}
    assert offered["request_safety_flag_release"] == (None if result == "negative" else "new_screen_needed")
