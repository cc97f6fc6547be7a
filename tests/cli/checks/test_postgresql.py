"""The second wall between practices, and who could step over it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import text

from couplesone.cli.checks import Severity, examine, postgresql
from couplesone.kernel.settings import Mode
from couplesone.persistence.base import Base
from couplesone.persistence.database import Database

OK, WARNING, ERROR = Severity.OK, Severity.WARNING, Severity.ERROR
PRODUCTION = {"mode": Mode.PRODUCTION}


on_postgresql = pytest.mark.parametrize("engine_name", ["postgresql"])


def _as_owner(owner: Database, *statements: str) -> None:
    with owner.transaction(None, write=True) as connection:
        for statement in statements:
            connection.execute(text(statement))


@on_postgresql
def test_the_role_of_the_server_is_bound(subject: Any) -> None:
    examined = subject(**PRODUCTION)
    assert examined.server.role == "couplesone_app"
    for check in (postgresql.version, postgresql.role, postgresql.ownership, postgresql.row_security):
        assert check(examined).severity is OK, check(examined).what
    assert postgresql.encryption_in_transit(examined).severity is OK
    assert postgresql.log_verbosity(examined).severity is OK


@on_postgresql
@pytest.mark.parametrize(("settings", "severity"), [({}, WARNING), (PRODUCTION, ERROR)])
def test_a_superuser_steps_over_the_wall(subject: Any, owner: Database, settings: Any, severity: Any) -> None:
    examined = subject(owner.url.render_as_string(hide_password=False), **settings)
    finding = postgresql.role(examined)
    assert (finding.severity, "superuser" in finding.what) == (severity, True)
    assert postgresql.ownership(examined).severity is severity


@on_postgresql
def test_a_role_that_owns_a_table(subject: Any, owner: Database) -> None:
    _as_owner(owner, "ALTER TABLE staff OWNER TO couplesone_app")
    examined = subject(**PRODUCTION)
    assert examined.server.owned == {"staff"}
    assert postgresql.ownership(examined).severity is ERROR
    assert postgresql.role(examined).severity is OK


@on_postgresql
def test_a_role_that_is_exempt(subject: Any) -> None:
    examined = subject(**PRODUCTION)
    examined.__dict__["server"] = replace(examined.server, bypasses_row_security=True)
    assert "exempt" in postgresql.role(examined).what


@on_postgresql
@pytest.mark.parametrize("taken_down", ["NO FORCE", "DISABLE"])
def test_a_table_without_its_wall(subject: Any, owner: Database, taken_down: str) -> None:
    _as_owner(owner, f"ALTER TABLE clients {taken_down} ROW LEVEL SECURITY")
    finding = {check.id: finding for check, finding in examine(subject())}.get("postgresql_row_security")
    assert finding is not None
    assert finding.severity is ERROR
    assert "for clients." in finding.what


@on_postgresql
def test_every_table_has_its_wall(subject: Any) -> None:
    assert subject().server.walled == set(Base.metadata.tables)


@on_postgresql
def test_a_log_that_repeats_values(subject: Any, owner: Database) -> None:
    name = owner.url.database
    _as_owner(owner, f"ALTER DATABASE {name} SET log_error_verbosity = 'default'")
    assert postgresql.log_verbosity(subject()).severity is WARNING


@on_postgresql
def test_an_old_server(subject: Any) -> None:
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
def test_the_way_to_the_database(subject: Any, facts: Any, settings: Any, severity: Severity) -> None:
    examined = subject(**settings)
    examined.__dict__["server"] = replace(examined.server, **facts)
    assert postgresql.encryption_in_transit(examined).severity is severity
