"""A case in which an invitation may be written."""

from __future__ import annotations

import pytest

from support.inviting import Door, open_door
from support.world import World


@pytest.fixture
def door(world: World) -> Door:
    """The case of Mara, whose partner is Tobias."""
    return open_door(world)
