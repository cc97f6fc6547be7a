"""Settings come from the environment, an env file or a directory of secrets, and never change afterwards."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from pydantic import ValidationError

from couplesone.kernel.settings import Mode, Settings, load_settings
from support import postgres

FIELDS = Settings.model_fields


@pytest.fixture(autouse=True)
def _empty_surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in os.environ:
        if name.startswith("COUPLESONE_") and name != postgres.URL_VARIABLE:
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("name", FIELDS)
def test_every_setting_is_documented_by_a_sentence(name: str) -> None:
    description = FIELDS[name].description or ""
    assert description[:1].isupper() or description.startswith("`")
    assert description.endswith(".")


def test_everything_has_a_default() -> None:
    settings = load_settings()
    assert (settings.mode, settings.host, settings.port) == (Mode.DEVELOPMENT, "127.0.0.1", 8000)
    assert settings.cors_origins == ()
    assert settings.database_url == "sqlite:///couplesone.sqlite3"


def test_the_environment_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COUPLESONE_THREADS", "7")
    monkeypatch.setenv("COUPLESONE_KEY_FILE", "/run/key")
    monkeypatch.setenv("THREADS", "9")
    settings = load_settings()
    assert (settings.threads, settings.key_file) == (7, Path("/run/key"))


def test_an_env_file_is_read_and_the_environment_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    Path(".couplesone.env").write_text("COUPLESONE_THREADS=7\nCOUPLESONE_PORT=81\nSOMETHING_ELSE=1\n")
    monkeypatch.setenv("COUPLESONE_PORT", "82")
    settings = load_settings()
    assert (settings.threads, settings.port) == (7, 82)


def test_secrets_are_read_from_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "COUPLESONE_DATABASE_URL").write_text("postgresql://somebody:secret@db/name\n")
    assert load_settings().database_url == "sqlite:///couplesone.sqlite3"
    monkeypatch.setenv("COUPLESONE_SECRETS_DIR", str(tmp_path))
    assert load_settings().database_url == "postgresql://somebody:secret@db/name"


@pytest.mark.parametrize("name", ["allowed_hosts", "cors_origins", "trusted_proxies"])
@pytest.mark.parametrize(
    ("written", "read"), [("a.example", ("a.example",)), (" a , b,, ", ("a", "b")), ("", ()), (",", ())]
)
def test_lists_are_written_with_commas(
    monkeypatch: pytest.MonkeyPatch, name: str, written: str, read: tuple[str, ...]
) -> None:
    monkeypatch.setenv(f"COUPLESONE_{name.upper()}", written)
    assert getattr(load_settings(), name) == read


def test_lists_may_be_given_as_they_are() -> None:
    assert load_settings(cors_origins=("https://a.example",)).cors_origins == ("https://a.example",)


def test_settings_do_not_change() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        load_settings().port = 1  # type: ignore[misc]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("port", -1),
        ("port", 65536),
        ("workers", 0),
        ("threads", 1),
        ("rate_limit_per_minute", 0),
        ("sign_in_attempts", 0),
        ("sign_in_hours", 25),
        ("database_wait_seconds", 0),
        ("sqlite_busy_seconds", 121),
        ("mode", "test"),
        ("log_level", "trace"),
    ],
)
def test_what_cannot_be_is_refused(name: str, value: object) -> None:
    with pytest.raises(ValidationError, match=name):
        load_settings(**{name: value})


@pytest.mark.parametrize(
    ("mode", "docs", "served"),
    [
        (Mode.DEVELOPMENT, None, True),
        (Mode.PRODUCTION, None, False),
        (Mode.DEVELOPMENT, False, False),
        (Mode.PRODUCTION, True, True),
    ],
)
def test_the_documentation_is_served_unless_in_production(
    mode: Mode, docs: bool | None, served: bool
) -> None:
    settings = load_settings(mode=mode, api_docs=docs)
    assert settings.serves_docs is served
    assert settings.production is (mode is Mode.PRODUCTION)
