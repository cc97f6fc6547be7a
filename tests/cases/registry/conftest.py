"""Short ways to open and move cases over the API."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

CLOSING = {"closing_reason": "completed", "goals_outcome": "met", "relationship_outcome": "undecided"}


@pytest.fixture
def opened(therapist, mara) -> dict[str, Any]:
    """A case that was opened over the API on 5 January."""
    return dict(therapist.post(f"/v1/clients/{mara}/cases", {"opened_on": "2026-01-05"}))


@pytest.fixture
def move(therapist) -> Callable[..., dict[str, Any]]:
    """Move a case and return it."""

    def moved(case: dict[str, Any], verb: str, **body: Any) -> dict[str, Any]:
        content = CLOSING | body if verb == "close" else body
        return dict(therapist.post(f"/v1/cases/{case['id']}/{verb}", content, etag=case))

    return moved


@pytest.fixture
def happened(world) -> Callable[[str], list[dict[str, str]]]:
    """Return the payloads of the events of a type that wait in the outbox."""

    def payloads(kind: str) -> list[dict[str, str]]:
        from sqlalchemy import select

        from couplesone.jobs.models import OutboxEvent

        with world.works.open(world.home.id) as work:
            rows = work.db.scalars(
                select(OutboxEvent).where(OutboxEvent.type == kind).order_by(OutboxEvent.id)
            )
            return [row.payload for row in rows]

    return payloads
