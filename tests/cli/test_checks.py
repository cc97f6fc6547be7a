"""Each check, one by one: what is well, what is not, and that the list has no check that cannot fail."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from couplesone.cli.checks import (
    CHECKS,
    Severity,
    Subject,
    catalogue,
    databases,
    examine,
    exposure,
    files,
    postgresql,
)
from couplesone.cli.checks.findings import Finding
from couplesone.cli.installation import open_database
from couplesone.kernel.settings import Mode, Settings
from couplesone.persistence import schema
from couplesone.persistence.base import Base
from couplesone.persistence.database import Database
from couplesone.persistence.keyring import KeyFile
from couplesone.wiring import make_works
from support.world import World  # noqa: F401 - the world's practice is what a key file opens

OK, WARNING, ERROR = Severity.OK, Severity.WARNING, Severity.ERROR
PRODUCTION = {"mode": Mode.PRODUCTION}


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


def found(check: str, subject: Subject) -> Finding | None:
    """Return what the check of that id finds; None where it does not apply."""
    return {each.id: finding for each, finding in examine(subject)}.get(check)


# -- exposure -------------------------------------------------------------------------------------

EXPOSURE = [
    (exposure.mode, {}, WARNING),
    (exposure.mode, PRODUCTION, OK),
    (exposure.allowed_hosts, {}, OK),
    (exposure.allowed_hosts, {"allowed_hosts": ("*",)}, WARNING),
    (exposure.allowed_hosts, {"allowed_hosts": ("*",), **PRODUCTION}, ERROR),
    (exposure.public_url, {}, WARNING),
    (exposure.public_url, PRODUCTION, ERROR),
    (exposure.public_url, {"public_url": "http://localhost", **PRODUCTION}, ERROR),
    (exposure.public_url, {"public_url": "https://", **PRODUCTION}, ERROR),
    (exposure.public_url, {"public_url": "https://elsewhere.example", **PRODUCTION}, ERROR),
    (exposure.public_url, {"public_url": "https://localhost", **PRODUCTION}, OK),
    (
        exposure.public_url,
        {"public_url": "https://A.example", "allowed_hosts": ("a.Example",), **PRODUCTION},
        OK,
    ),
    (exposure.public_url, {"public_url": "https://a.example", "allowed_hosts": ("*",), **PRODUCTION}, OK),
    (exposure.api_docs, {}, OK),
    (exposure.api_docs, PRODUCTION, OK),
    (exposure.api_docs, {"api_docs": True, **PRODUCTION}, ERROR),
    (exposure.cors_origins, {}, OK),
    (exposure.cors_origins, {"cors_origins": ("https://a.example",), **PRODUCTION}, OK),
    (exposure.cors_origins, {"cors_origins": ("http://a.example",)}, WARNING),
    (exposure.cors_origins, {"cors_origins": ("https://a.example", "*"), **PRODUCTION}, ERROR),
    (exposure.trusted_proxies, {}, OK),
    (exposure.trusted_proxies, {"trusted_proxies": ()}, OK),
    (exposure.trusted_proxies, {"trusted_proxies": ("*",)}, WARNING),
    (exposure.trusted_proxies, {"trusted_proxies": ("*",), **PRODUCTION}, ERROR),
]


@pytest.mark.parametrize(("check", "settings", "severity"), EXPOSURE)
def test_what_the_server_shows(
    bare: Examined, check: Any, settings: dict[str, Any], severity: Severity
) -> None:
    finding = check(bare(**settings))
    assert finding.severity is severity
    assert bool(finding.mend) == (severity is not OK)


# -- files ----------------------------------------------------------------------------------------


def test_a_key_file_that_is_there(bare: Examined) -> None:
    assert files.key_file(bare()).severity is OK


def test_a_key_file_that_is_missing_or_damaged(bare: Examined, private_key: Path) -> None:
    private_key.write_text("{}")
    assert files.key_file(bare()).severity is ERROR
    private_key.unlink()
    assert "no key file" in files.key_file(bare()).what


@pytest.mark.parametrize(("settings", "severity"), [({}, WARNING), (PRODUCTION, ERROR)])
def test_files_that_others_can_read(
    bare: Examined, private_key: Path, monkeypatch: pytest.MonkeyPatch, settings: Any, severity: Severity
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


def test_the_key_file_opens_the_practices(subject: Examined, private_key: Path, tmp_path: Path) -> None:
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
    from couplesone.persistence.practice import Practice

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


def test_a_time_zone_that_the_machine_does_not_know(subject: Examined) -> None:
    assert files.time_zones(subject()).severity is OK
    examined = subject()
    _practice(examined)
    assert files.time_zones(examined).severity is OK
    _practice(examined, "Middle/Earth")
    finding = files.time_zones(subject())
    assert finding.severity is ERROR
    assert "Middle/Earth" in finding.what


def test_an_old_sqlite_falls_back_to_another_journal(bare: Examined, monkeypatch: pytest.MonkeyPatch) -> None:
    class Old:
        sqlite_version, sqlite_version_info = "3.51.2", (3, 51, 2)

    class Fixed:
        sqlite_version, sqlite_version_info = "3.51.3", (3, 51, 3)

    for module, severity in ((Old, WARNING), (Fixed, OK)):
        monkeypatch.setattr(files, "sqlite_module", lambda module=module: module)
        assert files.sqlite_version(bare()).severity is severity


def test_backups_are_a_hint(bare: Examined) -> None:
    assert files.backups(bare()).severity is OK


# -- the database ---------------------------------------------------------------------------------


def test_a_database_that_answers_and_is_current(subject: Examined) -> None:
    assert databases.database(subject()).severity is OK
    assert databases.schema(subject()).severity is OK


@pytest.mark.parametrize("url", ["sqlite:///absent.sqlite3", "postgresql://nobody:s3cret@127.0.0.1:1/none"])
def test_a_database_that_does_not_answer(bare: Examined, url: str, tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.chdir(tmp_path)
    finding = databases.database(bare(url))
    assert finding.severity is ERROR
    assert "s3cret" not in finding.what
    assert not Path("absent.sqlite3").exists()


def test_a_file_that_is_no_database(bare: Examined, tmp_path: Path) -> None:
    (tmp_path / "none.sqlite3").write_text(
        "a letter, long enough to be taken for a database file, but none" * 100
    )
    finding = databases.database(bare())
    assert finding.severity is ERROR
    assert "not a database" in finding.what


@pytest.mark.parametrize(
    ("revision", "mend"), [("2026_11_22_01", "db upgrade"), ("2999_01_01_01", "newer version")]
)
def test_a_database_at_another_revision(subject: Examined, owner: Database, revision: str, mend: str) -> None:
    with owner.transaction(None, write=True) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :to"), {"to": revision})
    finding = databases.schema(subject())
    assert finding.severity is ERROR
    assert mend in finding.what
    assert found("key_file_opens", subject()) is None


def test_an_empty_database(bare: Examined, tmp_path: Path) -> None:
    (tmp_path / "none.sqlite3").touch()
    assert "revision none" in databases.schema(bare()).what


# -- PostgreSQL -----------------------------------------------------------------------------------


@pytest.fixture
def owner(fresh_url: str, engine_name: str) -> Iterator[Database]:
    """The fresh database, as its owner."""
    from sqlalchemy.engine import make_url

    from support import postgres

    url = fresh_url
    if engine_name == "postgresql":
        url = postgres.database_url(os.environ[postgres.URL_VARIABLE], database=make_url(fresh_url).database)
    database = Database(Settings(database_url=url))
    yield database
    database.close()


on_postgresql = pytest.mark.parametrize("engine_name", ["postgresql"])


def _as_owner(owner: Database, *statements: str) -> None:
    with owner.transaction(None, write=True) as connection:
        for statement in statements:
            connection.execute(text(statement))


@on_postgresql
def test_the_role_of_the_server_is_bound(subject: Examined) -> None:
    examined = subject(**PRODUCTION)
    assert examined.server.role == "couplesone_app"
    for check in (postgresql.version, postgresql.role, postgresql.ownership, postgresql.row_security):
        assert check(examined).severity is OK, check(examined).what
    assert postgresql.encryption_in_transit(examined).severity is OK
    assert postgresql.log_verbosity(examined).severity is OK


@on_postgresql
@pytest.mark.parametrize(("settings", "severity"), [({}, WARNING), (PRODUCTION, ERROR)])
def test_a_superuser_steps_over_the_wall(
    subject: Examined, owner: Database, settings: Any, severity: Any
) -> None:
    examined = subject(owner.url.render_as_string(hide_password=False), **settings)
    finding = postgresql.role(examined)
    assert (finding.severity, "superuser" in finding.what) == (severity, True)
    assert postgresql.ownership(examined).severity is severity


@on_postgresql
def test_a_role_that_owns_a_table(subject: Examined, owner: Database) -> None:
    _as_owner(owner, "ALTER TABLE staff OWNER TO couplesone_app")
    examined = subject(**PRODUCTION)
    assert examined.server.owned == {"staff"}
    assert postgresql.ownership(examined).severity is ERROR
    assert postgresql.role(examined).severity is OK


@on_postgresql
def test_a_role_that_is_exempt(subject: Examined) -> None:
    examined = subject(**PRODUCTION)
    examined.__dict__["server"] = replace(examined.server, bypasses_row_security=True)
    assert "exempt" in postgresql.role(examined).what


@on_postgresql
@pytest.mark.parametrize("taken_down", ["NO FORCE", "DISABLE"])
def test_a_table_without_its_wall(subject: Examined, owner: Database, taken_down: str) -> None:
    _as_owner(owner, f"ALTER TABLE clients {taken_down} ROW LEVEL SECURITY")
    finding = found("postgresql_row_security", subject())
    assert finding is not None
    assert finding.severity is ERROR
    assert "for clients." in finding.what


@on_postgresql
def test_every_table_has_its_wall(subject: Examined) -> None:
    assert subject().server.walled == set(Base.metadata.tables)


@on_postgresql
def test_a_log_that_repeats_values(subject: Examined, owner: Database) -> None:
    name = owner.url.database
    _as_owner(owner, f"ALTER DATABASE {name} SET log_error_verbosity = 'default'")
    assert postgresql.log_verbosity(subject()).severity is WARNING


@on_postgresql
def test_an_old_server(subject: Examined) -> None:
    examined = subject()
    examined.__dict__["server"] = replace(examined.server, version=13)
    assert postgresql.version(examined).severity is ERROR


@on_postgresql
@pytest.mark.parametrize(
    ("facts", "settings", "severity"),
    [
        ({"encrypted": True, "local": False}, PRODUCTION, OK),
        ({"encrypted": False, "local": True}, PRODUCTION, OK),
        ({"encrypted": False, "local": False}, {}, WARNING),
        ({"encrypted": False, "local": False}, PRODUCTION, ERROR),
    ],
)
def test_the_way_to_the_database(subject: Examined, facts: Any, settings: Any, severity: Severity) -> None:
    examined = subject(**settings)
    examined.__dict__["server"] = replace(examined.server, **facts)
    assert postgresql.encryption_in_transit(examined).severity is severity


# -- the list -------------------------------------------------------------------------------------


def test_ids_are_unique_and_every_check_is_in_the_list() -> None:
    assert len({check.id for check in CHECKS}) == len(CHECKS)
    listed = {check.examine for check in CHECKS}
    rooms = (databases, exposure, files, postgresql)
    written = {
        function
        for room in rooms
        for name, function in vars(room).items()
        if callable(function)
        and getattr(function, "__module__", "") == room.__name__
        and not name.startswith("_")
    }
    assert listed == written


def test_each_engine_has_its_checks(subject: Examined, engine_name: str) -> None:
    ids = {check.id for check, _ in examine(subject())}
    assert {"database", "schema", "key_file_opens", "time_zones"} <= ids
    assert ("sqlite_version" in ids) == (engine_name == "sqlite")
    assert ("postgresql_role" in ids) == (engine_name == "postgresql")


def test_without_a_database_and_files_the_rest_is_still_examined(
    bare: Examined, private_key: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(private_key.parent)
    private_key.unlink()
    ids = [check.id for check, _ in examine(bare())]
    assert ids == [
        "mode",
        "key_file",
        "database",
        "sqlite_version",
        "allowed_hosts",
        "public_url",
        "api_docs",
        "cors_origins",
        "trusted_proxies",
        "backups",
    ]
    assert catalogue.CHECKS is CHECKS
    assert schema.head_revision(bare().database.engine)
