"""Two therapists, each with a client: the partner of one may be the client of the other."""

from __future__ import annotations

import pytest

from support.inviting import open_door
from support.sides import TwoSides
from support.world import World


@pytest.fixture
def sides(world: World) -> TwoSides:
    """Nothing is known of Mara's partner but a name."""
    return TwoSides(world, open_door(world), world.home.hire("second", "therapist"))
