"""Whether the database answers, at the right revision; on both engines."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from couplesone.cli.checks import Severity, databases, examine
from couplesone.persistence.database import Database

OK, ERROR = Severity.OK, Severity.ERROR


def test_a_database_that_answers_and_is_current(subject: Any) -> None:
    assert databases.database(subject()).severity is OK
    assert databases.schema(subject()).severity is OK


@pytest.mark.parametrize("url", ["sqlite:///absent.sqlite3", "postgresql://nobody:s3cret@127.0.0.1:1/none"])
def test_a_database_that_does_not_answer(bare: Any, url: str, tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.chdir(tmp_path)
    finding = databases.database(bare(url))
    assert finding.severity is ERROR
    assert "s3cret" not in finding.what
    assert not Path("absent.sqlite3").exists()


def test_a_file_that_is_no_database(bare: Any, tmp_path: Path) -> None:
    (tmp_path / "none.sqlite3").write_text(
        "a letter, long enough to be taken for a database file, but none" * 100
    )
    finding = databases.database(bare())
    assert finding.severity is ERROR
    assert "not a database" in finding.what


@pytest.mark.parametrize(
    ("revision", "mend"), [("2026_11_22_01", "db upgrade"), ("2999_01_01_01", "newer version")]
)
def test_a_database_at_another_revision(subject: Any, owner: Database, revision: str, mend: str) -> None:
    with owner.transaction(None, write=True) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :to"), {"to": revision})
    finding = databases.schema(subject())
    assert finding.severity is ERROR
    assert mend in finding.what
    assert {check.id: finding for check, finding in examine(subject())}.get("key_file_opens") is None


def test_an_empty_database(bare: Any, tmp_path: Path) -> None:
    (tmp_path / "none.sqlite3").touch()
    assert "revision none" in databases.schema(bare()).what
