"""What the course makes of safety: stage rules, waivers on the ground of a block, the list of due screens."""

from __future__ import annotations

import pytest

from couplesone.cases.models import Case
from support.canaries import OPERATIONS
from support.papers import open_chart
from support.safety import HIGH, INCOMPLETE, LOW, NEGATIVE, screened

BLOCKED = {"waived_by": "safety_block", "reason": "The home is not safe; this waits."}


def states(caller, path):
    """Return the state of each exit rule of the stage."""
    return {rule["code"]: rule["state"] for rule in caller.get(f"{path}/stage")["rules"]}


def waive(caller, path, rule, ground="safety_block"):
    """Waive a rule on a ground, by default that of a safety block; return status and code."""
    stage = caller.get(f"{path}/stage")
    body = {"rule": rule, **BLOCKED, "waived_by": ground}
    answer = caller.call("POST", f"{path}/stage/waive", body, etag=stage)
    return answer.status_code, answer.json().get("code")


@pytest.mark.parametrize(
    ("body", "state"),
    [(NEGATIVE, "met"), (LOW, "met"), (HIGH, "met"), (INCOMPLETE, "unmet"), (None, "unmet")],
)
def test_intake_asks_for_a_complete_screen_whatever_it_says(world, chart, path, body, state) -> None:
    if body is not None:
        screened(world.therapist, path, body)
    assert states(world.therapist, path)["safety_screen"] == state


def test_the_review_asks_for_a_screen_that_nothing_has_overtaken(world, chart, path) -> None:
    chart.set(Case, chart.case_id, stage=6)
    call = world.therapist
    assert states(call, path)["safety_rescreen"] == "unmet"
    screened(call, path, NEGATIVE, taken_on="2025-12-02")
    assert states(call, path)["safety_rescreen"] == "met"
    world.days(1)
    assert states(call, path)["safety_rescreen"] == "unmet", "91 days old"
    screened(call, path, LOW)
    assert states(call, path)["safety_rescreen"] == "met", "a positive screen is a screen"
    call.post(f"/v1/partners/{chart.partner_id}/relationships", {"kind": "married", "status": "separated"})
    assert states(call, path)["safety_rescreen"] == "unmet"


def test_a_safety_block_is_a_ground_only_while_one_stands(world, chart, path) -> None:
    """Decisions B12: so that a client in danger is not stuck, and nobody else passes by it."""
    chart.set(Case, chart.case_id, stage=3)
    call = world.therapist
    screened(call, path)
    assert waive(call, path, "own_part_item") == (409, "no_safety_block")
    screened(call, path, LOW)
    assert waive(call, path, "own_part_item")[0] == 200
    assert states(call, path)["own_part_item"] == "waived"


def test_that_no_screen_was_taken_is_no_ground_to_waive_the_screen(world, chart, path) -> None:
    call = world.therapist
    assert waive(call, path, "safety_screen") == (409, "no_safety_block")
    assert waive(call, path, "conflict_check")[0] == 200


def test_who_may_not_know_of_a_block_cannot_name_it_as_a_ground(world, chart, path) -> None:
    screened(world.therapist, path, LOW)
    script = world.home.api_key(world.home.people["therapist"], ["case.read", "case.write"])
    assert waive(script, path, "conflict_check") == (403, "permission_denied")
    assert states(script, path)["safety_screen"] == "not_shown"


def listed(caller, **query):
    """Return (case, since) of the cases that wait for a screen."""
    items = caller.get("/v1/worklists/screen_due", params=query)["items"]
    return [(item["case_id"], item["due_on"]) for item in items]


def test_since_when_a_case_waits_for_a_screen(world, chart, path) -> None:
    call, this = world.therapist, str(chart.case_id)
    assert listed(call) == [(this, "2026-01-07")], "since it was opened"
    screened(call, path, INCOMPLETE, taken_on="2026-02-02")
    assert listed(call) == [(this, "2026-02-02")], "since the incomplete one"
    screened(call, path, NEGATIVE, taken_on="2026-02-03")
    assert listed(call) == []
    world.days(63)
    assert listed(call) == [], "90 days old"
    world.days(1)
    assert listed(call) == [(this, "2026-02-03")], "since the last one"
    screened(call, path, HIGH)
    assert listed(call) == []
    body = {"kind": "married", "status": "separated", "as_of_on": str(world.today)}
    call.post(f"/v1/partners/{chart.partner_id}/relationships", body)
    assert listed(call) == [(this, str(world.today))], "since the separation"


def test_a_case_that_is_not_worked_on_waits_for_nothing(world, chart) -> None:
    chart.set(Case, chart.case_id, status="on_hold")
    assert listed(world.therapist) == []


def test_the_list_costs_the_same_however_long(world, chart) -> None:
    def sent() -> int:
        before = len(world.statements)
        assert listed(world.therapist, limit=100)
        return len(world.statements) - before

    sent()
    one = sent()
    for _ in range(24):
        open_chart(world)
    assert sent() == one
    assert len(listed(world.therapist, limit=100)) == 25


def test_dashboard_and_stage_are_read_in_as_few_statements_with_safety_as_without(world, chart, path) -> None:
    def sent(caller, where) -> int:
        before = len(world.statements)
        caller.get(f"{path}/{where}")
        return len(world.statements) - before

    script = world.home.api_key(world.home.people["therapist"], ["case.read"])
    for where in ("dashboard", "stage", "timeline"):
        sent(world.therapist, where)
        screened(world.therapist, path, HIGH)
        assert sent(world.therapist, where) <= sent(script, where) + 1, where
    assert "get_dashboard" in OPERATIONS


@pytest.mark.row("S1.17")
def test_while_a_flag_stands_the_work_on_the_own_part_can_be_set_aside(world, chart, path) -> None:
    """It is not the role to repair what harms: the flag blocks what would, and the stage may go on without it."""
    chart.set(Case, chart.case_id, stage=3)
    call = world.therapist
    screened(call, path, HIGH)
    for what in ("own_part_homework", "compassion_homework", "soft_conversation_homework"):
        assert call.refused("POST", f"{path}/safety-check", {"what": what}) == (409, "safety_block")
    assert waive(call, path, "own_part_item")[0] == 200
    assert waive(call, path, "goal_with_levels")[0] == 200
    stage = call.get(f"{path}/stage")
    assert call.post(f"{path}/stage/advance", {}, etag=stage)["stage"] == 4


@pytest.mark.parametrize("ground", ["clinician_reason", "safety_block"])
@pytest.mark.parametrize(("stage", "rule"), [(0, "safety_screen"), (6, "safety_rescreen")])
def test_who_may_not_know_of_safety_waives_no_rule_about_it(world, chart, path, stage, rule, ground) -> None:
    """A script does not set aside that the client is asked about violence; a clinician may."""
    chart.set(Case, chart.case_id, stage=stage)
    script = world.home.api_key(world.home.people["therapist"], ["case.read", "case.write"])
    assert waive(script, path, rule, ground) == (403, "permission_denied")
    assert states(script, path)[rule] == "not_shown"
    if ground == "clinician_reason":
        assert waive(world.therapist, path, rule, ground)[0] == 200


@pytest.mark.parametrize("reads", [None, "client.read", "partner.read"])
def test_a_script_reads_only_the_names_that_its_scopes_include(world, chart, path, reads) -> None:
    """``include=`` asks for client.read and partner.read; the dashboard and the worklists are no way around."""
    maker = world.home.people["therapist"]
    script = world.home.api_key(maker, ["case.read", *([reads] if reads else [])])
    seen, whole = script.get(f"{path}/dashboard"), world.therapist.get(f"{path}/dashboard")
    for person in ("client", "partner"):
        shown = whole[person] if reads == f"{person}.read" else {"name_used": None, "pronouns": None}
        assert seen[person] == whole[person] | shown
    assert whole["client"]["name_used"]
    assert whole["partner"]["name_used"]
    listed = script.call("GET", "/v1/worklists/no_next_step")
    if reads == "client.read":
        assert listed.json()["items"][0]["client_name"] == whole["client"]["name_used"]
    else:
        assert (listed.status_code, listed.json()["code"]) == (403, "permission_denied")
