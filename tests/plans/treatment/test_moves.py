"""The table of a plan's moves, cell by cell."""

from __future__ import annotations

import pytest

from couplesone.plans.codes import PlanStatus
from couplesone.plans.errors import PlanEnded, PlanNotDraft, PlanTransitionRefused
from couplesone.plans.models import Plan
from couplesone.plans.treatment.moves import PlanMove, after, require_draft, require_not_ended

TABLE = {
    ("draft", "activate"): "active",
    ("active", "supersede"): "superseded",
    ("active", "revise"): "active",
    ("closed", "revise"): "closed",
    ("draft", "close"): "closed",
    ("active", "close"): "closed",
    ("draft", "mark_in_error"): "closed",
    ("active", "mark_in_error"): "closed",
    ("superseded", "mark_in_error"): "superseded",
    ("closed", "mark_in_error"): "closed",
}


@pytest.mark.parametrize("status", PlanStatus)
@pytest.mark.parametrize("move", PlanMove)
def test_each_move_leads_where_the_table_says_or_nowhere(status: PlanStatus, move: PlanMove) -> None:
    plan = Plan(status=status.value)
    expected = TABLE.get((status.value, move.value))
    if expected is None:
        with pytest.raises(PlanTransitionRefused):
            after(move, plan)
    else:
        assert after(move, plan) == expected


@pytest.mark.parametrize("status", ["active", "superseded", "closed"])
def test_goals_change_in_a_draft_only(status: str) -> None:
    require_draft(Plan(status="draft"))
    with pytest.raises(PlanNotDraft):
        require_draft(Plan(status=status))


@pytest.mark.parametrize("status", ["superseded", "closed"])
def test_an_ended_version_does_not_change(status: str) -> None:
    require_not_ended(Plan(status="draft"))
    require_not_ended(Plan(status="active"))
    with pytest.raises(PlanEnded):
        require_not_ended(Plan(status=status))
