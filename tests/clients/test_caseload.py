"""Whose clients somebody may see: every part, span and mode of data against the definition."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from itertools import product
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from couplesone.clients.caseload import (
    client_for,
    client_to_write,
    in_caseload,
    on_care_team,
    reached,
    reached_by,
    status_of_client,
)
from couplesone.clients.codes import ClientStatus
from couplesone.clients.errors import ClientArchived
from couplesone.clients.models import CareTeamMember, Client
from couplesone.kernel.errors import RecordNotFound
from couplesone.kernel.permissions import Permission, Reach, Role
from couplesone.kernel.principal import ActorKind, Principal
from support.world import START

TODAY = START.date()
YESTERDAY, TOMORROW = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
HANDS_ON = ("treating", "covering")
SPANS = {
    (YESTERDAY, None): True,
    (TODAY, None): True,
    (TOMORROW, None): False,
    (YESTERDAY, TOMORROW): True,
    (YESTERDAY, TODAY): False,  # until a day is before that day
    (YESTERDAY, YESTERDAY): False,
    (TODAY, TODAY): False,
}
"""From when until when, and whether that is in care today."""


@dataclass(frozen=True)
class Filed:
    """A client with a single care-team member, or none."""

    test_data: bool
    who: str | None = None
    part: str | None = None
    in_care: bool = False

    def within(self, reach: Reach, asker: str, *, test_mode: bool) -> bool:
        """Say by the words of the definition whether the asker's reach includes the client."""
        if self.test_data != test_mode:
            return False
        if reach is Reach.PRACTICE:
            return True
        mine = self.in_care and self.who == asker
        return mine and (reach is Reach.CARE_TEAM or self.part in HANDS_ON)


@pytest.fixture
def filed(world) -> dict[UUID, Filed]:
    """Clients of every kind, by id; some of another practice among them."""
    found = {}
    with world.works.open(world.home.id) as work:

        def file(test_data: bool) -> UUID:
            client_id = work.new_id()
            work.keyring.register(client_id)
            more: dict[str, Any] = {"status": "active", "locale": "en", "time_zone": "UTC"}
            work.add(Client(id=client_id, name_used="Mara", test_data=test_data, **more))
            return client_id

        for test_data in (False, True):
            found[file(test_data)] = Filed(test_data)
            for who, part, (from_on, until_on) in product(
                ("therapist", "supervisor"), (*HANDS_ON, "supervising"), SPANS
            ):
                client_id = file(test_data)
                member = CareTeamMember(client_id=client_id, staff_id=world.home.people[who].id, role=part)
                member.from_on, member.until_on = from_on, until_on
                work.add(member)
                found[client_id] = Filed(test_data, who, part, SPANS[from_on, until_on])
    return found


@pytest.fixture
def asking(world) -> Callable[..., Principal]:
    """Return somebody of the practice who asks."""

    def ask(name: str, *roles: Role, test_mode: bool = False) -> Principal:
        person = world.home.people[name]
        return Principal(
            kind=ActorKind.STAFF,
            practice_id=world.home.id,
            staff_id=person.id,
            credential_id=None,
            roles=frozenset(roles),
            test_mode=test_mode,
        )

    return ask


@pytest.mark.parametrize("reach", [Reach.TREATING, Reach.CARE_TEAM, Reach.PRACTICE])
def test_a_reach_includes_whom_its_definition_names(world, filed, file_client, asking, reach: Reach) -> None:
    file_client(practice=world.other)
    permission = {Reach.TREATING: Permission.CLIENT_WRITE, Reach.CARE_TEAM: Permission.CLIENT_READ}
    for asker, test_mode in product(("therapist", "supervisor"), (False, True)):
        role = Role.FRONT_DESK if reach is Reach.PRACTICE else Role.THERAPIST
        expected = {key for key, client in filed.items() if client.within(reach, asker, test_mode=test_mode)}
        with world.works.open(world.home.id) as work:
            work.actor = asking(asker, role, test_mode=test_mode)
            work.permission = permission.get(reach, Permission.CLIENT_READ)
            at_once = select(Client.id).where(in_caseload(work, Client.id))
            assert set(work.db.scalars(at_once)) == expected
            bound = select(Client.id).where(reached(reach, Client.id))
            assert set(work.db.scalars(bound, reached_by(work))) == expected


def test_a_permission_of_its_own_counts_and_not_the_routes(world, filed, asking) -> None:
    with world.works.open(world.home.id) as work:
        work.actor, work.permission = asking("therapist", Role.THERAPIST), Permission.CLIENT_READ
        wider = set(work.db.scalars(select(Client.id).where(in_caseload(work, Client.id))))
        writing = in_caseload(work, Client.id, Permission.CLIENT_WRITE)
        narrower = set(work.db.scalars(select(Client.id).where(writing)))
        assert {filed[key].part for key in wider - narrower} == {"supervising"}
        (supervised, *_) = wider - narrower
        assert client_for(work, supervised).id == supervised
        with pytest.raises(RecordNotFound):
            client_for(work, supervised, Permission.CLIENT_WRITE)


@pytest.mark.parametrize("who", [None, "therapist", "supervisor"])
@pytest.mark.parametrize("hands_on", [False, True])
def test_the_care_team_of_today(world, filed, who: str | None, hands_on: bool) -> None:
    expected = {
        key
        for key, client in filed.items()
        if client.in_care and who in (None, client.who) and (not hands_on or client.part in HANDS_ON)
    }
    staff_id = None if who is None else world.home.people[who].id
    with world.works.open(world.home.id) as work:
        condition = on_care_team(work, Client.id, staff_id=staff_id, hands_on=hands_on)
        assert set(work.db.scalars(select(Client.id).where(condition))) == expected


def test_by_default_whoever_is_on_the_care_team_counts(world, filed) -> None:
    with world.works.open(world.home.id) as work:
        found = set(work.db.scalars(select(Client.id).where(on_care_team(work, Client.id))))
    assert found == {key for key, client in filed.items() if client.in_care}


def test_who_is_found_is_whom_the_work_is_about(world, file_client, asking) -> None:
    mara, stranger = file_client(), file_client(treating="supervisor")
    with world.works.open(world.home.id) as work:
        work.actor, work.permission = asking("therapist", Role.THERAPIST), Permission.CLIENT_READ
        for unknown in (stranger, UUID(int=7)):
            with pytest.raises(RecordNotFound):
                client_for(work, unknown)
            assert work.subject is None
        assert client_for(work, mara).id == mara
        assert work.subject == mara


@pytest.mark.parametrize("status", ClientStatus)
def test_only_for_an_active_client_something_new_is_recorded(
    world, file_client, asking, status: ClientStatus
) -> None:
    survivor = file_client("Ines") if status is ClientStatus.MERGED else None
    client_id, other = file_client(status=status.value, merged_into_id=survivor), file_client()
    with world.works.open(world.home.id) as work:
        work.actor, work.permission = asking("therapist", Role.THERAPIST), Permission.CLIENT_WRITE
        statuses = select(Client.id, status_of_client(Client.id)).where(Client.id.in_([client_id, other]))
        assert {tuple(row) for row in work.db.execute(statuses)} == {(client_id, status), (other, "active")}
        if status is ClientStatus.ACTIVE:
            assert client_to_write(work, client_id).id == client_id
        else:
            with pytest.raises(ClientArchived):
                client_to_write(work, client_id)
