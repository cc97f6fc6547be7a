"""A practice with a client in treatment, her partner, and her case, set up past the API."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from couplesone.cases.models import Case
from couplesone.clients.models import CareTeamMember, Client, Partner
from support.http import Caller
from support.world import Person, PracticeWorld, World

OPENED = date(2026, 1, 5)


@dataclass
class Files:
    """Short ways to fill a practice with clients, partners and cases."""

    world: World
    practice: PracticeWorld

    def client(self, *team: tuple[str, str], name: str = "Mara L.", **more: Any) -> UUID:
        """Add a client with a care team of (person, part)."""
        with self.world.works.open(self.practice.id) as work:
            client_id = work.new_id()
            work.keyring.register(client_id)
            values = {"status": "active", "locale": "en", "time_zone": "UTC", "test_data": False} | more
            work.add(Client(id=client_id, name_used=name, **values))
        for person, part in team:
            self.join(client_id, person, part)
        return client_id

    def join(self, client_id: UUID, person: str, part: str) -> None:
        """Give somebody a part in a client's care."""
        with self.world.works.open(self.practice.id) as work:
            staff_id = self.practice.people[person].id
            work.add(CareTeamMember(client_id=client_id, staff_id=staff_id, role=part, from_on=OPENED))

    def partner(self, client_id: UUID, name: str | None = "Tobias", **more: Any) -> UUID:
        """Add a partner of a client."""
        with self.world.works.open(self.practice.id) as work:
            partner_id = work.new_id()
            work.keyring.register(partner_id)
            work.add(Partner(id=partner_id, client_id=client_id, name_used=name, **more))
        return partner_id

    def case(self, client_id: UUID, **more: Any) -> UUID:
        """Add a case of a client."""
        values = {
            "kind": "solo",
            "status": "active",
            "stage": 0,
            "opened_on": OPENED,
            "focus_series": "pressure",
            "opened_by": self.practice.people["therapist"].id,
        } | more
        with self.world.works.open(self.practice.id) as work:
            return work.add(Case(client_id=client_id, **values)).id

    def change(self, entity: type[Any], identifier: UUID | str, **values: Any) -> None:
        """Set columns of a row past the API."""
        with self.world.works.open(self.practice.id) as work:
            row = work.get(entity, UUID(str(identifier)))
            for name, value in values.items():
                setattr(row, name, value)

    def raw(self, entity: type[Any], identifier: UUID | str, column: str) -> str:
        """Return what the database holds in a column."""
        with self.world.works.open(self.practice.id) as work:
            return str(getattr(work.get(entity, UUID(str(identifier))), f"{column}_sealed"))


@pytest.fixture
def files(world: World) -> Files:
    """The files of the home practice."""
    return Files(world, world.home)


@pytest.fixture
def mara(files: Files) -> UUID:
    """A client whom the therapist treats and the supervisor supervises."""
    return files.client(("therapist", "treating"), ("supervisor", "supervising"))


@pytest.fixture
def tobias(files: Files, mara: UUID) -> UUID:
    """Her partner, who is not a client."""
    return files.partner(mara)


@pytest.fixture
def case(files: Files, mara: UUID, tobias: UUID) -> UUID:
    """Her case."""
    return files.case(mara, partner_id=tobias)


@pytest.fixture
def therapist(world: World) -> Caller:
    """The therapist who treats the client."""
    return world.therapist


@pytest.fixture
def strangers(world: World) -> dict[str, Person]:
    """Staff who may not know of the client: another therapist, and the therapist of another practice."""
    world.home.hire("colleague", "therapist")
    return {"colleague": world.home.people["colleague"], "elsewhere": world.other.people["therapist"]}
