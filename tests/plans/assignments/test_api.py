"""Tools that the client was offered, took up, practised or dropped."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import text

from couplesone.cases.models import Case
from couplesone.plans.assignments import moves
from couplesone.plans.assignments.codes import AssignmentStatus
from couplesone.plans.assignments.models import ToolAssignment, ToolPractice
from couplesone.plans.assignments.moves import AssignmentMove
from couplesone.web.routing import operations_of
from couplesone.wiring import ROUTERS
from support.papers import NOWHERE, action

TODAY, TOMORROW = "2026-03-02", "2026-03-03"


@pytest.fixture
def path(chart) -> str:
    return f"/v1/cases/{chart.case_id}/tool-assignments"


@pytest.fixture
def offered(therapist, path) -> dict[str, Any]:
    return therapist.post(path, {"tool": "time_out", "offered_on": "2026-02-09", "note": "For Sundays."})


@pytest.fixture
def accepted(therapist, offered) -> dict[str, Any]:
    url = f"/v1/tool-assignments/{offered['id']}/accept"
    return therapist.post(url, {"accepted_on": "2026-02-10"}, etag=offered)


def practise(therapist, assignment, **body: Any) -> dict[str, Any]:
    return therapist.post(f"/v1/tool-assignments/{assignment['id']}/practices", body)


@pytest.mark.row("S1.19")
@pytest.mark.row("S2.44")
def test_a_tool_is_offered_taken_up_practised_and_dropped(therapist, path, offered) -> None:
    assert (offered["tool"], offered["tool_version"], offered["title"]) == ("time_out", 1, "Taking a break")
    assert (offered["status"], offered["practices"], offered["last_practised_on"]) == ("offered", 0, None)
    assert action(offered, "record_tool_practice") == (False, "tool_assignment_transition_refused")
    url = f"/v1/tool-assignments/{offered['id']}"
    taken = therapist.post(f"{url}/accept", {"accepted_on": "2026-02-10"}, etag=offered)
    assert (taken["status"], taken["accepted_on"]) == ("accepted", "2026-02-10")
    practise(therapist, offered, practised_on="2026-02-12", minutes=15, went=6, note="Came back in time.")
    practise(therapist, offered, practised_on="2026-02-20", minutes=5)
    practise(therapist, offered)
    now = therapist.get(url)
    assert (now["status"], now["practices"], now["minutes"]) == ("practised", 3, 20)
    assert now["last_practised_on"] == TODAY
    left = therapist.post(f"{url}/drop", {"reason": "It did not suit her."}, etag=now)
    assert (left["status"], left["dropped_on"], left["dropped_reason"]) == (
        "dropped", TODAY, "It did not suit her."
    )  # fmt: skip
    assert not any(entry["allowed"] for entry in left["actions"])
    again = therapist.post(path, {"tool": "time_out"})
    assert (again["status"], again["offered_on"]) == ("offered", TODAY)
    assert [item["id"] for item in therapist.get(path)["items"]] == [again["id"], left["id"]]


@pytest.mark.row("S2.50")
def test_the_log_is_listed_newest_first_changed_and_voided(therapist, accepted) -> None:
    first = practise(therapist, accepted, practised_on="2026-02-12", went=3)
    second = practise(therapist, accepted, practised_on="2026-02-14")
    log = f"/v1/tool-assignments/{accepted['id']}/practices"
    assert [entry["id"] for entry in therapist.get(log)["items"]] == [second["id"], first["id"]]
    url = f"/v1/tool-practices/{first['id']}"
    better = therapist.patch(url, {"went": 7, "note": "Again."}, etag=first)
    assert (better["went"], better["note"], better["practised_on"]) == (7, "Again.", "2026-02-12")
    assert therapist.patch(url, {"practised_on": "2026-02-13"}, etag=better)["practised_on"] == "2026-02-13"
    for entry in (therapist.get(url), second):
        found = f"/v1/tool-practices/{entry['id']}/mark-in-error"
        assert therapist.post(found, {"reason": "Twice."}, etag=entry)["error_reason"] == "Twice."
    now = therapist.get(f"/v1/tool-assignments/{accepted['id']}")
    assert (now["status"], now["practices"], now["minutes"]) == ("accepted", 0, 0)
    assert len(therapist.get(log)["items"]) == 2
    assert therapist.refused("PATCH", url, {"went": 1}, etag=3)[1] == "item_in_error"


def test_one_of_two_practices_voided_leaves_the_tool_practised(therapist, accepted) -> None:
    first = practise(therapist, accepted)
    practise(therapist, accepted)
    therapist.post(f"/v1/tool-practices/{first['id']}/mark-in-error", {"reason": "Twice."}, etag=first)
    now = therapist.get(f"/v1/tool-assignments/{accepted['id']}")
    assert (now["status"], now["practices"]) == ("practised", 1)


@pytest.mark.row("S1.11")
def test_no_operation_takes_anybody_but_the_client_as_assignee() -> None:
    for operation in operations_of(ROUTERS).values():
        fields = set(operation.body.model_fields) if operation.body is not None else set()
        assert not fields & {"assignee", "assigned_to", "assignee_id", "for_person"}, operation.name
        if operation.name in ("record_tool_assignment", "record_experiment", "record_tool_practice"):
            assert not {name for name in fields if "person" in name or "partner" in name}
    columns = {column.name for table in (ToolAssignment, ToolPractice) for column in table.__table__.columns}
    assert {name for name in columns if "partner" in name or "assign" in name} == {"assignment_id"}


@pytest.mark.parametrize("extra", [{"partner_id": NOWHERE}, {"assignee": "partner"}])
def test_an_assignee_is_refused(therapist, path, extra) -> None:
    assert therapist.refused("POST", path, {"tool": "time_out"} | extra) == (422, "validation_failed")


def test_a_tool_is_with_the_client_once_at_a_time(therapist, path, offered) -> None:
    assert therapist.refused("POST", path, {"tool": "time_out"}) == (409, "tool_assigned")
    assert therapist.post(path, {"tool": "boundary"})["status"] == "offered"
    therapist.post(f"/v1/tool-assignments/{offered['id']}/mark-in-error", {"reason": "x"}, etag=offered)
    assert therapist.post(path, {"tool": "time_out"})["status"] == "offered"


@pytest.mark.parametrize("status", AssignmentStatus)
@pytest.mark.parametrize("move", AssignmentMove)
def test_every_move_from_every_status(chart, therapist, path, status, move) -> None:
    made = therapist.post(path, {"tool": "time_out", "offered_on": "2026-02-09"})
    days = {"accepted_on": None, "dropped_on": None}
    if status in ("accepted", "practised"):
        days["accepted_on"] = chart.world.today
    if status == "dropped":
        days["dropped_on"] = chart.world.today
    chart.set(ToolAssignment, made["id"], status=status.value, **days)
    before = therapist.get(f"/v1/tool-assignments/{made['id']}")
    verb = {"accept": "accept", "practise": "practices", "drop": "drop"}[move]
    etag = None if verb == "practices" else before
    answer = therapist.call("POST", f"/v1/tool-assignments/{made['id']}/{verb}", {}, etag=etag)
    expected = moves.MOVES[move].get(status)
    operation = {"accept": "accept_tool_assignment", "practise": "record_tool_practice"}.get(
        move, "drop_tool_assignment"
    )
    assert action(before, operation)[0] == (expected is not None)
    if expected is None:
        assert answer.json()["code"] == "tool_assignment_transition_refused"
    else:
        assert answer.status_code in (200, 201)
        assert therapist.get(f"/v1/tool-assignments/{made['id']}")["status"] == expected


def test_days_come_in_order(therapist, path, offered, accepted) -> None:
    url, late = f"/v1/tool-assignments/{offered['id']}", (422, "dates_out_of_order")
    assert therapist.refused("POST", path, {"tool": "values", "offered_on": TOMORROW}) == late
    assert therapist.refused("PATCH", url, {"offered_on": "2026-02-11"}, etag=accepted) == late
    assert therapist.refused("PATCH", url, {"offered_on": TOMORROW}, etag=accepted) == late
    assert therapist.refused("POST", f"{url}/practices", {"practised_on": "2026-02-09"}) == late
    assert therapist.refused("POST", f"{url}/practices", {"practised_on": TOMORROW}) == late
    assert therapist.refused("POST", f"{url}/drop", {"dropped_on": "2026-02-09"}, etag=accepted) == late
    practice = practise(therapist, accepted)
    log = f"/v1/tool-practices/{practice['id']}"
    assert therapist.refused("PATCH", log, {"practised_on": "2026-02-01"}, etag=practice) == late
    seen = therapist.get(url)
    moved = therapist.patch(url, {"offered_on": "2026-02-08", "note": None}, etag=seen)
    assert (moved["offered_on"], moved["note"]) == ("2026-02-08", None)


def test_a_tool_is_not_taken_up_before_it_was_offered(therapist, offered) -> None:
    url = f"/v1/tool-assignments/{offered['id']}/accept"
    assert (
        therapist.refused("POST", url, {"accepted_on": "2026-02-08"}, etag=offered)[1] == "dates_out_of_order"
    )
    assert therapist.refused("POST", url, {}) == (428, "if_match_required")
    assert therapist.refused("POST", url, {}, etag=7) == (412, "version_stale")


def test_nothing_is_recorded_in_a_closed_case(chart, therapist, path, accepted) -> None:
    closing = {"status": "closed", "closed_on": chart.world.today, "closing_reason": "completed"}
    chart.set(Case, chart.case_id, **closing)
    url, closed = f"/v1/tool-assignments/{accepted['id']}", (409, "case_closed")
    assert therapist.refused("POST", path, {"tool": "values"}) == closed
    assert therapist.refused("POST", f"{url}/practices", {}) == closed
    assert therapist.refused("POST", f"{url}/drop", {}, etag=accepted) == closed
    assert {entry["code"] for entry in therapist.get(url)["actions"]} == {"case_closed"}


def test_strangers_find_nothing_and_readers_write_nothing(world, strangers, path, accepted) -> None:
    url = f"/v1/tool-assignments/{accepted['id']}"
    for person in strangers:
        assert person.call.refused("GET", url) == (404, "not_found")
        assert person.call.refused("GET", path) == (404, "not_found")
        assert person.call.refused("POST", f"{url}/practices", {}) == (404, "not_found")
    reader = world.home.people["supervisor"].call
    assert reader.get(url)["status"] == "accepted"
    assert {entry["code"] for entry in reader.get(url)["actions"]} == {"permission_denied"}
    assert reader.refused("POST", path, {"tool": "values"}) == (403, "permission_denied")
    assert world.home.people["front_desk"].call.refused("GET", path) == (403, "permission_denied")


def test_a_list_of_25_sends_as_many_statements_as_one_of_one(world, chart, therapist, path, accepted) -> None:
    practise(therapist, accepted)

    def statements(url: str) -> int:
        before = len(world.statements)
        therapist.get(url)
        return len(world.statements) - before

    log = f"/v1/tool-assignments/{accepted['id']}/practices"
    one, one_log = statements(f"{path}?limit=200"), statements(f"{log}?limit=200")
    for tool in ("boundary", "values", "self_soothing", "create_space", "stop_asking", "reclaim_self"):
        therapist.post(path, {"tool": tool})
    for _ in range(24):
        practise(therapist, accepted)
    assert len(therapist.get(path)["items"]) == 7
    assert statements(f"{path}?limit=200") == one
    assert len(therapist.get(log)["items"]) == 25
    assert statements(f"{log}?limit=200") == one_log


def test_words_are_sealed(world, accepted, therapist) -> None:
    practise(therapist, accepted, note="Came back in time.")
    with world.works.open(world.home.id) as work:
        for table in ("tool_assignments", "tool_practices"):
            (row,) = work.connection.execute(text(f"SELECT note FROM {table}")).scalars().all()
            assert "Came" not in str(row)
            assert "Sundays" not in str(row)
