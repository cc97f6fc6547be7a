"""C4: a positive safety screen; nothing asks the client to give way (domain.md section 6)."""

from __future__ import annotations

from uuid import UUID

import pytest

from couplesone.cli.demo.elena import ELENA
from couplesone.cli.demo.figures import GUARDED
from couplesone.cli.demo.safety import record_screen
from couplesone.cli.demo.story import NOTHING_FOUND
from couplesone.clients.models import CareTeamMember
from couplesone.sdk import ConflictError, ForbiddenError
from support.journeys import Journey, changes, replayed, sdk
from support.waiting import assert_still_waiting
from support.world import World


@pytest.mark.row("C4")
def test_elena_whose_screen_is_positive(world: World) -> None:
    """HARK 2, HITS 12 (both cuts), PVS 1, afraid of retaliation: a high flag, and no asking her to give way."""
    replay = replayed(world, ELENA)
    client, case_id = replay.client, replay.case_id
    (screen,) = client.list_safety_screens(case_id)["items"]
    scored = {(one["instrument"], one["variant"]): one for one in screen["instruments"]}
    assert {key: (one["total"], one["cut"], one["result"]) for key, one in scored.items()} == {
        ("hark", "standard"): (2, 1, "positive"),
        ("hits", "original"): (12, 11, "positive"),
        ("hits", "uspstf"): (12, 10, "positive"),
        ("pvs", "standard"): (1, 1, "positive"),
    }
    assert (screen["result"], screen["grade"], screen["threat_of_retaliation"]) == ("positive", "high", True)
    assert set(screen["referrals_suggested"]) == {"violence_service", "crisis", "legal"}
    dashboard = client.get_dashboard(case_id)
    shown = dashboard["safety_flags"]
    assert shown["state"] == "positive"
    assert [(flag["kind"], flag["grade"], flag["status"]) for flag in shown["flags"]] == [
        ("ipv_positive", "high", "active")
    ]
    assert [block["code"] for block in shown["blocks"]] == ["ipv_positive"]
    for what in GUARDED:
        with pytest.raises(ConflictError) as refusal:
            client.check_safety(case_id, what=what)
        assert refusal.value.code == "safety_block"
    plan = client.get_safety_plan(case_id)
    assert plan["places"] == "Ines has a spare room; the bag is at work."
    (referral,) = client.list_safety_referrals(case_id)["items"]
    assert (referral["kind"], referral["status"]) == ("violence_service", "accepted")
    contact = client.get_safe_contact(replay.client_id)["channels"]
    assert [(one["channel"], one["voicemail"], one["discreet"]) for one in contact if one["allowed"]] == [
        ("text_message", False, True)
    ]
    assert_still_waiting(world, "C4")


@pytest.mark.row("C4")
def test_elenas_flag_goes_by_two_people_and_a_new_screen_alone(world: World) -> None:
    replay = replayed(world, ELENA)
    client, case_id = replay.client, replay.case_id
    (flag,) = client.list_safety_flags(case_id)["items"]
    reason = "Lives with Ines; asked again, alone."
    with pytest.raises(ConflictError) as alone:
        client.release_safety_flag(flag["id"], reason=reason, if_match=flag["version"])
    assert alone.value.code == "second_person_needed"
    with pytest.raises(ConflictError) as unscreened:
        client.request_safety_flag_release(flag["id"], reason=reason, if_match=flag["version"])
    assert unscreened.value.code == "new_screen_needed"
    world.days(1)
    record_screen(client, case_id, world.today, NOTHING_FOUND)
    assert client.get_safety_standing(case_id)["state"] == "positive", (
        "a negative screen alone releases nothing"
    )
    asked = client.request_safety_flag_release(flag["id"], reason=reason, if_match=flag["version"])
    with pytest.raises(ForbiddenError) as same:
        client.confirm_safety_flag_release(flag["id"], reason=reason, if_match=asked["version"])
    assert same.value.code == "second_role_needed"
    second = world.home.people["supervisor"]
    with world.works.open(world.home.id) as work:
        client_id = UUID(replay.client_id)
        work.add(
            CareTeamMember(client_id=client_id, staff_id=second.id, role="supervising", from_on=world.today)
        )
    supervisor = sdk(world, second)
    released = supervisor.confirm_safety_flag_release(flag["id"], reason=reason, if_match=asked["version"])
    assert released["status"] == "released"
    assert {released["requested_by"], released["released_by"]} == {
        str(world.home.people["therapist"].id),
        str(second.id),
    }
    assert client.get_safety_standing(case_id)["clear"]


@pytest.mark.row("C4")
def test_elenas_figures_are_no_success_while_she_is_in_danger(world: World) -> None:
    replay = replayed(world, ELENA)
    client, case_id = replay.client, replay.case_id
    assert changes(client, case_id) == {
        "phq9": {"points_6": (-4.0, None, False, "unchanged")},
        "csi16": {},
    }
    (csi,) = (one for one in client.get_measure_results(case_id)["items"] if one["instrument"] == "csi16")
    assert [(one["total"], one["change_class"], one["changes"]) for one in csi["results"]] == [
        (31.0, None, []),
        (40.0, None, []),
    ]
    assert csi["change_withheld"] is not None
    assert csi["change_withheld"]["code"] == "in_danger"
    shown = {one["instrument"]: one["change_class"] for one in client.get_dashboard(case_id)["measures"]}
    assert shown == {"phq9": "unchanged", "csi16": None}


@pytest.mark.row("C4")
def test_elena_is_offered_nothing_that_asks_her_to_give_way(world: World) -> None:
    replay = replayed(world, ELENA)
    client, case_id = replay.client, replay.case_id
    refused: dict[str, set[str]] = {}
    for tool in client.list_tools()["items"]:
        if tool["homework"] is None:
            client.record_tool_assignment(case_id, tool=tool["code"])
            continue
        with pytest.raises(ConflictError) as refusal:
            client.record_tool_assignment(case_id, tool=tool["code"])
        assert refusal.value.code == "safety_block"
        assert [block["code"] for block in refusal.value.extra["blocks"]] == ["ipv_positive"]
        refused.setdefault(refusal.value.extra["blocked"], set()).add(tool["code"])
    assert refused == {
        "own_part_homework": {"repair_attempt"},
        "compassion_homework": {"appreciation_log", "perspective_taking", "compassion_practice"},
        "soft_conversation_homework": {"soft_startup", "collaborative_decision", "soft_tone"},
    }
    offered = {one["tool"] for one in client.list_tool_assignments(case_id)["items"]}
    assert {"boundary", "time_out", "self_soothing"} <= offered
    assert offered.isdisjoint(set().union(*refused.values()))


@pytest.mark.row("C4")
def test_what_elena_was_offered_before_is_not_taken_up(world: World) -> None:
    journey = Journey(world, "Elena M.", "Craig", opened_on=world.today)
    client, case_id = journey.client, journey.case_id
    record_screen(client, case_id, world.today, NOTHING_FOUND)
    waiting = client.record_tool_assignment(case_id, tool="repair_attempt")
    world.days(1)
    (told,) = ELENA.screens.values()
    record_screen(client, case_id, world.today, told)
    with pytest.raises(ConflictError) as refused:
        client.accept_tool_assignment(waiting["id"], if_match=waiting["version"])
    assert (refused.value.code, refused.value.extra["blocked"]) == ("safety_block", "own_part_homework")
    assert [block["code"] for block in refused.value.extra["blocks"]] == ["ipv_positive"]
    client.drop_tool_assignment(waiting["id"], if_match=waiting["version"])


@pytest.mark.row("C4")
def test_a_link_goes_only_where_elena_lately_said_it_is_safe(world: World) -> None:
    replay = replayed(world, ELENA)
    client, case_id = replay.client, replay.case_id
    with pytest.raises(ConflictError) as unsafe:
        client.issue_access_link(case_id, purpose="check_in", channel="email")
    assert unsafe.value.code == "channel_not_safe"
    assert client.issue_access_link(case_id, purpose="check_in", channel="text_message")["url"]
    world.days(91)
    with pytest.raises(ConflictError) as stale:
        client.issue_access_link(case_id, purpose="check_in", channel="text_message")
    assert stale.value.code == "channel_not_safe"
    assert client.issue_access_link(case_id, purpose="check_in", in_room=True)["code"]
    client.record_safe_contact(replay.client_id, channel="text_message", allowed=True)
    assert client.issue_access_link(case_id, purpose="check_in", channel="text_message")["url"]


@pytest.mark.row("C4")
def test_without_a_second_role_in_the_practice_the_flag_stays(world: World) -> None:
    alone = world.other.people["therapist"]
    journey = Journey(world, "Elena M.", "Craig", opened_on=world.today, by=alone)
    client, case_id = journey.client, journey.case_id
    (told,) = ELENA.screens.values()
    record_screen(client, case_id, world.today, told)
    (flag,) = client.list_safety_flags(case_id)["items"]
    world.days(1)
    record_screen(client, case_id, world.today, NOTHING_FOUND)
    with pytest.raises(ConflictError) as refused:
        client.request_safety_flag_release(flag["id"], reason="Asked again.", if_match=flag["version"])
    assert refused.value.code == "consultant_needed"
    assert refused.value.detail == (
        "This takes two people, and nobody else in the practice may confirm it. Give an external consultant an "
        "account for this act; until there is one, the flag stays."
    )
    assert client.get_safety_standing(case_id)["state"] == "positive"
