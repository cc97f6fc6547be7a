"""C10: the solo work is done when the partner wants to come; what follows is another case (domain.md section 6)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from couplesone.sdk import ConflictError, ForbiddenError
from support.journeys import Journey, changes, told_outside
from support.waiting import assert_still_waiting
from support.world import World

OPENED = date(2025, 12, 22)
"""Ten weeks before the clock stands."""
DECISION: dict[str, Any] = {
    "choice": "work_on_self",
    "ambivalence_stay": 8,
    "ambivalence_leave": 3,
    "review_on": date(2026, 9, 1),
}
PAPER = {"sha256": "9f86d081884c7d659a2feaa0c55ad015" * 2, "signed_on": date(2026, 2, 23)}


@pytest.fixture
def wei(world: World) -> Journey:
    """Wei after ten sessions alone."""
    journey = Journey(world, "Wei Z.", "Ana", opened_on=OPENED)
    for week in range(10):
        journey.client.record_session(journey.case_id, held_on=journey.day(-70 + 7 * week), minutes=50)
    journey.measure("csi16", 44, OPENED)
    journey.measure("csi16", 54, date(2026, 2, 23))
    return journey


@pytest.mark.row("C10")
def test_wei_whose_partner_wants_to_come(world: World, wei: Journey) -> None:
    client, case_id = wei.client, wei.case_id
    sessions = client.list_sessions(case_id)["items"]
    assert [(one["status"], one["present"]) for one in sessions] == [("held", "client")] * 10
    assert changes(client, case_id) == {
        "csi16": {"sd17_r98": (10.0, 2.94, True, "recovered"), "sd17_r94": (10.0, 1.7, False, "unchanged")}
    }
    said = client.record_partner_statement(
        case_id, kind="attitude", text="Ana asked whether they could come together now.", source="client"
    )
    assert said["accuracy"] == "unverified"
    with pytest.raises(ConflictError) as no_fact:
        client.use_partner_statement_as_fact(said["id"])
    assert no_fact.value.code == "statement_unverified"
    client.record_partner_stance(case_id, stance="willing", occurred_on=world.today)
    stance = client.get_dashboard(case_id)["partner_stance"]
    assert stance is not None
    assert (stance["stance"], stance["reported_by"]) == ("willing", "client")

    with pytest.raises(ForbiddenError) as not_theirs:
        client.record_decision_point(case_id, **DECISION)
    assert not_theirs.value.code == "decision_is_the_clients"
    decided = client.record_decision_point(
        case_id, method="signed_paper", paper=PAPER, acceptance_of_refusal=7, **DECISION
    )
    assert (decided["decided_by"], decided["choice"]) == ("client", "work_on_self")

    closed = client.close_case(
        case_id,
        closing_reason="completed",
        goals_outcome="met",
        relationship_outcome="together",
        if_match=wei.case["version"],
    )
    assert (closed["status"], closed["goals_outcome"], closed["kind"]) == ("closed", "met", "solo")
    assert client.get_measure_results(case_id)["completeness"] == {"complete": True, "reason": None}
    planned = client.list_follow_ups(case_id)["items"][::-1]
    assert [(one["months_after"], one["state"]) for one in planned] == [
        (months, "planned") for months in (3, 6, 12, 24, 60)
    ]
    world.days(92)
    done = client.complete_follow_up(
        planned[0]["id"], relationship_status="together", satisfaction=7, if_match=planned[0]["version"]
    )
    assert (done["state"], wei.case["status"], wei.case["next_case_id"]) == ("done", "closed", None)
    with pytest.raises(ConflictError) as ended:
        client.record_partner_statement(case_id, text="Ana wants to begin next week.")
    assert ended.value.code == "case_closed"
    assert told_outside(world) == {"case.opened", "case.closed"}
    assert_still_waiting(world, "C10")
