"""Wei's case, and the conjoint case of Wei and Ana."""

from __future__ import annotations

import pytest

from support.couple import Conjoint, Couple, make_couple
from support.world import World


@pytest.fixture
def couple(world: World) -> Couple:
    """Wei, alone so far."""
    return make_couple(world)


@pytest.fixture
def conjoint(couple: Couple) -> Conjoint:
    """The conjoint case with the colleague, ready for joint work."""
    return couple.opened().ready()
