"""Subjects to examine."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.engine import make_url

from couplesone.cli.checks import Subject
from couplesone.cli.installation import open_database
from couplesone.kernel.settings import Settings
from couplesone.persistence.database import Database
from couplesone.persistence.keyring import KeyFile
from support import postgres


@pytest.fixture
def private_key(tmp_path: Path) -> Path:
    path = tmp_path / "private.key"
    KeyFile.create(path)
    return path


class Examined:
    """Makes subjects on the fresh database, and closes them."""

    def __init__(self, url: str, key_file: Path) -> None:
        self.url, self.key_file = url, key_file
        self.databases: list[Database] = []

    def __call__(self, url: str | None = None, **settings: Any) -> Subject:
        made = Settings(**{"database_url": url or self.url, "key_file": self.key_file, **settings})
        self.databases.append(open_database(made))
        return Subject(made, self.databases[-1])


@pytest.fixture
def subject(fresh_url: str, private_key: Path) -> Iterator[Examined]:
    examined = Examined(fresh_url, private_key)
    yield examined
    for database in examined.databases:
        database.close()


@pytest.fixture
def bare(tmp_path: Path, private_key: Path) -> Iterator[Examined]:
    """Subjects whose database does not matter."""
    examined = Examined(f"sqlite:///{tmp_path / 'none.sqlite3'}", private_key)
    yield examined
    for database in examined.databases:
        database.close()


@pytest.fixture
def owner(fresh_url: str, engine_name: str) -> Iterator[Database]:
    """The fresh database, as its owner."""

    url = fresh_url
    if engine_name == "postgresql":
        url = postgres.database_url(os.environ[postgres.URL_VARIABLE], database=make_url(fresh_url).database)
    database = Database(Settings(database_url=url))
    yield database
    database.close()
