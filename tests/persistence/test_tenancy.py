"""One practice never sees or touches another: by the session, and on PostgreSQL by the database alone."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import bindparam, delete, exists, func, insert, select, text, union_all, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import aliased

from couplesone.identity.models import SignIn, Staff
from couplesone.jobs.models import OutboxEvent
from couplesone.kernel.errors import RecordNotFound
from couplesone.kernel.settings import Settings
from couplesone.persistence.base import Base
from couplesone.persistence.database import Database
from couplesone.persistence.practice import Practice
from couplesone.persistence.tenancy import PRACTICE_ID, PracticeSession, ScopeViolation, scoped

BOTH = Staff.__table__
POSTGRESQL = pytest.mark.parametrize("engine_name", ["postgresql"])


def emails(rows: Any) -> set[str]:
    return {email.split("@")[0] for email in rows}


HOME = {"owner", "therapist", "supervisor", "front_desk", "biller"}
OTHER_STAFF = aliased(Staff)
SELECTS = {
    "columns": select(Staff.email),
    "of an alias": select(OTHER_STAFF.email),
    "in a subquery": select(select(Staff.email).subquery().c.email),
    "in a common table": select(select(Staff.email).cte().c.email),
    "a union": union_all(select(Staff.email), select(Staff.email).where(Staff.is_owner)),
    "with a condition": select(Staff.email).where(Staff.email.like("%@example.test")),
    "a join": select(Staff.email).join(SignIn, SignIn.staff_id == Staff.id),
    "an alias through a join": select(OTHER_STAFF.email).join(SignIn, SignIn.staff_id == OTHER_STAFF.id),
    "a scalar subquery": select(select(func.max(Staff.email)).scalar_subquery()),
    "an exists": select(Practice.name).where(exists().where(Staff.practice_id != Practice.practice_id)),
}


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize("name", SELECTS)
def test_every_select_is_scoped(world, engine_name, name: str) -> None:
    with world.works.open(world.other.id) as work:
        found = set(work.db.execute(SELECTS[name]).scalars())
    expected = {
        "a scalar subquery": {"therapist@example.test"},
        "an exists": set(),
    }.get(name, {"owner@example.test", "therapist@example.test"})
    assert found == expected


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize("name", [name for name in SELECTS if name != "a union"])
def test_every_read_on_the_bare_connection_is_scoped(world, engine_name, name: str) -> None:
    with world.works.open(world.other.id) as work:
        found = set(work.read(SELECTS[name]).scalars())
    expected = {
        "a scalar subquery": {"therapist@example.test"},
        "an exists": set(),
    }.get(name, {"owner@example.test", "therapist@example.test"})
    assert found == expected


def test_entities_are_scoped(world) -> None:
    with world.works.open(world.home.id) as work:
        assert {row.email.split("@")[0] for row in work.db.scalars(select(Staff))} == HOME
        assert [row.practice_id for row in work.db.scalars(select(Practice))] == [world.home.id]


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_an_entity_of_another_practice_cannot_be_got(world, engine_name) -> None:
    foreign = world.other.people["owner"].id
    with world.works.open(world.home.id) as work:
        assert work.db.get(Staff, (world.other.id, foreign)) is None
        with pytest.raises(RecordNotFound):
            work.get(Staff, foreign)
        assert work.get(Staff, world.home.people["owner"].id).email == "owner@example.test"


@pytest.mark.parametrize("engine_name", ["sqlite"])
@pytest.mark.parametrize("condition", [Staff.id.is_not(None), Staff.is_therapist])
def test_updates_and_deletes_are_scoped(world, engine_name, condition: Any) -> None:
    with world.works.open(world.home.id) as work:
        work.db.execute(update(Staff).where(condition).values(display_name="changed"))
        work.db.execute(delete(SignIn))
    with world.works.open(world.other.id) as work:
        assert "changed" not in set(work.db.scalars(select(Staff.display_name)))
        assert work.db.scalar(select(func.count()).select_from(SignIn)) == 2


def test_a_row_is_stamped_with_the_practice_whatever_it_says(world) -> None:
    with world.works.open(world.home.id) as work:
        row = OutboxEvent(
            practice_id=world.other.id, type="t", payload={}, occurred_at=work.now, request_id=None
        )
        assert work.add(row).practice_id == world.home.id


@pytest.mark.parametrize("how", ["new", "changed", "deleted"])
def test_a_row_of_another_practice_is_not_written(world, how: str) -> None:
    with world.works.open(world.home.id) as work:
        if how == "new":
            work.db.add(
                OutboxEvent(
                    practice_id=world.other.id,
                    id=work.new_id(),
                    type="t",
                    payload={},
                    occurred_at=work.now,
                    request_id=None,
                )
            )
        else:
            staff = work.get(Staff, world.home.people["biller"].id)
            staff.practice_id = world.other.id
            if how == "deleted":
                work.db.delete(staff)
        with pytest.raises(ScopeViolation, match=r"^(OutboxEvent|Staff)$"):
            work.db.flush()
        work.db.expunge_all()


@pytest.mark.parametrize("practice", [None, "a name"])
@pytest.mark.parametrize("statement", [select(Staff), update(Staff).values(email="x"), delete(Staff)])
def test_a_session_without_a_practice_does_nothing(world, practice: Any, statement: Any) -> None:
    with world.works.database.transaction(None, write=False) as connection:
        session = PracticeSession(connection)
        if practice is not None:
            session.info[PRACTICE_ID] = practice
        with pytest.raises(ScopeViolation, match="no practice"):
            session.execute(statement)
        session.close()


def test_a_statement_that_is_kept_is_scoped_once() -> None:
    statement = select(Staff.email)
    assert scoped(statement) is scoped(statement)
    assert scoped(statement) is not scoped(select(Staff.email))


def test_a_read_without_the_practice_is_refused_by_the_statement_itself(world) -> None:
    with world.works.open(world.home.id) as work, pytest.raises(Exception, match="practice_id"):
        work.connection.execute(scoped(select(Staff.email).where(Staff.email == bindparam("practice"))))


# -- PostgreSQL alone -------------------------------------------------------------------------------


@POSTGRESQL
@pytest.mark.parametrize("table", sorted(set(Base.metadata.tables) - {"practices"}))
def test_row_security_hides_other_practices(world, engine_name, table: str) -> None:
    rows = Base.metadata.tables[table]
    with world.works.database.transaction(world.other.id, write=False) as connection:
        practices = set(connection.scalars(select(rows.c.practice_id).distinct()))
    assert practices <= {world.other.id}
    if table in ("staff", "sign_ins"):
        assert practices


@POSTGRESQL
@pytest.mark.parametrize("practice", [None, "home"])
def test_row_security_stops_a_statement_that_names_another_practice(world, engine_name, practice) -> None:
    practice_id = world.home.id if practice else None
    with world.works.database.transaction(practice_id, write=True) as connection:
        changed = connection.execute(
            update(BOTH).where(BOTH.c.practice_id == world.other.id).values(display_name="changed")
        )
        gone = connection.execute(delete(SignIn.__table__).where(SignIn.practice_id == world.other.id))
        assert (changed.rowcount, gone.rowcount) == (0, 0)
    with world.works.open(world.other.id) as work:
        assert "changed" not in set(work.db.scalars(select(Staff.display_name)))


@POSTGRESQL
@pytest.mark.parametrize("practice", [None, "home"])
def test_row_security_stops_an_insert_for_another_practice(world, engine_name, practice) -> None:
    row = {
        "practice_id": world.other.id,
        "id": UUID(int=1),
        "type": "t",
        "payload": {},
        "occurred_at": world.clock.now(),
        "request_id": None,
    }
    with (
        pytest.raises(DBAPIError, match="row-level security"),
        world.works.database.transaction(world.home.id if practice else None, write=True) as connection,
    ):
        connection.execute(insert(OutboxEvent.__table__), row)


@POSTGRESQL
def test_row_security_stops_moving_a_row_to_another_practice(world, engine_name) -> None:
    with (
        pytest.raises(DBAPIError, match="row-level security"),
        world.works.database.transaction(world.home.id, write=True) as connection,
    ):
        connection.execute(update(SignIn.__table__).values(practice_id=world.other.id))


@POSTGRESQL
def test_without_a_practice_practices_are_read_and_nothing_else(world, engine_name) -> None:
    table = Practice.__table__
    with world.works.database.transaction(None, write=True) as connection:
        assert set(connection.scalars(select(table.c.practice_id))) == {world.home.id, world.other.id}
        assert connection.execute(update(table).values(name="x")).rowcount == 0
        assert connection.execute(delete(table)).rowcount == 0


@POSTGRESQL
def test_a_practice_reads_its_own_row_only(world, engine_name) -> None:
    with world.works.database.transaction(world.home.id, write=True) as connection:
        assert connection.scalars(select(Practice.__table__.c.practice_id)).all() == [world.home.id]


@POSTGRESQL
def test_the_practice_is_forgotten_with_the_transaction(fresh_url, engine_name) -> None:
    database = Database(Settings(database_url=fresh_url, threads=2))
    for practice, expected in ((UUID(int=3), str(UUID(int=3))), (None, ""), (UUID(int=4), str(UUID(int=4)))):
        with database.transaction(practice, write=False) as connection:
            assert connection.scalar(text("SELECT current_setting('app.practice_id', true)")) == expected
    with database.engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        found = driver.execute("SELECT current_setting('app.practice_id', true)").fetchone()
        assert found == ("",)
        driver.rollback()
    database.close()
