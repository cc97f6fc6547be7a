"""`couplesone init`: from nothing to a practice that can sign in, and never over something that is there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from couplesone.cli import init
from couplesone.kernel.errors import RecordNotFound
from couplesone.kernel.settings import load_settings
from couplesone.persistence.keyring import KeyFile
from support import postgres

GIVEN = {
    "--practice": "Practice on the Square",
    "--time-zone": "Europe/Vienna",
    "--owner-email": "Owner@practice.example",
    "--owner-name": "Olga Owner",
}


def arguments(**changed: str) -> list[str]:
    """Return the options of a good call, some of them changed."""
    options = GIVEN | {f"--{name.replace('_', '-')}": value for name, value in changed.items()}
    return ["init", *(part for option in options.items() for part in option)]


def test_a_practice_from_nothing(terminal) -> None:
    made = terminal.json(*arguments())
    assert made["owner_email"] == "owner@practice.example"
    assert made["reset_code"].startswith("c1r_")
    for path in (".couplesone.env", "couplesone.key", "couplesone.sqlite3"):
        assert Path(path).stat().st_mode & 0o777 == 0o600
    KeyFile.read(Path("couplesone.key"))
    staff = terminal.json("staff", "list")["items"]
    assert [(one["display_name"], one["roles"], one["clinical_lead"]) for one in staff] == [
        ("Olga Owner", ["owner", "therapist"], True)
    ]
    doctor = {check["id"]: check["severity"] for check in terminal.json("doctor")["checks"]}
    assert doctor["key_file_opens"] == doctor["env_file_permissions"] == doctor["schema"] == "ok"


def test_the_text_says_what_to_do_next(terminal) -> None:
    printed = terminal.ok(*arguments(), "deep/er")
    assert "One-time code for owner@practice.example: c1r_" in printed
    assert "- Copy deep/er/couplesone.key to a safe place" in printed
    assert f"Run `couplesone serve` in {terminal.directory / 'deep' / 'er'}" in printed
    assert sorted(path.name for path in Path("deep/er").iterdir()) == [
        ".couplesone.env",
        "couplesone.key",
        "couplesone.sqlite3",
    ]


@pytest.mark.parametrize("existing", ["couplesone.key", ".couplesone.env", "couplesone.sqlite3"])
def test_nothing_is_overwritten(terminal, existing: str) -> None:
    Path(existing).write_text("precious")
    if existing == ".couplesone.env":
        Path(existing).write_text("COUPLESONE_MODE=development")
    kept = Path(existing).read_bytes()
    assert f"{existing} exists already" in terminal.fails(1, *arguments())
    assert [path.name for path in terminal.directory.iterdir()] == [existing]
    assert Path(existing).read_bytes() == kept


@pytest.mark.parametrize(
    ("changed", "part"),
    [
        ({"time_zone": "Middle/Earth"}, "no time zone"),
        ({"owner_email": "nobody"}, "no e-mail address"),
        ({"practice": " "}, "one line"),
        ({"owner_name": "x" * 201}, "one line"),
    ],
)
def test_what_the_api_would_refuse_is_a_usage_error(terminal, changed: dict[str, str], part: str) -> None:
    assert part in terminal.fails(2, *arguments(**changed))
    assert list(terminal.directory.iterdir()) == []


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("postgresql://nobody:s3cret@127.0.0.1:1/none", 3),
        ("sqlite:///nowhere/deep.sqlite3", 3),
        ("sqlite://", 5),
        ("s3cret", 5),
    ],
)
def test_a_database_that_cannot_be_had_leaves_nothing_behind(terminal, url: str, code: int) -> None:
    assert "s3cret" not in terminal.fails(code, *arguments(database_url=url), "new")
    assert not any(path.is_file() for path in terminal.directory.rglob("*"))


def test_a_directory_that_cannot_be_made(terminal) -> None:
    Path("file").touch()
    assert "file/new cannot be made" in terminal.fails(1, *arguments(), "file/new")


def test_what_fails_before_the_practice_is_there_leaves_nothing_behind(terminal, monkeypatch: Any) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise RecordNotFound

    monkeypatch.setattr(init, "create_practice", fail)
    terminal.fails(1, *arguments())
    assert list(terminal.directory.iterdir()) == []


def test_what_fails_afterwards_keeps_the_key_that_the_practice_is_sealed_with(
    terminal, monkeypatch: Any
) -> None:
    def fail(*_: Any) -> None:
        raise RecordNotFound

    monkeypatch.setattr(init, "_add_owner", fail)
    assert "`couplesone staff add --role owner`" in terminal.fails(1, *arguments())
    terminal.ok("staff", "add", "--email", "a@b.example", "--name", "A", "--role", "owner")


@pytest.fixture
def empty_postgresql(worker_id: str, postgresql_template: str) -> Iterator[str]:
    """The URL of an empty PostgreSQL database, as its owner."""
    server, name = os.environ[postgres.URL_VARIABLE], f"couplesone_init_{worker_id}"
    postgres.drop_database(server, name)
    yield postgres.create_database(server, name)
    postgres.drop_database(server, name)


def test_postgresql_with_an_owner_of_its_own(terminal, empty_postgresql: str, monkeypatch: Any) -> None:
    app_url = postgres.database_url(empty_postgresql, user="couplesone_app", password="app")
    terminal.set("OWNER_DATABASE_URL", empty_postgresql)
    result = terminal.run(*arguments(database_url=app_url))
    assert result.exit_code == 0, result.output
    assert "couplesone_app may use the tables" in result.stderr
    assert "postgres:" not in Path(".couplesone.env").read_text()
    monkeypatch.delenv("COUPLESONE_OWNER_DATABASE_URL")
    assert len(terminal.json("staff", "list")["items"]) == 1
    assert "holds a practice already" in terminal.fails(1, *arguments(database_url=app_url), "second")
    assert list(Path("second").iterdir()) == []


def test_the_database_may_be_named_by_the_environment(terminal) -> None:
    terminal.set("DATABASE_URL", "sqlite:///elsewhere.sqlite3")
    terminal.ok(*arguments())
    assert Path("elsewhere.sqlite3").exists()


@pytest.mark.parametrize("password", ["p'a\\s$w#r d", "plain"])
def test_the_env_file_reads_back_as_it_was_given(terminal, password: str) -> None:
    url = f"postgresql://me:{password}@127.0.0.1/none"
    init._write_env_file(Path(".couplesone.env"), url, [])
    assert load_settings().database_url == url
