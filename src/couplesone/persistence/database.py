"""The engine: how a connection is made, how a transaction begins, and who may write when.

SQLite: the ``pysqlite3`` wheel (its own, current SQLite); write-ahead log with ``synchronous=FULL``, because
NORMAL loses acknowledged commits when the power fails; ``BEGIN IMMEDIATE`` for whoever may write, and one writer
at a time within a process, because a transaction that reads first and writes later is refused at once.
PostgreSQL: psycopg 3; the practice is set for row-level security as each transaction begins.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any
from uuid import UUID

import psycopg
from pydantic_core import from_json
from sqlalchemy import Engine, create_engine, event, text
from sqlalchemy.engine import URL, Connection, RootTransaction, make_url
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from couplesone.kernel.errors import Unavailable
from couplesone.kernel.settings import Settings
from couplesone.persistence.faults import translated

SQLITE_SAFE = (3, 51, 3)
"""The first SQLite without the bug that can corrupt a write-ahead log (3.7.0 to 3.51.2)."""


class DatabaseUnavailable(Unavailable):
    """The database does not answer, or too many are waiting for it."""

    code = "database_unavailable"
    title = "The database does not answer"
    detail = (
        "Nothing was changed. Repeat the request in a moment, with the same Idempotency-Key if it had one."
    )

    def __init__(self) -> None:
        super().__init__(headers={"Retry-After": "2"})


def sqlite_module() -> ModuleType:
    """Return the SQLite driver with the newest library: the ``pysqlite3`` wheel where there is one."""
    try:
        from pysqlite3 import dbapi2  # noqa: PLC0415 - the wheel does not exist for every platform
    except ImportError:
        return sqlite3
    module: ModuleType = dbapi2
    return module


def normal_url(url: str) -> URL:
    """Return the URL with the driver that we use: ``postgresql://`` means psycopg 3."""
    parsed = make_url(url)
    if parsed.drivername in ("postgresql", "postgres"):
        return parsed.set(drivername="postgresql+psycopg")
    return parsed


class Database:
    """One engine, and the transactions on it."""

    def __init__(self, settings: Settings, url: str | None = None) -> None:
        self.url = normal_url(url or settings.database_url)
        self.wait = settings.database_wait_seconds
        self._writer = threading.Lock()
        self.engine = self._create(settings)
        self.is_sqlite = self.engine.dialect.name == "sqlite"

    def _create(self, settings: Settings) -> Engine:
        pool: dict[str, Any] = {
            "pool_size": settings.threads + 4,
            "max_overflow": 0,
            "pool_timeout": settings.database_wait_seconds,
            "hide_parameters": True,
            "json_deserializer": from_json,
        }
        if self.url.get_backend_name() == "sqlite":
            arguments: dict[str, Any] = {
                "check_same_thread": False,
                "isolation_level": None,
                "timeout": settings.sqlite_busy_seconds,
            }
            engine = create_engine(self.url, module=sqlite_module(), connect_args=arguments, **pool)
            event.listen(engine, "connect", _configure_sqlite)
            event.listen(engine, "begin", _begin_sqlite)
            return engine
        options = (
            "-c statement_timeout=15s -c lock_timeout=5s -c idle_in_transaction_session_timeout=30s "
            "-c timezone=UTC"  # instants in JSON that is built there, and in what the driver reads, are in UTC
        )
        arguments = {
            "options": options,
            "connect_timeout": max(2, round(settings.database_wait_seconds)),
            "application_name": "couplesone",
            "keepalives_idle": 10,  # a server that vanished from the network is given up within half a minute
            "keepalives_interval": 5,
            "keepalives_count": 3,
            "tcp_user_timeout": 15_000,
        }
        engine = create_engine(self.url, connect_args=arguments, **pool)
        event.listen(engine, "begin", _begin_postgresql)
        return engine

    @contextmanager
    def transaction(self, practice_id: UUID | None, *, write: bool) -> Iterator[Connection]:
        """Open a transaction for one practice (or for none: system scope); commit at the end, else roll back.

        Raises DatabaseUnavailable when there is no connection, or the turn to write does not come, in time.
        """
        serial = write and self.is_sqlite
        if serial and not self._writer.acquire(timeout=self.wait):
            raise DatabaseUnavailable
        try:
            connection, transaction = self._open(practice_id, write)
            try:
                with transaction:
                    yield connection
            except OperationalError as error:
                raise _unavailable(error) from error
            finally:
                connection.close()
        finally:
            if serial:
                self._writer.release()

    def _open(self, practice_id: UUID | None, write: bool) -> tuple[Connection, RootTransaction]:
        """Take a connection and begin; one that died in the pool is replaced, once."""
        for last in (self.is_sqlite, True):
            try:
                connection = self.engine.connect()
            except (OperationalError, PoolTimeout) as error:
                raise DatabaseUnavailable from error
            connection = connection.execution_options(c1_practice=practice_id, c1_write=write)
            try:
                return connection, connection.begin()
            except OperationalError as error:
                connection.close()
                if last:
                    raise _unavailable(error) from error
                self.engine.dispose()
        raise AssertionError("unreachable")

    def ready(self) -> None:
        """Raise DatabaseUnavailable unless the database answers."""
        with self.transaction(None, write=False) as connection:
            connection.execute(text("SELECT 1"))

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()


def _unavailable(error: DBAPIError) -> Exception:
    state = getattr(error.orig, "sqlstate", None)
    return error if state in ("40001", "40P01") else DatabaseUnavailable()


def is_retryable(error: BaseException) -> bool:
    """Say whether the transaction lost a race that it may win when it is run again."""
    original = getattr(error, "orig", None)
    return getattr(original, "sqlstate", None) in ("40001", "40P01")


def _configure_sqlite(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    safe = sqlite_module().sqlite_version_info >= SQLITE_SAFE
    cursor.execute(f"PRAGMA journal_mode = {'WAL' if safe else 'DELETE'}")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA trusted_schema = OFF")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    write = connection.get_execution_options().get("c1_write", True)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


def _begin_postgresql(connection: Connection) -> None:
    """Begin and set the practice in one trip; the id is a UUID, so it cannot be anything else in the text."""
    practice_id: UUID | None = connection.get_execution_options().get("c1_practice")
    driver: psycopg.Connection[Any] = connection.connection.driver_connection  # type: ignore[assignment]
    setting = f"BEGIN; SELECT set_config('app.practice_id', '{practice_id or ''}', true)"
    result = driver.pgconn.exec_(setting.encode())
    if result.status != psycopg.pq.ExecStatus.TUPLES_OK:
        raise translated(psycopg.OperationalError("the transaction did not begin"), connection)
