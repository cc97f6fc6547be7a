"""Files on the server."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from couplesone.cli.checks import Severity, Subject, files
from couplesone.kernel.settings import Mode
from couplesone.persistence.keyring import KeyFile
from couplesone.persistence.practice import Practice
from couplesone.wiring import make_works

OK, WARNING, ERROR = Severity.OK, Severity.WARNING, Severity.ERROR
PRODUCTION = {"mode": Mode.PRODUCTION}


def test_a_key_file_that_is_there(bare: Any) -> None:
    assert files.key_file(bare()).severity is OK


def test_a_key_file_that_is_missing_or_damaged(bare: Any, private_key: Path) -> None:
    private_key.write_text("{}")
    assert files.key_file(bare()).severity is ERROR
    private_key.unlink()
    assert "no key file" in files.key_file(bare()).what


@pytest.mark.parametrize(("settings", "severity"), [({}, WARNING), (PRODUCTION, ERROR)])
def test_files_that_others_can_read(
    bare: Any, private_key: Path, monkeypatch: pytest.MonkeyPatch, settings: Any, severity: Severity
) -> None:
    monkeypatch.chdir(private_key.parent)
    files.ENV_FILE.touch(0o600)
    Path("none.sqlite3").touch(0o600)
    examined = bare(**settings)
    checks = {
        files.key_file_permissions: private_key,
        files.env_file_permissions: files.ENV_FILE,
        files.sqlite_permissions: Path("none.sqlite3"),
    }
    for check, path in checks.items():
        assert check(examined).severity is OK
        path.chmod(0o640)
        assert check(examined).severity is severity
        assert str(path) in check(examined).mend


def test_the_key_file_opens_the_practices(subject: Any, private_key: Path, tmp_path: Path) -> None:
    examined = subject()
    assert "(0)" in files.key_file_opens(examined).what
    _practice(examined)
    assert "(1)" in files.key_file_opens(subject()).what
    other = tmp_path / "other.key"
    KeyFile.create(other)
    finding = files.key_file_opens(subject(key_file=other))
    assert finding.severity is ERROR
    assert "does not open" in finding.what


def _practice(examined: Subject, time_zone: str = "Europe/Vienna") -> None:
    """Put a practice into the database of a subject."""
    works = make_works(examined.settings, database=examined.database)
    practice_id = works.ids.new(works.clock.now())
    with works.open(practice_id) as work:
        work.add(
            Practice(
                practice_id=practice_id,
                name="Practice",
                time_zone=time_zone,
                wrapped_key=works.key_file.new_practice_key(practice_id),
                created_at=work.now,
                updated_at=work.now,
            )
        )


def test_a_time_zone_that_the_machine_does_not_know(subject: Any) -> None:
    assert files.time_zones(subject()).severity is OK
    examined = subject()
    _practice(examined)
    assert files.time_zones(examined).severity is OK
    _practice(examined, "Middle/Earth")
    finding = files.time_zones(subject())
    assert finding.severity is ERROR
    assert "Middle/Earth" in finding.what


def test_an_old_sqlite_falls_back_to_another_journal(bare: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    class Old:
        sqlite_version, sqlite_version_info = "3.51.2", (3, 51, 2)

    class Fixed:
        sqlite_version, sqlite_version_info = "3.51.3", (3, 51, 3)

    for module, severity in ((Old, WARNING), (Fixed, OK)):
        monkeypatch.setattr(files, "sqlite_module", lambda module=module: module)
        assert files.sqlite_version(bare()).severity is severity


def test_backups_are_a_hint(bare: Any) -> None:
    assert files.backups(bare()).severity is OK
