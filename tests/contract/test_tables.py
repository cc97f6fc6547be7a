"""Every table belongs to a practice by its keys, on PostgreSQL by row-level security, and is what the models say."""

from __future__ import annotations

import os
import re

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import ForeignKeyConstraint, PrimaryKeyConstraint, UniqueConstraint, inspect, text

import couplesone.wiring  # noqa: F401 - loads every table
from couplesone.kernel.settings import Settings
from couplesone.persistence.base import Base
from couplesone.persistence.database import Database
from support import postgres

TABLES = sorted(Base.metadata.tables)


@pytest.mark.parametrize("name", TABLES)
def test_every_key_carries_the_practice(name: str) -> None:
    table = Base.metadata.tables[name]
    for constraint in table.constraints:
        if isinstance(constraint, PrimaryKeyConstraint | UniqueConstraint):
            assert next(iter(constraint.columns)).name == "practice_id", constraint.name
        if isinstance(constraint, ForeignKeyConstraint):
            assert constraint.elements[0].parent.name == "practice_id", constraint.name
            assert constraint.elements[0].column.name == "practice_id", constraint.name
    for index in table.indexes:
        assert next(iter(index.columns)).name == "practice_id", index.name


@pytest.mark.parametrize("name", TABLES)
def test_every_name_fits_postgresql(name: str) -> None:
    """PostgreSQL cuts names at 63 bytes: a cut one would not be found again when a refusal is told by its name."""
    table = Base.metadata.tables[name]
    named = [table.name, *(it.name for it in table.constraints), *(it.name for it in table.indexes)]
    assert [it for it in named if len(str(it).encode()) > 63] == []


UNTIED = {"audit_events", "outbox_events", "idempotency_keys"}
"""Written in nearly every request: a foreign key would lock the practice's row each time."""


@pytest.mark.parametrize("name", sorted(set(TABLES) - UNTIED))
def test_every_table_hangs_from_a_practice(name: str) -> None:
    seen, wanted = set(), {name}
    while wanted:
        table = Base.metadata.tables[wanted.pop()]
        seen.add(table.name)
        wanted |= {key.column.table.name for key in table.foreign_keys} - seen
    assert "practices" in seen


def test_the_migrated_schema_is_what_the_models_say(fresh_url: str, engine_name: str) -> None:
    database = Database(Settings(database_url=fresh_url))
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = compare_metadata(context, Base.metadata)
        checks = {
            (table, check["name"])
            for table in TABLES
            for check in inspect(connection).get_check_constraints(table)
        }
    database.close()
    assert [item for item in differences if item[0] not in ("remove_table",)] == []
    expected = {
        (table.name, constraint.name)
        for table in Base.metadata.tables.values()
        for constraint in table.constraints
        if constraint.__visit_name__ == "check_constraint"
    }
    assert {(table, name) for table, name in checks if name} >= expected


@pytest.fixture
def owner_connection(postgresql_template):
    """A connection as the tables' owner."""
    url = postgres.database_url(os.environ[postgres.URL_VARIABLE], database=postgresql_template)
    database = Database(Settings(database_url=url))
    with database.engine.connect() as connection:
        yield connection
    database.close()


@pytest.mark.parametrize("name", TABLES)
def test_row_level_security_is_forced(name: str, owner_connection) -> None:
    row = owner_connection.execute(
        text("SELECT relrowsecurity, relforcerowsecurity FROM pg_class WHERE relname = :name"), {"name": name}
    ).one()
    assert tuple(row) == (True, True)
    policy = owner_connection.execute(
        text("SELECT qual, with_check FROM pg_policies WHERE tablename = :name AND cmd = 'ALL'"),
        {"name": name},
    ).one()
    assert "app.practice_id" in policy.qual
    assert "app.practice_id" in policy.with_check


def test_the_servers_role_cannot_pass_the_wall(owner_connection) -> None:
    row = owner_connection.execute(
        text("SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = 'couplesone_app'")
    ).one()
    assert tuple(row) == (False, False)
    owned = owner_connection.scalar(
        text("SELECT count(*) FROM pg_tables WHERE tableowner = 'couplesone_app'")
    )
    assert owned == 0


@pytest.mark.parametrize("name", TABLES)
def test_constraints_have_names_of_the_convention(name: str) -> None:
    for constraint in Base.metadata.tables[name].constraints:
        assert re.match(r"^(pk|uq|fk|ck)_[a-z0-9_]+$", str(constraint.name)), constraint
        assert len(str(constraint.name)) <= 63, constraint.name
