"""Fixtures: both engines, the real application, and the rules of the test run (loopback only, no warnings)."""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from anyio.from_thread import BlockingPortal, start_blocking_portal

from couplesone.app import create_app
from couplesone.identity.passwords import PasswordHasher
from couplesone.kernel.clock import SettableClock
from couplesone.kernel.settings import Settings
from couplesone.persistence import schema
from couplesone.persistence.database import Database
from couplesone.persistence.keyring import KeyFile
from couplesone.persistence.work import Works
from couplesone.wiring import make_works
from support import browser, postgres
from support.databases import UndoneDatabase
from support.http import InProcess
from support.world import START, World

ENGINES = ("sqlite", "postgresql")
APP_ROLE = "couplesone_app"


def pytest_configure(config: pytest.Config) -> None:
    """Start one PostgreSQL for the whole run; workers of a parallel run find it by the variable."""
    hypothesis.settings.register_profile("couplesone", deadline=None)  # a loaded machine is no finding
    hypothesis.settings.load_profile("couplesone")
    server = postgres.start()
    os.environ[postgres.URL_VARIABLE] = server.url
    config.add_cleanup(server.stop)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what was left out."""
    if browser.missing():
        terminalreporter.write_line(f"tests/pages/chromium {browser.NOT_RUN}", yellow=True)


@pytest.fixture(scope="session", autouse=True)
def _loopback_only() -> Iterator[None]:
    """Refuse sockets to anywhere but this machine."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if isinstance(address, tuple) and not str(address[0]).startswith(("127.", "::1", "localhost")):
            raise AssertionError("a test tried to reach another machine")
        connect(self, address)

    socket.socket.connect = guarded  # type: ignore[method-assign,assignment]
    yield
    socket.socket.connect = connect  # type: ignore[method-assign]


@pytest.fixture(scope="session")
def portal() -> Iterator[BlockingPortal]:
    """An event loop that the application under test runs in."""
    with start_blocking_portal() as running:
        yield running


@pytest.fixture(scope="session")
def key_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A key file."""
    path = tmp_path_factory.mktemp("keys") / "couplesone.key"
    KeyFile.create(path)
    return path


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty SQLite file."""
    path = tmp_path_factory.mktemp("sqlite") / "template.sqlite3"
    database = Database(Settings(database_url=f"sqlite:///{path}"))
    schema.upgrade(database.engine)
    database.close()
    return path


@pytest.fixture(scope="session")
def postgresql_template(worker_id: str) -> Iterator[str]:
    """The name of a migrated, empty PostgreSQL database."""
    server, name = os.environ[postgres.URL_VARIABLE], f"couplesone_template_{worker_id}"
    postgres.create_role(server, APP_ROLE, "app")
    url = postgres.create_database(server, name)
    database = Database(Settings(database_url=url))
    schema.upgrade(database.engine)
    schema.grant(database.engine, APP_ROLE)
    database.close()
    yield name
    postgres.drop_database(server, name)


def app_url(name: str) -> str:
    """Return the URL of a PostgreSQL database for the server's own login role."""
    return postgres.database_url(
        os.environ[postgres.URL_VARIABLE], database=name, user=APP_ROLE, password="app"
    )


@pytest.fixture(scope="session")
def worker_id(request: pytest.FixtureRequest) -> str:
    """The name of this worker of a parallel run."""
    return getattr(request.config, "workerinput", {}).get("workerid", "main")


@pytest.fixture(params=ENGINES)
def engine_name(request: pytest.FixtureRequest) -> str:
    """Each engine in turn."""
    return str(request.param)


@pytest.fixture
def fresh_url(
    engine_name: str, request: pytest.FixtureRequest, tmp_path: Path, worker_id: str
) -> Iterator[str]:
    """A database of its own, migrated and empty, for tests that need real commits."""
    if engine_name == "sqlite":
        path = tmp_path / "fresh.sqlite3"
        shutil.copy(request.getfixturevalue("sqlite_template"), path)
        yield f"sqlite:///{path}"
        return
    server, name = os.environ[postgres.URL_VARIABLE], f"couplesone_fresh_{worker_id}"
    template = request.getfixturevalue("postgresql_template")
    postgres.drop_database(server, name)
    postgres.create_database(server, name, template=template)
    yield app_url(name)
    postgres.drop_database(server, name)


@pytest.fixture(scope="session")
def undone_databases(key_file: Path) -> Iterator[dict[str, UndoneDatabase]]:
    """The savepoint databases of this worker, by engine."""
    made: dict[str, UndoneDatabase] = {}
    yield made
    for database in made.values():
        database.close()


@pytest.fixture
def database(
    engine_name: str,
    undone_databases: dict[str, UndoneDatabase],
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    worker_id: str,
) -> Iterator[UndoneDatabase]:
    """A database that forgets everything after the test."""
    if engine_name not in undone_databases:
        if engine_name == "sqlite":
            path = tmp_path_factory.mktemp("undone") / "undone.sqlite3"
            shutil.copy(request.getfixturevalue("sqlite_template"), path)
            url = f"sqlite:///{path}"
        else:
            server, name = os.environ[postgres.URL_VARIABLE], f"couplesone_undone_{worker_id}"
            postgres.drop_database(server, name)
            postgres.create_database(server, name, template=request.getfixturevalue("postgresql_template"))
            url = app_url(name)
        undone_databases[engine_name] = UndoneDatabase(Settings(database_url=url))
    else:
        undone_databases[engine_name].reconnect()
    yield undone_databases[engine_name]
    undone_databases[engine_name].undo()


@pytest.fixture
def clock() -> SettableClock:
    """A clock that stands still on a Monday morning."""
    return SettableClock(START)


@pytest.fixture
def settings(database: Database, key_file: Path) -> Settings:
    """The settings of the application under test."""
    return Settings(
        database_url=database.url.render_as_string(hide_password=False),
        key_file=key_file,
        rate_limit_per_minute=1_000_000,
    )


@pytest.fixture
def works(settings: Settings, clock: SettableClock, database: Database) -> Works:
    """The Works of the application under test."""
    hasher = PasswordHasher(passes=1, memory_kib=8, lanes=1)  # a cheap one, where the cost is not the point
    return make_works(settings, clock=clock, database=database, hasher=hasher)


@pytest.fixture
def world(settings: Settings, works: Works, clock: SettableClock, portal: BlockingPortal) -> World:
    """The real application with two practices and staff in every role."""
    transport = InProcess(create_app(settings, works=works), portal)
    return World(works, clock, transport)


@pytest.fixture
def real(fresh_url: str, key_file: Path, clock: SettableClock, portal: BlockingPortal) -> Iterator[World]:
    """The application on a database of its own, with connections and commits like anywhere."""
    settings = Settings(database_url=fresh_url, key_file=key_file, database_wait_seconds=10)
    works = make_works(settings, clock=clock)
    yield World(works, clock, InProcess(create_app(settings, works=works), portal))
    works.database.close()
