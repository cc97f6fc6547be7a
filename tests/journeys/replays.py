"""What the replayed cases of the demonstration share: their figures, and what is asked of each."""

from __future__ import annotations

from couplesone.cli.demo.figures import Figure, outcome, timeline
from couplesone.cli.demo.replay import Replay
from couplesone.sdk.types import ChangeClass, Dashboard

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


def assert_outcome(replay: Replay, dashboard: Dashboard, figures: list[Figure]) -> None:
    """The demonstration shows what the API says."""
    found = outcome(replay, dashboard)
    assert found["figures"] == figures
    assert (found["case"], found["client"]) == (replay.story.code, replay.story.client.name)
    assert (found["stage"], found["stage_name"], found["status"]) == (6, "review", "active")
    assert [(phase["code"], phase["first_week"]) for phase in found["phases"]] == [("A", 1), ("B", 6)]
    assert (found["refused_goal"] is None) == (replay.story.refused_goal is None)
