"""Where the migrations are, which revision a database has, and what PostgreSQL says about itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text

from couplesone.kernel.settings import Settings
from couplesone.persistence import schema
from couplesone.persistence.base import Base
from couplesone.persistence.database import Database
from couplesone.persistence.postgresql import role_of, server_facts

POSTGRESQL = pytest.mark.parametrize("engine_name", ["postgresql"])


@pytest.fixture
def database(fresh_url: str):
    made = Database(Settings(database_url=fresh_url))
    yield made
    made.close()


def test_a_fresh_database_is_at_the_newest_revision(database) -> None:
    head = schema.head_revision(database.engine)
    assert schema.current_revision(database.engine) == head
    assert schema.knows(database.engine, head)
    assert not schema.knows(database.engine, "2020_01_01_01")


def test_an_empty_file_has_no_revision(tmp_path: Path) -> None:
    database = Database(Settings(database_url=f"sqlite:///{tmp_path}/empty.sqlite3"))
    assert schema.current_revision(database.engine) is None
    database.close()


def test_the_migrations_are_in_the_package_or_beside_the_sources(monkeypatch, tmp_path: Path) -> None:
    assert (schema.migrations_directory() / "env.py").is_file()
    package = tmp_path / "site" / "couplesone"
    (package / "_migrations").mkdir(parents=True)
    monkeypatch.setattr(schema, "__file__", str(package / "persistence" / "schema.py"))
    assert schema.migrations_directory() == package / "_migrations"


@POSTGRESQL
def test_what_the_server_says_about_itself(database, engine_name) -> None:
    facts = server_facts(database)
    assert facts.version >= 15
    assert (facts.role, facts.superuser, facts.bypasses_row_security) == ("couplesone_app", False, False)
    assert facts.local
    assert not facts.encrypted
    assert facts.owned == frozenset()
    assert facts.walled == set(Base.metadata.tables)


@POSTGRESQL
def test_the_role_is_in_the_url_or_asked_for(database, engine_name, monkeypatch) -> None:
    assert role_of(database) == "couplesone_app"
    monkeypatch.setattr(database, "url", database.url._replace(username=None))
    assert role_of(database) == "couplesone_app"


@POSTGRESQL
@pytest.mark.parametrize("statement", ["UPDATE audit_events SET action = 'x'", "DELETE FROM audit_events"])
def test_the_servers_role_only_adds_to_the_audit_trail(database, engine_name, statement: str) -> None:
    with database.engine.connect() as connection, pytest.raises(Exception, match="permission denied"):
        connection.execute(text(statement))
    with database.engine.connect() as connection, pytest.raises(Exception, match="permission denied"):
        connection.execute(text("UPDATE alembic_version SET version_num = 'x'"))
