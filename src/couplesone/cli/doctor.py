"""`couplesone doctor`: is this installation safe, and if not, how is it mended."""

from __future__ import annotations

import typer

from couplesone.cli.checks import Check, Finding, Severity, Subject, examine
from couplesone.cli.installation import open_database, read_settings
from couplesone.cli.output import AsJson, ExitCode, answer, table
from couplesone.kernel.settings import Settings


def doctor(as_json: AsJson = False) -> None:
    """Look for what is wrong or unsafe, and say how to mend it.

    Examines settings, files and the database. Ends with 0 when nothing is worse than a warning. An error ends it
    with 1 in development mode, and with 5 in production mode, where `couplesone serve` refuses to start for the
    same reasons.
    """
    settings = read_settings()
    findings = examined(settings)
    failed = [found for _, found in findings if found.severity is Severity.ERROR]
    answer(
        {
            "mode": settings.mode.value,
            "ok": not failed,
            "checks": [
                {
                    "id": check.id,
                    "severity": found.severity.value,
                    "what": found.what,
                    "mend": found.mend or None,
                }
                for check, found in findings
            ],
        },
        table(
            ("check", "severity", "what", "how to mend"),
            [(check.id, found.severity.value, found.what, found.mend) for check, found in findings],
        ),
        as_json=as_json,
    )
    if failed:
        raise typer.Exit(ExitCode.CONFIGURATION if settings.production else ExitCode.REFUSED)


def examined(settings: Settings) -> list[tuple[Check, Finding]]:
    """Return what every check that applies found."""
    database = open_database(settings)
    try:
        return list(examine(Subject(settings, database)))
    finally:
        database.close()
