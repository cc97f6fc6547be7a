"""The statuses of a case: the table of moves, alone and over the API."""

from __future__ import annotations

from itertools import product

import pytest

from couplesone.cases.codes import CaseStatus, ClosingReason, GoalsOutcome, RelationshipOutcome
from couplesone.cases.models import Case, StatusChange
from couplesone.cases.registry.moves import MOVES, MoveFacts, actions, refusal_of
from couplesone.clients.models import Client, Partner

PATHS = {
    "activate_case": "activate",
    "hold_case": "hold",
    "resume_case": "resume",
    "deactivate_case": "deactivate",
    "close_case": "close",
    "reopen_case": "reopen",
}
ALLOWED = {
    "activate_case": {"intake": "active"},
    "hold_case": {"active": "on_hold"},
    "resume_case": {"on_hold": "active", "inactive": "active"},
    "deactivate_case": {"intake": "inactive", "active": "inactive", "on_hold": "inactive"},
    "close_case": dict.fromkeys(("intake", "active", "on_hold", "inactive"), "closed"),
    "reopen_case": {"closed": "intake"},
}
CLOSING = {"closing_reason": "completed", "goals_outcome": "met", "relationship_outcome": "undecided"}
EVERYTHING = list(product(PATHS, CaseStatus))


def facts(status: str, **more) -> MoveFacts:
    return MoveFacts(
        **{"status": status, "client_status": "active", "in_error": False, "reopened": False} | more
    )


@pytest.mark.parametrize(("name", "status"), EVERYTHING)
def test_the_table_allows_exactly_these_moves(name, status):
    problem = refusal_of(name, facts(status))
    if status in ALLOWED[name]:
        assert problem is None
        assert MOVES[name][1] == ALLOWED[name][status]
    else:
        closed = status == "closed"
        assert problem.code == ("case_closed" if closed else "case_transition_refused")


@pytest.mark.parametrize("name", PATHS)
def test_what_else_stands_against_a_move(name):
    (status, *_) = ALLOWED[name]
    assert refusal_of(name, facts(status, in_error=True)).code == "case_closed"
    assert refusal_of(name, facts(status, client_status="archived")).code == "client_archived"
    assert refusal_of(name, facts(status, client_status="merged")).code == "client_archived"


def test_a_closed_case_is_reopened_once():
    assert refusal_of("reopen_case", facts("closed", reopened=True)).code == "case_already_reopened"


@pytest.mark.parametrize("status", CaseStatus)
def test_actions_say_what_the_table_says(status):
    shown = {action.action: action for action in actions(facts(status), may_write=True, treats=True)}
    assert shown.keys() == set(PATHS)
    for name, action in shown.items():
        problem = refusal_of(name, facts(status))
        assert (action.allowed, action.code) == (problem is None, problem.code if problem else None)
        assert (action.reason is None) is action.allowed


def test_a_reason_names_the_statuses_that_would_do():
    shown = {action.action: action for action in actions(facts("intake"), may_write=True, treats=True)}
    assert shown["resume_case"].reason == "Possible from these statuses: On hold, Inactive."


def test_actions_say_what_the_actor_would_be_answered():
    for may_write, treats, code in ((False, False, "permission_denied"), (True, False, "not_found")):
        shown = actions(facts("active"), may_write=may_write, treats=treats)
        assert {(action.allowed, action.code) for action in shown} == {(False, code)}
        assert all(action.reason for action in shown)


@pytest.fixture
def standing(files, world, mara):
    """Make a case of a status."""

    def make(status: str):
        return files.case(mara, status=status, closed_on=world.today if status == "closed" else None)

    return make


@pytest.mark.parametrize("status", CaseStatus)
def test_the_api_moves_by_the_table_and_announced_so(therapist, standing, status):
    for name, verb in PATHS.items():
        case = therapist.get(f"/v1/cases/{standing(status)}")
        (announced,) = [action for action in case["actions"] if action["action"] == name]
        body = CLOSING if verb == "close" else {}
        answer = therapist.call("POST", f"/v1/cases/{case['id']}/{verb}", body, etag=case)
        assert answer.is_success is announced["allowed"] is (status in ALLOWED[name])
        if answer.is_success:
            assert answer.json()["status"] == ALLOWED[name][status]
        else:
            assert (answer.status_code, answer.json()["code"]) == (409, announced["code"])


def test_a_move_is_remembered_with_its_day_and_sealed_reason(files, therapist, opened, move):
    active = move(opened, "activate", occurred_on="2026-01-12")
    held = move(active, "hold", reason="canary: he is at sea")
    move(held, "resume")
    where = f"/v1/cases/{opened['id']}/status-changes"
    changes = therapist.get(where)["items"]
    assert [(c["from_status"], c["to_status"], c["occurred_on"], c["reason"]) for c in changes] == [
        ("on_hold", "active", "2026-03-02", None),
        ("active", "on_hold", "2026-03-02", "canary: he is at sea"),
        ("intake", "active", "2026-01-12", None),
    ]
    assert "canary" not in files.raw(StatusChange, changes[1]["id"], "reason")
    assert therapist.get(f"{where}?limit=1")["next_cursor"] is not None


@pytest.mark.parametrize("verb", ["activate", "close"])
@pytest.mark.parametrize("day", ["2026-03-03", "2026-01-04"])
def test_a_move_lies_between_the_opening_and_today(therapist, opened, verb, day):
    name = "closed_on" if verb == "close" else "occurred_on"
    body = {name: day} | (CLOSING if verb == "close" else {})
    problem = therapist.call("POST", f"/v1/cases/{opened['id']}/{verb}", body, etag=opened).json()
    assert (problem["code"], problem["errors"][0]["pointer"]) == ("dates_out_of_order", f"/{name}")


def test_a_move_does_not_lie_before_the_one_before(therapist, opened, move):
    active = move(opened, "activate", occurred_on="2026-02-10")
    path = f"/v1/cases/{opened['id']}/hold"
    refusal = therapist.refused("POST", path, {"occurred_on": "2026-02-09"}, etag=active)
    assert refusal == (422, "dates_out_of_order")
    assert move(active, "hold", occurred_on="2026-02-10")["status"] == "on_hold"


@pytest.mark.parametrize("verb", PATHS.values())
def test_a_move_says_which_version_it_is_of(therapist, standing, verb):
    status = {"activate": "intake", "resume": "on_hold", "reopen": "closed"}.get(verb, "active")
    path, body = f"/v1/cases/{standing(status)}/{verb}", CLOSING if verb == "close" else {}
    assert therapist.refused("POST", path, body) == (428, "if_match_required")
    assert therapist.refused("POST", path, body, etag=4) == (412, "version_stale")


def test_a_repeated_move_moves_once(therapist, opened):
    path = f"/v1/cases/{opened['id']}/activate"
    first, again = (therapist.call("POST", path, {}, etag=opened, key="k") for _ in range(2))
    assert again.headers["Idempotency-Replayed"] == "true"
    assert again.json() == first.json()


def test_closing_keeps_how_it_ended(files, therapist, opened, move, mara, happened):
    ending = {
        "closed_on": "2026-02-20",
        "closing_reason": "client_ended",
        "goals_outcome": "partly_met",
        "relationship_outcome": "separated",
        "partner_attended": False,
    }
    closed = move(opened, "close", **ending, summary="canary: parted in peace")
    assert {name: closed[name] for name in ending} == ending
    assert (closed["status"], closed["closing_summary"]) == ("closed", "canary: parted in peace")
    assert "canary" not in files.raw(Case, opened["id"], "closing_summary")
    assert happened("case.closed") == [{"case_id": opened["id"], "client_id": str(mara)}]
    assert therapist.refused("PATCH", f"/v1/cases/{opened['id']}", {"next_step": "x"}, etag=closed) == (
        409,
        "case_closed",
    )


@pytest.mark.parametrize("left_out", CLOSING)
def test_closing_asks_for_reason_and_outcomes(therapist, opened, left_out):
    body = {name: value for name, value in CLOSING.items() if name != left_out}
    assert therapist.refused("POST", f"/v1/cases/{opened['id']}/close", body, etag=opened) == (
        422,
        "validation_failed",
    )


@pytest.mark.row("S3.36")
def test_every_combination_of_outcomes_closes_a_case_alike(therapist, files, mara):
    answers = set()
    for goals, together, attended in product(GoalsOutcome, RelationshipOutcome, (True, False, None)):
        body = {
            "closing_reason": ClosingReason.COMPLETED.value,
            "goals_outcome": goals.value,
            "relationship_outcome": together.value,
            "partner_attended": attended,
        }
        closed = therapist.post(f"/v1/cases/{files.case(mara)}/close", body, etag=1)
        assert {name: closed[name] for name in body} == body
        answers.add(tuple((a["action"], a["allowed"], a["code"]) for a in closed["actions"]))
    assert len(answers) == 1, "what can be done afterwards does not depend on the outcome"


@pytest.mark.row("S2.61")
def test_no_outcome_ranks_staying_above_leaving():
    for outcome in RelationshipOutcome:
        public = {name for name in vars(type(outcome)) if not name.startswith("_")}
        assert public == {member.name for member in RelationshipOutcome} | {"version"}
        assert not set(outcome.__dict__) & {"rank", "score", "weight", "order", "value_order"}
        assert not any(
            word in outcome.label.lower() for word in ("success", "fail", "good", "bad", "only", "still")
        )


def test_reopening_makes_a_new_linked_episode(therapist, opened, move, tobias, mara, happened):
    kept = {
        "partner_id": str(tobias),
        "problem_onset_on": "2024-06-01",
        "first_considered_help_on": "2025-03-01",
        "focus_series": "agency",
    }
    own = {
        "purpose_statement": "The first purpose.",
        "next_step": "A step.",
        "next_step_due_on": "2026-03-09",
        "first_contact_on": "2025-12-20",
        "external_id": "a:1",
    }
    case = therapist.patch(f"/v1/cases/{opened['id']}", kept | own, etag=opened)
    closed = move(case, "close", closed_on="2026-02-01")
    answer = therapist.call(
        "POST", f"/v1/cases/{case['id']}/reopen", {"opened_on": "2026-02-20"}, etag=closed
    )
    assert answer.status_code == 201
    episode = answer.json()
    assert answer.headers["Location"] == f"/v1/cases/{episode['id']}"
    assert {name: episode[name] for name in kept} == kept
    assert {name: episode[name] for name in own} == dict.fromkeys(own)
    assert (episode["status"], episode["stage"], episode["opened_on"]) == ("intake", 0, "2026-02-20")
    assert (episode["previous_case_id"], episode["client_id"]) == (case["id"], str(mara))
    before = therapist.get(f"/v1/cases/{case['id']}")
    assert (before["status"], before["next_case_id"]) == ("closed", episode["id"])
    assert before["version"] == closed["version"] + 1, "whoever keeps a copy learns of the next episode"
    event = {"case_id": episode["id"], "client_id": str(mara), "previous_case_id": case["id"]}
    assert happened("case.reopened") == [event]
    assert [opening["case_id"] for opening in happened("case.opened")] == [case["id"]]


def test_a_second_reopening_is_refused_unless_the_first_was_an_error(therapist, opened, move):
    closed = move(opened, "close")
    first = move(closed, "reopen")
    path = f"/v1/cases/{opened['id']}/reopen"
    now = therapist.get(f"/v1/cases/{opened['id']}")
    assert therapist.refused("POST", path, {}, etag=now) == (409, "case_already_reopened")
    assert {a["code"] for a in now["actions"] if a["action"] == "reopen_case"} == {"case_already_reopened"}
    therapist.post(f"/v1/cases/{first['id']}/mark-in-error", {"reason": "Other client."}, etag=first)
    again = therapist.post(path, {}, etag=therapist.get(f"/v1/cases/{opened['id']}"))
    assert again["previous_case_id"] == opened["id"]


def test_the_database_too_refuses_a_second_episode(files, world, therapist, opened, move, mara):
    from couplesone.cases.errors import CaseAlreadyReopened

    closed = move(opened, "close")
    move(closed, "reopen")
    with pytest.raises(CaseAlreadyReopened):
        files.case(mara, previous_case_id=closed["id"])


@pytest.mark.parametrize("day", ["2026-01-31", "2026-03-03"])
def test_a_reopening_lies_between_the_closing_and_today(therapist, opened, move, day):
    closed = move(opened, "close", closed_on="2026-02-01")
    path = f"/v1/cases/{opened['id']}/reopen"
    assert therapist.refused("POST", path, {"opened_on": day}, etag=closed) == (422, "dates_out_of_order")


def test_the_next_episode_does_not_move_before_the_end_of_the_one_before(therapist, opened, move):
    episode = move(move(opened, "close", closed_on="2026-02-01"), "reopen", opened_on="2026-02-10")
    path = f"/v1/cases/{episode['id']}"
    refusal = therapist.refused("PATCH", path, {"opened_on": "2026-01-31"}, etag=episode)
    assert refusal == (422, "dates_out_of_order")
    assert therapist.patch(path, {"opened_on": "2026-02-01"}, etag=episode)["opened_on"] == "2026-02-01"


def test_a_partner_entered_in_error_does_not_come_along(world, files, therapist, mara, tobias, move):
    case = therapist.post(f"/v1/clients/{mara}/cases", {"partner_id": str(tobias)})
    closed = move(case, "close")
    files.change(Partner, tobias, entered_in_error_at=world.clock.now())
    assert move(closed, "reopen")["partner_id"] is None


def test_a_repeated_reopening_opens_one_episode(therapist, opened, move):
    closed = move(opened, "close")
    path = f"/v1/cases/{opened['id']}/reopen"
    first, again = (therapist.call("POST", path, {}, etag=closed, key="k") for _ in range(2))
    assert again.headers["Idempotency-Replayed"] == "true"
    assert again.json()["id"] == first.json()["id"]


def test_a_case_of_an_archived_client_does_not_move(files, therapist, opened, mara):
    files.change(Client, mara, status="archived")
    refusal = therapist.refused("POST", f"/v1/cases/{opened['id']}/activate", {}, etag=opened)
    assert refusal == (409, "client_archived")
