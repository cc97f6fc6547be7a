"""Opening an installation from the command line: settings, database, revision, key file, in that order."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_settings import SettingsError
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from couplesone.cli import faults
from couplesone.cli.output import ExitCode, Failure
from couplesone.kernel.settings import Settings, load_settings
from couplesone.persistence import schema
from couplesone.persistence.database import Database, DatabaseUnavailable, normal_url, sqlite_module
from couplesone.persistence.work import Works
from couplesone.wiring import make_works

_NO_FILE = (None, "", ":memory:")


def read_settings(**overrides: Any) -> Settings:
    """Return the settings; those overridden by an option that was not given are left as they are."""
    given = {name: value for name, value in overrides.items() if value is not None}
    try:
        return load_settings(**given)
    except ValidationError as error:
        sentence = faults.invalid(error)
    except SettingsError as error:
        sentence = str(error)
    raise Failure(ExitCode.CONFIGURATION, f"The settings (COUPLESONE_…) cannot be read: {sentence}.")


def open_database(settings: Settings, url: str | None = None) -> Database:
    """Return the database that the settings, or ``url``, name; connects to nothing yet."""
    try:
        parsed = normal_url(url or settings.database_url)
        if parsed.get_backend_name() in ("sqlite", "postgresql") and parsed.database not in _NO_FILE:
            return Database(settings, url)
    except (ArgumentError, NoSuchModuleError, ImportError, ValueError):
        pass
    raise Failure(
        ExitCode.CONFIGURATION,
        "COUPLESONE_DATABASE_URL is not the URL of a database that couplesone works with: "
        "write sqlite:///file or postgresql://user:password@host/name.",
    )


def place_of(url: URL) -> str:
    """Return where a database is, without its password."""
    return url.render_as_string(hide_password=True)


def sqlite_file(url: URL) -> Path | None:
    """Return the file of an SQLite database; None for what is none."""
    is_file = url.get_backend_name() == "sqlite" and url.database not in _NO_FILE
    return Path(str(url.database)) if is_file else None


def make_sqlite_file(url: URL) -> Path | None:
    """Make the empty file of an SQLite database, for its owner's eyes only; None if there was nothing to make."""
    path = sqlite_file(url)
    if path is None or path.exists():
        return None
    try:
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except OSError as error:
        raise Failure(
            ExitCode.DATABASE,
            f"The database file {path} cannot be made: {error.strerror}; make its directory first.",
        ) from None
    return path


def reach(database: Database) -> None:
    """Raise a failure that says why unless the database answers; never makes an SQLite file."""
    path = sqlite_file(database.url)
    if path is not None and not path.exists():
        raise Failure(
            ExitCode.DATABASE,
            f"There is no database file at {path}; `couplesone init` makes one, or set COUPLESONE_DATABASE_URL.",
        )
    try:
        database.ready()
    except (DatabaseUnavailable, DBAPIError, sqlite_module().Error) as error:
        raise faults.unreachable(error, place_of(database.url)) from None


def check_schema(database: Database) -> str:
    """Return the database's revision; a failure says what to do when it is not the program's newest."""
    head, current = schema.head_revision(database.engine), schema.current_revision(database.engine)
    if current == head:
        return head
    if current is None or schema.knows(database.engine, current):
        raise Failure(
            ExitCode.SCHEMA,
            f"The database is at revision {current or 'none'}, this program needs {head}: "
            "make a backup and run `couplesone db upgrade`.",
        )
    raise Failure(
        ExitCode.SCHEMA,
        f"The database is at revision {current}, which this program does not know: "
        "it was made by a newer version; install that one.",
    )


@contextmanager
def opened(settings: Settings) -> Iterator[Works]:
    """Open an installation that is ready for work: key file, database, revision; close it in the end."""
    database = open_database(settings)
    try:
        works = make_works(settings, database=database)
        reach(database)
        check_schema(database)
        yield works
    finally:
        database.close()
