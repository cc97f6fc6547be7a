"""Two people at the same moment, with real commits: one is answered, the other told, and nothing is lost."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest

from support.canaries import example
from support.http import Caller
from support.papers import open_chart
from support.safety import HIGH, LOW, REASON, blocks, screened
from support.world import World

ROUNDS = 4
Call = tuple[str, str, Any, Any]
"""Verb, path, body and the record whose version is named."""


@pytest.fixture
def world(real: World) -> World:
    """The application with connections and commits like anywhere."""
    return real


def at_once(world: World, *calls: tuple[Caller, Call]) -> list[tuple[int, str | None]]:
    """Make the calls at the same moment; return status and code of each."""
    gate = Barrier(len(calls))

    def run(who: Caller, call: Call) -> tuple[int, str | None]:
        verb, path, body, etag = call
        gate.wait(20)
        answer = Caller(world.transport, who.token).call(verb, path, body, etag=etag)
        return answer.status_code, None if answer.is_success else answer.json()["code"]

    with ThreadPoolExecutor(len(calls)) as threads:
        return [running.result(60) for running in [threads.submit(run, *call) for call in calls]]


def test_a_release_is_confirmed_once_and_a_screen_is_never_lost(world: World) -> None:
    """Two who confirm; and a positive screen at the same moment, after which the client counts as in danger."""
    therapist = world.therapist
    supervisor = world.home.people["supervisor"].call
    for _ in range(ROUNDS):
        path = f"/v1/cases/{open_chart(world).case_id}"
        screened(therapist, path, HIGH, taken_on="2026-02-20")
        world.days(0.01)
        screened(therapist, path)
        (flag,) = therapist.get(f"{path}/safety-flags")["items"]
        url = f"/v1/safety-flags/{flag['id']}"
        asked = therapist.post(f"{url}/request-release", REASON, etag=flag)
        confirm = supervisor, ("POST", f"{url}/confirm-release", REASON, asked)
        found = at_once(world, confirm, confirm)
        assert sorted(found)[0] == (200, None)
        assert sorted(found)[1] in ((409, "flag_transition_refused"), (412, "version_stale"))

        path = f"/v1/cases/{open_chart(world).case_id}"
        screened(therapist, path, LOW, taken_on="2026-02-20")
        world.days(0.01)
        screened(therapist, path)
        (flag,) = therapist.get(f"{path}/safety-flags")["items"]
        url = f"/v1/safety-flags/{flag['id']}"
        asked = therapist.post(f"{url}/request-release", REASON, etag=flag)
        release = supervisor, ("POST", f"{url}/confirm-release", REASON, asked)
        positive = therapist, ("POST", f"{path}/safety-screens", HIGH, None)
        first, second = at_once(world, release, positive)
        assert first in (
            (200, None),
            (409, "new_screen_needed"),
            (409, "flag_transition_refused"),
            (412, "version_stale"),
        )
        assert second == (201, None), "recording is never blocked"
        assert "ipv_positive" in blocks(therapist, path)
        assert "active" in [one["status"] for one in therapist.get(f"{path}/safety-flags")["items"]]


def test_one_move_of_two_alike_is_made(world: World) -> None:
    therapist = world.therapist
    for _ in range(ROUNDS):
        path = f"/v1/cases/{open_chart(world).case_id}"
        made = therapist.post(f"{path}/ultimatums", example("record_ultimatum"))
        withdraw = therapist, ("POST", f"/v1/ultimatums/{made['id']}/withdraw", {}, made)
        won, lost = sorted(at_once(world, withdraw, withdraw))
        assert won == (200, None)
        assert lost in ((409, "ultimatum_transition_refused"), (412, "version_stale"))
        harmful = example("record_partner_statement") | {"line_crossing": "harmful"}
        statement = therapist, ("POST", f"{path}/partner-statements", harmful, None)
        assert at_once(world, statement, statement) == [(201, None), (201, None)]
        flags = therapist.get(f"{path}/safety-flags")["items"]
        assert [(one["kind"], one["status"]) for one in flags] == [("harmful_statement", "active")]
