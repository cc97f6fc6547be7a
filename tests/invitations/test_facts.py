"""Each hold by its facts, told over HTTP: it stands, and it falls away by what it says and by nothing else."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from couplesone.safety.flags.models import SafetyFlag
from support.inviting import Door, open_door
from support.papers import open_chart
from support.safety import INCOMPLETE, REASON
from support.world import World

READY = ["client_not_approved", "therapist_not_agreed"]


def told(door: Door, hold: str, **more: Any) -> dict[str, Any]:
    """Return what is told of one hold."""
    found = door.therapist.get(f"{door.case}/invitation-holds")["holds"]
    (one,) = [one for one in found if one["hold"] == hold]
    return dict(one)


def standing(door: Door) -> list[str]:
    """Return what stands beside approval and agreement."""
    return [hold for hold in door.holds() if hold not in READY]


def ultimatum(door: Door, **more: Any) -> dict[str, Any]:
    """Record one that was issued."""
    body = {"terms": "Come with me or I go.", "stay": 6, "leave": 7, "issued_on": "2026-02-18"} | more
    found: dict[str, Any] = door.therapist.post(f"{door.case}/ultimatums", body)
    return found


def pressed(door: Door, day: str, times: int = 1) -> None:
    """Record attempts to move the partner."""
    door.therapist.post(f"{door.case}/pressure-events", {"occurred_on": day, "type": "ask", "times": times})


def test_before_anything_was_done(world: World) -> None:
    """A fresh case: no screen, no text of the practice; said all at once, and the draft is refused with it."""
    door = Door(world, open_chart(world))
    first = ["safety_screen_missing_or_old", "collateral_text_missing"]
    assert standing(door) == first
    response = door.therapist.call("POST", f"{door.case}/invitations", {"purpose": "give_own_view"})
    assert (response.status_code, response.json()["code"]) == (409, "invitation_held")
    assert [hold["hold"] for hold in response.json()["holds"]] == first[:1]


def test_without_a_purpose_it_is_not_approved(door: Door) -> None:
    found = door.drafted(purpose=None)
    read = {"text_sha256": found["text_sha256"], "paper_sha256": "1" * 64, "signed_on": "2026-03-01"}
    assert door.refused(found, "approve-on-paper", read) == (409, "invitation_held")
    assert standing(door) == ["purpose_not_disclosed"]


@pytest.mark.parametrize("how", ["incomplete", "old"])
def test_a_screen_that_is_no_screen(door: Door, world: World, how: str) -> None:
    if how == "old":
        world.days(91)
    else:
        door.screen(**INCOMPLETE)
    assert standing(door) == ["safety_screen_missing_or_old"]


@pytest.mark.row("S2.38")
def test_an_ultimatum_holds_until_thirty_days_after_its_withdrawal(door: Door, world: World) -> None:
    found = ultimatum(door)
    assert (told(door, "ultimatum_active")["since"], told(door, "ultimatum_active")["until"]) == (
        "2026-02-18",
        None,
    )
    door.therapist.post(f"/v1/ultimatums/{found['id']}/withdraw", {}, etag=found)
    assert told(door, "ultimatum_active")["until"] == "2026-04-01"
    world.days(29)
    assert "ultimatum_active" in door.holds()
    world.days(1)
    assert "ultimatum_active" not in door.holds()


@pytest.mark.row("S0.6")
def test_pressure_of_four_whole_weeks_holds(door: Door, world: World) -> None:
    """The running week does not count, nor does the fifth one back."""
    pressed(door, "2026-01-26", 9)
    pressed(door, "2026-03-02", 9)
    pressed(door, "2026-02-03", 3)
    assert standing(door) == []
    pressed(door, "2026-02-25")
    assert standing(door) == ["pressure_high"]
    assert told(door, "pressure_high")["overridable"]
    dashboard = door.therapist.get(f"{door.case}/dashboard")
    assert dashboard["pressure_last_four_weeks"] == 4


def test_pressure_that_a_check_in_reports_counts_too(door: Door) -> None:
    from datetime import date

    door.chart.check_in(date(2026, 2, 9), source="therapist", pressure=9)
    door.chart.check_in(date(2026, 2, 9), pressure=3)
    assert standing(door) == []
    door.chart.check_in(date(2026, 2, 16), source="therapist", pressure=1)
    assert standing(door) == ["pressure_high"]


@pytest.mark.row("S2.57")
def test_a_pact_holds_until_its_last_day(door: Door, world: World) -> None:
    door.therapist.post(f"{door.case}/stop-asking-pacts", {"started_on": "2026-02-23", "target_days": 14})
    assert told(door, "stop_asking_pact")["until"] == "2026-03-09"
    world.days(6)
    assert standing(door) == ["stop_asking_pact"]
    world.days(1)
    assert standing(door) == []


def test_a_secret_holds_and_those_who_may_not_know_of_it_are_told_nothing(door: Door, world: World) -> None:
    body = {"holder": "client", "kind": "other_relationship", "text": "Zebrafinch."}
    secret = door.therapist.post(f"{door.case}/secrets", body)
    assert standing(door) == ["secret_unresolved"]
    supervisor = world.home.people["supervisor"].call
    seen = supervisor.get(f"{door.case}/invitation-holds")["holds"]
    assert [one["hold"] for one in seen] == [*READY, "administrative_review"]
    resolved = {"state": "resolved_kept", "note": "It stays with her."}
    door.therapist.post(f"/v1/secrets/{secret['id']}/resolve", resolved, etag=secret)
    assert standing(door) == []


@pytest.mark.row("S1.4")
def test_a_partner_who_has_decided_to_leave(door: Door) -> None:
    stance = {"stance": "decided_to_leave", "occurred_on": "2026-02-20", "reported_by": "client"}
    door.therapist.post(f"{door.case}/partner-stances", stance)
    assert told(door, "partner_decided_to_leave")["since"] == "2026-02-20"


@pytest.mark.row("S2.55")
def test_legal_proceedings_read_like_any_other_review(door: Door, world: World) -> None:
    path = f"{door.case}/legal-proceedings"
    found = door.therapist.post(
        path, {"kind": "custody", "begun_on": "2026-02-20", "note": "Hearing in May."}
    )
    assert told(door, "administrative_review") == {
        "hold": "administrative_review",
        "label": "The practice has to look at something first",
        "since": None,
        "until": None,
        "asked_from": "draft",
        "clears": "The clinical lead of the practice looks at it.",
        "overridable": False,
    }
    bad = {"ended_on": "2026-02-19"}
    one = f"/v1/legal-proceedings/{found['id']}"
    assert door.therapist.refused("PATCH", one, bad, etag=found) == (422, "dates_out_of_order")
    ended = door.therapist.patch(one, {"ended_on": "2026-02-28"}, etag=found)
    assert (ended["ended_on"], standing(door)) == ("2026-02-28", [])


@pytest.mark.parametrize("status", ["on_hold", "inactive"])
def test_a_case_that_is_not_worked_on(door: Door, status: str) -> None:
    from couplesone.cases.models import Case

    door.chart.set(Case, door.chart.case_id, status=status)
    assert standing(door) == ["case_not_open"]


def test_violence_is_cleared_by_two_people_a_new_screen_and_a_fresh_consent_and_by_nothing_else(
    world: World,
) -> None:
    door = open_door(world)
    door.screen(
        fear=True, instruments=[{"instrument": "hark", "variant": "standard", "values": [1, 0, 0, 0]}]
    )
    assert standing(door) == ["ipv_positive"]
    consent(door)
    assert standing(door) == ["ipv_positive"]
    world.days(1)
    screen = door.screen()
    assert screen["result"] == "negative"
    assert standing(door) == ["ipv_positive"]
    with world.works.open(world.home.id) as work:
        flag_id = work.db.scalars(select(SafetyFlag.id)).one()
    flag = door.therapist.get(f"/v1/safety-flags/{flag_id}")
    flag = door.therapist.post(f"/v1/safety-flags/{flag_id}/request-release", REASON, etag=flag)
    assert standing(door) == ["ipv_positive"]
    second = world.home.people["supervisor"].call
    second.post(f"/v1/safety-flags/{flag_id}/confirm-release", REASON, etag=flag)
    assert standing(door) == ["ipv_positive"]
    world.days(1)
    consent(door)
    assert standing(door) == []


def consent(door: Door) -> dict[str, Any]:
    """Record that the client consents to contact with the partner."""
    body = {
        "kind": "partner_contact",
        "partner_id": str(door.chart.partner_id),
        "text_version": "1",
        "text_sha256": "0" * 64,
        "method": "paper_signature",
    }
    found: dict[str, Any] = door.therapist.post(f"/v1/clients/{door.chart.client_id}/consents", body)
    return found


def test_what_the_practice_sends_needs_a_consent_too(door: Door) -> None:
    found = door.approved(delivery="email", address="tobias@example.org")
    assert (found["state"], door.holds()) == ("approved", ["client_not_approved"])
    consent(door)
    assert door.holds() == []


def test_an_api_key_is_not_told_of_danger(door: Door, world: World) -> None:
    door.screen(fear=True)
    key = world.home.api_key(world.home.people["therapist"], ["invitation.read", "case.read"])
    assert "safety_review" in door.holds(caller=key)
    assert "ipv_positive" not in door.holds(caller=key)


@pytest.mark.row("S2.47")
def test_the_partners_own_wish_lifts_four_holds_and_no_more(door: Door, world: World) -> None:
    pressed(door, "2026-02-24", 9)
    door.therapist.post(f"{door.case}/stop-asking-pacts", {"started_on": "2026-02-23", "target_days": 60})
    stance = {"stance": "decided_to_leave", "occurred_on": "2026-02-20", "reported_by": "client"}
    door.therapist.post(f"{door.case}/partner-stances", stance)
    ultimatum(door)
    assert standing(door) == [
        "ultimatum_active",
        "pressure_high",
        "stop_asking_pact",
        "partner_decided_to_leave",
    ]
    asked = {
        "valence": "harmony",
        "type": "asks_to_come",
        "domain": "partner",
        "initiated_by": "partner",
        "reported_by": "client",
        "occurred_on": "2026-03-01",
    }
    event = door.therapist.post(f"{door.case}/system-responses", asked)
    assert standing(door) == ["ultimatum_active"]
    found = door.drafted(partner_event_id=event["id"])
    assert (found["source"], standing(door)) == ("partner_initiated", ["ultimatum_active"])


@pytest.mark.row("S4.22")
def test_only_a_fresh_wish_of_the_partners_opens_another(door: Door, world: World) -> None:
    door.delivered()
    world.days(31)
    asked = {
        "valence": "harmony",
        "type": "asks_to_come",
        "domain": "partner",
        "initiated_by": "client",
        "reported_by": "client",
        "occurred_on": "2026-04-01",
    }
    path, refused = f"{door.case}/system-responses", (409, "partner_event_not_usable")
    by_client = door.therapist.post(path, asked)
    draft = {"purpose": "give_own_view", "partner_event_id": by_client["id"]}
    assert door.therapist.refused("POST", f"{door.case}/invitations", draft) == refused
    before = door.therapist.post(path, asked | {"initiated_by": "partner", "occurred_on": "2026-03-01"})
    draft["partner_event_id"] = before["id"]
    assert door.therapist.refused("POST", f"{door.case}/invitations", draft) == refused
    fresh = door.therapist.post(path, asked | {"initiated_by": "partner"})
    found = door.delivered(partner_event_id=fresh["id"])
    assert found["state"] == "delivered"
    draft["partner_event_id"] = fresh["id"]
    assert door.therapist.refused("POST", f"{door.case}/invitations", draft) == refused


def test_a_wish_whose_invitation_never_left_opens_another(door: Door) -> None:
    asked = {
        "valence": "harmony",
        "type": "asks_to_come",
        "domain": "partner",
        "initiated_by": "partner",
        "reported_by": "client",
    }
    event = door.therapist.post(f"{door.case}/system-responses", asked)
    first = door.drafted(partner_event_id=event["id"])
    assert door.therapist.get(f"{door.case}/invitation-holds")["partner_event_id"] == event["id"]
    door.act(first, "withdraw")
    assert door.drafted(partner_event_id=event["id"])["state"] == "draft"


def test_going_past_a_hold_is_for_one_invitation_and_for_two_holds(door: Door, world: World) -> None:
    pressed(door, "2026-02-24", 9)
    ultimatum(door)
    found = door.drafted()
    path = f"/v1/invitations/{found['id']}/hold-overrides"
    reason = {"reason": "All on one evening, before the pact."}
    for hold in ("ultimatum_active", "already_invited", "ipv_positive", "partner_decided_to_leave"):
        assert door.therapist.refused("POST", path, {"hold": hold} | reason) == (409, "hold_not_overridable")
    made = door.therapist.post(path, {"hold": "pressure_high"} | reason)
    assert made["reason"] == reason["reason"]
    assert door.therapist.get(path)["items"] == [made]
    assert door.therapist.get(f"/v1/hold-overrides/{made['id']}") == made
    assert standing(door) == ["ultimatum_active"]
    door.act(found, "withdraw")
    door.drafted()
    assert standing(door) == ["ultimatum_active", "pressure_high"]


def test_a_wish_that_was_entered_in_error_lifts_nothing(door: Door, world: World) -> None:
    door.delivered()
    world.days(31)
    asked = {
        "valence": "harmony",
        "type": "asks_to_come",
        "domain": "partner",
        "initiated_by": "partner",
        "reported_by": "client",
        "occurred_on": "2026-04-01",
    }
    event = door.therapist.post(f"{door.case}/system-responses", asked)
    found = door.approved(partner_event_id=event["id"])
    assert door.holds() == []
    path = f"/v1/system-responses/{event['id']}"
    door.therapist.post(
        f"{path}/mark-in-error", {"reason": "The client meant it."}, etag=door.therapist.get(path)
    )
    assert door.holds() == ["already_invited"]
    assert door.refused(found, "hand-over") == (409, "invitation_held")


def test_what_was_written_before_there_was_a_text_on_visits_has_to_be_written_anew(
    world: World,
) -> None:
    door = Door(world, open_chart(world))
    door.screen()
    found = door.drafted()
    world.home.people["owner"].call.post(
        "/v1/practice/texts", {"key": "collateral_text", "text": "A visit is one talk."}
    )
    read = {"text_sha256": found["text_sha256"], "paper_sha256": "1" * 64, "signed_on": "2026-03-01"}
    assert "collateral_text_missing" in door.holds("approve")
    assert door.refused(found, "approve-on-paper", read) == (409, "invitation_held")
    path = f"/v1/invitations/{found['id']}"
    found = door.therapist.patch(path, {"purpose": "give_own_view"}, etag=door.again(found))
    assert "A visit is one talk." in found["text"]
    assert door.holds("approve") == []


@pytest.mark.parametrize("step", ["draft", "approve", "send"])
def test_the_step_at_which_a_review_stands_tells_nothing_of_its_cause(
    door: Door, world: World, step: str
) -> None:
    supervisor = world.home.people["supervisor"].call
    door.therapist.post(
        f"{door.case}/secrets", {"holder": "client", "kind": "other_relationship", "text": "Wren."}
    )
    of_secret = supervisor.get(f"{door.case}/invitation-holds?step={step}")["holds"]
    secret = door.therapist.get(f"{door.case}/secrets")["items"][0]
    resolved = {"state": "resolved_kept", "note": "It stays with her."}
    door.therapist.post(f"/v1/secrets/{secret['id']}/resolve", resolved, etag=secret)
    proceeding = {"kind": "custody", "begun_on": "2026-02-01"}
    door.therapist.post(f"{door.case}/legal-proceedings", proceeding)
    assert supervisor.get(f"{door.case}/invitation-holds?step={step}")["holds"] == of_secret


@pytest.mark.parametrize("kind", ["secret", "litigation", "ultimatum", "pact"])
def test_a_new_episode_takes_along_what_stood_in_the_way(door: Door, world: World, kind: str) -> None:
    match kind:
        case "secret":
            body = {"holder": "client", "kind": "other_relationship", "text": "Wren."}
            door.therapist.post(f"{door.case}/secrets", body)
        case "litigation":
            door.therapist.post(
                f"{door.case}/legal-proceedings", {"kind": "custody", "begun_on": "2026-02-01"}
            )
        case "ultimatum":
            ultimatum(door)
        case _:
            pact = {"started_on": "2026-02-23", "target_days": 60}
            door.therapist.post(f"{door.case}/stop-asking-pacts", pact)
    before = standing(door)
    assert len(before) == 1
    closing = {"closing_reason": "completed", "goals_outcome": "met", "relationship_outcome": "undecided"}
    path = f"/v1/cases/{door.chart.case_id}"
    door.therapist.post(f"{path}/close", closing, etag=door.therapist.get(path))
    again = door.therapist.post(f"{path}/reopen", {}, etag=door.therapist.get(path))
    found = door.therapist.get(f"/v1/cases/{again['id']}/invitation-holds")["holds"]
    assert [one["hold"] for one in found if one["hold"] not in READY] == [
        "safety_screen_missing_or_old",
        *before,
    ]


def test_what_stands_in_the_way_of_one_couple_is_nothing_to_another(door: Door, world: World) -> None:
    door.therapist.post(
        f"{door.case}/secrets", {"holder": "client", "kind": "other_relationship", "text": "Wren."}
    )
    ultimatum(door)
    assert standing(open_door(world)) == []
