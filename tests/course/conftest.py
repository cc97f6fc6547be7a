"""A case in the ninth week of which the clock stands."""

from __future__ import annotations

import pytest

from support.papers import Chart, open_chart
from support.world import World


@pytest.fixture
def chart(world: World) -> Chart:
    """The case of Mara, whom the therapist treats and the supervisor supervises; her partner is Tobias."""
    return open_chart(world)


@pytest.fixture
def path(chart: Chart) -> str:
    """Where the case is read."""
    return f"/v1/cases/{chart.case_id}"
