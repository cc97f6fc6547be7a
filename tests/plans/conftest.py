"""A case with a client and her partner, and who may see it."""

from __future__ import annotations

import pytest

from support.http import Caller
from support.papers import Chart, open_chart
from support.world import Person, World


@pytest.fixture
def chart(world: World) -> Chart:
    """The case of Mara, whom the therapist treats and the supervisor supervises; her partner is Tobias."""
    return open_chart(world)


@pytest.fixture
def therapist(world: World) -> Caller:
    """Whoever treats the client."""
    return world.therapist


@pytest.fixture
def strangers(world: World) -> list[Person]:
    """Staff who may not know of the client: a colleague, and the therapist of another practice."""
    return [world.home.hire("colleague", "therapist"), world.other.people["therapist"]]
