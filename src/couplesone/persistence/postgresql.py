"""What a PostgreSQL says about itself and about the role that asks: facts for whoever checks an installation."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any

from sqlalchemy import Connection, text

from couplesone.persistence.database import Database

_SERVER = """
    SELECT current_setting('server_version_num')::int / 10000, current_setting('log_error_verbosity'),
           r.rolname, r.rolsuper, r.rolbypassrls,
           coalesce((SELECT s.ssl FROM pg_stat_ssl s WHERE s.pid = pg_backend_pid()), false)
    FROM pg_roles r WHERE r.rolname = current_user
"""
_TABLES = """
    SELECT c.relname, c.relrowsecurity AND c.relforcerowsecurity, pg_has_role(c.relowner, 'USAGE')
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p')
"""


@dataclass(frozen=True, slots=True)
class ServerFacts:
    """A PostgreSQL as one role sees it.

    ``owned`` are the tables that the role owns, itself or by membership; ``walled`` those with forced row-level
    security; ``local`` says that the connection stays on this machine.
    """

    version: int
    log_verbosity: str
    role: str
    superuser: bool
    bypasses_row_security: bool
    encrypted: bool
    local: bool
    owned: frozenset[str]
    walled: frozenset[str]


def server_facts(database: Database) -> ServerFacts:
    """Ask the server; DatabaseUnavailable when it does not answer."""
    with database.transaction(None, write=False) as connection:
        version, verbosity, role, superuser, bypasses, encrypted = connection.execute(text(_SERVER)).one()
        tables = connection.execute(text(_TABLES)).all()
        return ServerFacts(
            version=version,
            log_verbosity=verbosity,
            role=role,
            superuser=superuser,
            bypasses_row_security=bypasses,
            encrypted=encrypted,
            local=_is_local(connection),
            owned=frozenset(name for name, _, owned in tables if owned),
            walled=frozenset(name for name, walled, _ in tables if walled),
        )


def role_of(database: Database) -> str:
    """Return the role that the URL of a database names, or else the one that the server takes us for."""
    if database.url.username:
        return database.url.username
    with database.transaction(None, write=False) as connection:
        return str(connection.execute(text("SELECT current_user")).scalar_one())


def _is_local(connection: Connection) -> bool:
    driver: Any = connection.connection.driver_connection
    host, address = driver.info.host, driver.info.hostaddr
    return bool(host.startswith("/") or (address and ip_address(address).is_loopback))
