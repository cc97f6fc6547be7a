"""The invitation in the worked cases C1, C3, C4, C6 and C8 (domain.md section 6), over HTTP through the SDK."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from couplesone.cli.demo.elena import ELENA
from couplesone.cli.demo.safety import record_screen
from couplesone.sdk import ConflictError
from support.doors import answered, approved, holds, ready
from support.journeys import Journey, replayed, told_outside
from support.world import World

A, B = (6, 5, 7, 6, 6), (5, 4, 3, 3, 2, 2, 1, 1, 1, 0, 0)
"""Mara's pressure a week."""


def held(call: Any) -> list[str]:
    """Return the holds with which a call is refused."""
    with pytest.raises(ConflictError) as refused:
        call()
    assert refused.value.code == "invitation_held"
    return [one["hold"] for one in refused.value.extra["holds"]]


def counted(journey: Journey, week_of: date, pressure: int) -> None:
    """Record what the client counts for a week."""
    journey.client.record_check_in(
        journey.case_id, week_of=week_of, source="client", counts={"pressure": pressure}
    )


@pytest.mark.row("C1")
@pytest.mark.row("S2.22")
@pytest.mark.row("S4.18")
def test_mara_is_held_while_she_presses_and_then_invites_once(world: World) -> None:
    opened = date(2025, 12, 29)
    mara = Journey(world, "Mara L.", "Tobias", opened_on=opened)
    for week, pressure in enumerate((*A, *B[:4])):
        counted(mara, opened + timedelta(weeks=week), pressure)
    ready(mara)
    client, case_id = mara.client, mara.case_id
    first = approved(client, case_id)
    assert client.get_dashboard(case_id)["pressure_last_four_weeks"] == 5 + 4 + 3 + 3
    assert held(lambda: client.hand_over_invitation(first["id"], if_match=first["version"])) == [
        "pressure_high"
    ]
    for pressure in B[4:]:
        counted(mara, world.today, pressure)
        world.days(7)
    assert client.get_dashboard(case_id)["pressure_last_four_weeks"] == 2
    assert holds(mara) == []
    handed = client.hand_over_invitation(first["id"], if_match=first["version"])
    answered(world, handed, "no")
    assert held(lambda: client.draft_invitation(case_id, purpose="give_own_view")) == ["already_invited"]
    assert client.get_invitation(first["id"])["state"] == "delivered", "a no is nobody's to see"
    world.days(30)
    assert client.get_invitation(first["id"])["state"] == "answered"
    assert holds(mara) == ["already_invited"]
    closed = client.close_case(
        case_id,
        closing_reason="completed",
        goals_outcome="met",
        relationship_outcome="together",
        partner_attended=False,
        if_match=mara.case["version"],
    )
    assert (closed["status"], closed["goals_outcome"]) == ("closed", "met")
    planned = client.list_follow_ups(case_id)["items"]
    assert {3, 6, 12} <= {one["months_after"] for one in planned}


@pytest.mark.row("C3")
@pytest.mark.row("S2.38")
def test_priya_waits_until_the_ultimatum_is_thirty_days_past(world: World) -> None:
    priya = Journey(world, "Priya N.", "Arjun", opened_on=date(2026, 2, 2))
    client, case_id = priya.client, priya.case_id
    for kind, times, day in (("ask", 5, 10), ("plead", 2, 12), ("ultimatum", 1, 18), ("article_sent", 3, 24)):
        told: Any = {"type": kind, "times": times, "occurred_on": date(2026, 2, day)}
        client.record_pressure_event(case_id, **told)
    ultimatum = client.record_ultimatum(
        case_id, terms="Come along or I go.", stay=6, leave=7, issued_on=priya.day(-12)
    )
    ready(priya)
    found = approved(client, case_id)
    both = ["ultimatum_active", "pressure_high"]
    assert held(lambda: client.hand_over_invitation(found["id"], if_match=found["version"])) == both
    assert client.list_messages()["items"] == []
    world.days(20)
    client.withdraw_ultimatum(ultimatum["id"], if_match=ultimatum["version"])
    (hold,) = [
        one
        for one in client.list_invitation_holds(case_id, step="send")["holds"]
        if one["hold"] == "ultimatum_active"
    ]
    assert hold["until"] == str(date(2026, 3, 2) + timedelta(days=50))
    client.record_pressure_event(case_id, type="ask", occurred_on=world.today)
    world.days(29)
    assert holds(priya) == ["ultimatum_active"]
    world.days(1)
    assert holds(priya) == [], "day 50: both are released"
    handed = client.hand_over_invitation(found["id"], if_match=found["version"])
    assert handed["state"] == "delivered"


@pytest.mark.row("C4")
@pytest.mark.row("INV-2")
@pytest.mark.row("INV-3")
def test_nothing_goes_to_elenas_partner(world: World) -> None:
    replay = replayed(world, ELENA)
    client, case_id = replay.client, replay.case_id
    refused = held(lambda: client.draft_invitation(case_id, purpose="give_own_view"))
    assert refused == ["ipv_positive"]
    (hold,) = [
        one
        for one in client.list_invitation_holds(case_id, step="draft")["holds"]
        if one["hold"] == "ipv_positive"
    ]
    assert not hold["overridable"]
    record_screen(client, case_id, world.today, ELENA.screens[next(iter(ELENA.screens))])
    assert client.list_messages()["items"] == []
    assert not any(kind.startswith("invitation") for kind in told_outside(world))


@pytest.mark.row("C6")
@pytest.mark.row("S3.26")
@pytest.mark.row("S4.19")
@pytest.mark.parametrize("declined_before", [False, True])
def test_beatrizs_partner_asks_to_come(world: World, declined_before: bool) -> None:
    beatriz = Journey(world, "Beatriz C.", "Miguel", opened_on=date(2026, 1, 5))
    client, case_id = beatriz.client, beatriz.case_id
    ready(beatriz)
    if declined_before:
        earlier = approved(client, case_id)
        answered(world, client.hand_over_invitation(earlier["id"], if_match=earlier["version"]), "no")
    client.record_stop_asking_pact(case_id, started_on=world.today, target_days=90)
    world.days(42)
    for kind in ("curiosity_signal", "asks_to_come"):
        told: Any = {"type": kind, "valence": "harmony", "domain": "partner", "initiated_by": "partner"}
        event = client.record_system_response(case_id, reported_by="client", occurred_on=world.today, **told)
    assert [one["case_id"] for one in client.list_worklist("readiness_review")["items"]] == [case_id]
    found = client.list_invitation_holds(case_id, step="draft")
    assert (found["holds"], found["partner_event_id"]) == ([], event["id"])
    invitation = approved(client, case_id, partner_event_id=event["id"])
    assert invitation["source"] == "partner_initiated"
    handed = client.hand_over_invitation(invitation["id"], if_match=invitation["version"])
    answered(world, handed, "accepted")
    one = invitation["id"]
    found_one = client.confirm_invitation(one, if_match=client.get_invitation(one)["version"])
    visit_at: Any = f"{world.today + timedelta(days=3)}T15:00:00Z"
    client.agree_on_visit(one, visit_at=visit_at, if_match=found_one["version"])
    world.days(3.5)
    visit: dict[str, Any] = {"format": "together", "voluntariness": 8, "engagement": 9}
    with pytest.raises(ConflictError) as unsigned:
        client.record_visit(one, **visit)
    assert unsigned.value.code == "collateral_consent_missing"
    client.record_collateral_consent(one, text_sha256="2" * 64, method="paper_signature")
    came = client.record_visit(one, **visit)
    assert (came["voluntariness"], came["engagement"]) == (8, 9)
    statement = client.record_partner_statement(
        case_id, text="I want to hear what she works on.", source="partner", directness="first_hand"
    )
    assert (statement["source"], statement["accuracy"]) == ("partner", "unverified")
    version = client.get_invitation(one)["version"]
    closed = client.close_invitation(one, closing="conjoint_referral", if_match=version)
    assert (closed["state"], closed["closing"]) == ("closed", "conjoint_referral")
    assert client.list_cases(client_id=beatriz.client_id)["items"][0]["kind"] == "solo", "nothing by itself"


@pytest.mark.row("C6")
@pytest.mark.row("S3.34")
def test_once_and_no_more_is_an_outcome_like_any_other(world: World) -> None:
    journey = Journey(world, "Beatriz C.", "Miguel", opened_on=date(2026, 1, 5))
    ready(journey)
    client = journey.client
    found = approved(client, journey.case_id)
    one = found["id"]
    answered(world, client.hand_over_invitation(one, if_match=found["version"]), "accepted")
    client.confirm_invitation(one, if_match=client.get_invitation(one)["version"])
    at: Any = f"{world.today + timedelta(days=1)}T15:00:00Z"
    client.agree_on_visit(one, visit_at=at, if_match=client.get_invitation(one)["version"])
    world.days(2)
    client.record_collateral_consent(one, text_sha256="2" * 64, method="paper_signature")
    client.record_visit(one, format="alone_first", voluntariness=3)
    closed = client.close_invitation(
        one, closing="declined_further", if_match=client.get_invitation(one)["version"]
    )
    assert closed["closing"] == "declined_further"
    assert held(lambda: client.draft_invitation(journey.case_id, purpose="ask_questions")) == [
        "already_invited"
    ]


@pytest.mark.row("C8")
@pytest.mark.row("INV-15")
def test_sams_draft_goes_with_his_case(world: World) -> None:
    sam = Journey(world, "Sam O.", "Jo", opened_on=date(2026, 1, 12))
    client, case_id = sam.client, sam.case_id
    ready(sam)
    draft = client.draft_invitation(case_id, purpose="give_own_view")
    with pytest.raises(ConflictError) as unsafe:
        client.record_outreach_attempt(case_id, channel="letter")
    assert unsafe.value.code == "outreach_not_safe"
    for day in (-10, -3):
        client.record_outreach_attempt(case_id, channel="phone", occurred_on=sam.day(day))
    with pytest.raises(ConflictError) as third:
        client.record_outreach_attempt(case_id, channel="phone")
    assert third.value.code == "outreach_exhausted"
    client.close_case(
        case_id,
        closing_reason="no_contact",
        goals_outcome="not_assessed",
        relationship_outcome="unknown",
        if_match=sam.case["version"],
    )
    assert client.get_invitation(draft["id"])["state"] == "withdrawn"
    assert client.list_messages()["items"] == []
