"""Every migration goes up and down on both engines, with data in the tables."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from anyio.from_thread import BlockingPortal
from sqlalchemy import Connection, inspect, text
from sqlalchemy.engine import make_url

from couplesone.app import create_app
from couplesone.identity.models import SignInAttempt
from couplesone.kernel.clock import SettableClock
from couplesone.kernel.settings import Settings
from couplesone.persistence import schema
from couplesone.persistence.base import Base
from couplesone.persistence.database import Database
from couplesone.wiring import make_works
from support import postgres
from support.canaries import example, fill
from support.http import InProcess
from support.papers import open_chart
from support.world import World

MIGRATIONS = sorted(path for path in (schema.migrations_directory() / "versions").glob("*.py"))


@pytest.fixture
def owner(fresh_url: str) -> Iterator[Database]:
    """The database as the tables' owner has it."""
    url = fresh_url
    if url.startswith("postgresql"):
        url = postgres.database_url(os.environ[postgres.URL_VARIABLE], database=make_url(url).database)
    database = Database(Settings(database_url=url))
    yield database
    database.close()


@pytest.fixture
def world(fresh_url: str, key_file: Path, clock: SettableClock, portal: BlockingPortal) -> Iterator[World]:
    """The application on the fresh database, with real commits."""
    settings = Settings(database_url=fresh_url, key_file=key_file)
    works = make_works(settings, clock=clock)
    yield World(works, clock, InProcess(create_app(settings, works=works), portal))
    works.database.close()


def revisions(database: Database) -> list[str]:
    """Return the revisions, the newest first."""
    script = ScriptDirectory.from_config(schema.configuration(database.engine))
    return [revision.revision for revision in script.walk_revisions()]


def shape(database: Database) -> dict[str, tuple[object, ...]]:
    """Return what each table is made of."""
    with database.engine.connect() as connection:
        inspector = inspect(connection)
        return {
            table: (
                [
                    (column["name"], str(column["type"]), column["nullable"])
                    for column in inspector.get_columns(table)
                ],
                inspector.get_pk_constraint(table)["constrained_columns"],
                sorted(str(key["name"]) for key in inspector.get_foreign_keys(table)),
                sorted(str(key["name"]) for key in inspector.get_unique_constraints(table)),
                sorted(str(key["name"]) for key in inspector.get_check_constraints(table)),
                sorted(str(key["name"]) for key in inspector.get_indexes(table)),
                policies(connection, table),
            )
            for table in inspector.get_table_names()
        }


def policies(connection: Connection, table: str) -> list[tuple[object, ...]]:
    """Return the row policies of a table; none on SQLite."""
    if connection.dialect.name != "postgresql":
        return []
    statement = text(
        "SELECT policyname, cmd, qual, with_check FROM pg_policies WHERE tablename = :table ORDER BY 1"
    )
    return [tuple(row) for row in connection.execute(statement, {"table": table})]


def counts(database: Database) -> dict[str, int]:
    with database.engine.connect() as connection:
        return {
            table: connection.scalar(text(f"SELECT count(*) FROM {table}"))
            for table in inspect(connection).get_table_names()
        }


def fill_everything(world: World) -> None:
    """Put a row into nearly every table."""
    ids, call = fill(world.home, "zebrafinch"), world.therapist
    owner = world.home.people["owner"].call
    setting = owner.get("/v1/practice/settings")["items"][0]
    owner.post("/v1/practice/settings", {"key": setting["key"], "value": setting["highest"]})
    call.post("/v1/clients", {"name_used": "Mara"}, key="key-1")
    case = f"/v1/cases/{ids['case_id']}"
    call.post(f"{case}/activate", example("activate_case"), etag=call.get(case))
    unscreened = f"/v1/cases/{open_chart(world).case_id}/invitations"
    assert call.refused("POST", unscreened, {"purpose": "ask_questions"}) == (409, "invitation_held")
    with world.works.open(world.home.id) as work:
        work.add(SignInAttempt(counted=b"x", attempted_at=work.now))


def test_up_and_down_with_data_in_every_table(world: World, owner: Database) -> None:
    fill_everything(world)
    world.works.database.close()
    filled, whole = counts(owner), shape(owner)
    assert {table for table, count in filled.items() if not count} <= {"stage_changes", "stage_waivers"}
    before = filled
    for revision, target in zip(revisions(owner), [*revisions(owner)[1:], "base"], strict=True):
        schema.downgrade(owner.engine, target)
        assert schema.current_revision(owner.engine) == (None if target == "base" else target)
        after = counts(owner)
        assert after.keys() <= before.keys(), revision  # one that changes a constraint makes no table
        kept = after.keys() - {"alembic_version"}
        assert {table: after[table] for table in kept} == {table: before[table] for table in kept}, revision
        before = after
    assert before.keys() == {"alembic_version"}
    for target in reversed(revisions(owner)):
        schema.upgrade(owner.engine, target)
        assert schema.current_revision(owner.engine) == target
    assert shape(owner) == whole
    assert set(counts(owner).values()) == {0, 1}
    assert counts(owner)["alembic_version"] == 1


def test_nothing_is_left_of_an_empty_database(owner: Database) -> None:
    schema.downgrade(owner.engine, "base")
    with owner.engine.connect() as connection:
        assert inspect(connection).get_table_names() == ["alembic_version"]
        assert connection.scalar(text("SELECT count(*) FROM alembic_version")) == 0
        if not owner.is_sqlite:
            ours = "typtype IN ('e', 'd') AND typnamespace = 'public'::regnamespace"
            assert connection.scalar(text(f"SELECT count(*) FROM pg_type WHERE {ours}")) == 0


def test_foreign_keys_hold_again_after_a_migration(owner: Database) -> None:
    schema.downgrade(owner.engine, revisions(owner)[1])
    schema.upgrade(owner.engine)
    if owner.is_sqlite:
        with owner.engine.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
            assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
    assert counts(owner).keys() - {"alembic_version"} == set(Base.metadata.tables)


@pytest.mark.parametrize("path", MIGRATIONS, ids=lambda path: path.stem)
def test_a_migration_says_what_it_is_for(path: Path) -> None:
    lines = path.read_text().splitlines()
    assert lines[0].startswith('"""')
    assert lines[0].rstrip('"').endswith(".")
    assert f'revision = "{path.stem[:13]}"' in lines


def test_the_migrations_are_one_line() -> None:
    script = ScriptDirectory(str(schema.migrations_directory()))
    assert len(script.get_heads()) == 1
    assert len(list(script.walk_revisions())) == len(MIGRATIONS)
