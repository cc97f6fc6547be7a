"""A case with a client and her partner, and short ways to record what she answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from support.http import Caller
from support.papers import Chart, open_chart
from support.world import Person, World

PHQ_12 = [2, 2, 1, 2, 1, 1, 2, 1, 0]
Take = Callable[..., dict[str, Any]]


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


@pytest.fixture
def path(chart: Chart) -> str:
    """Where the case's administrations are."""
    return f"/v1/cases/{chart.case_id}/administrations"


@pytest.fixture
def take(therapist: Caller, path: str) -> Take:
    """Record an administration: the instrument, its answers, the day."""

    def record(
        instrument: str, items: list[int | None], day: str = "2026-02-02", **more: Any
    ) -> dict[str, Any]:
        body = {"respondent": "client", "source": "in_room", "taken_on": day} | more
        found: dict[str, Any] = therapist.post(path, {"instrument": instrument, "items": items, **body})
        return found

    return record


@pytest.fixture
def csi(take: Take) -> Take:
    """Record a CSI-16 with a total."""

    def record(total: int, day: str) -> dict[str, Any]:
        items: list[int | None] = [
            min(6 if place == 0 else 5, total // 16 + (place < total % 16)) for place in range(16)
        ]
        for place in range(16):
            short = total - sum(value or 0 for value in items)
            items[place] = min(6 if place == 0 else 5, (items[place] or 0) + short)
        return take("csi16", items, day)

    return record
