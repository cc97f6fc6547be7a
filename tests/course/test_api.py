"""The course room over HTTP, on both engines."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest

GOAL = {
    "title": "I take a break before I answer",
    "less": ["shouting at Tobias"],
    "more": ["twenty minutes apart before I answer"],
    "instead_of": [],
    "indicator": "Breaks taken in a week, from my own log",
    "levels": {"-2": "never", "-1": "once a week", "0": "three times", "1": "five times", "2": "every time"},
    "weight": 3,
    "baseline_level": -1,
    "acting_person": "client",
    "measured_person": "client",
    "category": "skill",
}


@pytest.fixture
def case(world):
    """A case of the therapist that was opened sixteen weeks ago."""
    client = world.therapist.post(
        "/v1/clients",
        {"name_used": "Mara L.", "pronouns": "she", "locale": "en", "time_zone": "Europe/Vienna"},
    )
    partner = world.therapist.post(f"/v1/clients/{client['id']}/partners", {"name_used": "Tobias"})
    opened = world.today - timedelta(weeks=15)
    return world.therapist.post(
        f"/v1/clients/{client['id']}/cases",
        {"partner_id": partner["id"], "opened_on": opened.isoformat(), "purpose_statement": "Become calmer."},
    )


def test_the_dashboard_of_a_new_case(world, case) -> None:
    seen = world.therapist.get(f"/v1/cases/{case['id']}/dashboard")
    assert seen["client"]["name_used"] == "Mara L."
    assert seen["partner"]["name_used"] == "Tobias"
    assert seen["purpose_statement"] == "Become calmer."
    assert (seen["stage"], seen["stage_name"]) == (0, "intake")
    assert (seen["t_score"], seen["plan"], seen["goals"]) == (None, None, [])
    assert seen["current_week"] == 16
    assert seen["attention"] == ["no_next_step", "check_in_missing"]
    assert seen["invitation_holds"] == {"state": "not_tracked_yet"}
    assert seen["focus"]["nap"] is None


def test_who_may_see_the_dashboard(world, case) -> None:
    path = f"/v1/cases/{case['id']}/dashboard"
    for role in ("owner", "supervisor"):
        assert world.home.people[role].call.refused("GET", path) == (404, "not_found")
    for role in ("front_desk", "biller"):
        assert world.home.people[role].call.refused("GET", path) == (403, "permission_denied")
    assert world.other.people["therapist"].call.refused("GET", path) == (404, "not_found")
    assert world.therapist.refused("GET", f"/v1/cases/{uuid.uuid4()}/dashboard") == (404, "not_found")
