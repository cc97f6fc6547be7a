"""Versions of the plan over the API."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select

from couplesone.cases.models import Case
from couplesone.clients.models import Client
from couplesone.jobs.models import OutboxEvent
from couplesone.plans.errors import DraftExists
from couplesone.plans.models import Goal, Plan, PlanGoal
from couplesone.practices.codes import SettingKey
from couplesone.practices.models import PracticeSetting
from support.http import Caller
from support.papers import GOAL, NOWHERE, Chart, action


def pointers(caller: Caller, method: str, path: str, body: object = None, **more: object) -> list[str]:
    return [error["pointer"] for error in caller.call(method, path, body, **more).json()["errors"]]


def test_a_draft_is_numbered_and_says_where_it_is(chart: Chart, therapist: Caller) -> None:
    made = therapist.call(
        "POST",
        f"/v1/cases/{chart.case_id}/plans",
        {"values_statement": "I stay.", "review_due_on": "2026-04-01"},
    )
    plan = made.json()
    assert made.status_code == 201
    assert made.headers["location"] == f"/v1/plans/{plan['id']}"
    assert made.headers["etag"] == '"1"'
    assert (plan["number"], plan["status"], plan["goal_ids"], plan["goals"]) == (1, "draft", [], None)
    assert (plan["values_statement"], plan["review_due_on"]) == ("I stay.", "2026-04-01")
    assert (plan["activated_on"], plan["ended_on"]) == (None, None)


def test_the_values_statement_is_sealed(chart: Chart, therapist: Caller) -> None:
    plan = therapist.post(f"/v1/cases/{chart.case_id}/plans", {"values_statement": "I stay."})
    assert "stay" not in chart.look(Plan, plan["id"], "values_statement_sealed")


def test_there_is_one_draft_at_a_time(chart: Chart, therapist: Caller) -> None:
    chart.plan()
    assert therapist.refused("POST", f"/v1/cases/{chart.case_id}/plans", {}) == (409, "plan_draft_exists")


@pytest.mark.parametrize("number", [1, 2])
def test_two_drafts_at_once_break_a_constraint_that_says_so(chart: Chart, number: int) -> None:
    chart.plan()
    with pytest.raises(DraftExists):
        chart.plan(number=number)


def test_versions_are_listed_newest_first_page_by_page(chart: Chart, therapist: Caller) -> None:
    for number, status in enumerate(("closed", "superseded", "active", "draft"), 1):
        chart.plan(status, number=number)
    path = f"/v1/cases/{chart.case_id}/plans"
    first = therapist.get(path, params={"limit": 3})
    rest = therapist.get(path, params={"limit": 3, "cursor": first["next_cursor"]})
    assert [plan["number"] for plan in first["items"]] == [4, 3, 2]
    assert [plan["number"] for plan in rest["items"]] == [1]
    assert rest["next_cursor"] is None


def test_a_case_without_plans_has_an_empty_list(chart: Chart, therapist: Caller) -> None:
    assert therapist.get(f"/v1/cases/{chart.case_id}/plans") == {"items": [], "next_cursor": None}


def test_a_list_takes_as_many_statements_for_25_as_for_one(chart: Chart, therapist: Caller) -> None:
    path = f"/v1/cases/{chart.case_id}/plans"
    chart.goal(chart.plan("closed", values_statement="I stay."))
    counts = []
    for more in (0, 24):
        for number in range(2, 2 + more):
            chart.goal(chart.plan("closed", number=number, values_statement="I stay."))
        before = len(chart.world.statements)
        assert len(therapist.get(path)["items"]) == 1 + more
        counts.append(len(chart.world.statements) - before)
    assert counts[0] == counts[1]


def test_the_goals_are_included_in_their_places(chart: Chart, therapist: Caller) -> None:
    plan = chart.plan()
    second, first = chart.goal(plan, place=2), chart.goal(plan, place=1)
    shown = therapist.get(f"/v1/plans/{plan}", params={"include": "goals"})
    assert shown["goal_ids"] == [first, second]
    assert [goal["id"] for goal in shown["goals"]] == [first, second]
    assert shown["goals"][0]["title"] == GOAL["title"]
    assert therapist.get(f"/v1/plans/{plan}")["goals"] is None


def test_only_goals_can_be_included(chart: Chart, therapist: Caller) -> None:
    path = f"/v1/plans/{chart.plan()}"
    assert therapist.refused("GET", path, params={"include": "partner"}) == (422, "validation_failed")


def test_a_plan_is_never_not_modified_because_its_goals_may_be(chart: Chart, therapist: Caller) -> None:
    path = f"/v1/plans/{chart.plan()}"
    assert therapist.call("GET", path, headers={"If-None-Match": '"1"'}).status_code == 200


@pytest.mark.parametrize("status", ["draft", "active"])
def test_a_version_that_has_not_ended_can_be_changed(chart: Chart, therapist: Caller, status: str) -> None:
    plan = chart.plan(status, values_statement="I stay.")
    body = {"values_statement": "I stay in the room.", "review_due_on": "2026-03-30"}
    changed = therapist.patch(f"/v1/plans/{plan}", body, etag=1)
    assert (changed["values_statement"], changed["review_due_on"]) == tuple(body.values())
    cleared = therapist.patch(f"/v1/plans/{plan}", {"values_statement": None}, etag=2)
    assert (cleared["values_statement"], cleared["review_due_on"]) == (None, "2026-03-30")


@pytest.mark.parametrize("status", ["superseded", "closed"])
def test_an_ended_version_cannot(chart: Chart, therapist: Caller, status: str) -> None:
    path = f"/v1/plans/{chart.plan(status)}"
    assert therapist.refused("PATCH", path, {"review_due_on": None}, etag=1) == (409, "plan_ended")


def test_a_review_lies_after_the_activation(chart: Chart, therapist: Caller) -> None:
    path, body = f"/v1/plans/{chart.plan('active')}", {"review_due_on": "2026-02-01"}
    assert therapist.refused("PATCH", path, body, etag=1) == (422, "dates_out_of_order")
    assert pointers(therapist, "PATCH", path, body, etag=1) == ["/review_due_on"]


@pytest.mark.row("S2.23")
def test_activation_starts_the_goals_and_needs_nothing_from_the_partner(
    chart: Chart, therapist: Caller
) -> None:
    chart.set(Case, chart.case_id, partner_id=None)
    plan = chart.plan()
    goals = [chart.goal(plan, lifecycle, place=n) for n, lifecycle in enumerate(("proposed", "on_hold"))]
    active = therapist.post(f"/v1/plans/{plan}/activate", {}, etag=1)
    assert (active["status"], active["activated_on"]) == ("active", "2026-03-02")
    assert active["review_due_on"] == "2026-03-30"
    assert [chart.look(Goal, goal, "lifecycle") for goal in goals] == ["active", "on_hold"]
    assert [chart.look(Goal, goal, "version") for goal in goals] == [2, 1]


def test_activation_starts_no_goal_of_another_plan(chart: Chart, therapist: Caller) -> None:
    plan, elsewhere = chart.plan(), chart.goal()
    chart.goal(plan)
    therapist.post(f"/v1/plans/{plan}/activate", {}, etag=1)
    assert chart.look(Goal, elsewhere, "lifecycle") == "proposed"


def test_activation_is_announced(chart: Chart, therapist: Caller) -> None:
    plan = chart.plan()
    chart.goal(plan)
    therapist.post(f"/v1/plans/{plan}/activate", {"activated_on": "2026-02-16"}, etag=1)
    with chart.world.works.open(chart.world.home.id) as work:
        event = work.db.scalars(select(OutboxEvent)).one()
    assert event.type == "plan.activated"
    assert event.payload == {
        "client_id": str(chart.client_id),
        "case_id": str(chart.case_id),
        "plan_id": plan,
        "activated_on": "2026-02-16",
    }


def test_the_practice_says_after_how_many_days_a_plan_is_reviewed(chart: Chart, therapist: Caller) -> None:
    with chart.world.works.open(chart.world.home.id) as work:
        for from_on, value in ((date(2026, 2, 1), 14), (date(2026, 2, 20), 21)):
            work.add(PracticeSetting(key=SettingKey.REVIEW_EVERY_DAYS.value, value=value, from_on=from_on))
    plan = chart.plan()
    chart.goal(plan)
    active = therapist.post(f"/v1/plans/{plan}/activate", {"activated_on": "2026-02-16"}, etag=1)
    assert active["review_due_on"] == "2026-03-02"


def test_a_review_day_that_was_set_stays(chart: Chart, therapist: Caller) -> None:
    plan = chart.plan(review_due_on=date(2026, 3, 9))
    chart.goal(plan)
    assert therapist.post(f"/v1/plans/{plan}/activate", {}, etag=1)["review_due_on"] == "2026-03-09"


@pytest.mark.parametrize("lifecycle", [None, "completed", "cancelled", "entered_in_error"])
def test_a_plan_without_a_goal_to_work_on_is_incomplete(
    chart: Chart, therapist: Caller, lifecycle: str | None
) -> None:
    plan = chart.plan()
    if lifecycle:
        chart.goal(plan, lifecycle)
    path = f"/v1/plans/{plan}"
    assert therapist.refused("POST", f"{path}/activate", {}, etag=1) == (409, "plan_incomplete")
    assert action(therapist.get(path), "activate_plan") == (False, "plan_incomplete")


@pytest.mark.parametrize(
    ("day", "kept"),
    [
        ("2026-03-03", "in_the_future"),
        ("2026-01-06", "too_early"),
        ("2026-02-01", "too_early"),
        ("2026-02-28", "too_early"),
    ],
)
def test_activation_days_are_in_order(chart: Chart, therapist: Caller, day: str, kept: str) -> None:
    chart.plan("superseded", ended_on=date(2026, 2, 9))
    chart.plan("active", number=2, activated_on=date(2026, 2, 9))
    plan = chart.plan(number=3, review_due_on=date(2026, 2, 27))
    chart.goal(plan)
    response = therapist.call("POST", f"/v1/plans/{plan}/activate", {"activated_on": day}, etag=1)
    assert response.status_code == 422
    assert [(error["pointer"], error["code"]) for error in response.json()["errors"]] == [
        ("/activated_on", kept)
    ]


def test_a_discarded_draft_or_an_error_stands_in_no_way(chart: Chart, therapist: Caller) -> None:
    chart.plan("closed", ended_on=date(2026, 3, 1))
    wrong = chart.plan("closed", number=2, activated_on=date(2026, 2, 27), ended_on=date(2026, 3, 1))
    chart.set(Plan, wrong, entered_in_error_at=chart.world.clock.now())
    plan = chart.plan(number=3)
    chart.goal(plan)
    active = therapist.post(f"/v1/plans/{plan}/activate", {"activated_on": "2026-01-07"}, etag=1)
    assert active["activated_on"] == "2026-01-07"


def test_the_version_that_held_is_superseded_on_that_day(chart: Chart, therapist: Caller) -> None:
    former, plan = chart.plan("active"), chart.plan(number=2)
    chart.goal(plan)
    therapist.post(f"/v1/plans/{plan}/activate", {"activated_on": "2026-02-23"}, etag=1)
    shown = therapist.get(f"/v1/plans/{former}")
    assert (shown["status"], shown["ended_on"], shown["version"]) == ("superseded", "2026-02-23", 2)


def test_a_revision_is_a_draft_with_the_goals_that_still_stand(chart: Chart, therapist: Caller) -> None:
    plan = chart.plan("active", values_statement="I stay.")
    states = ("active", "cancelled", "on_hold", "entered_in_error", "completed")
    goals = [chart.goal(plan, state, place=place) for place, state in enumerate(states)]
    made = therapist.call("POST", f"/v1/plans/{plan}/revise", etag=1)
    draft = made.json()
    assert made.status_code == 201
    assert made.headers["location"] == f"/v1/plans/{draft['id']}"
    assert (draft["number"], draft["status"], draft["values_statement"]) == (2, "draft", "I stay.")
    assert (draft["review_due_on"], draft["activated_on"]) == (None, None)
    assert draft["goal_ids"] == [goals[0], goals[2], goals[4]]
    assert therapist.get(f"/v1/plans/{plan}")["status"] == "active"


def test_a_plan_without_goals_can_be_revised(chart: Chart, therapist: Caller) -> None:
    draft = therapist.post(f"/v1/plans/{chart.plan('closed')}/revise", etag=1)
    assert (draft["number"], draft["goal_ids"]) == (2, [])


def test_no_revision_beside_a_draft(chart: Chart, therapist: Caller) -> None:
    plan = chart.plan("active")
    chart.plan(number=2)
    assert therapist.refused("POST", f"/v1/plans/{plan}/revise", etag=1) == (409, "plan_draft_exists")
    assert action(therapist.get(f"/v1/plans/{plan}"), "revise_plan") == (False, "plan_draft_exists")


@pytest.mark.parametrize(
    ("verb", "status"), [("revise", "draft"), ("activate", "active"), ("close", "superseded")]
)
def test_a_move_outside_the_table_is_refused(chart: Chart, therapist: Caller, verb: str, status: str) -> None:
    plan = chart.plan(status)
    body = None if verb == "revise" else {}
    assert therapist.refused("POST", f"/v1/plans/{plan}/{verb}", body, etag=1) == (
        409,
        "plan_transition_refused",
    )
    assert action(therapist.get(f"/v1/plans/{plan}"), f"{verb}_plan")[1] == "plan_transition_refused"


def test_the_active_version_is_closed_and_frees_its_place(chart: Chart, therapist: Caller) -> None:
    plan = chart.plan("active")
    closed = therapist.post(f"/v1/plans/{plan}/close", {"ended_on": "2026-02-20"}, etag=1)
    assert (closed["status"], closed["ended_on"]) == ("closed", "2026-02-20")
    assert chart.plan("active", number=2)


def test_a_draft_is_discarded_today(chart: Chart, therapist: Caller) -> None:
    closed = therapist.post(f"/v1/plans/{chart.plan()}/close", {}, etag=1)
    assert (closed["status"], closed["ended_on"], closed["activated_on"]) == ("closed", "2026-03-02", None)


@pytest.mark.parametrize(
    ("status", "day", "code"),
    [
        ("active", "2026-03-03", "in_the_future"),
        ("active", "2026-02-01", "too_early"),
        ("draft", "2026-01-06", "too_early"),
    ],
)
def test_a_plan_ends_between_its_start_and_today(
    chart: Chart, therapist: Caller, status: str, day: str, code: str
) -> None:
    path = f"/v1/plans/{chart.plan(status)}/close"
    response = therapist.call("POST", path, {"ended_on": day}, etag=1)
    assert response.status_code == 422
    assert [(error["pointer"], error["code"]) for error in response.json()["errors"]] == [("/ended_on", code)]


def test_a_version_in_error_ends_and_does_not_change(chart: Chart, therapist: Caller) -> None:
    plan = chart.plan("active")
    wrong = therapist.post(f"/v1/plans/{plan}/mark-in-error", {"reason": "Another case."}, etag=1)
    assert (wrong["status"], wrong["error_reason"]) == ("closed", "Another case.")
    assert wrong["entered_in_error_at"] is not None
    assert {entry["code"] for entry in wrong["actions"]} == {"item_in_error"}
    assert therapist.refused("POST", f"/v1/plans/{plan}/revise", etag=2) == (409, "item_in_error")
    assert "Another" not in chart.look(Plan, plan, "error_reason_sealed")


def test_a_goal_that_was_only_in_the_draft_is_cancelled_when_it_is_removed(
    chart: Chart, therapist: Caller
) -> None:
    plan = chart.plan()
    goal, other = chart.goal(plan), chart.goal(plan, place=2)
    shown = therapist.post(f"/v1/plans/{plan}/goals/{goal}/remove", etag=1)
    assert (shown["goal_ids"], shown["version"]) == ([other], 2)
    assert chart.look(Goal, goal, "lifecycle") == "cancelled"
    assert chart.look(Goal, other, "lifecycle") == "proposed"


@pytest.mark.parametrize("lifecycle", ["proposed", "active"])
def test_a_goal_of_another_version_stays_as_it_is(chart: Chart, therapist: Caller, lifecycle: str) -> None:
    former, plan = chart.plan("active"), chart.plan(number=2)
    goal = chart.goal(former, lifecycle)
    chart.place(plan, goal, 1)
    therapist.post(f"/v1/plans/{plan}/goals/{goal}/remove", etag=1)
    assert chart.look(Goal, goal, "lifecycle") == lifecycle
    assert therapist.get(f"/v1/plans/{former}")["goal_ids"] == [goal]


def test_an_active_goal_of_no_other_version_stays_active(chart: Chart, therapist: Caller) -> None:
    plan = chart.plan()
    goal = chart.goal(plan, "active")
    therapist.post(f"/v1/plans/{plan}/goals/{goal}/remove", etag=1)
    assert chart.look(Goal, goal, "lifecycle") == "active"


def test_goals_are_removed_from_drafts_only(chart: Chart, therapist: Caller) -> None:
    plan = chart.plan("active")
    goal = chart.goal(plan)
    assert therapist.refused("POST", f"/v1/plans/{plan}/goals/{goal}/remove", etag=1) == (
        409,
        "plan_not_draft",
    )


@pytest.mark.parametrize("elsewhere", [True, False])
def test_a_goal_that_is_not_in_the_draft_cannot_be_removed(
    chart: Chart, therapist: Caller, elsewhere: bool
) -> None:
    plan, goal = chart.plan(), chart.goal() if elsewhere else NOWHERE
    assert therapist.refused("POST", f"/v1/plans/{plan}/goals/{goal}/remove", etag=1) == (404, "not_found")


@pytest.mark.parametrize("verb", ["activate", "revise", "close", "mark-in-error", f"goals/{NOWHERE}/remove"])
def test_a_move_names_the_version_that_it_is_of(chart: Chart, therapist: Caller, verb: str) -> None:
    path = f"/v1/plans/{chart.plan()}/{verb}"
    body = {"reason": "Another case."} if verb == "mark-in-error" else {}
    assert therapist.refused("POST", path, body) == (428, "if_match_required")
    assert therapist.refused("POST", path, body, etag=2) == (412, "version_stale")


def test_a_change_names_the_version_that_it_is_of(chart: Chart, therapist: Caller) -> None:
    path = f"/v1/plans/{chart.plan()}"
    assert therapist.refused("PATCH", path, {}) == (428, "if_match_required")
    assert therapist.refused("PATCH", path, {}, etag=2) == (412, "version_stale")


def test_a_repeated_request_makes_one_draft(chart: Chart, therapist: Caller) -> None:
    path = f"/v1/cases/{chart.case_id}/plans"
    first = therapist.call("POST", path, {}, key="once")
    again = therapist.call("POST", path, {}, key="once")
    assert again.headers["idempotency-replayed"] == "true"
    assert (again.status_code, again.json()) == (201, first.json())


@pytest.mark.parametrize(
    ("entity", "values", "code"),
    [
        (Case, {"status": "closed", "closed_on": date(2026, 3, 1)}, "case_closed"),
        (Client, {"status": "archived"}, "client_archived"),
    ],
)
def test_nothing_changes_in_a_closed_case_or_for_an_archived_client(
    chart: Chart, therapist: Caller, entity: type, values: dict[str, object], code: str
) -> None:
    plan = chart.plan("active")
    goal = chart.goal(plan)
    chart.set(entity, chart.case_id if entity is Case else chart.client_id, **values)
    attempts = [
        ("POST", f"/v1/cases/{chart.case_id}/plans", {}, None),
        ("PATCH", f"/v1/plans/{plan}", {}, 1),
        ("POST", f"/v1/plans/{plan}/activate", {}, 1),
        ("POST", f"/v1/plans/{plan}/revise", None, 1),
        ("POST", f"/v1/plans/{plan}/close", {}, 1),
        ("POST", f"/v1/plans/{plan}/mark-in-error", {"reason": "Another case."}, 1),
        ("POST", f"/v1/plans/{plan}/goals/{goal}/remove", None, 1),
    ]
    for method, path, body, etag in attempts:
        assert therapist.refused(method, path, body, etag=etag) == (409, code), path
    assert {entry["code"] for entry in therapist.get(f"/v1/plans/{plan}")["actions"]} == {code}


def test_the_rows_of_a_removed_goal_are_gone(chart: Chart, therapist: Caller) -> None:
    plan = chart.plan()
    therapist.post(f"/v1/plans/{plan}/goals/{chart.goal(plan)}/remove", etag=1)
    with chart.world.works.open(chart.world.home.id) as work:
        assert work.db.scalars(select(PlanGoal)).all() == []
