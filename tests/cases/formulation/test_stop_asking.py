"""Stop-asking pacts and their streaks; changing a strategy is no giving up."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from couplesone.cases.formulation.stop_asking.streak import streak, target

row = pytest.mark.row
START = date(2026, 1, 19)


@pytest.fixture
def where(case) -> str:
    return f"/v1/cases/{case}/stop-asking-pacts"


def ask(therapist, case, day: str, kind: str = "ask", **more) -> dict:
    return therapist.post(f"/v1/cases/{case}/pressure-events", {"type": kind, "occurred_on": day} | more)


@row("S2.57")
def test_the_streak_runs_from_the_start_or_from_the_last_asking(therapist, case, where) -> None:
    """C6: 42 days without asking."""
    ask(therapist, case, "2026-01-18")
    pact = therapist.post(where, {"started_on": "2026-01-19", "target_days": 42})
    assert (pact["started_on"], pact["target_days"], pact["target_on"]) == ("2026-01-19", 42, "2026-03-02")
    assert (pact["streak_days"], pact["target_reached"], pact["asked_since_start"]) == (42, True, 0)
    ask(therapist, case, "2026-02-01", "article_sent")
    assert therapist.get(f"/v1/stop-asking-pacts/{pact['id']}")["streak_days"] == 42
    slip = ask(therapist, case, "2026-02-20", "plead", times=2)
    seen = therapist.get(f"/v1/stop-asking-pacts/{pact['id']}")
    assert (seen["streak_days"], seen["target_reached"]) == (10, False)
    assert (seen["asked_since_start"], seen["last_asked_on"]) == (2, "2026-02-20")
    therapist.post(f"/v1/pressure-events/{slip['id']}/mark-in-error", {"reason": "A dream."}, etag=slip)
    assert therapist.get(f"/v1/stop-asking-pacts/{pact['id']}")["streak_days"] == 42


def test_one_pact_at_a_time_and_each_ends_once(therapist, case, where) -> None:
    pact = therapist.post(where, {"started_on": "2026-02-01", "target_days": 60})
    assert therapist.refused("POST", where, {"target_days": 7}) == (409, "stop_asking_pact_exists")
    path, order = f"/v1/stop-asking-pacts/{pact['id']}", (422, "dates_out_of_order")
    for day in ("2026-01-31", "2026-03-03"):
        assert therapist.refused("POST", f"{path}/end", {"ended_on": day}, etag=pact) == order
    ended = therapist.post(f"{path}/end", {"ended_on": "2026-02-11", "reason": "He asked."}, etag=pact)
    assert (ended["streak_days"], ended["end_reason"], ended["ended_on"]) == (10, "He asked.", "2026-02-11")
    assert ended["actions"][0]["code"] == "stop_asking_pact_ended"
    assert therapist.refused("POST", f"{path}/end", {}, etag=ended) == (409, "stop_asking_pact_ended")
    assert therapist.refused("PATCH", path, {"started_on": "2026-02-12"}, etag=ended) == order
    ask(therapist, case, "2026-02-15")
    assert therapist.get(path)["streak_days"] == 10, "what comes after the end breaks nothing"
    second = therapist.post(where, {"target_days": 7})
    therapist.post(f"/v1/stop-asking-pacts/{second['id']}/mark-in-error", {"reason": "No."}, etag=second)
    therapist.post(where, {"target_days": 9})


@row("S2.58")
def test_a_change_of_strategy_has_a_reason(therapist, case) -> None:
    where = f"/v1/cases/{case}/strategy-changes"
    body = {"given_up": "convince", "instead": "own_change", "reason": "It failed for years."}
    made = therapist.post(where, body)
    read = therapist.get(f"/v1/strategy-changes/{made['id']}")
    assert {name: read[name] for name in body} == body
    same = body | {"instead": "convince"}
    assert therapist.refused("POST", where, same) == (422, "validation_failed")
    path = f"/v1/strategy-changes/{made['id']}"
    for change in ({"instead": "convince"}, {"given_up": "own_change"}):
        assert therapist.refused("PATCH", path, change, etag=made) == (422, "validation_failed")
    assert therapist.patch(path, {"instead": "wait"}, etag=made)["instead"] == "wait"


days = st.integers(0, 100).map(lambda number: START + timedelta(days=number))


@given(days, st.lists(st.tuples(days, st.integers(1, 5))))
def test_a_streak_is_never_longer_than_the_pact_nor_than_the_time_since_the_last_asking(until, asks) -> None:
    kept = streak(START, until, asks)
    assert 0 <= kept.days <= (until - START).days
    counted = [(day, times) for day, times in asks if day <= until]
    assert kept.asked == sum(times for _, times in counted)
    assert kept.last_asked_on == max((day for day, _ in counted), default=None)
    if kept.last_asked_on:
        assert kept.days == (until - kept.last_asked_on).days


def test_an_asking_on_the_first_day_counts_and_one_before_does_not() -> None:
    assert streak(START, START, [(START, 3), (START - timedelta(days=1), 9)]).asked == 3
    assert target(START, 42) == date(2026, 3, 2)
