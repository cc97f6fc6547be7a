"""The plan, its goals and the weekly self-ratings, row by row: written over HTTP and read back."""

from __future__ import annotations

from typing import Any

import pytest

from support.http import Caller
from support.papers import GOAL, Chart

row = pytest.mark.row
WEEK = {"week_of": "2026-03-02", "source": "client"}


@row("S1.6")
@row("S3.38")
def test_a_plan_is_complete_without_any_event_of_the_partner(chart: Chart, therapist: Caller) -> None:
    plan = therapist.post(f"/v1/cases/{chart.case_id}/plans", {})
    goal = therapist.post(f"/v1/plans/{plan['id']}/goals", GOAL)
    plan = therapist.get(f"/v1/plans/{plan['id']}")
    active = therapist.post(f"/v1/plans/{plan['id']}/activate", {}, etag=plan)
    assert active["status"] == "active"
    assert therapist.get(f"/v1/goals/{goal['id']}")["lifecycle"] == "active"


@row("S0.17")
def test_a_plan_has_the_values_it_stands_on(chart: Chart, therapist: Caller) -> None:
    said = "I show up as somebody I respect."
    plan = therapist.post(f"/v1/cases/{chart.case_id}/plans", {"values_statement": said})
    assert therapist.get(f"/v1/plans/{plan['id']}")["values_statement"] == said


@row("S2.34")
@pytest.mark.parametrize(
    "category", ["pattern", "skill", "connection", "self", "voice_needs", "process_refusal"]
)
def test_a_goal_is_about_pattern_skill_connection_or_self(
    chart: Chart, therapist: Caller, category: str
) -> None:
    plan = therapist.post(f"/v1/cases/{chart.case_id}/plans", {})
    goal = therapist.post(f"/v1/plans/{plan['id']}/goals", GOAL | {"category": category})
    assert therapist.get(f"/v1/goals/{goal['id']}")["category"] == category


def reported(chart: Chart, therapist: Caller, **ratings: int) -> dict[str, Any]:
    """Report a week and return what is read of it."""
    made = therapist.post(f"/v1/cases/{chart.case_id}/check-ins", WEEK | {"ratings": ratings})
    found: dict[str, Any] = therapist.get(f"/v1/check-ins/{made['id']}")
    return found


@row("S3.9")
def test_commitment_is_rated_from_0_to_10(chart: Chart, therapist: Caller) -> None:
    assert reported(chart, therapist, commitment=10)["ratings"] == {"commitment": 10}
    wrong = WEEK | {"ratings": {"commitment": 11}}
    refused = therapist.refused("POST", f"/v1/cases/{chart.case_id}/check-ins", wrong)
    assert refused == (422, "validation_failed")


@row("S1.12")
@row("S2.61")
def test_acceptance_and_patience_are_series_of_their_own(chart: Chart, therapist: Caller) -> None:
    assert reported(chart, therapist, acceptance_of_refusal=4, patience=7)["ratings"] == {
        "acceptance_of_refusal": 4,
        "patience": 7,
    }
    series = therapist.get(f"/v1/cases/{chart.case_id}/progress")["series"]
    assert {one["measure"] for one in series} == {"acceptance_of_refusal", "patience"}
