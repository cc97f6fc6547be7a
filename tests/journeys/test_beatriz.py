"""C6: the client stops asking, and the partner becomes curious (domain.md section 6)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from couplesone.cli.demo.beatriz import BEATRIZ
from couplesone.kernel.clock import series_week
from journeys.replays import assert_outcome, assert_screened, assert_stages, figures
from support.journeys import changes, replayed
from support.world import World

FIGURES = [
    figures(5, 36.06, [-1, -1, -1, -1], (35, None, 8, None)),
    figures(11, 61.95, [1, 1, 0, 1], (58, "recovered", 5, "unchanged"), 0.9667, 0.9333, 0.9333, 83.33),
]


@pytest.mark.row("C6")
def test_beatriz_whose_partner_becomes_curious(world: World) -> None:
    replay = replayed(world, BEATRIZ)
    client, case_id = replay.client, replay.case_id
    dashboard = client.get_dashboard(case_id)
    assert_outcome(replay, dashboard, FIGURES)
    assert_stages(replay)
    assert_screened(replay, 1)
    assert dashboard["focus"]["measure"] == "positive_responses"
    assert (dashboard["focus"]["nap_band"], dashboard["focus"]["pnd_band"]) == ("strong", "effective")
    assert changes(client, case_id) == {
        "csi16": {"sd17_r98": (23.0, 6.76, True, "recovered"), "sd17_r94": (23.0, 3.91, True, "recovered")},
        "phq9": {"points_6": (-3.0, None, False, "unchanged")},
        "gad7": {"points_4": (-2.0, None, False, "unchanged")},
    }
    stances = client.list_partner_stances(case_id)["items"]
    assert [stance["stance"] for stance in stances] == ["willing", "conditional", "ambivalent", "refuses"]
    assert [goal["weight"] for goal in dashboard["goals"]] == [3, 2, 1, 1]


@pytest.mark.row("C6")
@pytest.mark.row("S2.57")
def test_six_weeks_without_asking_and_what_came_back(world: World) -> None:
    replay = replayed(world, BEATRIZ)
    client, case_id = replay.client, replay.case_id
    client.record_stop_asking_pact(case_id, started_on=world.today - timedelta(days=42), target_days=42)
    (pact,) = client.list_stop_asking_pacts(case_id)["items"]
    assert (pact["streak_days"], pact["asked_since_start"], pact["target_reached"]) == (42, 0, True)
    back = client.list_system_responses(case_id)["items"][::-1]
    opened_on = date.fromisoformat(client.get_case(case_id)["opened_on"])
    told = [(series_week(opened_on, date.fromisoformat(one["occurred_on"])), one["type"]) for one in back]
    own = [one for one in told if one[1] in ("curiosity_signal", "asks_to_come")]
    assert own[-3:] == [(6, "curiosity_signal"), (8, "curiosity_signal"), (9, "asks_to_come")]
    waiting = client.list_worklist("readiness_review")["items"]
    assert [one["case_id"] for one in waiting] == [case_id]
