"""S3.38: the same work when both attend; a goal comes along if the client chose it, and only then."""

from __future__ import annotations

import pytest

from support.couple import Conjoint, Couple
from support.papers import GOAL
from support.world import World

PAPER = "d" * 64


@pytest.fixture
def goals(couple: Couple) -> list[str]:
    """Three goals of Wei's work alone."""
    chart = couple.door.chart
    plan_id = chart.plan("active")
    return [chart.goal(plan_id, "active", place=place, title=f"Goal {place}") for place in (1, 2, 3)]


def carried(conjoint: Conjoint, *goal_ids: str) -> dict[str, object]:
    """Let Wei's own therapist, who reads both, take goals along."""
    path = f"{conjoint.parts[0]}/carried-goals"
    found: dict[str, object] = conjoint.couple.own.post(
        path, {"goal_ids": list(goal_ids), "paper_sha256": PAPER}
    )
    return found


@pytest.mark.row("S3.38")
def test_the_chosen_ones_come_along_as_proposals_and_nothing_else(couple: Couple, goals: list[str]) -> None:
    conjoint = couple.opened()
    plan = carried(conjoint, goals[2], goals[0])
    seen = conjoint.therapist.get(f"/v1/plans/{plan['id']}?include=goals")
    assert (seen["status"], seen["case_id"]) == ("draft", conjoint.case["parts"][0]["case_id"])
    assert [(goal["title"], goal["lifecycle"]) for goal in seen["goals"]] == [
        ("Goal 3", "proposed"),
        ("Goal 1", "proposed"),
    ]
    copy = seen["goals"][0]
    assert copy["id"] not in goals
    assert (copy["indicator"], copy["less"]) == (GOAL["indicator"], GOAL["less"])
    assert conjoint.therapist.get(f"/v1/goals/{copy['id']}/ratings")["items"] == []
    assert conjoint.therapist.get(f"{conjoint.parts[1]}/plans")["items"] == []
    for goal_id in goals:
        assert conjoint.therapist.refused("GET", f"/v1/goals/{goal_id}") == (404, "not_found")
    again = carried(conjoint, goals[1])
    assert again["id"] == plan["id"]
    assert couple.own.get(f"/v1/goals/{goals[2]}")["lifecycle"] == "active"


def test_none_that_was_not_chosen_is_not_hers_or_is_gone(couple: Couple, goals: list[str]) -> None:
    conjoint = couple.opened()
    path, not_theirs = f"{conjoint.parts[0]}/carried-goals", (409, "goal_not_taken_along")

    def refused(path: str, *goal_ids: str, caller: object = None) -> tuple[int, str]:
        body = {"goal_ids": list(goal_ids), "paper_sha256": PAPER}
        found: tuple[int, str] = (caller or couple.own).refused("POST", path, body)  # type: ignore[attr-defined]
        return found

    assert refused(path, goals[0], goals[0]) == not_theirs
    assert refused(path, couple.wei) == not_theirs
    assert refused(path, goals[0], caller=conjoint.therapist) == not_theirs
    assert refused(f"{conjoint.parts[1]}/carried-goals", goals[0], caller=conjoint.therapist) == not_theirs
    assert refused(f"{couple.door.case}/carried-goals", goals[0]) == (409, "not_a_conjoint_part")
    gone = couple.door.chart.goal(None, "cancelled")
    assert refused(path, gone) == not_theirs
    copied = carried(conjoint, goals[0])
    assert refused(path, goals[0]) == not_theirs
    (copy,) = copied["goals"]  # type: ignore[misc]
    assert refused(path, copy["id"]) == not_theirs
    ahead = {"goal_ids": [goals[1]], "paper_sha256": PAPER, "chosen_on": "2026-03-03"}
    assert couple.own.refused("POST", path, ahead) == (422, "dates_out_of_order")
    assert couple.own.refused("POST", path, {"goal_ids": [], "paper_sha256": PAPER})[0] == 422


def test_on_one_therapist_with_both(couple: Couple, goals: list[str], world: World) -> None:
    conjoint = couple.opened_by_own()
    assert carried(conjoint, goals[0])["status"] == "draft"
