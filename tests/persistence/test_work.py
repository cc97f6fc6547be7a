"""The Work: one transaction, with all that a service needs and all that it leaves behind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, ClassVar
from uuid import UUID

import pytest
from sqlalchemy import func, select, text, update

from couplesone.audit.models import AuditEvent
from couplesone.identity.models import SignIn, Staff
from couplesone.jobs.models import OutboxEvent
from couplesone.jobs.service import Outbox
from couplesone.kernel.errors import RecordNotFound, VersionStale
from couplesone.kernel.events import Event
from couplesone.kernel.permissions import Permission, PermissionDenied, Reach, Role
from couplesone.kernel.principal import ActorKind, Principal
from couplesone.persistence.practice import Practice
from couplesone.persistence.work import Work


def owner_of(work: Work, world) -> Staff:
    return work.get(Staff, world.home.people["owner"].id)


def act(world, work: Work) -> None:
    person = world.home.people["owner"]
    work.actor = Principal(ActorKind.STAFF, world.home.id, person.id, UUID(int=9), frozenset({Role.OWNER}))


def count(world, kind: Any) -> int:
    with world.works.open(world.home.id) as work:
        return int(work.db.scalar(select(func.count()).select_from(kind)))


# -- stamps and versions ----------------------------------------------------------------------------


def test_a_new_record_is_stamped(world) -> None:
    with world.works.open(world.home.id) as work:
        made = work.add(staff("new"))
        assert (made.practice_id, made.version) == (world.home.id, 1)
        assert made.created_at == made.updated_at == work.now == world.clock.now()
        assert made.id.version == 7


def staff(name: str, **more: Any) -> Staff:
    roles = {f"is_{role.value}": role is Role.OWNER for role in Role}
    return Staff(
        email=f"{name}@example.test",
        display_name=name,
        clinical_lead=False,
        couple_training=False,
        **roles,
        **more,
    )


def test_an_id_that_was_chosen_is_kept(world) -> None:
    with world.works.open(world.home.id) as work:
        assert work.add(staff("new", id=UUID(int=4))).id == UUID(int=4)


def test_several_at_once(world) -> None:
    with world.works.open(world.home.id) as work:
        made = [staff(f"new{place}") for place in range(3)]
        work.add_all(made)
        assert len({row.id for row in made}) == 3
        assert all(row.version == 1 for row in made)
        work.add_all([])


def test_a_change_counts_the_version_up_once_a_transaction(world) -> None:
    world.clock.move(timedelta(hours=1))
    with world.works.open(world.home.id) as work:
        owner = owner_of(work, world)
        owner.display_name = "changed"
        work.flush()
        assert owner.version == 2
        assert owner.updated_at == work.now > owner.created_at
    with world.works.open(world.home.id) as work:
        assert owner_of(work, world).version == 2


def test_what_does_not_change_keeps_its_version(world) -> None:
    world.clock.move(timedelta(hours=1))
    with world.works.open(world.home.id) as work:
        owner = owner_of(work, world)
        owner.display_name = "changed"
        owner.display_name = "Owner"
        work.flush()
        assert (owner.version, owner.updated_at) == (1, owner.created_at)


def test_a_touch_counts_the_version_up_without_a_change(world) -> None:
    with world.works.open(world.home.id) as work:
        owner = owner_of(work, world)
        work.touch(owner)
        work.flush()
        assert owner.version == 2


def test_a_lost_race_is_stale(world) -> None:
    def lose() -> None:
        with world.works.open(world.home.id) as work:
            owner = owner_of(work, world)
            table = Staff.__table__
            work.connection.execute(update(table).where(table.c.id == owner.id).values(version=5))
            owner.display_name = "changed"

    with pytest.raises(VersionStale):
        lose()
    with world.works.open(world.home.id) as work:
        assert owner_of(work, world).version == 1


def test_the_version_that_was_seen(world) -> None:
    with world.works.open(world.home.id) as work:
        owner = owner_of(work, world)
        owner.expect(1)
        with pytest.raises(VersionStale) as caught:
            owner.expect(2)
        assert caught.value.headers == {"ETag": '"1"'}


# -- what a service finds ---------------------------------------------------------------------------


def test_the_practice_and_its_day(world) -> None:
    world.clock.move(timedelta(hours=14, minutes=30))
    with world.works.open(world.home.id) as work:
        assert (work.time_zone, work.today) == ("UTC", date(2026, 3, 2))
        assert work.practice() is work.practice()
        assert (work.time_zone, work.today) == ("Europe/Vienna", date(2026, 3, 3))


def test_there_is_no_such_practice(world) -> None:
    with world.works.open(UUID(int=5)) as work:
        with pytest.raises(RecordNotFound):
            work.practice()
        with pytest.raises(RecordNotFound):
            work.get(Staff, UUID(int=5))


def test_the_key_that_was_read_already_is_not_read_again(world) -> None:
    with world.works.open(world.home.id) as work:
        wrapped = work.practice().wrapped_key
    with world.works.open(world.home.id) as work:
        work.unlock("Asia/Tokyo", wrapped)
        before = len(world.statements)
        assert work.keyring is work.keyring
        assert len(world.statements) == before
        assert work.time_zone == "Asia/Tokyo"


def test_the_session_is_made_when_it_is_needed(world) -> None:
    with world.works.open(world.home.id) as work:
        assert work._session is None
        assert work.db is work.db


def test_who_acts_and_how_far(world) -> None:
    with world.works.open(world.home.id) as work:
        with pytest.raises(AssertionError):
            _ = work.principal
        act(world, work)
        assert work.staff_id == world.home.people["owner"].id
        assert work.reach(Permission.CLIENT_MERGE) is Reach.PRACTICE
        work.permission = Permission.CASE_READ
        assert work.reach() is Reach.CARE_TEAM
        with pytest.raises(PermissionDenied):
            work.reach(Permission.CASE_WRITE)


def test_what_the_wiring_gave(world) -> None:
    with world.works.open(world.home.id) as work:
        assert work.extras is world.works.extras
        assert work.extras


# -- locks ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("engine_name", ["postgresql"])
def test_a_lock_is_one_transactions_alone(fresh_url, key_file, clock, engine_name) -> None:
    from couplesone.kernel.settings import Settings
    from couplesone.wiring import make_works

    works = make_works(Settings(database_url=fresh_url, key_file=key_file), clock=clock)
    practice, other = UUID(int=1), UUID(int=2)
    with works.open(practice) as first, works.open(practice) as second, works.open(other) as elsewhere:
        assert first.try_lock("a")
        assert first.try_lock("a")
        assert not second.try_lock("a")
        assert second.try_lock("b")
        assert elsewhere.try_lock("a")
    with works.open(practice) as third:
        third.wait_for_lock("a")
        assert third.try_lock("b")
    works.database.close()


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_on_sqlite_writers_take_turns_anyway(world, engine_name) -> None:
    with world.works.open(world.home.id) as work:
        before = len(world.statements)
        assert work.try_lock("a")
        work.wait_for_lock("a")
        assert len(world.statements) == before


# -- what it leaves behind --------------------------------------------------------------------------


def test_the_audit_trail_is_written_with_the_change(world) -> None:
    with world.works.open(world.home.id, request_id="request-1") as work:
        act(world, work)
        work.subject = UUID(int=3)
        owner_of(work, world).display_name = "changed"
        work.audit("one", UUID(int=1))
        work.audit("two", client_id=UUID(int=4), outcome="refused")
    with world.works.open(world.home.id) as work:
        rows = work.db.scalars(select(AuditEvent).order_by(AuditEvent.id)).all()
        assert [(row.action, row.resource_id, row.client_id, row.outcome) for row in rows] == [
            ("one", UUID(int=1), UUID(int=3), "done"),
            ("two", None, UUID(int=4), "refused"),
        ]
        assert {row.request_id for row in rows} == {"request-1"}
        assert {row.staff_id for row in rows} == {world.home.people["owner"].id}
        assert owner_of(work, world).display_name == "changed"


def test_the_audit_trail_is_lost_with_the_change(world) -> None:
    def fail() -> None:
        with world.works.open(world.home.id) as work:
            owner_of(work, world).display_name = "changed"
            work.audit("one")
            work.finish()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert count(world, AuditEvent) == 0
    with world.works.open(world.home.id) as work:
        assert owner_of(work, world).display_name == "Owner"


def test_a_change_whose_audit_cannot_be_written_is_undone(world, monkeypatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    def change() -> None:
        with world.works.open(world.home.id) as work:
            owner_of(work, world).display_name = "changed"
            work.audit("one")

    monkeypatch.setattr(world.works.recorder, "record", fail, raising=False)
    with pytest.raises(ZeroDivisionError):
        change()
    with world.works.open(world.home.id) as work:
        assert owner_of(work, world).display_name == "Owner"


def test_nobody_acts_for_the_system(world) -> None:
    with world.works.open(world.home.id) as work:
        work.audit("cleaned")
    with world.works.open(world.home.id) as work:
        row = work.db.scalars(select(AuditEvent)).one()
        assert (row.actor_kind, row.staff_id, row.credential_id) == ("system", None, None)


@dataclass(frozen=True, slots=True)
class Renamed(Event):
    """Somebody has another name."""

    type: ClassVar[str] = "staff.renamed"
    staff_id: UUID


def test_subscribers_see_the_change_and_take_part_in_it(world, monkeypatch) -> None:
    seen = []

    def subscriber(work: Work, event: Event) -> None:
        statement = text("SELECT display_name FROM staff WHERE email = 'owner@example.test'")
        seen.append((work.connection.scalar(statement), event))
        work.audit("followed")

    second = [].append
    monkeypatch.setattr(
        world.works, "publisher", Outbox({Renamed: (subscriber, lambda _, event: second(event))})
    )
    with world.works.open(world.home.id, request_id="request-1") as work:
        owner = owner_of(work, world)
        owner.display_name = "changed"
        event = Renamed(world.home.id, owner.id)
        work.publish(event)
        work.finish()
    assert seen == [("changed", event)]
    with world.works.open(world.home.id) as work:
        (row,) = work.db.scalars(select(OutboxEvent))
        assert (row.type, row.payload, row.request_id) == (
            "staff.renamed",
            {"staff_id": str(owner.id)},
            "request-1",
        )
        assert row.occurred_at == work.now
        assert work.db.scalars(select(AuditEvent.action)).all() == ["followed"]


def test_a_subscriber_that_fails_undoes_everything(world, monkeypatch) -> None:
    def subscriber(*_: object) -> None:
        raise ZeroDivisionError

    def rename() -> None:
        with world.works.open(world.home.id) as work:
            owner_of(work, world).display_name = "changed"
            work.publish(Renamed(world.home.id, UUID(int=1)))

    monkeypatch.setattr(world.works, "publisher", Outbox({Renamed: (subscriber,)}))
    with pytest.raises(ZeroDivisionError):
        rename()
    assert count(world, OutboxEvent) == 0
    with world.works.open(world.home.id) as work:
        assert owner_of(work, world).display_name == "Owner"


def test_nobody_has_to_listen(world) -> None:
    with world.works.open(world.home.id) as work:
        work.publish(Renamed(world.home.id, UUID(int=1)))
    assert count(world, OutboxEvent) == 1


def test_a_read_model_runs_on_the_bare_connection(world) -> None:
    with world.works.open(world.home.id) as work:
        statement = select(Staff.email, Practice.name).join(
            Practice, Practice.practice_id == Staff.practice_id
        )
        rows = work.read(statement.where(Staff.is_owner)).all()
        assert [tuple(row) for row in rows] == [("owner@example.test", "Home Practice")]
        assert work._session is None


def test_what_was_not_flushed_is_written_at_the_end(world) -> None:
    with world.works.open(world.home.id) as work:
        for row in work.db.scalars(select(SignIn)):
            row.ended_at = work.now
    assert count(world, SignIn) == len(world.home.people)
    with world.works.open(world.home.id) as work:
        assert set(work.db.scalars(select(SignIn.ended_at))) == {work.now}
