"""Reading the audit trail over HTTP."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from couplesone.kernel.permissions import Role
from couplesone.persistence.work import Works


@pytest.fixture
def owner(world):
    return world.home.people["owner"].call


def record(works: Works, practice_id: UUID, *entries: tuple[str, UUID | None]) -> None:
    """Write entries of the system past the API."""
    with works.open(practice_id) as work:
        for action, client_id in entries:
            work.audit(action, work.new_id(), client_id=client_id)


def listed(caller, query: str = "") -> list[str]:
    return [item["action"] for item in caller.get(f"/v1/audit-events{query}")["items"]]


def test_an_operation_is_recorded_with_who_and_what(world, owner) -> None:
    person = world.home.people["therapist"]
    person.call.call("GET", "/v1/practice", headers={"X-Request-ID": "request-0001"})
    newest = owner.get("/v1/audit-events")["items"][0]
    assert newest == {
        "id": newest["id"],
        "occurred_at": "2026-03-02T09:00:00.000000Z",
        "actor_kind": "staff",
        "staff_id": str(person.id),
        "credential_id": person.call.get("/v1/me")["credential"]["id"],
        "action": "get_practice",
        "resource_id": str(world.home.id),
        "client_id": None,
        "outcome": "done",
        "request_id": "request-0001",
    }


def test_a_refusal_is_recorded_too(world, owner) -> None:
    world.therapist.refused("GET", "/v1/audit-events")
    newest = owner.get("/v1/audit-events")["items"][0]
    assert (newest["action"], newest["outcome"]) == ("list_audit_events", "refused")


def test_reading_the_trail_is_recorded_in_it(owner) -> None:
    owner.get("/v1/audit-events")
    assert listed(owner)[0] == "list_audit_events"


def test_what_failed_leaves_no_entry(world, owner) -> None:
    owner.refused("PATCH", "/v1/practice", {"name": ""}, etag=1)
    assert "change_practice" not in listed(owner)


@pytest.mark.parametrize("role", [role.value for role in Role if role is not Role.OWNER])
def test_only_owners_read_it(world, role) -> None:
    refused = world.home.people[role].call.refused("GET", "/v1/audit-events")
    assert refused == (403, "permission_denied")


def test_a_key_with_the_scope_reads_it(world) -> None:
    key = world.home.api_key(world.home.people["owner"], ["audit.read"])
    key.get("/v1/audit-events")
    assert key.get("/v1/audit-events")["items"][0]["actor_kind"] == "api_key"


def test_practices_have_trails_of_their_own(world, owner) -> None:
    record(world.works, world.other.id, ("secret_act", None))
    assert "secret_act" not in listed(owner)
    assert "secret_act" in listed(world.other.people["owner"].call)


def test_the_newest_come_first_and_pages_join(world, owner) -> None:
    for number in range(7):
        record(world.works, world.home.id, (f"act_{number}", None))
        if number % 2:
            world.clock.move(timedelta(seconds=1))
    seen, path = [], "/v1/audit-events?limit=3"
    while path:
        response = owner.call("GET", path)
        seen += [item["action"] for item in response.json()["items"]]
        path = response.links["next"]["url"] if "next" in response.links else None
        assert len(seen) < 40
    assert [action for action in seen if action.startswith("act_")] == [f"act_{n}" for n in range(6, -1, -1)]


def test_a_page_of_any_length_takes_as_many_statements(world, owner) -> None:
    def statements() -> int:
        before = len(world.statements)
        owner.get("/v1/audit-events")
        return len(world.statements) - before

    one = statements()
    record(world.works, world.home.id, *[("act", None)] * 25)
    assert statements() == one


def test_it_can_be_narrowed_by_person(world, owner) -> None:
    person = world.home.people["therapist"]
    person.call.get("/v1/practice")
    record(world.works, world.home.id, ("act", None))
    assert listed(owner, f"?staff_id={person.id}") == ["get_practice"]
    assert listed(owner, f"?staff_id={uuid4()}") == []


def test_it_can_be_narrowed_by_client(world, owner) -> None:
    mara, other = uuid4(), uuid4()
    record(world.works, world.home.id, ("act_a", mara), ("act_b", other), ("act_c", None), ("act_d", mara))
    assert listed(owner, f"?client_id={mara}") == ["act_d", "act_a"]


def test_it_can_be_narrowed_by_operation(world, owner) -> None:
    record(world.works, world.home.id, ("act_a", None), ("act_b", None))
    assert listed(owner, "?action=act_a") == ["act_a"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?from=2026-03-02T09:00:00Z", ["late", "early"]),
        ("?from=2026-03-02T09:00:01Z", ["late"]),
        ("?to=2026-03-02T09:01:00Z", ["early"]),
        ("?to=2026-03-02T09:01:01Z", ["late", "early"]),
        ("?from=2026-03-02T10:00:00%2B01:00&to=2026-03-02T10:01:00%2B01:00", ["early"]),
        ("?from=2026-03-03T00:00:00Z", []),
    ],
)
def test_it_can_be_narrowed_by_time_from_inclusive_to_exclusive(world, owner, query, found) -> None:
    record(world.works, world.home.id, ("early", None))
    world.clock.move(timedelta(minutes=1))
    record(world.works, world.home.id, ("late", None))
    assert [action for action in listed(owner, query) if action in ("early", "late")] == found


def test_conditions_hold_together(world, owner) -> None:
    mara = uuid4()
    record(world.works, world.home.id, ("act_a", mara), ("act_b", mara), ("act_a", None))
    assert listed(owner, f"?client_id={mara}&action=act_a") == ["act_a"]


@pytest.mark.parametrize(
    "query",
    ["?staff_id=x", "?action=Ev%20il", "?action=%00", "?from=yesterday", "?to=2026-03-02T09:00:00", "?since=x",
     "?limit=0", "?limit=201"],
)  # fmt: skip
def test_a_malformed_condition_is_refused(owner, query) -> None:
    assert owner.refused("GET", f"/v1/audit-events{query}") == (422, "validation_failed")


def test_a_damaged_cursor_is_refused(owner) -> None:
    assert owner.refused("GET", "/v1/audit-events?cursor=junk") == (422, "cursor_invalid")
