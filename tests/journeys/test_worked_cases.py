"""The worked cases C1 and C6 over HTTP, through the SDK, to every printed digit (domain.md section 6)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from couplesone.cli.demo.beatriz import BEATRIZ
from couplesone.cli.demo.elena import ELENA
from couplesone.cli.demo.figures import GUARDED, Figure, outcome, timeline
from couplesone.cli.demo.mara import MARA
from couplesone.cli.demo.measures import answers_to
from couplesone.cli.demo.replay import Replay
from couplesone.cli.demo.safety import record_screen
from couplesone.cli.demo.story import NOTHING_FOUND, WorkedCase
from couplesone.clients.models import CareTeamMember
from couplesone.sdk import ConflictError, Couplesone, ForbiddenError
from couplesone.sdk.types import ChangeClass, Dashboard
from support.world import World

Measured = tuple[float, ChangeClass | None, float, ChangeClass | None]


def figures(week: int, t: float, ratings: list[int], measured: Measured, *statistics: float | None) -> Figure:
    nap, tau, tau_u, pnd = statistics or (None,) * 4
    return {
        "as_of_week": week,
        "t_score": t,
        "ratings": ratings,
        "nap": nap,
        "tau": tau,
        "tau_u": tau_u,
        "pnd": pnd,
        "check_ins": week,
        "csi16": measured[0],
        "csi16_class": measured[1],
        "phq9": measured[2],
        "phq9_class": measured[3],
    }


EXPECTED = {
    "C1": [
        figures(5, 36.78, [-1, -1, -1], (38, None, 12, None)),
        figures(13, 54.41, [0, 1, 0], (38, None, 12, None), 0.9875, 0.975, 1.0, 87.5),
        figures(16, 61.02, [1, 1, 0], (47, "improved", 6, "recovered"), 0.9909, 0.9818, 1.0, 90.91),
    ],
    "C6": [
        figures(5, 36.06, [-1, -1, -1, -1], (35, None, 8, None)),
        figures(11, 61.95, [1, 1, 0, 1], (58, "recovered", 5, "unchanged"), 0.9667, 0.9333, 0.9333, 83.33),
    ],
}


def replayed(world: World, story: WorkedCase) -> Replay:
    world.days(3)
    client = Couplesone("http://localhost", world.therapist.token, transport=world.transport)
    replay = Replay(client, story, today=world.today)
    for step in replay.steps():
        step.do()
    return replay


def assert_stages(replay: Replay) -> None:
    """Six stages ended; what is not tracked yet was waived, and is never shown as met."""
    entries = timeline(replay.client, replay.case_id)
    assert [entry["code"] for entry in entries if entry["kind"] == "stage_changed"] == list("123456")
    assert {
        rule["code"]: rule["state"] for rule in replay.client.get_case_stage(replay.case_id)["rules"]
    } == {
        "goals_reviewed": "met",
        "measures_reviewed": "met",
        "safety_rescreen": "met",
    }


def assert_screened(replay: Replay, screens: int) -> None:
    """HARK 0 and HITS 5 with the client alone: the stage was ended by the screen, and nothing is blocked."""
    found = replay.client.list_safety_screens(replay.case_id)["items"]
    assert [screen["result"] for screen in found] == ["negative"] * screens
    for screen in found:
        assert [(one["instrument"], one["total"]) for one in screen["instruments"]] == [
            ("hark", 0),
            ("hits", 5),
        ]
    assert replay.client.check_safety(replay.case_id, what="partner_contact")["clear"]


def assert_change(replay: Replay, expected: dict[str, dict[str, tuple[float | None, str]]]) -> None:
    """The latest total of each instrument: z and class by every set of parameters."""
    series = replay.client.get_measure_results(replay.case_id)["items"]
    assert {
        one["instrument"]: {
            change["parameter_set"]: (change["z"], change["change_class"])
            for change in one["results"][-1]["changes"]
        }
        for one in series
    } == expected


def assert_refused(replay: Replay) -> None:
    """A goal for the partner is no goal: it is refused, and kept as a hope."""
    refused = replay.refused_goal
    assert refused is not None
    assert refused.code == "goal_outside_own_control"
    assert refused.hope in [hope["text"] for hope in replay.client.list_hopes(replay.case_id)["items"]]
    plan = replay.client.get_plan(replay.plan_id, include=["goals"])
    assert plan["goals"] is not None
    assert refused.title not in [goal["title"] for goal in plan["goals"]]


def assert_outcome(replay: Replay, dashboard: Dashboard) -> None:
    """The demonstration shows what the API says."""
    found = outcome(replay, dashboard)
    assert found["figures"] == EXPECTED[replay.story.code]
    assert (found["case"], found["client"]) == (replay.story.code, replay.story.client.name)
    assert (found["stage"], found["stage_name"], found["status"]) == (6, "review", "active")
    assert [(phase["code"], phase["first_week"]) for phase in found["phases"]] == [("A", 1), ("B", 6)]
    assert (found["refused_goal"] is None) == (replay.story.refused_goal is None)


@pytest.mark.row("C1")
def test_mara_whose_partner_declines_for_good(world: World) -> None:
    replay = replayed(world, MARA)
    client, case_id = replay.client, replay.case_id
    dashboard = client.get_dashboard(case_id)
    assert_outcome(replay, dashboard)
    assert_stages(replay)
    assert_screened(replay, 2)
    assert_refused(replay)
    assert dashboard["partner_stance"] is not None
    assert dashboard["partner_stance"]["stance"] == "refuses"
    assert dashboard["focus"]["measure"] == "pressure"
    assert (dashboard["focus"]["nap_band"], dashboard["focus"]["pnd_band"]) == ("strong", "very_effective")
    assert dashboard["pressure_last_four_weeks"] == 2
    assert_change(
        replay,
        {
            "csi16": {"sd17_r98": (2.65, "improved"), "sd17_r94": (1.53, "unchanged")},
            "phq9": {"points_6": (None, "recovered")},
            "gad7": {"points_4": (None, "recovered")},
        },
    )
    assert dashboard["attention"] == []
    assert [goal["weight"] for goal in dashboard["goals"]] == [3, 2, 1]
    (refusal,) = client.list_refusals(case_id)["items"]
    assert refusal["answer"] == "firm_no"
    assert {(found["code"], found["reported_by"], found["confidence"]) for found in refusal["reasons"]} == {
        ("exposure_to_outsider", "client", 2),
        ("autonomy", "therapist_hypothesis", 1),
    }
    asks = client.list_pressure_events(case_id)["items"]
    assert [ask["type"] for ask in asks] == ["ask", "ask"]
    assert all(ask["occurred_on"] < dashboard["opened_on"] for ask in asks)


@pytest.mark.row("C6")
def test_beatriz_whose_partner_becomes_curious(world: World) -> None:
    replay = replayed(world, BEATRIZ)
    client, case_id = replay.client, replay.case_id
    dashboard = client.get_dashboard(case_id)
    assert_outcome(replay, dashboard)
    assert_stages(replay)
    assert_screened(replay, 1)
    assert dashboard["focus"]["measure"] == "positive_responses"
    assert (dashboard["focus"]["nap_band"], dashboard["focus"]["pnd_band"]) == ("strong", "effective")
    assert_change(
        replay,
        {
            "csi16": {"sd17_r98": (6.76, "recovered"), "sd17_r94": (3.91, "recovered")},
            "phq9": {"points_6": (None, "unchanged")},
            "gad7": {"points_4": (None, "unchanged")},
        },
    )
    stances = client.list_partner_stances(case_id)["items"]
    assert [stance["stance"] for stance in stances] == ["willing", "conditional", "ambivalent", "refuses"]
    assert [goal["weight"] for goal in dashboard["goals"]] == [3, 2, 1, 1]


@pytest.mark.row("C4")
def test_elena_whose_screen_is_positive(world: World) -> None:
    """HARK 2, HITS 12 (both cuts), PVS 1, afraid of retaliation: a high flag, and nothing that asks her to give way.

    What waits for its part: PHQ-9 17 and 13 (measures), the tools themselves (tools), the invitation and what goes to
    a shared address (the partner's door), the diagnoses and the export label (the practice's day).
    """
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
    supervisor = Couplesone("http://localhost", second.call.token, transport=world.transport)
    released = supervisor.confirm_safety_flag_release(flag["id"], reason=reason, if_match=asked["version"])
    assert released["status"] == "released"
    assert {released["requested_by"], released["released_by"]} == {
        str(world.home.people["therapist"].id),
        str(second.id),
    }
    assert client.get_safety_standing(case_id)["clear"]


@pytest.mark.parametrize("story", [MARA, BEATRIZ], ids=lambda story: story.code)
@pytest.mark.parametrize("weekday", range(7))
def test_the_last_week_is_the_last_whole_one_on_every_day_of_the_week(
    story: WorkedCase, weekday: int
) -> None:
    today = date(2026, 3, 2) + timedelta(days=weekday)
    replay = Replay(Couplesone("http://localhost"), story, today=today)
    assert replay.opened_on + timedelta(weeks=story.weeks) == date(2026, 3, 2)
    assert all(step.day <= today for step in replay.steps())


@pytest.mark.parametrize("story", [MARA, BEATRIZ], ids=lambda story: story.code)
def test_a_story_is_told_to_its_end(story: WorkedCase) -> None:
    for values in (*story.counts.values(), *story.scales.values()):
        assert len(values) == story.weeks
    for goal in story.goals:
        assert len(set(goal.levels)) == 5
        assert goal.baseline_level == -1
    assert all(len(levels) == len(story.goals) for levels in story.ratings.values())
    assert max(story.ratings) == story.weeks


def test_a_goal_that_is_taken_although_it_should_be_refused_is_no_demonstration(world: World) -> None:
    story = replace(MARA, refused_goal=MARA.goals[0])
    with pytest.raises(AssertionError, match="should have been refused"):
        replayed(world, story)


def test_answers_come_to_a_total_without_opening_the_risk_path(world: World) -> None:
    client = Couplesone("http://localhost", world.therapist.token, transport=world.transport)
    items = client.get_instrument("phq9")["rule"]["items"]
    assert answers_to(12, items) == [2, 2, 2, 2, 1, 1, 1, 1, 0]
    assert answers_to(24, items) == [3] * 8 + [0]
    for total in (-1, 25):
        with pytest.raises(ValueError, match="cannot come to"):
            answers_to(total, items)
