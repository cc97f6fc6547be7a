"""The worksheet of the control circle."""

from __future__ import annotations

import pytest
from sqlalchemy import text

CIRCLE = {
    "occurred_on": "2026-02-09",
    "inside": ["How I say good morning", "I go to choir on Thursdays"],
    "outside": ["Whether Tobias comes along"],
}


@pytest.fixture
def path(chart) -> str:
    return f"/v1/cases/{chart.case_id}/control-circles"


@pytest.mark.row("S2.42")
def test_what_is_in_ones_hands_is_told_from_what_is_not(world, therapist, path) -> None:
    made = therapist.post(path, CIRCLE)
    assert CIRCLE.items() <= made.items()
    url = f"/v1/control-circles/{made['id']}"
    changed = therapist.patch(url, {"outside": [], "inside": ["When I go to bed"]}, etag=made)
    assert (changed["inside"], changed["outside"]) == (["When I go to bed"], [])
    assert therapist.patch(url, {"occurred_on": "2026-02-10"}, etag=changed)["occurred_on"] == "2026-02-10"
    with world.works.open(world.home.id) as work:
        assert "bed" not in str(work.connection.execute(text("SELECT * FROM control_circles")).all())


@pytest.mark.row("S2.42")
def test_what_the_partner_does_is_not_inside(therapist, path) -> None:
    answer = therapist.call("POST", path, CIRCLE | {"inside": ["I breathe", "Tobias comes to a session"]})
    assert (answer.status_code, answer.json()["code"]) == (422, "goal_outside_own_control")
    assert [error["pointer"] for error in answer.json()["errors"]] == ["/inside/1"]
    made = therapist.post(path, CIRCLE)
    url = f"/v1/control-circles/{made['id']}"
    refused = therapist.refused("PATCH", url, {"inside": ["He apologises first"]}, etag=made)
    assert refused == (422, "goal_outside_own_control")
    assert therapist.get(url) == made


@pytest.mark.parametrize("body", [{}, {"inside": []}, {"inside": ["x"] * 21}, {"inside": ["I read", ""]}])
def test_what_is_no_worksheet(therapist, path, body) -> None:
    assert therapist.refused("POST", path, body) == (422, "validation_failed")


def test_the_day_has_come(therapist, path) -> None:
    late = (422, "dates_out_of_order")
    assert therapist.refused("POST", path, CIRCLE | {"occurred_on": "2026-03-03"}) == late
    made = therapist.post(path, CIRCLE)
    url = f"/v1/control-circles/{made['id']}"
    assert therapist.refused("PATCH", url, {"occurred_on": "2026-03-03"}, etag=made) == late
