"""Looking after jobs over HTTP: no content, states and times only; and only what was given up is decided about."""

from __future__ import annotations

import json

import pytest

from couplesone.jobs.handlers import GiveUp

MEMBERS = {
    "id", "version", "created_at", "updated_at", "kind", "state", "attempts", "max_attempts", "not_before",
    "finished_at", "error_code", "actions",
}  # fmt: skip


@pytest.fixture
def owner(world):
    return world.home.people["owner"].call


@pytest.fixture
def dead(queue, world):
    queue.problems = [GiveUp("never")]
    job_id = queue.put(payload={"thing_id": world.home.id})
    queue.drain()
    return job_id


def test_a_job_is_shown_without_what_it_is_about(owner, queue, dead, world) -> None:
    job = owner.get(f"/v1/jobs/{dead}")
    assert job.keys() == MEMBERS
    assert str(world.home.id) not in json.dumps(job)
    assert (job["state"], job["error_code"]) == ("dead", "never")
    assert [(action["action"], action["allowed"]) for action in job["actions"]] == [
        ("replay_job", True),
        ("discard_job", True),
    ]


def test_jobs_are_listed_newest_first_by_state_in_one_statement_for_any_number(owner, queue, world) -> None:
    queue.put()
    world.statements.clear()
    assert len(owner.get("/v1/jobs")["items"]) == 1
    few = len(world.statements)
    ids = [queue.put() for _ in range(24)]
    world.statements.clear()
    page = owner.get("/v1/jobs", params={"limit": 20})
    assert len(world.statements) == few
    assert [item["id"] for item in page["items"]] == [str(job_id) for job_id in reversed(ids)][:20]
    rest = owner.get("/v1/jobs", params={"cursor": page["next_cursor"]})
    assert len(rest["items"]) == 5
    assert owner.get("/v1/jobs", params={"state": "dead"})["items"] == []


def test_a_job_that_was_given_up_is_done_again(owner, queue, dead) -> None:
    job = owner.post(f"/v1/jobs/{dead}/replay", etag=owner.get(f"/v1/jobs/{dead}"))
    assert (job["state"], job["attempts"], job["finished_at"]) == ("waiting", 0, None)
    assert not any(action["allowed"] for action in job["actions"])
    queue.drain()
    assert queue.done == [dead]


def test_or_discarded(owner, queue, dead) -> None:
    job = owner.post(f"/v1/jobs/{dead}/discard", etag=owner.get(f"/v1/jobs/{dead}"))
    assert job["state"] == "discarded"
    assert queue.drain() == 0
    for verb in ("replay", "discard"):
        refused = owner.refused("POST", f"/v1/jobs/{dead}/{verb}", etag=job)
        assert refused == (409, "job_transition_refused")


@pytest.mark.parametrize("verb", ["replay", "discard"])
def test_nothing_is_decided_unseen(owner, queue, dead, verb) -> None:
    assert owner.refused("POST", f"/v1/jobs/{dead}/{verb}") == (428, "if_match_required")
    assert owner.refused("POST", f"/v1/jobs/{dead}/{verb}", etag=1) == (412, "version_stale")


@pytest.mark.parametrize("verb", ["replay", "discard"])
def test_what_waits_is_left_alone(owner, queue, verb) -> None:
    job_id = queue.put()
    assert owner.refused("POST", f"/v1/jobs/{job_id}/{verb}", etag=1) == (409, "job_transition_refused")


@pytest.mark.parametrize("role", ["therapist", "supervisor", "front_desk", "biller"])
def test_others_see_no_jobs(world, dead, role) -> None:
    caller = world.home.people[role].call
    assert caller.refused("GET", "/v1/jobs") == (403, "permission_denied")
    assert caller.refused("POST", f"/v1/jobs/{dead}/replay", etag=1) == (403, "permission_denied")


def test_another_practices_jobs_are_unknown(world, dead) -> None:
    theirs = world.other.people["owner"].call
    assert theirs.refused("GET", f"/v1/jobs/{dead}") == (404, "not_found")
    assert theirs.refused("POST", f"/v1/jobs/{dead}/discard", etag=1) == (404, "not_found")


def test_a_key_may_see_them_and_decides_nothing(world, dead) -> None:
    key = world.home.api_key(world.home.people["owner"], ["job.read"])
    assert key.get(f"/v1/jobs/{dead}")["actions"][0]["code"] == "permission_denied"
    assert key.refused("POST", f"/v1/jobs/{dead}/replay", etag=1) == (403, "permission_denied")


def test_decisions_leave_a_line_in_the_audit_trail(owner, dead) -> None:
    owner.post(f"/v1/jobs/{dead}/replay", etag=owner.get(f"/v1/jobs/{dead}"))
    trail = owner.get("/v1/audit-events", params={"limit": 5})["items"]
    assert ("replay_job", str(dead)) in {(entry["action"], entry["resource_id"]) for entry in trail}
