"""C1: the partner declines for good, and the client's own goals are met all the same (domain.md section 6)."""

from __future__ import annotations

import pytest

from couplesone.cli.demo.mara import MARA
from couplesone.cli.demo.replay import Replay
from journeys.replays import assert_outcome, assert_screened, assert_stages, figures
from support.journeys import changes, replayed
from support.world import World

FIGURES = [
    figures(5, 36.78, [-1, -1, -1], (38, None, 12, None)),
    figures(13, 54.41, [0, 1, 0], (38, None, 12, None), 0.9875, 0.975, 1.0, 87.5),
    figures(16, 61.02, [1, 1, 0], (47, "improved", 6, "recovered"), 0.9909, 0.9818, 1.0, 90.91),
]


def assert_refused(replay: Replay) -> None:
    """A goal for the partner is no goal: it is refused, and kept as a hope."""
    refused = replay.refused_goal
    assert refused is not None
    assert refused.code == "goal_outside_own_control"
    assert refused.hope in [hope["text"] for hope in replay.client.list_hopes(replay.case_id)["items"]]
    plan = replay.client.get_plan(replay.plan_id, include=["goals"])
    assert plan["goals"] is not None
    assert refused.title not in [goal["title"] for goal in plan["goals"]]


@pytest.mark.row("C1")
def test_mara_whose_partner_declines_for_good(world: World) -> None:
    replay = replayed(world, MARA)
    client, case_id = replay.client, replay.case_id
    dashboard = client.get_dashboard(case_id)
    assert_outcome(replay, dashboard, FIGURES)
    assert_stages(replay)
    assert_screened(replay, 2)
    assert_refused(replay)
    assert dashboard["partner_stance"] is not None
    assert dashboard["partner_stance"]["stance"] == "refuses"
    assert dashboard["focus"]["measure"] == "pressure"
    assert (dashboard["focus"]["nap_band"], dashboard["focus"]["pnd_band"]) == ("strong", "very_effective")
    assert dashboard["pressure_last_four_weeks"] == 2
    assert changes(client, case_id) == {
        "csi16": {"sd17_r98": (9.0, 2.65, True, "improved"), "sd17_r94": (9.0, 1.53, False, "unchanged")},
        "phq9": {"points_6": (-6.0, None, True, "recovered")},
        "gad7": {"points_4": (-4.0, None, True, "recovered")},
    }
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


@pytest.mark.row("C1")
def test_that_the_partner_never_came_is_no_failure(world: World) -> None:
    replay = replayed(world, MARA)
    client, case_id = replay.client, replay.case_id
    closed = client.close_case(
        case_id,
        closing_reason="completed",
        goals_outcome="met",
        relationship_outcome="together",
        partner_attended=False,
        if_match=client.get_case(case_id)["version"],
    )
    assert (closed["goals_outcome"], closed["partner_attended"]) == ("met", False)
    dashboard = client.get_dashboard(case_id)
    assert (dashboard["t_score"], dashboard["completeness"]) == (61.02, {"complete": True, "reason": None})
    planned = client.list_follow_ups(case_id)["items"][::-1]
    assert [one["months_after"] for one in planned] == [3, 6, 12, 24, 60]
