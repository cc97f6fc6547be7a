"""What was told of harm makes a screen due, and danger holds a plan to tell the partner."""

from __future__ import annotations

import pytest

from support.safety import HIGH, blocks, screened

PLAN = {"intent": "tell", "what": ["attends_therapy"]}


@pytest.mark.row("S2.53")
def test_harm_that_is_told_makes_a_screen_due(therapist, path):
    screened(therapist, path)
    assert blocks(therapist, path) == []
    for crossing in ("difficult", "unacceptable"):
        therapist.post(f"{path}/partner-statements", {"text": "He shouted.", "line_crossing": crossing})
    assert blocks(therapist, path) == []
    told = therapist.post(f"{path}/partner-statements", {"text": "He raised his hand."})
    where = f"/v1/partner-statements/{told['id']}/triage"
    therapist.post(where, {"line_crossing": "harmful"}, etag=told)
    assert blocks(therapist, path) == ["screen_due"]


@pytest.mark.row("S3.24")
def test_danger_holds_a_plan_to_tell_and_shows_to_those_who_may_know(world, chart, therapist, path):
    key = world.home.api_key(world.home.people["therapist"], ["case.read", "case.write"])
    assert key.refused("POST", f"{path}/transparency-plans", PLAN) == (409, "telling_held"), (
        "not screened yet"
    )
    assert therapist.post(f"{path}/transparency-plans", PLAN)["intent"] == "tell"
    screened(therapist, path)
    assert key.post(f"{path}/transparency-plans", PLAN)["intent"] == "tell"
    screened(therapist, path, HIGH)
    for caller in (therapist, key):
        assert caller.refused("POST", f"{path}/transparency-plans", PLAN) == (409, "telling_held")
    seen = {
        "therapist": therapist.get(f"{path}/partner-informed")["state"],
        "supervisor": world.home.people["supervisor"].call.get(f"{path}/partner-informed")["state"],
        "owner": world.home.people["owner"].call.get(f"{path}/partner-informed")["state"],
        "key": key.get(f"{path}/partner-informed")["state"],
    }
    assert seen == {"therapist": "unsafe", "supervisor": "unsafe", "owner": "no", "key": "no"}
    assert therapist.post(f"{path}/told-partner", {"shared": ["attends_therapy"]})["shared"] == [
        "attends_therapy"
    ]
