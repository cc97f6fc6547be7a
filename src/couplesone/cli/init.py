"""`couplesone init`: from an empty directory to a practice that can sign in."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Annotated, Any
from uuid import UUID

import typer
from sqlalchemy.exc import ArgumentError

from couplesone.cli import parameters
from couplesone.cli.checks.files import ENV_FILE
from couplesone.cli.db import grant_to_server
from couplesone.cli.installation import (
    make_sqlite_file,
    open_database,
    place_of,
    reach,
    read_settings,
    sqlite_file,
)
from couplesone.cli.output import AsJson, ExitCode, Failure, answer, say
from couplesone.cli.practices import acting, every_practice
from couplesone.cli.staff import HAND_OVER, issue_code
from couplesone.identity.service import StaffService
from couplesone.kernel.permissions import Role
from couplesone.kernel.settings import Settings
from couplesone.persistence import schema
from couplesone.persistence.database import normal_url
from couplesone.persistence.keyring import KeyFile
from couplesone.persistence.work import Works
from couplesone.practices.service import create_practice
from couplesone.wiring import make_works

KEY_FILE = Path("couplesone.key")
DEFAULT_URL = "sqlite:///couplesone.sqlite3"


PracticeName = Annotated[
    str, typer.Option(metavar="NAME", parser=parameters.line, help="The practice's name.")
]
TimeZone = Annotated[
    str,
    typer.Option(
        metavar="ZONE", parser=parameters.time_zone, help="In which its days begin, like Europe/Vienna."
    ),
]
OwnerEmail = Annotated[
    str, typer.Option(metavar="EMAIL", parser=parameters.email, help="With which its owner signs in.")
]
OwnerName = Annotated[str, typer.Option(metavar="NAME", parser=parameters.line, help="The owner's name.")]
Directory = Annotated[Path, typer.Argument(help="Where key file and settings go.")]
DatabaseUrl = Annotated[
    str,
    typer.Option(
        envvar="COUPLESONE_DATABASE_URL",
        show_envvar=True,
        help="Where the data goes; an SQLite file counts from DIRECTORY.",
    ),
]


def init(
    practice: PracticeName,
    time_zone: TimeZone,
    owner_email: OwnerEmail,
    owner_name: OwnerName,
    directory: Directory = Path(),
    database_url: DatabaseUrl = DEFAULT_URL,
    as_json: AsJson = False,
) -> None:
    """Make key file, settings, database, a practice and its owner.

    Overwrites nothing: with a key file, settings or a practice in place it refuses. Where the tables of a
    PostgreSQL belong to another role than the server's, name that one in COUPLESONE_OWNER_DATABASE_URL.
    """
    settings = _settings(directory, database_url)
    _refuse_to_overwrite(settings, directory)
    with _undone_on_failure() as made:
        _make_tables(settings, made)
        _write_env_file(directory / ENV_FILE, database_url, made)
        works = make_works(settings)
        try:
            _refuse_a_second_practice(works)
            practice_id = create_practice(works, name=practice, time_zone=time_zone)
            made.clear()  # from here on the key file is needed: a practice is sealed with it
            with _told_what_is_there(practice):
                code = _add_owner(works, practice_id, owner_email, owner_name)
        finally:
            works.database.close()
    facts = {
        "directory": str(directory),
        "key_file": str(settings.key_file),
        "env_file": str(directory / ENV_FILE),
        "database": place_of(works.database.url),
        "practice_id": practice_id,
        "owner_email": owner_email,
        "reset_code": code,
    }
    answer(facts, f"{practice} is ready, id {practice_id}.", *_next_steps(facts), as_json=as_json)


def _next_steps(facts: Mapping[str, Any]) -> tuple[str, ...]:
    directory = Path(facts["directory"]).resolve()
    return (
        f"One-time code for {facts['owner_email']}: {facts['reset_code']}",
        HAND_OVER,
        "",
        "What to do next:",
        f"- Copy {facts['key_file']} to a safe place apart from the backups: without it the data cannot be read.",
        f"- Run `couplesone serve` in {directory}; `couplesone doctor` says what production mode needs.",
    )


def _settings(directory: Path, database_url: str) -> Settings:
    """Return the settings that the new installation will have, with paths that hold from here."""
    with suppress(ArgumentError):  # opening the database says what is wrong with it
        url = normal_url(database_url)
        if path := sqlite_file(url):
            database_url = url.set(database=str(directory / path)).render_as_string(hide_password=False)
    return read_settings(database_url=database_url, key_file=directory / KEY_FILE)


def _refuse_to_overwrite(settings: Settings, directory: Path) -> None:
    path = sqlite_file(open_database(settings).url)
    for existing in (settings.key_file, directory / ENV_FILE, path):
        if existing is not None and existing.exists():
            raise Failure(
                ExitCode.REFUSED,
                f"{existing} exists already and nothing is overwritten; choose another directory.",
            )


def _make_tables(settings: Settings, made: list[Path]) -> None:
    """Make the directory, the key file and the tables."""
    owner = open_database(settings, settings.owner_database_url)
    try:
        _make_directory(settings.key_file.parent)
        if (path := make_sqlite_file(owner.url)) is not None:
            made.append(path)
        reach(owner)
        KeyFile.create(settings.key_file)
        made.append(settings.key_file)
        schema.upgrade(owner.engine)
        if (role := grant_to_server(settings, owner)) is not None:
            say(f"The role {role} may use the tables.")
    finally:
        owner.close()


def _make_directory(directory: Path) -> None:
    try:
        directory.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Failure(ExitCode.REFUSED, f"{directory} cannot be made: {error.strerror}.") from None


def _refuse_a_second_practice(works: Works) -> None:
    if every_practice(works):
        place = place_of(works.database.url)
        raise Failure(
            ExitCode.REFUSED,
            f"{place} holds a practice already and nothing is overwritten; choose another database.",
        )


def _write_env_file(path: Path, database_url: str, made: list[Path]) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    made.append(path)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        quoted = database_url.replace("\\", "\\\\").replace("'", "\\'")
        file.write(f"COUPLESONE_DATABASE_URL='{quoted}'\nCOUPLESONE_KEY_FILE={KEY_FILE}\n")


def _add_owner(works: Works, practice_id: UUID, address: str, name: str) -> str:
    with acting(works, practice_id) as work:
        staff = StaffService(work).add(
            email=address,
            display_name=name,
            roles=(Role.OWNER, Role.THERAPIST),
            clinical_lead=True,
        )
        work.audit("add_staff_member", staff.id)
        return issue_code(work, staff.id)


@contextmanager
def _told_what_is_there(practice: str) -> Iterator[None]:
    try:
        yield
    except Exception:
        say(
            f"{practice} is there, but nobody can sign in yet: run `couplesone staff add --role owner` there."
        )
        raise


@contextmanager
def _undone_on_failure() -> Iterator[list[Path]]:
    """Remove the files that were made when what follows fails."""
    made: list[Path] = []
    try:
        yield made
    except BaseException:
        for path in made:
            path.unlink(missing_ok=True)
        raise
