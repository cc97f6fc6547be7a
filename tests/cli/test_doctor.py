"""`couplesone doctor` as a person at the terminal, or a script, sees it."""

from __future__ import annotations

from pathlib import Path

import pytest


def test_a_sound_installation_ends_with_0(installed) -> None:
    found = installed.json("doctor")
    assert found["ok"] is True
    assert found["mode"] == "development"
    assert {check["severity"] for check in found["checks"]} == {"ok", "warning"}
    assert all(bool(check["mend"]) == (check["severity"] != "ok") for check in found["checks"])


def test_the_table_has_what_and_how_to_mend_it(installed) -> None:
    lines = installed.ok("doctor").splitlines()
    assert lines[0].split() == ["CHECK", "SEVERITY", "WHAT", "HOW", "TO", "MEND"]
    assert any(line.startswith("mode") and "COUPLESONE_MODE=production" in line for line in lines)


@pytest.mark.parametrize(("mode", "code"), [("development", 1), ("production", 5)])
def test_an_error_ends_it_with_another_code_in_production(sqlite_installed, mode: str, code: int) -> None:
    sqlite_installed.set("MODE", mode)
    Path("couplesone.key").unlink()
    result = sqlite_installed.run("doctor")
    assert result.exit_code == code
    assert "There is no key file" in result.stdout


def test_a_production_installation_that_is_sound(installed) -> None:
    installed.set("MODE", "production")
    installed.set("PUBLIC_URL", "https://practice.example")
    installed.set("ALLOWED_HOSTS", "practice.example")
    assert installed.json("doctor")["ok"] is True


@pytest.mark.parametrize(
    ("name", "value", "part"),
    [
        ("PORT", "s3cret", "port: Input should be a valid integer"),
        ("MODE", "s3cret", "mode: Input should be 'development' or 'production'"),
        ("LOG_LEVEL", "s3cret", "log_level: Input should be 'debug'"),
        ("DATABASE_URL", "s3cret", "COUPLESONE_DATABASE_URL is not the URL"),
        ("DATABASE_URL", "oracle://s3cret", "COUPLESONE_DATABASE_URL is not the URL"),
        ("DATABASE_URL", "mysql://s3cret", "COUPLESONE_DATABASE_URL is not the URL"),
        ("DATABASE_URL", "sqlite://", "COUPLESONE_DATABASE_URL is not the URL"),
        ("DATABASE_URL", "sqlite:///:memory:", "COUPLESONE_DATABASE_URL is not the URL"),
    ],
)
def test_settings_that_cannot_be_read_end_with_5(terminal, name: str, value: str, part: str) -> None:
    terminal.set(name, value)
    sentence = terminal.fails(5, "doctor")
    assert part in sentence
    assert "s3cret" not in sentence


def test_settings_from_a_secrets_directory(terminal, tmp_path: Path) -> None:
    (tmp_path / "secrets").mkdir()
    (tmp_path / "secrets" / "couplesone_mode").write_text("production")
    terminal.set("SECRETS_DIR", str(tmp_path / "secrets"))
    assert '"mode": "production"' in terminal.run("doctor", "--json").stdout
    terminal.set("SECRETS_DIR", str(tmp_path / "secrets" / "couplesone_mode"))
    assert "must reference a directory" in terminal.fails(5, "doctor")
