"""A case with a client and her partner."""

from __future__ import annotations

import pytest

from couplesone.cases.models import Case
from couplesone.clients.models import CareTeamMember, Client, Partner
from plans.papers import OPENED, Chart
from support.http import Caller
from support.world import Person, World


@pytest.fixture
def chart(world: World) -> Chart:
    """The case of Mara, whom the therapist treats and the supervisor supervises; her partner is Tobias."""
    home = world.home
    with world.works.open(home.id) as work:
        client_id, partner_id = work.new_id(), work.new_id()
        work.keyring.register(client_id)
        work.keyring.register(partner_id)
        work.add(
            Client(
                id=client_id,
                name_used="Mara",
                status="active",
                locale="en",
                time_zone="Europe/Vienna",
                test_data=False,
            )
        )
        work.add(Partner(id=partner_id, client_id=client_id, name_used="Tobias Lang"))
        for person, role in (("therapist", "treating"), ("supervisor", "supervising"), ("owner", "covering")):
            staff_id = home.people[person].id
            work.add(CareTeamMember(client_id=client_id, staff_id=staff_id, role=role, from_on=OPENED))
        case = work.add(
            Case(
                client_id=client_id,
                partner_id=partner_id,
                kind="solo",
                status="active",
                stage=0,
                opened_on=OPENED,
                focus_series="pressure",
                opened_by=home.people["therapist"].id,
            )
        )
        case_id = case.id
    return Chart(world, client_id, partner_id, case_id)


@pytest.fixture
def therapist(world: World) -> Caller:
    """Whoever treats the client."""
    return world.therapist


@pytest.fixture
def strangers(world: World) -> list[Person]:
    """Staff who may not know of the client: a colleague, and the therapist of another practice."""
    return [world.home.hire("colleague", "therapist"), world.other.people["therapist"]]
