"""Connections, transactions, turns to write, and what happens when the database does not answer."""

from __future__ import annotations

import os
import sqlite3
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg
import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError, ProgrammingError

from couplesone.kernel.settings import Settings
from couplesone.persistence import database as module
from couplesone.persistence.database import (
    SQLITE_SAFE,
    Database,
    DatabaseUnavailable,
    is_retryable,
    normal_url,
    sqlite_module,
)
from couplesone.persistence.faults import translated
from support import postgres

PRACTICE = UUID(int=7)
SQLITE = pytest.mark.parametrize("engine_name", ["sqlite"])
POSTGRESQL = pytest.mark.parametrize("engine_name", ["postgresql"])
COUNT = "UPDATE counters SET n = n + 1"


@pytest.fixture
def opened(fresh_url: str) -> Iterator[Any]:
    """Make databases on a fresh file or server database, with a table to count in."""
    if fresh_url.startswith("postgresql"):
        name = fresh_url.rpartition("/")[2]
        owner = postgres.database_url(os.environ[postgres.URL_VARIABLE], database=name)
    else:
        owner = fresh_url
    maker = Database(Settings(database_url=owner))
    with maker.engine.begin() as connection:
        connection.execute(text("CREATE TABLE counters (n integer NOT NULL)"))
        connection.execute(text("INSERT INTO counters VALUES (0)"))
        if fresh_url.startswith("postgresql"):
            connection.execute(text("GRANT ALL ON counters TO couplesone_app"))
    maker.close()
    with ExitStack() as stack:

        def open_one(**more: Any) -> Database:
            made = Database(Settings(database_url=fresh_url, **more))
            stack.callback(made.close)
            return made

        yield open_one


def counted(database: Database) -> int:
    with database.transaction(PRACTICE, write=False) as connection:
        return int(connection.scalar(text("SELECT n FROM counters")))


# -- both engines -----------------------------------------------------------------------------------


def test_a_transaction_commits_at_its_end_and_is_undone_by_an_error(opened) -> None:
    database = opened()
    with database.transaction(PRACTICE, write=True) as connection:
        connection.execute(text(COUNT))

    def fail() -> None:
        with database.transaction(PRACTICE, write=True) as connection:
            connection.execute(text(COUNT))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert counted(database) == 1


def test_many_writers_lose_nothing(opened) -> None:
    database, failures = opened(threads=16, database_wait_seconds=60), []

    def work() -> None:
        try:
            for _ in range(20):
                with database.transaction(PRACTICE, write=True) as connection:
                    seen = connection.scalar(text("SELECT n FROM counters" + lock))
                    connection.execute(text("UPDATE counters SET n = :n"), {"n": seen + 1})
        except Exception as error:
            failures.append(error)
            raise

    lock = "" if database.is_sqlite else " FOR UPDATE"
    threads = [threading.Thread(target=work) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert counted(database) == 16 * 20


def test_no_connection_in_time_is_unavailable(opened) -> None:
    database = opened(threads=2, database_wait_seconds=0.05)
    with ExitStack() as taken:
        for _ in range(6):
            taken.enter_context(database.transaction(PRACTICE, write=False))
        started = time.monotonic()
        with pytest.raises(DatabaseUnavailable) as caught, database.transaction(PRACTICE, write=False):
            pass
        assert time.monotonic() - started < 2
    assert caught.value.headers["Retry-After"] == "2"
    assert counted(database) == 0


def test_readiness(opened) -> None:
    database = opened()
    database.ready()
    nowhere = {
        True: "sqlite:////nonexistent/directory/file.sqlite3",
        False: "postgresql://nobody@127.0.0.1:1/none",
    }[database.is_sqlite]
    gone = Database(Settings(database_url=nowhere, database_wait_seconds=0.5))
    with pytest.raises(DatabaseUnavailable):
        gone.ready()
    gone.close()


def test_parameters_are_never_in_an_error(opened) -> None:
    with opened().engine.connect() as connection, pytest.raises(DBAPIError) as caught:
        connection.execute(text("SELECT :a FROM no_such_table"), {"a": "zebrafinch"})
    assert "zebrafinch" not in str(caught.value)


@pytest.mark.parametrize(
    ("given", "driver"),
    [
        ("postgresql://a:b@h/n", "postgresql+psycopg"),
        ("postgres://a:b@h/n", "postgresql+psycopg"),
        ("postgresql+psycopg://a:b@h/n", "postgresql+psycopg"),
        ("sqlite:///x", "sqlite"),
    ],
)
def test_a_url_names_our_driver(given: str, driver: str) -> None:
    assert normal_url(given).drivername == driver


def test_another_url_than_the_settings_own(tmp_path: Path) -> None:
    database = Database(Settings(database_url="sqlite:///one"), f"sqlite:///{tmp_path}/two.sqlite3")
    database.ready()
    assert (tmp_path / "two.sqlite3").exists()
    database.close()


# -- SQLite -----------------------------------------------------------------------------------------


@SQLITE
def test_the_pragmas_of_every_connection(opened, engine_name) -> None:
    database = opened()
    with ExitStack() as stack:
        for write in (True, False):
            connection = stack.enter_context(database.transaction(None, write=write))
            pragmas = {
                name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
                for name in ("journal_mode", "synchronous", "foreign_keys", "trusted_schema")
            }
            assert pragmas == {
                "journal_mode": "wal",
                "synchronous": 2,
                "foreign_keys": 1,
                "trusted_schema": 0,
            }


def test_the_wheels_sqlite_keeps_its_log_whole() -> None:
    assert sqlite_module().sqlite_version_info >= SQLITE_SAFE
    assert sqlite_module() is not sqlite3


def test_without_the_wheel_the_standard_module_serves(monkeypatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "pysqlite3", None)
    assert sqlite_module() is sqlite3


@pytest.mark.parametrize(("version", "mode"), [((3, 51, 2), "delete"), ((3, 51, 3), "wal")])
def test_an_old_sqlite_does_without_the_log(monkeypatch, tmp_path: Path, version, mode: str) -> None:
    class Old:
        sqlite_version_info = version

        def __getattr__(self, name: str) -> Any:
            return getattr(original, name)

    original, old = sqlite_module(), Old()
    monkeypatch.setattr(module, "sqlite_module", lambda: old)
    database = Database(Settings(database_url=f"sqlite:///{tmp_path}/x.sqlite3"))
    with database.transaction(None, write=True) as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == mode
    database.close()


@SQLITE
def test_who_may_write_takes_the_lock_as_it_begins(opened, engine_name) -> None:
    database, begun = opened(), []
    event.listen(
        database.engine, "before_cursor_execute", lambda _c, _u, statement, *_: begun.append(statement)
    )
    for write in (True, False):
        with database.transaction(None, write=write):
            pass
    assert begun == ["BEGIN IMMEDIATE", "BEGIN"]


@SQLITE
def test_a_reader_does_not_wait_for_the_writer(opened, engine_name) -> None:
    database = opened(database_wait_seconds=0.2)
    with database.transaction(PRACTICE, write=True) as connection:
        connection.execute(text(COUNT))
        assert counted(database) == 0
    assert counted(database) == 1


@SQLITE
def test_no_turn_to_write_in_time_is_unavailable(opened, engine_name) -> None:
    database = opened(database_wait_seconds=0.05, sqlite_busy_seconds=3)
    started = time.monotonic()
    with (
        database.transaction(PRACTICE, write=True),
        pytest.raises(DatabaseUnavailable),
        database.transaction(PRACTICE, write=True),
    ):
        pass
    assert time.monotonic() - started < 2
    with database.transaction(PRACTICE, write=True) as connection:
        connection.execute(text(COUNT))
    assert counted(database) == 1


@SQLITE
def test_another_process_that_writes_is_waited_for_so_long_and_no_longer(opened, engine_name) -> None:
    database, other = opened(sqlite_busy_seconds=0.1), opened()
    with other.transaction(PRACTICE, write=True):
        started = time.monotonic()
        with pytest.raises(DatabaseUnavailable), database.transaction(PRACTICE, write=True):
            pass
        assert 0.05 < time.monotonic() - started < 3
    with database.transaction(PRACTICE, write=True) as connection:
        connection.execute(text(COUNT))
    assert counted(other) == 1


@SQLITE
def test_a_full_disk_is_unavailable_and_loses_nothing(opened, engine_name) -> None:
    database = opened()

    def fill() -> None:
        with database.transaction(PRACTICE, write=True) as connection:
            connection.exec_driver_sql("PRAGMA max_page_count = 1")
            connection.execute(text(COUNT))
            for _ in range(2000):
                connection.execute(text("INSERT INTO counters SELECT n FROM counters LIMIT 100"))

    with pytest.raises(DatabaseUnavailable):
        fill()
    assert counted(database) == 0


# -- PostgreSQL -------------------------------------------------------------------------------------


def kill(database: Database, pid: int) -> None:
    """End a connection's backend from outside and wait until it is gone."""
    server = postgres.plain(os.environ[postgres.URL_VARIABLE])
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("SELECT pg_terminate_backend(%s)", (pid,))
        while connection.execute("SELECT 1 FROM pg_stat_activity WHERE pid = %s", (pid,)).fetchone():
            time.sleep(0.005)


def pid_of(connection: Any) -> int:
    return int(connection.scalar(text("SELECT pg_backend_pid()")))


@POSTGRESQL
def test_connections_that_died_in_the_pool_are_replaced_silently(opened, engine_name) -> None:
    database = opened()
    with ExitStack() as stack:
        pids = [pid_of(stack.enter_context(database.transaction(None, write=False))) for _ in range(3)]
    for pid in pids:
        kill(database, pid)
    for _ in range(4):
        with database.transaction(PRACTICE, write=True) as connection:
            connection.execute(text(COUNT))
            assert pid_of(connection) not in pids
    assert counted(database) == 4


@POSTGRESQL
@pytest.mark.parametrize("at_commit", [True, False])
def test_a_connection_that_dies_in_mid_transaction_is_unavailable(
    opened, engine_name, at_commit: bool
) -> None:
    database = opened()

    def lose() -> None:
        with database.transaction(PRACTICE, write=True) as connection:
            connection.execute(text(COUNT))
            kill(database, pid_of(connection))
            if not at_commit:
                connection.execute(text(COUNT))

    with pytest.raises(DatabaseUnavailable):
        lose()
    assert counted(database) == 0


@POSTGRESQL
def test_a_connection_that_cannot_begin_twice_is_unavailable(opened, engine_name, monkeypatch) -> None:
    database, tried = opened(), []

    def refuse(connection: Any) -> None:
        tried.append(connection)
        raise OperationalError(None, None, psycopg.OperationalError("no"))

    event.listen(database.engine, "begin", refuse)
    with pytest.raises(DatabaseUnavailable), database.transaction(PRACTICE, write=True):
        pass
    assert len(tried) == 2
    event.remove(database.engine, "begin", refuse)
    assert counted(database) == 0


@POSTGRESQL
def test_a_lost_race_is_told_from_a_lost_connection(opened, engine_name) -> None:
    database = opened()
    for state, kind in (
        ("40001", OperationalError),
        ("40P01", OperationalError),
        ("57014", DatabaseUnavailable),
    ):
        with pytest.raises(kind) as caught, database.transaction(PRACTICE, write=True) as connection:
            connection.execute(text(f"DO $$ BEGIN RAISE SQLSTATE '{state}'; END $$"))
        assert is_retryable(caught.value) is (kind is OperationalError)


@POSTGRESQL
def test_no_statement_and_no_lock_is_waited_for_for_ever(opened, engine_name) -> None:
    with opened().transaction(None, write=False) as connection:
        for setting, value in (
            ("statement_timeout", "15s"),
            ("lock_timeout", "5s"),
            ("idle_in_transaction_session_timeout", "30s"),
            ("application_name", "couplesone"),
        ):
            assert connection.scalar(text(f"SHOW {setting}")) == value


@POSTGRESQL
def test_a_server_that_vanished_is_given_up(opened, engine_name) -> None:
    with opened().transaction(None, write=False) as connection:
        given = connection.connection.driver_connection.info.get_parameters()
    idle, every, times = (int(given[f"keepalives_{name}"]) for name in ("idle", "interval", "count"))
    assert idle + every * times < 30
    assert int(given["tcp_user_timeout"]) < 30_000


@pytest.mark.parametrize("error", [ValueError(), ZeroDivisionError(), DatabaseUnavailable()])
def test_what_is_no_race_is_not_run_again(error: Exception) -> None:
    assert not is_retryable(error)


def test_the_drivers_errors_are_told_apart(opened) -> None:
    database = opened()
    with database.transaction(PRACTICE, write=False) as connection:
        driver = connection.dialect.loaded_dbapi
        for raised, expected in (
            (driver.IntegrityError("x"), IntegrityError),
            (driver.OperationalError("x"), OperationalError),
            (driver.ProgrammingError("x"), DBAPIError),
        ):
            found = translated(raised, connection)
            assert type(found) is expected
            assert found.orig is raised
    assert not isinstance(found, ProgrammingError)
