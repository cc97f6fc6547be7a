"""No goal, objective or strategy is anybody's conduct but the client's (invariant 1), whatever road it takes."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from couplesone.audit.models import AuditEvent
from couplesone.cases.models import Case
from couplesone.clients.models import Partner
from couplesone.plans.models import Goal, Objective, Strategy
from support.http import Caller
from support.papers import GOAL, LEVELS, Chart

CONFIRMED = {"wording_confirmation": {"reason": "'Max' is the dog."}}
CODE = "goal_outside_own_control"


@pytest.fixture
def draft(chart: Chart) -> str:
    """The draft of the plan."""
    return chart.plan()


def refusal(response: Any, *, confirmable: bool) -> list[tuple[str, str]]:
    problem = response.json()
    assert (response.status_code, problem["code"]) == (422, CODE), response.text
    assert problem["confirmable"] is confirmable
    assert all(error["detail"].endswith(".") for error in problem["errors"])
    return [(error["pointer"], error["code"]) for error in problem["errors"]]


def confirmations(chart: Chart) -> list[tuple[str, str]]:
    with chart.world.works.open(chart.world.home.id) as work:
        rows = work.db.scalars(select(AuditEvent).where(AuditEvent.action.endswith("_wording_confirmed")))
        return [(row.action, str(row.resource_id)) for row in rows]


@pytest.mark.parametrize("person", ["partner", "both", "other"])
@pytest.mark.parametrize("name", ["acting_person", "measured_person"])
@pytest.mark.parametrize("confirmation", [{}, CONFIRMED])
def test_nobody_may_confirm_that_somebody_else_acts_or_is_measured(
    therapist: Caller, draft: str, name: str, person: str, confirmation: dict[str, Any]
) -> None:
    response = therapist.call("POST", f"/v1/plans/{draft}/goals", {**GOAL, **confirmation, name: person})
    assert refusal(response, confirmable=False) == [(f"/{name}", "not_the_client")]


@pytest.mark.parametrize("name", ["acting_person", "measured_person"])
def test_nor_after_the_goal_was_set(chart: Chart, therapist: Caller, name: str) -> None:
    path = f"/v1/goals/{chart.goal()}"
    response = therapist.call("PATCH", path, {name: "partner", **CONFIRMED}, etag=1)
    assert refusal(response, confirmable=False) == [(f"/{name}", "not_the_client")]


@pytest.mark.parametrize("name", ["acting_person", "measured_person"])
def test_the_database_refuses_it_too(chart: Chart, name: str) -> None:
    with pytest.raises(IntegrityError):
        chart.goal(**{name: "partner"})


def test_structure_is_judged_before_wording(therapist: Caller, draft: str) -> None:
    body = {**GOAL, "title": "Tobias listens to me", "acting_person": "partner", "measured_person": "both"}
    found = refusal(therapist.call("POST", f"/v1/plans/{draft}/goals", body), confirmable=False)
    assert found == [("/acting_person", "not_the_client"), ("/measured_person", "not_the_client")]


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"title": "Tobias listens to me"}, ("/title", "partner_is_subject")),
        ({"title": "Make him apologise"}, ("/title", "causes_partner_to_act")),
        ({"title": "Prove to him that I am right"}, ("/title", "aims_to_convince")),
        ({"less": ["shouting", "being interrupted by him"]}, ("/less/1", "partner_must_respond")),
        ({"more": ["respect from Tobias"]}, ("/more/0", "partner_must_respond")),
        ({"instead_of": ["date nights"]}, ("/instead_of/0", "needs_both")),
        ({"indicator": "Tobias says thank you"}, ("/indicator", "partner_is_subject")),
        (
            {"levels": [*LEVELS[:4], {"level": 2, "text": "Tobias asks me to talk"}]},
            ("/levels/4", "partner_is_subject"),
        ),
    ],
)
def test_each_text_that_is_not_own_conduct_is_named(
    chart: Chart, therapist: Caller, draft: str, change: dict[str, Any], found: tuple[str, str]
) -> None:
    path = f"/v1/plans/{draft}/goals"
    assert refusal(therapist.call("POST", path, {**GOAL, **change}), confirmable=True) == [found]
    goal = f"/v1/goals/{chart.goal(draft)}"
    assert refusal(therapist.call("PATCH", goal, change, etag=1), confirmable=True) == [found]


def test_all_texts_are_named_at_once(therapist: Caller, draft: str) -> None:
    body = {**GOAL, "title": "Tobias listens to me", "more": ["respect from him", "date nights"]}
    found = refusal(therapist.call("POST", f"/v1/plans/{draft}/goals", body), confirmable=True)
    assert [pointer for pointer, _ in found] == ["/title", "/more/0", "/more/1"]


def test_the_client_may_be_called_by_name(therapist: Caller, draft: str) -> None:
    body = {**GOAL, "title": "Mara stays calm when she is criticised"}
    assert therapist.post(f"/v1/plans/{draft}/goals", body)["wording_rule"] is None


def test_the_context_is_not_judged(therapist: Caller, draft: str) -> None:
    body = {**GOAL, "context": "Tobias comes home late and says nothing"}
    assert therapist.post(f"/v1/plans/{draft}/goals", body)["wording_rule"] is None


def test_a_case_without_a_partner_or_one_without_a_name_is_judged_too(
    chart: Chart, therapist: Caller, draft: str
) -> None:
    body, path = {**GOAL, "title": "He listens to me"}, f"/v1/plans/{draft}/goals"
    chart.set(Partner, chart.partner_id, name_used=None)
    assert refusal(therapist.call("POST", path, body), confirmable=True) == [("/title", "partner_is_subject")]
    chart.set(Case, chart.case_id, partner_id=None)
    assert refusal(therapist.call("POST", path, body), confirmable=True) == [("/title", "partner_is_subject")]


def test_a_clinician_confirms_the_wording_with_a_reason(chart: Chart, therapist: Caller, draft: str) -> None:
    body = {**GOAL, "title": "Tobias listens to me", **CONFIRMED}
    goal = therapist.post(f"/v1/plans/{draft}/goals", body)
    assert goal["wording_rule"] == "partner_is_subject"
    assert goal["wording_confirmed_by"] == str(chart.world.home.people["therapist"].id)
    assert goal["wording_confirmed_reason"] == "'Max' is the dog."
    assert "dog" not in chart.look(Goal, goal["id"], "wording_confirmed_reason_sealed")
    assert goal["quality"]["own"] is False
    assert confirmations(chart) == [("goal_wording_confirmed", goal["id"])]


def test_a_confirmation_without_an_alarm_is_not_kept(chart: Chart, therapist: Caller, draft: str) -> None:
    goal = therapist.post(f"/v1/plans/{draft}/goals", {**GOAL, **CONFIRMED})
    assert (goal["wording_rule"], goal["wording_confirmed_by"], goal["wording_confirmed_reason"]) == (
        None,
    ) * 3
    assert confirmations(chart) == []


@pytest.mark.parametrize("confirmation", [{"reason": " "}, {}, None, "yes"])
def test_a_confirmation_has_a_reason(therapist: Caller, draft: str, confirmation: Any) -> None:
    body = {**GOAL, "title": "Tobias listens to me", "wording_confirmation": confirmation}
    status, code = therapist.refused("POST", f"/v1/plans/{draft}/goals", body)
    assert (status, code) == (422, CODE if confirmation is None else "validation_failed")


def test_a_key_cannot_confirm_but_is_judged_like_anybody(chart: Chart, draft: str) -> None:
    home = chart.world.home
    key = home.api_key(home.people["therapist"], ["plan.read", "plan.write"])
    path, body = f"/v1/plans/{draft}/goals", {**GOAL, "title": "Tobias listens to me"}
    assert key.post(path, {**GOAL, **CONFIRMED})["wording_rule"] is None
    assert refusal(key.call("POST", path, body), confirmable=True) == [("/title", "partner_is_subject")]
    assert key.refused("POST", path, {**body, **CONFIRMED}) == (403, "confirmation_needs_clinician")
    goal = f"/v1/goals/{chart.goal()}"
    change = {"title": "Tobias listens to me", **CONFIRMED}
    assert key.refused("PATCH", goal, change, etag=1) == (403, "confirmation_needs_clinician")


def test_what_was_confirmed_need_not_be_confirmed_again(chart: Chart, therapist: Caller, draft: str) -> None:
    goal = therapist.post(f"/v1/plans/{draft}/goals", {**GOAL, "title": "Tobias listens to me", **CONFIRMED})
    path = f"/v1/goals/{goal['id']}"
    goal = therapist.patch(path, {"more": ["breathing out"]}, etag=goal)
    assert goal["wording_rule"] == "partner_is_subject"
    found = refusal(therapist.call("PATCH", path, {"more": ["date nights"]}, etag=goal), confirmable=True)
    assert found == [("/title", "partner_is_subject"), ("/more/0", "needs_both")]
    goal = therapist.patch(path, {"more": ["date nights"], **CONFIRMED}, etag=goal)
    assert len(confirmations(chart)) == 2
    goal = therapist.patch(path, {"title": GOAL["title"], "more": GOAL["more"]}, etag=goal)
    assert (goal["wording_rule"], goal["wording_confirmed_by"], goal["wording_confirmed_reason"]) == (
        None,
    ) * 3


def test_a_change_of_other_members_is_not_judged(chart: Chart, therapist: Caller) -> None:
    goal = chart.goal(title="Tobias listens to me")
    assert therapist.patch(f"/v1/goals/{goal}", {"weight": 2}, etag=1)["weight"] == 2


@pytest.mark.parametrize("kind", ["objective", "strategy"])
def test_objectives_and_strategies_are_judged_alike(chart: Chart, therapist: Caller, kind: str) -> None:
    goal = chart.goal()
    objective = chart.objective(goal)
    path = f"/v1/goals/{goal}/objectives" if kind == "objective" else f"/v1/objectives/{objective}/strategies"
    entity = Objective if kind == "objective" else Strategy
    body = {"text": "Tobias comes to a session"}
    assert refusal(therapist.call("POST", path, body), confirmable=True) == [("/text", "partner_is_subject")]
    step = therapist.post(path, {**body, **CONFIRMED})
    assert (step["wording_rule"], step["wording_confirmed_reason"]) == (
        "partner_is_subject",
        "'Max' is the dog.",
    )
    assert "dog" not in chart.look(entity, step["id"], "wording_confirmed_reason_sealed")
    assert confirmations(chart) == [(f"{kind}_wording_confirmed", step["id"])]
    one = f"/v1/{'objectives' if kind == 'objective' else 'strategies'}/{step['id']}"
    step = therapist.patch(one, {"text": body["text"]}, etag=step)
    assert step["wording_rule"] == "partner_is_subject"
    worse = {"text": "Make him come to a session"}
    assert refusal(therapist.call("PATCH", one, worse, etag=step), confirmable=True)
    step = therapist.patch(one, {**worse, **CONFIRMED}, etag=step)
    assert step["wording_rule"] == "causes_partner_to_act"
    step = therapist.patch(one, {"text": "I count to ten"}, etag=step)
    assert (step["wording_rule"], step["wording_confirmed_by"]) == (None, None)
    key = chart.world.home.api_key(chart.world.home.people["therapist"], ["plan.write"])
    assert key.refused("POST", path, {**body, **CONFIRMED}) == (403, "confirmation_needs_clinician")


def check(therapist: Caller, chart: Chart, **body: Any) -> dict[str, Any]:
    persons = {"acting_person": "client", "measured_person": "client"}
    found: dict[str, Any] = therapist.post(f"/v1/cases/{chart.case_id}/goal-check", persons | body)
    return found


def test_one_can_ask_first(chart: Chart, therapist: Caller) -> None:
    assert check(therapist, chart) == {"allowed": True, "confirmable": False, "findings": []}
    members = {name: GOAL[name] for name in ("title", "less", "more", "instead_of", "indicator", "levels")}
    assert check(therapist, chart, **members, texts=["I count to ten"])["allowed"] is True


def test_the_answer_is_the_one_that_setting_the_goal_would_give(
    chart: Chart, therapist: Caller, draft: str
) -> None:
    members = {"title": "Tobias listens to me", "more": ["date nights"]}
    asked = check(therapist, chart, **members)
    assert (asked["allowed"], asked["confirmable"]) == (False, True)
    tried = therapist.call("POST", f"/v1/plans/{draft}/goals", {**GOAL, **members})
    assert asked["findings"] == tried.json()["errors"]


def test_further_texts_are_judged_as_sentences(chart: Chart, therapist: Caller) -> None:
    asked = check(therapist, chart, texts=["I count to ten", "Make him come along"])
    assert [(it["pointer"], it["code"]) for it in asked["findings"]] == [
        ("/texts/1", "causes_partner_to_act")
    ]


def test_what_nobody_may_confirm_is_not_confirmable_whatever_the_wording(
    chart: Chart, therapist: Caller
) -> None:
    asked = check(therapist, chart, measured_person="partner", title="Tobias listens to me")
    assert (asked["allowed"], asked["confirmable"]) == (False, False)
    assert [it["pointer"] for it in asked["findings"]] == ["/measured_person", "/title"]


def test_asking_twice_with_one_key_is_asking_twice(chart: Chart, therapist: Caller) -> None:
    body = {"acting_person": "client", "measured_person": "client", "title": "I listen"}
    for _ in range(2):
        response = therapist.call("POST", f"/v1/cases/{chart.case_id}/goal-check", body, key="once")
        assert response.status_code == 200
        assert "idempotency-replayed" not in response.headers
