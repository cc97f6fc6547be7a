"""The database, on either engine: does it answer, and is it at the program's revision."""

from __future__ import annotations

from couplesone.cli.checks.findings import Finding, error, ok
from couplesone.cli.checks.subject import Subject
from couplesone.cli.installation import place_of


def database(subject: Subject) -> Finding:
    """See that the database answers."""
    if subject.unreachable is not None:
        return error(subject.unreachable, "Start the database, or correct COUPLESONE_DATABASE_URL.")
    return ok(f"{place_of(subject.database.url)} answers.")


def schema(subject: Subject) -> Finding:
    """See that the database is at the revision that the program needs."""
    if subject.outdated is not None:
        return error(subject.outdated, "couplesone db upgrade")
    return ok(f"The database is at revision {subject.head}.")
