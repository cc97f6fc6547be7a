"""The case of a client who is handed links and codes."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlsplit

import pytest

from couplesone.clients.models import ContactPreference
from support.papers import Chart, open_chart
from support.visitors import Visitor, handed_out
from support.world import World


@pytest.fixture
def chart(world: World) -> Chart:
    """The case of Mara, whom the therapist treats; her partner is Tobias. Mail is safe for her."""
    found = open_chart(world)
    with world.works.open(world.home.id) as work:
        work.add(
            ContactPreference(
                client_id=found.client_id,
                channel="email",
                allowed=True,
                discreet=True,
                voicemail=False,
                confirmed_on=date(2026, 2, 1),
                review_due_on=date(2026, 5, 1),
            )
        )
    return found


@pytest.fixture
def visitor(chart: Chart) -> Visitor:
    """Whoever has the address of the practice's page."""
    link = handed_out(chart)
    return Visitor(chart.world, urlsplit(link["page"]).path)
