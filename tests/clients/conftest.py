"""Clients for the tests of their room."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from couplesone.clients.models import CareTeamMember, Client, ClientNameToken
from couplesone.clients.registry.names import tokens_of
from support.world import World

UNKNOWN = "019cadc6-9a80-7011-ad2a-34b4b722da66"


@pytest.fixture
def file_client(world: World) -> Callable[..., UUID]:
    """File a client past the API; ``treating`` is on the care team from a day of long ago."""

    def file(
        name: str = "Mara L.", *, treating: Any = "therapist", practice: Any = None, **members: Any
    ) -> UUID:
        home = practice or world.home
        with world.works.open(home.id) as work:
            client_id = work.new_id()
            work.keyring.register(client_id)
            defaults = {"status": "active", "locale": "en", "time_zone": "Europe/Vienna", "test_data": False}
            work.add(Client(id=client_id, name_used=name, **(defaults | members)))
            tokens = tokens_of(work.keyring, [name])
            work.add_all([ClientNameToken(client_id=client_id, token=token) for token in sorted(tokens)])
            if treating is not None:
                staff_id = home.people[treating].id
                member = CareTeamMember(client_id=client_id, staff_id=staff_id, role="treating")
                member.from_on = date(2025, 1, 1)
                work.add(member)
        return client_id

    return file


@pytest.fixture
def client(world: World) -> dict[str, Any]:
    """A client whom the therapist treats."""
    added: dict[str, Any] = world.therapist.post("/v1/clients", {"name_used": "Mara L."})
    return added


@pytest.fixture
def partner(world: World, client: dict[str, Any]) -> dict[str, Any]:
    """Her partner."""
    added: dict[str, Any] = world.therapist.post(
        f"/v1/clients/{client['id']}/partners", {"name_used": "Tobias"}
    )
    return added
