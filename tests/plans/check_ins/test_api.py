"""Check-ins over the API."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from couplesone.cases.models import Case
from couplesone.clients.models import Client
from couplesone.plans.check_ins.schemas import COUNTED, RATED
from couplesone.plans.codes import WeeklyMeasure
from couplesone.plans.errors import CheckInExists
from couplesone.plans.models import CheckIn, CheckInValue, Correction
from couplesone.practices.codes import SettingKey
from couplesone.practices.models import PracticeSetting
from support.http import Caller
from support.papers import Chart

WEEK = {
    "week_of": "2026-03-02",
    "source": "client",
    "counts": {"pressure": 5, "criticism": 0},
    "ratings": {"agency": 6},
    "note": "Two hard talks.",
}


@pytest.fixture
def path(chart: Chart) -> str:
    """The check-ins of the case."""
    return f"/v1/cases/{chart.case_id}/check-ins"


def faults(response: Any) -> list[tuple[str, str]]:
    assert response.status_code == 422, response.text
    return [(error["pointer"], error["code"]) for error in response.json()["errors"]]


def test_a_week_is_reported_in_numbers(chart: Chart, therapist: Caller, path: str) -> None:
    made = therapist.call("POST", path, WEEK)
    check_in = made.json()
    assert made.status_code == 201
    assert made.headers["location"] == f"/v1/check-ins/{check_in['id']}"
    assert {name: check_in[name] for name in WEEK} == WEEK
    assert (check_in["week"], check_in["late"], check_in["corrections"]) == (9, False, 0)
    assert therapist.get(f"/v1/check-ins/{check_in['id']}") == check_in
    assert "hard" not in chart.look(CheckIn, check_in["id"], "note_sealed")


def test_every_measure_is_either_counted_or_rated() -> None:
    assert set(COUNTED) | set(RATED) == {measure.value for measure in WeeklyMeasure}
    assert not set(COUNTED) & set(RATED)


def test_every_measure_can_be_reported(therapist: Caller, path: str) -> None:
    body = {**WEEK, "counts": dict.fromkeys(COUNTED, 1000), "ratings": dict.fromkeys(RATED, 10)}
    check_in = therapist.post(path, body)
    assert (check_in["counts"], check_in["ratings"]) == (body["counts"], body["ratings"])


def test_recording_a_week_takes_four_statements(chart: Chart, therapist: Caller, path: str) -> None:
    before = len(chart.world.statements)
    therapist.post(path, WEEK)
    frame = ("SAVEPOINT", "RELEASE", "SET CONSTRAINTS", "SELECT sign_ins", "INSERT INTO audit_events")
    sent = [" ".join(statement.split()) for statement in chart.world.statements[before:]]
    own = [it for it in sent if not it.startswith(frame) and "set_config" not in it]
    assert [it.split("(")[0].split(".")[0].strip() for it in own] == [
        "SELECT cases",
        "SELECT person_keys",
        "INSERT INTO check_ins",
        "INSERT INTO check_in_values",
    ]


def test_without_a_note_no_key_is_needed(chart: Chart, therapist: Caller, path: str) -> None:
    before = len(chart.world.statements)
    therapist.post(path, {**WEEK, "note": None})
    assert not [it for it in chart.world.statements[before:] if "person_keys" in it]


@pytest.mark.parametrize("day", ["2026-03-02", "2026-03-08"])
def test_the_same_report_again_is_the_one_that_is_there(therapist: Caller, path: str, day: str) -> None:
    first = therapist.post(path, WEEK)
    again = therapist.call("POST", path, {**WEEK, "week_of": day})
    assert (again.status_code, again.json()) == (200, first)
    assert "location" not in again.headers
    assert len(therapist.get(path)["items"]) == 1


@pytest.mark.parametrize(
    "change",
    [
        {"counts": {"pressure": 4, "criticism": 0}},
        {"counts": {"pressure": 5}},
        {"counts": {"pressure": 5, "criticism": 0, "contempt": 0}},
        {"ratings": {}},
        {"ratings": {"agency": 7}},
        {"note": None},
        {"note": "Three hard talks."},
    ],
)
def test_another_report_of_that_week_is_refused(therapist: Caller, path: str, change: dict[str, Any]) -> None:
    first = therapist.post(path, WEEK)
    assert therapist.refused("POST", path, {**WEEK, **change}) == (409, "check_in_exists")
    assert therapist.get(f"/v1/check-ins/{first['id']}") == first


def test_another_source_or_week_is_another_report(therapist: Caller, path: str) -> None:
    for change in ({}, {"source": "therapist"}, {"week_of": "2026-02-23"}):
        assert therapist.call("POST", path, {**WEEK, **change}).status_code == 201


def test_a_race_for_a_week_breaks_a_constraint(chart: Chart, therapist: Caller, path: str) -> None:
    chart.check_in(date(2026, 3, 2), pressure=5)
    with pytest.raises(CheckInExists):
        chart.check_in(date(2026, 3, 2), pressure=5)


def test_a_repeated_request_is_replayed_with_its_status(therapist: Caller, path: str) -> None:
    first, again = (therapist.call("POST", path, WEEK, key="once") for _ in range(2))
    assert again.headers["idempotency-replayed"] == "true"
    assert (again.status_code, again.json()) == (201, first.json())
    late = [therapist.call("POST", path, WEEK, key="twice") for _ in range(2)]
    assert [response.status_code for response in late] == [200, 200]


@pytest.mark.parametrize("day", ["2026-03-09", "2026-01-04"])
def test_a_week_before_the_case_or_not_begun_is_refused(therapist: Caller, path: str, day: str) -> None:
    response = therapist.call("POST", path, {**WEEK, "week_of": day})
    assert response.json()["code"] == "dates_out_of_order"
    assert response.json()["errors"][0]["pointer"] == "/week_of"


@pytest.mark.parametrize(
    ("change", "pointer", "code"),
    [
        ({"counts": {"pressure": -1}}, "/counts/pressure", "out_of_range"),
        ({"counts": {"pressure": 1001}}, "/counts/pressure", "out_of_range"),
        ({"counts": {"pressure": 1.5}}, "/counts/pressure", "not_an_integer"),
        ({"counts": {"pressure": None}}, "/counts/pressure", "not_an_integer"),
        ({"counts": {"agency": 5}}, "/counts/agency", "unknown_code"),
        ({"counts": {"shouting": 5}}, "/counts/shouting", "unknown_code"),
        ({"counts": [5]}, "/counts", "not_an_object"),
        ({"ratings": {"agency": 11}}, "/ratings/agency", "out_of_range"),
        ({"ratings": {"agency": -1}}, "/ratings/agency", "out_of_range"),
        ({"ratings": {"pressure": 5}}, "/ratings/pressure", "unknown_code"),
        ({"source": "partner"}, "/source", "unknown_code"),
        ({"counts": {}, "ratings": {}}, "/counts", "no_number"),
    ],
)
def test_a_check_in_has_its_form(
    therapist: Caller, path: str, change: dict[str, Any], pointer: str, code: str
) -> None:
    assert faults(therapist.call("POST", path, {**WEEK, **change})) == [(pointer, code)]


@pytest.mark.parametrize("missing", [("counts",), ("ratings",), ("note",), ("counts", "note")])
def test_one_number_is_enough(therapist: Caller, path: str, missing: tuple[str, ...]) -> None:
    body = {name: value for name, value in WEEK.items() if name not in missing}
    assert therapist.call("POST", path, body).status_code == 201


@pytest.mark.parametrize(
    ("week_of", "late"),
    [("2026-03-02", False), ("2026-02-23", False), ("2026-02-16", True), ("2026-01-05", True)],
)
def test_a_report_is_late_after_the_days_of_grace(
    therapist: Caller, path: str, week_of: str, late: bool
) -> None:
    check_in = therapist.post(path, {**WEEK, "week_of": week_of})
    assert check_in["late"] is late
    assert therapist.get(f"/v1/check-ins/{check_in['id']}")["late"] is late


def test_the_last_day_of_grace_is_in_time_in_the_practices_own_zone(
    chart: Chart, therapist: Caller, path: str
) -> None:
    chart.world.days(13 + 13.5 / 24)
    assert therapist.post(path, WEEK)["late"] is False
    chart.world.days(1 / 24)
    assert therapist.post(path, {**WEEK, "source": "therapist"})["late"] is True


def test_the_practice_sets_the_days_of_grace_and_each_week_keeps_its_own(
    chart: Chart, therapist: Caller, path: str
) -> None:
    with chart.world.works.open(chart.world.home.id) as work:
        key = SettingKey.CHECK_IN_GRACE_DAYS.value
        work.add(PracticeSetting(key=key, value=0, from_on=date(2026, 2, 23)))
    assert therapist.post(path, {**WEEK, "week_of": "2026-02-23"})["late"] is True
    chart.world.days(-1)
    assert therapist.post(path, {**WEEK, "week_of": "2026-02-16"})["late"] is False
    assert [it["late"] for it in therapist.get(path)["items"]] == [True, False]


def test_check_ins_are_listed_the_latest_week_first(chart: Chart, therapist: Caller, path: str) -> None:
    ids = [chart.check_in(date(2026, 2, day), pressure=day, agency=3) for day in (2, 16, 9)]
    first = therapist.get(path, params={"limit": 2})
    rest = therapist.get(path, params={"limit": 2, "cursor": first["next_cursor"]})
    assert [it["id"] for it in first["items"]] == [ids[1], ids[2]]
    assert [it["id"] for it in rest["items"]] == [ids[0]]
    assert [(it["week"], it["counts"], it["ratings"]) for it in first["items"]] == [
        (7, {"pressure": 16}, {"agency": 3}),
        (6, {"pressure": 9}, {"agency": 3}),
    ]


def test_a_case_without_check_ins_has_an_empty_list(therapist: Caller, path: str) -> None:
    assert therapist.get(path) == {"items": [], "next_cursor": None}


def test_a_list_takes_as_many_statements_for_25_as_for_one(
    chart: Chart, therapist: Caller, path: str
) -> None:
    counts = []
    for weeks in (range(1, 2), range(2, 26)):
        for week in weeks:
            chart.set(
                CheckIn, chart.check_in(date.fromisocalendar(2025, week, 1), pressure=week), note="Hard."
            )
        before = len(chart.world.statements)
        therapist.get(path)
        counts.append(len(chart.world.statements) - before)
    assert counts[0] == counts[1]


def test_a_correction_changes_adds_and_takes_out_numbers(chart: Chart, therapist: Caller, path: str) -> None:
    check_in = therapist.post(path, WEEK)
    one = f"/v1/check-ins/{check_in['id']}"
    body = {"counts": {"pressure": 4, "criticism": None, "contempt": 2}, "ratings": {"hope_for_change": 3}}
    corrected = therapist.patch(one, {**body, "reason": "Forgot Sunday."}, etag=check_in)
    assert corrected["counts"] == {"pressure": 4, "contempt": 2}
    assert corrected["ratings"] == {"agency": 6, "hope_for_change": 3}
    assert (corrected["note"], corrected["corrections"], corrected["version"]) == ("Two hard talks.", 1, 2)
    (kept,) = therapist.get(f"{one}/corrections")["items"]
    assert kept["reason"] == "Forgot Sunday."
    assert kept["before"] == {name: WEEK[name] for name in ("counts", "ratings", "note")}
    assert therapist.get(path)["items"] == [corrected]
    for column in ("before", "reason"):
        assert " " not in chart.look(Correction, kept["id"], f"{column}_sealed")


def test_a_correction_of_the_note_leaves_the_numbers(therapist: Caller, path: str) -> None:
    check_in = therapist.post(path, WEEK)
    body = {"note": None, "reason": "Not for the files."}
    corrected = therapist.patch(f"/v1/check-ins/{check_in['id']}", body, etag=check_in)
    assert {**corrected, "note": WEEK["note"], "version": 1, "corrections": 0} == check_in


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"counts": {"pressure": 4}}, ("/reason", "required")),
        ({"reason": "Why."}, ("/reason", "nothing_corrected")),
        ({"counts": {"pressure": 5, "contempt": None}, "reason": "Why."}, ("/reason", "nothing_corrected")),
        (
            {"counts": {"pressure": None, "criticism": None}, "ratings": {"agency": None}, "reason": "Why."},
            ("/counts", "no_number"),
        ),
        ({"counts": None, "reason": "Why."}, ("/counts", "not_an_object")),
        ({"counts": {"agency": 1}, "reason": "Why."}, ("/counts/agency", "unknown_code")),
        ({"ratings": {"agency": 11}, "reason": "Why."}, ("/ratings/agency", "out_of_range")),
        ({"week_of": "2026-02-23", "reason": "Why."}, ("/week_of", "unknown_field")),
    ],
)
def test_a_correction_corrects_something(
    therapist: Caller, path: str, change: dict[str, Any], found: tuple[str, str]
) -> None:
    check_in = therapist.post(path, WEEK)
    one = f"/v1/check-ins/{check_in['id']}"
    assert faults(therapist.call("PATCH", one, change, etag=check_in)) == [found]
    assert therapist.get(one) == check_in


def test_a_check_in_in_error_is_kept_and_frees_its_week(chart: Chart, therapist: Caller, path: str) -> None:
    check_in = therapist.post(path, WEEK)
    one = f"/v1/check-ins/{check_in['id']}"
    wrong = therapist.post(f"{one}/mark-in-error", {"reason": "Another case."}, etag=check_in)
    assert (wrong["error_reason"], wrong["counts"]) == ("Another case.", WEEK["counts"])
    assert therapist.refused("PATCH", one, {"note": None, "reason": "Why."}, etag=wrong) == (
        409,
        "item_in_error",
    )
    again = therapist.call("POST", path, WEEK)
    assert again.status_code == 201
    assert {it["id"] for it in therapist.get(path)["items"]} == {again.json()["id"], wrong["id"]}
    with chart.world.works.open(chart.world.home.id) as work:
        assert len(work.db.scalars(select(CheckInValue)).all()) == 6


def test_a_change_names_the_version_that_it_is_of(chart: Chart, therapist: Caller) -> None:
    path = f"/v1/check-ins/{chart.check_in(date(2026, 3, 2), pressure=1)}"
    for method, where, body in (
        ("PATCH", path, {"counts": {"pressure": 2}, "reason": "Why."}),
        ("POST", f"{path}/mark-in-error", {"reason": "Why."}),
    ):
        assert therapist.refused(method, where, body) == (428, "if_match_required")
        assert therapist.refused(method, where, body, etag=2) == (412, "version_stale")


@pytest.mark.parametrize(
    ("entity", "values", "code"),
    [
        (Case, {"status": "closed", "closed_on": date(2026, 3, 1)}, "case_closed"),
        (Client, {"status": "archived"}, "client_archived"),
    ],
)
def test_nothing_changes_in_a_closed_case_or_for_an_archived_client(
    chart: Chart, therapist: Caller, path: str, entity: type, values: dict[str, Any], code: str
) -> None:
    one = f"/v1/check-ins/{chart.check_in(date(2026, 3, 2), pressure=1)}"
    chart.set(entity, chart.case_id if entity is Case else chart.client_id, **values)
    assert therapist.refused("POST", path, WEEK) == (409, code)
    body = {"counts": {"pressure": 2}, "reason": "Why."}
    assert therapist.refused("PATCH", one, body, etag=1) == (409, code)
    assert therapist.refused("POST", f"{one}/mark-in-error", {"reason": "Why."}, etag=1) == (409, code)
