"""`couplesone db`: the database's revision."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from couplesone.cli.installation import make_sqlite_file, open_database, place_of, reach, read_settings
from couplesone.cli.output import EPILOGUE, AsJson, ExitCode, Failure, answer, confirmed, say
from couplesone.kernel.settings import Settings
from couplesone.persistence import schema
from couplesone.persistence.database import Database
from couplesone.persistence.postgresql import role_of

app = typer.Typer(no_args_is_help=True, epilog=EPILOGUE, help="See and change the revision of the database.")
_MIGRATIONS = "alembic.runtime.migration"


@app.command(epilog=EPILOGUE)
def upgrade(
    revision: Annotated[str, typer.Argument(help="The revision to go to.")] = "head", as_json: AsJson = False
) -> None:
    """Bring the database to the newest revision, or to REVISION.

    On PostgreSQL this is done by the role in COUPLESONE_OWNER_DATABASE_URL, if it is set; the server's own role
    is then granted its rights on the tables.
    """
    settings = read_settings()
    with _owned(settings) as database:
        make_sqlite_file(database.url)
        reach(database)
        before = schema.current_revision(database.engine)
        with _progress():
            schema.upgrade(database.engine, revision)
        role = grant_to_server(settings, database)
        _report(database, before, granted_to=role, as_json=as_json)


@app.command(epilog=EPILOGUE)
def downgrade(
    revision: Annotated[str, typer.Argument(help="The revision to go back to; `base` removes every table.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    as_json: AsJson = False,
) -> None:
    """Take the database back to REVISION.

    What later revisions added is lost: make a backup first.
    """
    with _owned(read_settings()) as database:
        reach(database)
        before = schema.current_revision(database.engine)
        if not yes and not confirmed(
            f"Take {place_of(database.url)} from {before or 'nothing'} back to {revision}, "
            "and lose what was added since?"
        ):
            raise Failure(ExitCode.REFUSED, "Nothing was changed.")
        with _progress():
            schema.downgrade(database.engine, revision)
        _report(database, before, granted_to=None, as_json=as_json)


@app.command(epilog=EPILOGUE)
def current(as_json: AsJson = False) -> None:
    """Say at which revision the database is.

    Names the revision that the program needs, too.
    """
    with _owned(read_settings()) as database:
        reach(database)
        found, head = schema.current_revision(database.engine), schema.head_revision(database.engine)
        newest = "the newest" if found == head else f"not the newest, which is {head}"
        answer(
            {"current": found, "head": head, "is_head": found == head},
            f"The database is at revision {found or 'none'}: {newest}.",
            as_json=as_json,
        )


def grant_to_server(settings: Settings, owner: Database) -> str | None:
    """PostgreSQL: grant the server's role its rights where it is not the owner itself; return whom."""
    if owner.is_sqlite or settings.owner_database_url is None:
        return None
    server = open_database(settings)
    try:
        role = role_of(server)
    finally:
        server.close()
    if role == role_of(owner):
        return None
    schema.grant(owner.engine, role)
    return role


@contextmanager
def _owned(settings: Settings) -> Iterator[Database]:
    database = open_database(settings, settings.owner_database_url)
    try:
        yield database
    finally:
        database.close()


@contextmanager
def _progress() -> Iterator[None]:
    """Repeat on stderr what the migration tool says that it is doing."""

    class Lines(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if record.getMessage().startswith("Running"):
                say(record.getMessage())

    logger, lines = logging.getLogger(_MIGRATIONS), Lines()
    level = logger.level
    logger.addHandler(lines)
    logger.setLevel(logging.INFO)
    try:
        yield
    finally:
        logger.removeHandler(lines)
        logger.setLevel(level)


def _report(database: Database, before: str | None, *, granted_to: str | None, as_json: bool) -> None:
    after = schema.current_revision(database.engine)
    moved = f"The database went from revision {before or 'none'} to {after or 'none'}."
    answer(
        {"before": before, "after": after, "granted_to": granted_to},
        moved if before != after else f"The database was at revision {after or 'none'} already.",
        *([f"The role {granted_to} may use the tables."] if granted_to else []),
        as_json=as_json,
    )
