"""Cases that want attention, for whom, and in which order."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from couplesone.cases.models import Case
from couplesone.plans.models import Plan
from support.papers import Chart, open_chart
from support.world import World

LISTS = ("no_next_step", "next_step_overdue", "review_due", "check_in_missing")
"""Those that want something of the therapist; what comes from the client is tried beside the pages."""
LAST_MONDAY = date(2026, 2, 23)


def listed(caller: Any, kind: str, **query: Any) -> list[str]:
    """Return the ids of the cases on a list."""
    return [item["case_id"] for item in caller.get(f"/v1/worklists/{kind}", params=query)["items"]]


def wanting(chart: Chart) -> None:
    """Let a case want everything that can be wanted of one with a next step."""
    chart.set(Case, chart.case_id, next_step="Ring the school.", next_step_due_on=date(2026, 2, 20))
    chart.plan("active", review_due_on=date(2026, 3, 1))


def test_a_case_is_on_the_lists_whose_condition_it_meets(world: World, chart: Chart) -> None:
    found = {kind: listed(world.therapist, kind) for kind in LISTS}
    this = str(chart.case_id)
    assert found == {
        "no_next_step": [this],
        "next_step_overdue": [],
        "review_due": [],
        "check_in_missing": [this],
    }
    wanting(chart)
    found = {kind: listed(world.therapist, kind) for kind in LISTS}
    assert found == {
        "no_next_step": [],
        "next_step_overdue": [this],
        "review_due": [this],
        "check_in_missing": [this],
    }
    chart.check_in(LAST_MONDAY, "therapist", pressure=1)
    assert listed(world.therapist, "check_in_missing") == []


def test_an_item_names_client_stage_and_since_when(world: World, chart: Chart) -> None:
    wanting(chart)
    since = {
        kind: world.therapist.get(f"/v1/worklists/{kind}")["items"][0]["due_on"]
        for kind in ("next_step_overdue", "review_due", "check_in_missing")
    }
    assert since == {
        "next_step_overdue": "2026-02-20",
        "review_due": "2026-03-01",
        "check_in_missing": "2026-02-23",
    }
    (item,) = world.therapist.get("/v1/worklists/review_due")["items"]
    assert (item["client_name"], item["status"], item["stage"]) == ("Mara", "active", 0)


@pytest.mark.parametrize("due", ["2026-03-02", "2026-03-03"])
def test_a_step_due_today_is_not_overdue_and_a_review_due_tomorrow_is_not_due(
    world: World, chart: Chart, due: str
) -> None:
    day = date.fromisoformat(due)
    chart.set(Case, chart.case_id, next_step="Ring the school.", next_step_due_on=day)
    chart.plan("active", review_due_on=day)
    assert listed(world.therapist, "next_step_overdue") == []
    assert bool(listed(world.therapist, "review_due")) is (due == "2026-03-02")


@pytest.mark.parametrize("status", ["closed", "on_hold"])
def test_a_case_that_is_not_worked_on_is_on_no_list(world: World, chart: Chart, status: str) -> None:
    wanting(chart)
    ended = {"closed_on": world.today, "closing_reason": "completed"} if status == "closed" else {}
    chart.set(Case, chart.case_id, status=status, **ended)
    assert [listed(world.therapist, kind) for kind in LISTS] == [[], [], [], []]


def test_a_superseded_plan_wants_no_review(world: World, chart: Chart) -> None:
    plan = chart.plan("active", review_due_on=date(2026, 3, 1))
    chart.set(Plan, plan, status="superseded", ended_on=world.today)
    assert listed(world.therapist, "review_due") == []


def test_a_case_of_this_week_owes_no_check_in_yet(world: World, chart: Chart) -> None:
    chart.set(Case, chart.case_id, opened_on=world.today)
    assert listed(world.therapist, "check_in_missing") == []


def test_longest_waiting_first_in_pages_of_one_size_of_work(world: World) -> None:
    charts = [open_chart(world)]
    world.therapist.get("/v1/worklists/no_next_step")
    before = len(world.statements)
    world.therapist.get("/v1/worklists/no_next_step", params={"limit": 100})
    for_one = len(world.statements) - before
    charts += [open_chart(world) for _ in range(49)]
    for number, chart in enumerate(charts):
        chart.set(Case, chart.case_id, opened_on=date(2026, 1, 7) - timedelta(days=number * 7 % 50))
    before = len(world.statements)
    whole = world.therapist.get("/v1/worklists/no_next_step", params={"limit": 100})["items"]
    assert len(world.statements) - before == for_one
    assert len(whole) == 50
    assert [item["due_on"] for item in whole] == sorted(item["due_on"] for item in whole)
    paged, cursor = [], None
    while True:
        query = {"limit": 7} | ({"cursor": cursor} if cursor else {})
        page = world.therapist.get("/v1/worklists/no_next_step", params=query)
        paged += page["items"]
        if (cursor := page["next_cursor"]) is None:
            break
    assert paged == whole


def test_everybody_sees_their_own_caseload(world: World, chart: Chart) -> None:
    home, this = world.home, str(chart.case_id)
    colleague = home.hire("colleague", "therapist")
    assert listed(home.people["supervisor"].call, "no_next_step") == [this]
    assert listed(colleague.call, "no_next_step") == []
    assert listed(world.other.people["therapist"].call, "no_next_step") == []
    for role in ("front_desk", "biller"):
        refused = home.people[role].call.refused("GET", "/v1/worklists/no_next_step")
        assert refused == (403, "permission_denied")


def test_the_cases_of_one_clinician(world: World, chart: Chart) -> None:
    reader = world.home.people["supervisor"]
    therapist = world.home.people["therapist"]
    assert listed(reader.call, "no_next_step", staff_id=str(therapist.id)) == [str(chart.case_id)]
    assert listed(reader.call, "no_next_step", staff_id=str(reader.id)) == []


def test_there_is_no_other_list(world: World) -> None:
    assert world.therapist.refused("GET", "/v1/worklists/everything") == (404, "not_found")
