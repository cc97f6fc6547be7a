"""The installation under examination; each fact is looked up once, and only when a check asks for it."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

from couplesone.cli import installation
from couplesone.cli.output import Failure
from couplesone.kernel.settings import Settings
from couplesone.persistence import schema
from couplesone.persistence.database import Database
from couplesone.persistence.keyring import KeyFile, KeyFileProblem
from couplesone.persistence.postgresql import ServerFacts, server_facts
from couplesone.persistence.practice import Practice


class Subject:
    """An installation: its settings, its files, its database."""

    def __init__(self, settings: Settings, database: Database) -> None:
        self.settings = settings
        self.database = database

    @cached_property
    def sqlite_file(self) -> Path | None:
        """The file of an SQLite database."""
        return installation.sqlite_file(self.database.url)

    @cached_property
    def unreachable(self) -> str | None:
        """Why the database does not answer, or None when it does."""
        try:
            installation.reach(self.database)
        except Failure as failure:
            return failure.sentence
        return None

    @cached_property
    def outdated(self) -> str | None:
        """Why the database's revision is not the right one, or None when it is."""
        try:
            installation.check_schema(self.database)
        except Failure as failure:
            return failure.sentence
        return None

    @cached_property
    def head(self) -> str:
        """The revision that the program needs."""
        return schema.head_revision(self.database.engine)

    @cached_property
    def key_file(self) -> KeyFile | str:
        """The key file, or why it cannot be read."""
        try:
            return KeyFile.read(self.settings.key_file)
        except KeyFileProblem as problem:
            return str(problem)

    @cached_property
    def practices(self) -> list[tuple[UUID, str, bytes]]:
        """Every practice: id, time zone, wrapped key."""
        statement = select(Practice.practice_id, Practice.time_zone, Practice.wrapped_key)
        with self.database.transaction(None, write=False) as connection:
            return [(row[0], row[1], row[2]) for row in connection.execute(statement)]

    @cached_property
    def server(self) -> ServerFacts:
        """PostgreSQL: what the server says about itself and the role that we are there."""
        return server_facts(self.database)


def is_sqlite(subject: Subject) -> bool:
    """Say whether the data is in SQLite."""
    return subject.database.is_sqlite


def has_sqlite_file(subject: Subject) -> bool:
    """Say whether the data is in an SQLite file that exists."""
    return subject.sqlite_file is not None and subject.sqlite_file.exists()


def answers(subject: Subject) -> bool:
    """Say whether the database answers."""
    return subject.unreachable is None


def is_current(subject: Subject) -> bool:
    """Say whether the database answers and is at the newest revision."""
    return answers(subject) and subject.outdated is None


def has_keys(subject: Subject) -> bool:
    """Say whether there is a readable key file and a database to open with it."""
    return isinstance(subject.key_file, KeyFile) and is_current(subject)


def is_postgresql(subject: Subject) -> bool:
    """Say whether the data is in a PostgreSQL that answers."""
    return not subject.database.is_sqlite and answers(subject)


def is_current_postgresql(subject: Subject) -> bool:
    """Say whether the data is in a PostgreSQL at the newest revision."""
    return is_postgresql(subject) and is_current(subject)
