"""A directory to run commands in, and installations on both engines."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.engine import make_url
from typer.testing import CliRunner, Result

from couplesone.cli import app
from couplesone.kernel.settings import Settings
from support import postgres


@dataclass
class Terminal:
    """Runs commands in a directory of its own, with nothing but what a test set in the environment."""

    directory: Path
    set: Callable[[str, str], None]

    def run(self, *arguments: str, typed: str = "") -> Result:
        """Run a command; a fault that nobody expected is raised here."""
        result = CliRunner().invoke(app, list(arguments), input=typed, prog_name="couplesone")
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    def ok(self, *arguments: str, typed: str = "") -> str:
        """Run a command that must succeed; return what it printed."""
        result = self.run(*arguments, typed=typed)
        assert result.exit_code == 0, result.output
        return result.stdout

    def json(self, *arguments: str) -> Any:
        """Run a command that must succeed, and read the one JSON object that it printed."""
        printed = self.ok(*arguments, "--json")
        assert printed.count("\n") == 1
        return json.loads(printed)

    def fails(self, code: int, *arguments: str, typed: str = "") -> str:
        """Run a command that must end with a code and print no answer; return the sentence."""
        result = self.run(*arguments, typed=typed)
        assert result.exit_code == code, result.output
        assert result.stdout == ""
        assert "Traceback" not in result.stderr
        return result.stderr


@pytest.fixture
def terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal in an empty directory."""
    for name in os.environ:
        if name.startswith("COUPLESONE_") and name != postgres.URL_VARIABLE:
            monkeypatch.delenv(name)
    directory = tmp_path / "directory"
    directory.mkdir()
    monkeypatch.chdir(directory)
    return Terminal(directory, lambda name, value: monkeypatch.setenv(f"COUPLESONE_{name}", value))


@pytest.fixture
def installed(terminal: Terminal, fresh_url: str, key_file: Path) -> Terminal:
    """A terminal in the directory of an installation without practices, on each engine."""
    own_key = terminal.directory / "own.key"
    shutil.copy(key_file, own_key)
    own_key.chmod(0o600)
    if fresh_url.startswith("sqlite"):
        Path(make_url(fresh_url).database or "").chmod(0o600)
    terminal.set("DATABASE_URL", fresh_url)
    terminal.set("KEY_FILE", str(own_key))
    return terminal


@pytest.fixture
def sqlite_installed(terminal: Terminal, sqlite_template: Path, key_file: Path) -> Terminal:
    """A terminal in the directory of an SQLite installation without practices."""
    for source, name in ((sqlite_template, "couplesone.sqlite3"), (key_file, "couplesone.key")):
        shutil.copy(source, terminal.directory / name)
        (terminal.directory / name).chmod(0o600)
    return terminal


def owner_url(url: str) -> str:
    """Return the URL of the tables' owner, a superuser, for a PostgreSQL database of the test run."""
    return postgres.database_url(os.environ[postgres.URL_VARIABLE], database=make_url(url).database)


def settings_for(url: str, **more: Any) -> Settings:
    """Return settings for a database."""
    return Settings(database_url=url, **more)
