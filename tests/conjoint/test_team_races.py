"""Somebody comes to care for one of the two alone, and for both, at the same moment: one of it is refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from anyio.from_thread import BlockingPortal

from couplesone.app import create_app
from couplesone.kernel.clock import SettableClock
from couplesone.kernel.settings import Settings
from couplesone.wiring import make_works
from support.couple import Conjoint, make_couple
from support.http import Caller, InProcess
from support.racing import at_once
from support.world import Person, World

ROUNDS = 12


@pytest.fixture
def world(fresh_url: str, key_file: Path, clock: SettableClock, portal: BlockingPortal) -> Iterator[World]:
    """The application on a database of its own, with connections and commits like anywhere."""
    settings = Settings(database_url=fresh_url, key_file=key_file, database_wait_seconds=10)
    works = make_works(settings, clock=clock)
    yield World(works, clock, InProcess(create_app(settings, works=works), portal))
    works.database.close()


def joining(conjoint: Conjoint, path: str, who: Person) -> Callable[[], int]:
    """Return a call that gives somebody a part in the care."""
    caller = Caller(conjoint.couple.world.transport, conjoint.couple.world.home.people["owner"].call.token)
    body = {"staff_id": str(who.id), "role": "covering"}
    return lambda: caller.call("POST", path, body).status_code


def test_nobody_gets_both(world: World) -> None:
    conjoint = make_couple(world).opened()
    alone, both = f"/v1/clients/{conjoint.couple.wei}/care-team", f"{conjoint.path}/team"
    for place in range(ROUNDS):
        who = world.home.hire(f"cover{place}", "therapist")
        statuses = at_once(joining(conjoint, alone, who), joining(conjoint, both, who))
        assert sorted(statuses) == [201, 409]
