"""`couplesone db` on both engines."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url

from couplesone.kernel.settings import Settings
from couplesone.persistence import schema
from couplesone.persistence.database import Database
from couplesone.persistence.postgresql import role_of
from support import postgres

HEAD = "2026_11_22_05"


@pytest.fixture
def head(tmp_path: Path) -> str:
    database = Database(Settings(database_url=f"sqlite:///{tmp_path / 'head.sqlite3'}"))
    try:
        return schema.head_revision(database.engine)
    finally:
        database.close()


@pytest.fixture
def empty_url(engine_name: str, terminal, worker_id: str) -> Iterator[str]:
    """A database without tables: a file that does not exist, or an empty PostgreSQL database and its owner."""
    if engine_name == "sqlite":
        yield "sqlite:///new.sqlite3"
        return
    server, name = os.environ[postgres.URL_VARIABLE], f"couplesone_empty_{worker_id}"
    postgres.drop_database(server, name)
    yield postgres.create_database(server, name)
    postgres.drop_database(server, name)


def test_an_empty_database_goes_up_to_the_head_and_down_to_nothing(
    terminal, empty_url: str, head: str
) -> None:
    terminal.set("DATABASE_URL", empty_url)
    result = terminal.run("db", "upgrade", "--json")
    assert result.exit_code == 0, result.output
    assert result.stdout == f'{{"before": null, "after": "{head}", "granted_to": null}}\n'
    assert "Running upgrade  -> 2026" in result.stderr
    assert terminal.json("db", "current") == {"current": head, "head": head, "is_head": True}
    assert "already" in terminal.ok("db", "upgrade")
    assert terminal.json("db", "downgrade", "base", "--yes") == {
        "before": head,
        "after": None,
        "granted_to": None,
    }
    assert "revision none: not the newest" in terminal.ok("db", "current")


def test_a_new_sqlite_file_is_for_its_owner_only(terminal) -> None:
    terminal.ok("db", "upgrade", "2026_11_22_01")
    assert Path("couplesone.sqlite3").stat().st_mode & 0o777 == 0o600


def test_a_directory_that_does_not_exist(terminal) -> None:
    terminal.set("DATABASE_URL", "sqlite:///nowhere/new.sqlite3")
    assert "make its directory first" in terminal.fails(3, "db", "upgrade")


@pytest.mark.parametrize("engine_name", ["postgresql"])
def test_the_owner_upgrades_and_the_server_is_granted_its_rights(
    terminal, empty_url: str, head: str, postgresql_template: str
) -> None:
    name = make_url(empty_url).database
    server = postgres.database_url(empty_url, user="couplesone_app", password="app")
    terminal.set("DATABASE_URL", server)
    terminal.set("OWNER_DATABASE_URL", empty_url)
    assert terminal.json("db", "upgrade", "2026_11_22_01")["granted_to"] == "couplesone_app"
    assert "The role couplesone_app may use the tables." in terminal.ok("db", "upgrade")
    database = Database(Settings(database_url=server))
    with database.transaction(None, write=False) as connection:
        rights = connection.execute(
            text(
                "SELECT has_table_privilege('staff', 'UPDATE'), has_table_privilege('audit_events', 'INSERT'), "
                "has_table_privilege('audit_events', 'UPDATE, DELETE'), "
                "has_table_privilege('alembic_version', 'SELECT'), "
                "has_table_privilege('alembic_version', 'INSERT, UPDATE, DELETE')"
            )
        ).one()
    database.close()
    assert tuple(rights) == (True, True, False, True, False)
    assert name


@pytest.mark.parametrize("engine_name", ["postgresql"])
def test_an_owner_who_is_the_server_needs_no_grant(terminal, empty_url: str) -> None:
    terminal.set("DATABASE_URL", empty_url)
    terminal.set("OWNER_DATABASE_URL", empty_url)
    assert terminal.json("db", "upgrade", "2026_11_22_01")["granted_to"] is None


@pytest.mark.parametrize("typed", ["n\n", "\n", ""])
def test_a_downgrade_asks_first(sqlite_installed, head: str, typed: str) -> None:
    sentence = sqlite_installed.fails(1, "db", "downgrade", "base", typed=typed)
    assert f"from {head} back to base" in sentence
    assert sqlite_installed.json("db", "current")["current"] == head


def test_a_downgrade_that_is_confirmed(sqlite_installed) -> None:
    assert "to 2026_11_22_01" in sqlite_installed.ok("db", "downgrade", "2026_11_22_01", typed="y\n")


@pytest.mark.parametrize("command", ["upgrade", "downgrade"])
def test_a_revision_that_does_not_exist_is_a_usage_error(sqlite_installed, command: str) -> None:
    arguments = ["--yes"] if command == "downgrade" else []
    assert "no_such" in sqlite_installed.fails(2, "db", command, "no_such", *arguments)


@pytest.mark.parametrize("command", [("current",), ("downgrade", "base")])
def test_a_database_that_does_not_answer_ends_with_3(terminal, command: tuple[str, ...]) -> None:
    assert "There is no database file" in terminal.fails(3, "db", *command)
    terminal.set("DATABASE_URL", "postgresql://nobody:s3cret@127.0.0.1:1/none")
    sentence = terminal.fails(3, "db", *command)
    assert "Connection refused" in sentence
    assert "nobody:***@127.0.0.1:1" in sentence


def test_lines_of_progress_end_with_the_command(sqlite_installed, caplog: pytest.LogCaptureFixture) -> None:
    import logging

    logger = logging.getLogger("alembic.runtime.migration")
    before = (logger.level, list(logger.handlers))
    sqlite_installed.ok("db", "upgrade")
    assert (logger.level, logger.handlers) == before


@pytest.mark.parametrize("engine_name", ["postgresql"])
def test_a_role_that_the_url_does_not_name_is_asked_for(
    fresh_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = make_url(fresh_url)
    monkeypatch.setenv("PGUSER", url.username or "")
    monkeypatch.setenv("PGPASSWORD", url.password or "")
    database = Database(Settings(database_url=f"postgresql://{url.host}:{url.port}/{url.database}"))
    assert role_of(database) == "couplesone_app"
    database.close()
