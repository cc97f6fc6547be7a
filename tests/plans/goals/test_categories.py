"""Goals that are about the client alone."""

from __future__ import annotations

import pytest

from support.papers import GOAL


@pytest.mark.row("S0.17")
@pytest.mark.row("S0.18")
@pytest.mark.row("S0.19")
@pytest.mark.parametrize("category", ["self_definition", "self_worth", "reclaim_self"])
def test_a_goal_may_be_to_stand_by_oneself_to_be_worth_something_to_take_up_what_was_lost(
    chart, therapist, category
) -> None:
    goal = therapist.post(f"/v1/plans/{chart.plan()}/goals", GOAL | {"category": category})
    assert therapist.get(f"/v1/goals/{goal['id']}")["category"] == category
    tools = {row for tool in therapist.get("/v1/tools")["items"] for row in tool["rows"]}
    assert {"S0.17", "S0.18", "S0.19"} <= tools
