"""Somebody comes to care for one of the two alone, and for both, at the same moment: one of it is refused."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from support.couple import Conjoint, make_couple
from support.http import Caller
from support.racing import at_once
from support.world import Person, World

ROUNDS = 12


@pytest.fixture
def world(real: World) -> World:
    """The application with connections and commits like anywhere."""
    return real


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
