"""Administrations over HTTP: what is taken, scored, corrected, computed again, and refused."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from couplesone.cases.models import Case
from couplesone.measures.administrations import service
from couplesone.measures.administrations.models import Administration, AdministrationAnswer
from couplesone.measures.instruments.catalogue import SHIPPED
from support.http import Caller
from support.papers import NOWHERE, Chart
from support.world import Person, World

PHQ_12 = [2, 2, 1, 2, 1, 1, 2, 1, 0]
BODY: dict[str, Any] = {
    "instrument": "phq9",
    "taken_on": "2026-02-02",
    "respondent": "client",
    "source": "paper",
    "items": PHQ_12,
}


def errors(caller: Caller, method: str, path: str, body: Any, **more: Any) -> list[tuple[str, str]]:
    answer = caller.call(method, path, body, **more)
    assert answer.status_code == 422, answer.text
    return [(error["pointer"], error["code"]) for error in answer.json()["errors"]]


@pytest.mark.row("S0.11")
def test_an_administration_is_written_scored_and_read_back(
    therapist: Caller, path: str, chart: Chart
) -> None:
    made = therapist.post(path, BODY | {"note": "Quiet that day."})
    assert made["case_id"] == str(chart.case_id)
    for name in ("instrument", "taken_on", "respondent", "source", "items"):
        assert made[name] == BODY[name]
    assert (made["about"], made["note"], made["instrument_version"]) == ("client", "Quiet that day.", 1)
    assert made["score"] == {
        "answered": 9,
        "total": 12.0,
        "prorated": False,
        "band": "moderate",
        "subscales": [],
    }
    assert [(cut["code"], cut["met"]) for cut in made["cut_offs"]] == [("case", True)]
    assert made["parameters"]["reliable_change"][0]["points"] == 6
    assert (made["risk_items"], made["corrections"]) == ([], 0)
    assert therapist.get(f"/v1/administrations/{made['id']}") == made
    assert therapist.get(path)["items"] == [made]


def test_without_a_day_it_was_today(therapist: Caller, path: str, world: World) -> None:
    made = therapist.post(path, {key: value for key, value in BODY.items() if key != "taken_on"})
    assert made["taken_on"] == world.today.isoformat()


@pytest.mark.row("S2.52")
@pytest.mark.parametrize(
    ("member", "code"),
    [
        ("respondent", "partner"),
        ("respondent", "therapist"),
        ("respondent", "other"),
        ("about", "partner"),
        ("about", "both"),
    ],
)
def test_nobody_is_scored_by_proxy(therapist: Caller, path: str, member: str, code: str) -> None:
    """Invariant 11, and invariant 1 for scores."""
    assert therapist.refused("POST", path, BODY | {member: code}) == (422, "proxy_measure_refused")
    assert therapist.get(path)["items"] == []


@pytest.mark.parametrize("values", [{"respondent": "partner"}, {"about": "partner"}])
def test_the_database_refuses_a_proxy_too(
    world: World, therapist: Caller, path: str, chart: Chart, values: dict[str, str]
) -> None:
    made = therapist.post(path, BODY)
    with pytest.raises(IntegrityError):
        chart.set(Administration, made["id"], **values)


def test_who_answered_cannot_be_changed_later(therapist: Caller, path: str) -> None:
    made = therapist.post(path, BODY)
    one = f"/v1/administrations/{made['id']}"
    for member in ("respondent", "about"):
        body = {member: "partner", "reason": "Tobias filled it in."}
        assert errors(therapist, "PATCH", one, body, etag=made) == [(f"/{member}", "unknown_field")]


def test_without_its_guard_a_proxy_would_be_recorded(
    world: World, therapist: Caller, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The guard taken away, what stands behind it is the database."""
    monkeypatch.setattr(service, "_require_the_client", lambda _: None)
    with pytest.raises(AssertionError, match="proxy_measure_refused"):
        test_nobody_is_scored_by_proxy(therapist, path, "respondent", "partner")


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ([0] * 8, [("/items", "wrong_item_count")]),
        ([0] * 10, [("/items", "wrong_item_count")]),
        ([], [("/items", "wrong_item_count")]),
        ([None] * 9, [("/items", "nothing_answered")]),
        ([0, 4, 0, 0, -1, 0, 0, 0, 2**40], [(f"/items/{n}", "out_of_range") for n in (1, 4, 8)]),
        ([0, 1.5, 0, 0, 0, 0, 0, 0, 0], [("/items/1", "not_an_integer")]),
        ([0, "1", 0, 0, 0, 0, 0, 0, True], [("/items/1", "not_an_integer"), ("/items/8", "not_an_integer")]),
    ],
)
def test_answers_that_do_not_fit_are_named_one_by_one(
    therapist: Caller, path: str, items: list[Any], expected: list[tuple[str, str]]
) -> None:
    assert errors(therapist, "POST", path, BODY | {"items": items}) == expected


@pytest.mark.parametrize(("member", "value"), [("instrument", "bdi2"), ("source", "phone")])
def test_unknown_codes(therapist: Caller, path: str, member: str, value: str) -> None:
    assert errors(therapist, "POST", path, BODY | {member: value}) == [(f"/{member}", "unknown_code")]


def test_a_day_that_has_not_come(therapist: Caller, path: str) -> None:
    assert therapist.refused("POST", path, BODY | {"taken_on": "2026-03-03"}) == (422, "dates_out_of_order")
    made = therapist.post(path, BODY)
    change = {"taken_on": "2026-03-03", "reason": "Wrong day."}
    one = f"/v1/administrations/{made['id']}"
    assert therapist.refused("PATCH", one, change, etag=made) == (422, "dates_out_of_order")


def test_an_instrument_is_taken_once_a_day(therapist: Caller, path: str) -> None:
    made = therapist.post(path, BODY)
    assert therapist.refused("POST", path, BODY) == (409, "administration_exists")
    other = therapist.post(path, BODY | {"taken_on": "2026-02-09"})
    body = {"taken_on": "2026-02-02", "reason": "Wrong day."}
    one = f"/v1/administrations/{other['id']}"
    assert therapist.refused("PATCH", one, body, etag=other) == (409, "administration_exists")
    void = therapist.post(f"/v1/administrations/{made['id']}/mark-in-error", {"reason": "Twice."}, etag=made)
    assert (void["error_reason"], void["version"]) == ("Twice.", made["version"] + 1)
    assert therapist.post(path, BODY)["id"] != made["id"]


def test_missing_answers_are_prorated_and_flagged(therapist: Caller, path: str) -> None:
    made = therapist.post(path, BODY | {"items": [2, 2, 1, 2, 1, 1, 2, 1, None]})
    assert made["items"][8] is None
    assert made["score"] | {"subscales": []} == {
        "answered": 8,
        "total": 14.0,  # mean 12 / 8 * 9 = 13.5, half up
        "prorated": True,
        "band": "moderate",
        "subscales": [],
    }
    assert [(cut["met"], cut["prorated"]) for cut in made["cut_offs"]] == [(True, True)]


def test_with_too_many_missing_there_is_no_total_and_no_cut_off(therapist: Caller, path: str) -> None:
    made = therapist.post(path, BODY | {"items": [2, 2, 1, 2, 1, 1, 2, None, None]})
    assert (made["score"]["total"], made["score"]["band"], made["cut_offs"]) == (None, None, [])


def test_subscales_are_kept_and_shown(therapist: Caller, path: str) -> None:
    items = [5] * 6 + [0] * 4 + [4, 5, 5, None]
    made = therapist.post(path, BODY | {"instrument": "rdas", "items": items})
    assert [(it["code"], it["total"]) for it in made["score"]["subscales"]] == [
        ("consensus", 30.0),
        ("satisfaction", 20.0),
        ("cohesion", None),
    ]
    assert therapist.get(f"/v1/administrations/{made['id']}") == made


def test_a_correction_scores_again_and_keeps_what_was_said(therapist: Caller, path: str) -> None:
    made = therapist.post(path, BODY | {"note": "First."})
    one = f"/v1/administrations/{made['id']}"
    items = [None, 3, 1, 2, 1, 1, 2, 1, 0]
    changed = therapist.patch(one, {"items": items, "reason": "Item 2 typed wrong."}, etag=made)
    assert (changed["items"], changed["score"]["total"]) == (items, 12.0)  # 11 / 8 * 9 = 12.375
    assert (changed["corrections"], changed["version"]) == (1, made["version"] + 1)
    again = therapist.patch(
        one, {"items": PHQ_12, "note": None, "source": "link", "reason": "No."}, etag=changed
    )
    assert (again["items"], again["note"], again["source"]) == (PHQ_12, None, "link")
    history = therapist.get(f"{one}/corrections")["items"]
    assert [(it["reason"], it["before"]["items"], it["before"]["note"]) for it in history] == [
        ("No.", items, "First."),
        ("Item 2 typed wrong.", PHQ_12, "First."),
    ]
    assert history[1]["before"]["total"] == 12.0
    assert therapist.get(path)["items"] == [again]


def test_a_correction_without_change_or_with_answers_that_do_not_fit(therapist: Caller, path: str) -> None:
    made = therapist.post(path, BODY)
    one = f"/v1/administrations/{made['id']}"
    assert errors(therapist, "PATCH", one, {"reason": "Why not."}, etag=made) == [
        ("/reason", "nothing_corrected")
    ]
    body = {"items": [9] * 9, "reason": "Oh."}
    assert len(errors(therapist, "PATCH", one, body, etag=made)) == 9
    assert errors(therapist, "PATCH", one, {"items": None, "reason": "Oh."}, etag=made) == [
        ("/items", "not_a_list")
    ]


def test_versions_are_asked_for(therapist: Caller, path: str) -> None:
    made = therapist.post(path, BODY)
    one, body = f"/v1/administrations/{made['id']}", {"source": "link", "reason": "It was a link."}
    assert therapist.refused("PATCH", one, body) == (428, "if_match_required")
    therapist.patch(one, body, etag=made)
    assert therapist.refused("PATCH", one, body, etag=made) == (412, "version_stale")
    void = f"{one}/mark-in-error"
    assert therapist.refused("POST", void, {"reason": "No."}, etag=made) == (412, "version_stale")


def test_what_was_marked_as_an_error_stays_so(therapist: Caller, path: str) -> None:
    made = therapist.post(path, BODY)
    one = f"/v1/administrations/{made['id']}"
    void = therapist.post(f"{one}/mark-in-error", {"reason": "Another client's."}, etag=made)
    assert therapist.refused("PATCH", one, {"source": "link", "reason": "x"}, etag=void) == (
        409,
        "item_in_error",
    )
    assert therapist.refused("POST", f"{one}/mark-in-error", {"reason": "x"}, etag=void) == (
        409,
        "item_in_error",
    )


def test_nothing_is_recorded_in_a_closed_case(therapist: Caller, path: str, chart: Chart) -> None:
    from datetime import date

    chart.set(Case, chart.case_id, status="closed", closed_on=date(2026, 3, 1))
    assert therapist.refused("POST", path, BODY) == (409, "case_closed")


def test_sent_again_with_the_same_key_it_is_recorded_once(therapist: Caller, path: str) -> None:
    first = therapist.call("POST", path, BODY, key="a")
    again = therapist.call("POST", path, BODY, key="a")
    assert (again.status_code, again.json()) == (201, first.json())
    assert again.headers["Idempotency-Replayed"] == "true"
    assert len(therapist.get(path)["items"]) == 1


def test_outside_the_caseload_it_is_unknown(therapist: Caller, path: str, strangers: list[Person]) -> None:
    made = therapist.post(path, BODY)
    one = f"/v1/administrations/{made['id']}"
    for stranger in strangers:
        for method, where, body in (
            ("POST", path, BODY),
            ("GET", path, None),
            ("GET", one, None),
            ("GET", f"{one}/corrections", None),
            ("POST", f"{one}/recompute", None),
            ("PATCH", one, {"source": "link", "reason": "x"}),
            ("POST", f"{one}/mark-in-error", {"reason": "x"}),
        ):
            etag = 1 if method == "PATCH" or where.endswith("error") else None
            assert stranger.call.refused(method, where, body, etag=etag) == (404, "not_found")
    assert therapist.refused("GET", f"/v1/administrations/{NOWHERE}") == (404, "not_found")


def test_who_reads_and_who_writes(world: World, therapist: Caller, path: str) -> None:
    made = therapist.post(path, BODY)
    one = f"/v1/administrations/{made['id']}"
    for role in ("supervisor", "owner"):
        caller = world.home.people[role].call
        assert caller.get(one)["score"]["total"] == 12.0
        assert caller.refused("POST", path, BODY) == (403, "permission_denied")
    for role in ("front_desk", "biller"):
        caller = world.home.people[role].call
        assert caller.refused("GET", one) == (403, "permission_denied")
        assert caller.refused("GET", "/v1/instruments") == (403, "permission_denied")
    key = world.home.api_key(world.home.people["therapist"], ["measure.read"])
    assert key.get(one)["id"] == made["id"]
    assert key.refused("POST", path, BODY) == (403, "permission_denied")


def test_a_list_is_a_constant_number_of_statements(world: World, therapist: Caller, path: str) -> None:
    def sent() -> int:
        before = len(world.statements)
        therapist.get(path)
        return len(world.statements) - before

    therapist.post(path, BODY)
    few = sent()
    for day in range(1, 25):
        therapist.post(path, BODY | {"taken_on": f"2026-01-{day:02}"})
    assert sent() == few


def test_words_are_sealed_and_numbers_are_not(world: World, therapist: Caller, path: str) -> None:
    made = therapist.post(path, BODY | {"note": "Zebrafinch."})
    with world.works.open(world.home.id) as work:
        row = work.get(Administration, UUID(made["id"]))
        assert "Zebrafinch" not in row.note_sealed  # type: ignore[attr-defined]
        rows = work.db.scalars(select(AdministrationAnswer).order_by(AdministrationAnswer.item))
        assert [answer.value for answer in rows] == PHQ_12


LOWEST = {code: [item.low for item in instrument.rule.items] for code, instrument in SHIPPED.items()}


def recomputed(caller: Caller, path: str) -> list[tuple[str, bool]]:
    return [
        (it["instrument"], caller.post(f"/v1/administrations/{it['id']}/recompute")["agrees"])
        for it in caller.get(path)["items"]
    ]


def test_every_stored_score_can_be_computed_again(
    world: World, therapist: Caller, path: str, chart: Chart
) -> None:
    """Invariant 10: instrument version, parameters and value are stored, and lead to the same value."""
    for code, items in LOWEST.items():
        therapist.post(path, BODY | {"instrument": code, "items": items})
    made = therapist.post(path, BODY | {"taken_on": "2026-02-09", "items": [1, 2, 0, 3, 1, 0, 1, None, 0]})
    assert recomputed(therapist, path) == [(it["instrument"], True) for it in therapist.get(path)["items"]]
    asked = f"/v1/administrations/{made['id']}/recompute"
    assert therapist.post(asked)["stored"] == made["score"]
    chart.set(Administration, made["id"], total=11.0)
    answer = therapist.post(asked)
    assert (answer["agrees"], answer["stored"]["total"], answer["computed"]["total"]) == (False, 11.0, 9.0)


@pytest.mark.parametrize("changed", ["a reversal", "an answer", "the total"])
def test_whatever_part_of_a_score_is_changed_past_the_api_shows(
    world: World, therapist: Caller, path: str, changed: str
) -> None:
    made = therapist.post(path, BODY)
    with world.works.open(world.home.id) as work:
        row = work.get(Administration, UUID(made["id"]))
        if changed == "the total":
            row.total = 13.0
        elif changed == "a reversal":
            first, *rest = row.parameters["items"]
            row.parameters = row.parameters | {"items": [first | {"reversed": True}, *rest]}
        else:
            answer = work.db.scalars(select(AdministrationAnswer)).first()
            assert answer is not None
            answer.value = 0 if answer.value else 1
    assert therapist.post(f"/v1/administrations/{made['id']}/recompute")["agrees"] is False
