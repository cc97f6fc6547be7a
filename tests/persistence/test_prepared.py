"""Prepared statements give what the ORM gives, and are heard, scoped and translated like any other."""

from __future__ import annotations

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from sqlalchemy import bindparam, insert, select
from sqlalchemy.exc import IntegrityError

from couplesone.audit.models import AuditEvent
from couplesone.identity.models import ApiKey, SignIn, Staff
from couplesone.jobs.models import OutboxEvent
from couplesone.kernel.errors import VersionStale
from couplesone.persistence.base import Base
from couplesone.persistence.columns import Guid, UtcDateTime
from couplesone.persistence.constraints import LinkedRecordMissing
from couplesone.persistence.prepared import Prepared, PreparedInsert
from couplesone.plans.errors import CheckInExists
from couplesone.plans.models import CheckIn, CheckInValue
from couplesone.wiring import make_works  # noqa: F401 - loads every table
from support.canaries import fill


@pytest.fixture
def filled(world):
    world.ids = fill(world.home, "zebrafinch")
    return world


def test_every_table_reads_the_same_as_through_the_orm(filled) -> None:
    seen = 0
    with filled.works.open(filled.home.id) as work:
        for mapper in sorted(Base.registry.mappers, key=lambda mapper: mapper.class_.__name__):
            columns = [attribute.columns[0] for attribute in mapper.column_attrs]
            statement = select(*columns).order_by(*mapper.primary_key)
            through_orm = [tuple(row) for row in work.db.execute(statement)]
            prepared = work.run(Prepared(statement))
            assert prepared == through_orm, mapper.class_.__name__
            for row in prepared:
                assert all(value.tzinfo is not None for value in row if isinstance(value, datetime))
            seen += len(prepared)
    assert seen > 60


BY_EMAIL = Prepared(
    select(Staff.email, Staff.is_owner, Staff.created_at, Staff.id, SignIn.token_hash)
    .join(SignIn, SignIn.staff_id == Staff.id)
    .where(
        Staff.id.in_(["019cadc6-9a80-7011-ad2a-34b4b722da66", bindparam("staff_id", type_=Guid())]),
        Staff.created_at <= bindparam("until", type_=UtcDateTime()),
        Staff.email.like("owner%"),
    )
)


def test_parameters_are_bound_in_the_form_of_the_engine(world) -> None:
    owner, now = world.home.people["owner"], world.clock.now()
    with world.works.open(world.home.id) as work:
        (row,) = work.run(BY_EMAIL, staff_id=owner.id, until=now)
        assert row[:4] == ("owner@example.test", True, now, owner.id)
        assert isinstance(row[4], bytes)
        assert work.run(BY_EMAIL, staff_id=owner.id, until=now.replace(year=2000)) == []
        assert work.run(BY_EMAIL, staff_id=UUID(int=1), until=now) == []


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_it_is_scoped_to_the_practice(world, engine_name) -> None:
    everybody = Prepared(select(Staff.email).order_by(Staff.email))
    with world.works.open(world.other.id) as work:
        assert work.run(everybody) == [("owner@example.test",), ("therapist@example.test",)]
        with pytest.raises(AssertionError):
            everybody.rows(work.connection, {})


def test_a_parameter_that_is_missing_is_not_taken_for_null(world) -> None:
    with world.works.open(world.home.id) as work, pytest.raises(KeyError, match="until"):
        work.run(BY_EMAIL, staff_id=UUID(int=1))


def test_it_is_compiled_once(world, monkeypatch) -> None:
    statement, compiled = Prepared(select(Staff.email)), []
    whole = Prepared._compile
    monkeypatch.setattr(
        Prepared, "_compile", lambda self, dialect: compiled.append(dialect) or whole(self, dialect)
    )
    with world.works.open(world.home.id) as work:
        assert work.run(statement) == work.run(statement)
    assert len(compiled) == 1


def test_whoever_listens_to_the_connection_hears_it(world) -> None:
    with world.works.open(world.home.id) as work:
        before = len(world.statements)
        work.run(BY_EMAIL, staff_id=UUID(int=1), until=work.now)
        assert len(world.statements) == before + 1
        assert "FROM staff" in world.statements[-1]
        assert "owner%" not in world.statements[-1]


def outbox(work, **more) -> OutboxEvent:
    return OutboxEvent(type="t", payload={}, occurred_at=work.now, request_id=None, **more)


def check_in(world, work, **more) -> CheckIn:
    """Return a check-in that is not stored yet, like one that is."""
    stored = work.db.scalar(select(CheckIn).where(CheckIn.id == UUID(world.ids["check_in_id"])))
    copied = {
        attribute.key: getattr(stored, attribute.key)
        for attribute in CheckIn.__mapper__.column_attrs
        if attribute.key not in ("id", "note_sealed")
    }
    return CheckIn(**(copied | {"week_of": date(2026, 1, 12)} | more))


ROWS, VALUES = PreparedInsert(CheckIn), PreparedInsert(CheckInValue)


@pytest.mark.parametrize("count", [1, 2, 5])
def test_rows_are_inserted_by_one_statement_stamped_and_sealed(filled, count: int) -> None:
    weeks = [date(2026, 1, 5 + 7 * place) for place in range(3)] + [date(2026, 2, 2), date(2026, 2, 9)]
    with filled.works.open(filled.home.id) as work:
        rows = [check_in(filled, work, week_of=week, note="Zebrafinch") for week in weeks[:count]]
        _ = work.keyring
        before = len(filled.statements)
        work.insert(ROWS, *rows)
        assert len([text for text in filled.statements[before:] if text.startswith("INSERT")]) == 1
        assert [row.version for row in rows] == [1] * count
        assert len({row.id for row in rows}) == count
        assert all(row not in work.db for row in rows)
    with filled.works.open(filled.home.id) as work:
        for row in rows:
            found = work.get(CheckIn, row.id)
            assert found.note == "Zebrafinch"
            assert "Zebrafinch" not in found.note_sealed
            assert (found.practice_id, found.created_at, found.updated_at) == (
                filled.home.id,
                work.now,
                work.now,
            )
            assert (found.week_of, found.source) == (row.week_of, row.source)


def test_null_is_null(filled) -> None:
    with filled.works.open(filled.home.id) as work:
        row = check_in(filled, work, note=None)
        work.insert(ROWS, row)
    with filled.works.open(filled.home.id) as work:
        assert work.get(CheckIn, row.id).note is None


def test_a_broken_constraint_is_the_problem_that_it_stands_for(filled) -> None:
    with filled.works.open(filled.home.id) as work:
        twice = check_in(filled, work, week_of=date(2026, 1, 12), id=UUID(int=1))
        work.insert(ROWS, twice)

    def insert_again() -> None:
        with filled.works.open(filled.home.id) as work:
            work.insert(ROWS, check_in(filled, work, week_of=date(2026, 1, 12), id=UUID(int=2)))

    with pytest.raises(CheckInExists) as caught:
        insert_again()
    assert caught.value.__suppress_context__


def test_a_fault_of_ours_stays_one(filled) -> None:
    def insert_wrongly() -> None:
        with filled.works.open(filled.home.id) as work:
            work.insert(ROWS, check_in(filled, work, source=None))

    with pytest.raises(IntegrityError):
        insert_wrongly()


def test_a_record_that_is_not_there(filled) -> None:
    def insert_astray() -> None:
        with filled.works.open(filled.home.id) as work:
            row = CheckInValue(check_in_id=UUID(int=1), measure="agency", value=3)
            work.insert(VALUES, row)

    with pytest.raises(LinkedRecordMissing):
        insert_astray()


def test_an_insert_takes_every_kind_of_value(world) -> None:
    statement = Prepared(insert(AuditEvent))
    row = {
        "id": UUID(int=5),
        "occurred_at": datetime(999, 1, 2, tzinfo=UTC),
        "actor_kind": "staff",
        "staff_id": None,
        "credential_id": None,
        "action": "test",
        "resource_id": UUID(int=6),
        "client_id": None,
        "outcome": "done",
        "request_id": None,
    }
    with world.works.open(world.home.id) as work:
        statement.execute(work.connection, row | {"practice_id": world.home.id})
        with pytest.raises(KeyError):
            statement.execute(work.connection, row)
    with world.works.open(world.home.id) as work:
        found = work.get(AuditEvent, UUID(int=5))
        assert {name: getattr(found, name) for name in row} == row


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_json_is_written_on_sqlite(world, engine_name) -> None:
    with world.works.open(world.home.id) as work:
        key = ApiKey(
            staff_id=world.home.people["owner"].id,
            label="x",
            scopes=["case.read"],
            test_mode=False,
            secret_hash=b"x",
            expires_at=work.now.replace(year=2030),
        )
        work.insert(PreparedInsert(ApiKey), key)
        assert work.db.scalar(select(ApiKey.scopes)) == ["case.read"]


def test_a_stale_version_is_not_hidden(world) -> None:
    with world.works.open(world.home.id) as work:
        staff = work.get(Staff, world.home.people["owner"].id)
        with pytest.raises(VersionStale):
            staff.expect(2)
