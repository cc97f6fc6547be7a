"""A case to be screened: the therapist treats Elena, the supervisor supervises, the owner is on the team as owner."""

from __future__ import annotations

import pytest

from support.http import Caller
from support.papers import Chart, open_chart
from support.world import World


@pytest.fixture
def chart(world: World) -> Chart:
    """A case of the home practice."""
    return open_chart(world)


@pytest.fixture
def path(chart: Chart) -> str:
    """Where the case is."""
    return f"/v1/cases/{chart.case_id}"


@pytest.fixture
def therapist(world: World) -> Caller:
    """The therapist who treats the client."""
    return world.therapist


@pytest.fixture
def supervisor(world: World) -> Caller:
    """The supervisor on the care team."""
    return world.home.people["supervisor"].call
