"""C8: the client stays away; his figures are no outcome, and nobody runs after him (domain.md section 6)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from couplesone.sdk import ConflictError
from support.journeys import Journey, changes, told_outside
from support.waiting import assert_still_waiting
from support.world import World

OPENED = date(2026, 1, 26)
"""Five weeks before the clock stands: the last session that was held lies 21 days back."""
CLOSING: dict[str, Any] = {
    "closing_reason": "no_contact",
    "goals_outcome": "not_assessed",
    "relationship_outcome": "unknown",
}


@pytest.fixture
def sam(world: World) -> Journey:
    """Sam after three sessions, two that he missed, and 21 days of silence."""
    journey = Journey(world, "Sam O.", "Robin", opened_on=OPENED)
    for week in range(5):
        held = week < 3
        journey.client.record_session(
            journey.case_id,
            held_on=journey.day(-35 + 7 * week),
            minutes=50,
            status="held" if held else "no_show",
        )
    journey.measure("csi16", 33, OPENED)
    journey.measure("csi16", 36, date(2026, 2, 9))
    return journey


@pytest.mark.row("C8")
def test_sam_who_stays_away(world: World, sam: Journey) -> None:
    client, case_id = sam.client, sam.case_id
    first, second = sam.plan(date(2026, 2, 9), goals=2)
    sessions = client.list_sessions(case_id)["items"]
    assert [one["status"] for one in sessions] == ["no_show", "no_show", "held", "held", "held"]
    silent = world.today - date.fromisoformat(sessions[2]["held_on"])
    assert silent.days == 21
    assert client.get_dashboard(case_id)["t_score"] is not None

    client.hold_goal(first, if_match=client.get_goal(first)["version"])
    client.cancel_goal(second, if_match=client.get_goal(second)["version"])
    inactive = client.deactivate_case(
        case_id, reason="21 days without an answer.", if_match=sam.case["version"]
    )
    assert inactive["status"] == "inactive"
    assert client.get_dashboard(case_id)["attention"] == [], "nobody is hunted"
    assert reason(sam) == "inactive"

    world.days(14)
    closed = client.close_case(case_id, if_match=sam.case["version"], **CLOSING)
    assert (closed["status"], closed["closing_reason"]) == ("closed", "no_contact")
    assert changes(client, case_id) == {
        "csi16": {"sd17_r98": (3.0, 0.88, False, "unchanged"), "sd17_r94": (3.0, 0.51, False, "unchanged")}
    }
    results = client.get_measure_results(case_id)
    assert results["completeness"]["complete"] is False
    assert results["completeness"]["reason"] is not None
    assert results["completeness"]["reason"]["sentence"] == (
        "The client stopped coming: no ending, and nothing is carried forward."
    )
    assert [one["taken_on"] for one in results["items"][0]["results"]] == ["2026-01-26", "2026-02-09"]
    attainment = client.get_progress(case_id)["attainment"]
    assert attainment["t_score"] is None
    assert [goal["lifecycle"] for goal in attainment["goals"]] == ["on_hold"]
    assert client.get_dashboard(case_id)["t_score"] is None
    with pytest.raises(ConflictError) as ended:
        client.record_session(case_id, minutes=50)
    assert ended.value.code == "case_closed"
    assert client.list_access_links(case_id)["items"] == []
    assert told_outside(world) == {"case.opened", "case.closed", "plan.activated"}
    assert_still_waiting(world, "C8")


@pytest.mark.row("C8")
@pytest.mark.parametrize("agreed", [True, False], ids=["agreed", "never_asked"])
def test_sam_is_asked_again_only_if_he_agreed_to_it(world: World, sam: Journey, agreed: bool) -> None:
    client = sam.client
    if agreed:
        client.record_consent(
            sam.client_id,
            kind="follow_up",
            text_version="2026-01",
            text="You may ask me how things went.",
            method="verbal",
            given_at=world.clock.now(),
        )
    client.close_case(sam.case_id, if_match=sam.case["version"], **CLOSING)
    planned = client.list_follow_ups(sam.case_id)["items"]
    assert sorted(one["months_after"] for one in planned) == ([3, 6, 12, 24, 60] if agreed else [])
    if not agreed:
        with pytest.raises(ConflictError) as refused:
            client.plan_follow_up(sam.case_id, months_after=3)
        assert refused.value.code == "follow_up_not_consented"


@pytest.mark.row("C8")
def test_sam_comes_back_to_a_new_episode(world: World, sam: Journey) -> None:
    client = sam.client
    sam.plan(date(2026, 2, 9))
    client.close_case(sam.case_id, if_match=sam.case["version"], **CLOSING)
    world.days(60)
    again = client.reopen_case(sam.case_id, if_match=sam.case["version"])
    assert (again["previous_case_id"], again["status"], again["stage"]) == (sam.case_id, "intake", 0)
    assert sam.case["next_case_id"] == again["id"]
    assert sam.case["status"] == "closed"
    assert client.get_measure_results(again["id"])["items"] == []
    dashboard = client.get_dashboard(again["id"])
    assert (dashboard["t_score"], dashboard["plan"], dashboard["measures"]) == (None, None, [])
    assert client.get_measure_results(sam.case_id)["completeness"]["complete"] is False
    with pytest.raises(ConflictError) as twice:
        client.reopen_case(sam.case_id, if_match=sam.case["version"])
    assert twice.value.code == "case_already_reopened"


def reason(journey: Journey) -> str | None:
    found = journey.client.get_measure_results(journey.case_id)["completeness"]["reason"]
    return found and found["code"]
