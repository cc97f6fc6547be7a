"""PostgreSQL: the second wall between practices holds only for a role that cannot step over it."""

from __future__ import annotations

from couplesone.cli.checks.findings import Finding, error, ok, unsafe, warning
from couplesone.cli.checks.subject import Subject
from couplesone.persistence.base import Base

OLDEST = 14
_OWN_ROLE = (
    "Make a login role of its own for the server (CREATE ROLE couplesone_app LOGIN PASSWORD …), name it in "
    "COUPLESONE_DATABASE_URL and the owner in COUPLESONE_OWNER_DATABASE_URL, and run `couplesone db upgrade`."
)


def version(subject: Subject) -> Finding:
    """See that the server is a PostgreSQL that we know to work."""
    found = subject.server.version
    if found < OLDEST:
        return error(f"PostgreSQL {found} is too old.", f"Move to PostgreSQL {OLDEST} or newer.")
    return ok(f"PostgreSQL {found}.")


def role(subject: Subject) -> Finding:
    """See that the server's role is bound by row-level security."""
    server = subject.server
    if server.superuser or server.bypasses_row_security:
        what = "a superuser" if server.superuser else "exempt from row-level security"
        return unsafe(subject, f"The server's role {server.role} is {what}.", _OWN_ROLE)
    return ok(f"The server's role {server.role} is bound by row-level security.")


def ownership(subject: Subject) -> Finding:
    """See that the server's role does not own the tables, so it cannot take the wall down."""
    if subject.server.owned:
        return unsafe(subject, f"The server's role {subject.server.role} owns tables.", _OWN_ROLE)
    return ok(f"The server's role {subject.server.role} owns no tables.")


def row_security(subject: Subject) -> Finding:
    """See that row-level security is on, and forced, for every table of ours."""
    if open_ones := sorted(Base.metadata.tables.keys() - subject.server.walled):
        return error(
            f"Row-level security is not forced for {', '.join(open_ones)}.",
            "ALTER TABLE … ENABLE ROW LEVEL SECURITY; ALTER TABLE … FORCE ROW LEVEL SECURITY",
        )
    return ok(f"Row-level security is forced for every table ({len(Base.metadata.tables)}).")


def encryption_in_transit(subject: Subject) -> Finding:
    """See that what travels to the database over a network is encrypted."""
    if subject.server.encrypted:
        return ok("The connection to the database is encrypted.")
    if subject.server.local:
        return ok("The connection to the database stays on this machine.")
    return unsafe(
        subject,
        "The connection to the database crosses the network unencrypted.",
        "Add ?sslmode=verify-full to COUPLESONE_DATABASE_URL.",
    )


def log_verbosity(subject: Subject) -> Finding:
    """See that the database's own log does not repeat values of rows."""
    if subject.server.log_verbosity != "terse":
        return warning(
            "PostgreSQL writes values of rows that break a constraint into its log.",
            "ALTER SYSTEM SET log_error_verbosity = 'terse'; SELECT pg_reload_conf()",
        )
    return ok("PostgreSQL's log is terse.")
