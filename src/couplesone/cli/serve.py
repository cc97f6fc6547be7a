"""`couplesone serve`: the server, which starts only where it can work and, in production, only where it is safe."""

from __future__ import annotations

from typing import Annotated

import typer

from couplesone.cli import serving
from couplesone.cli.checks import Check, Finding, Severity
from couplesone.cli.doctor import examined
from couplesone.cli.installation import read_settings
from couplesone.cli.output import ExitCode, Failure
from couplesone.kernel.settings import Settings


def serve(
    host: Annotated[str | None, typer.Option(help="The address to listen on.")] = None,
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="The port to listen on; 0 takes a free one.")
    ] = None,
    workers: Annotated[int | None, typer.Option(min=1, max=64, help="Server processes.")] = None,
) -> None:
    """Serve the API; the log is JSON lines on stdout.

    Ends in good order at SIGTERM and at Ctrl-C. Options that are not given are taken from the settings. Refuses
    to start when the database does not answer or is at another revision, when the key file is missing or not the
    right one, and in production mode when `couplesone doctor` finds an error. Put a reverse proxy in front that
    speaks https.
    """
    settings = read_settings(host=host, port=port, workers=workers)
    refuse_unfit(settings, examined(settings))
    with serving.listen(settings.host, settings.port) as listener:
        serving.run(settings, listener)


def refuse_unfit(settings: Settings, findings: list[tuple[Check, Finding]]) -> None:
    """Raise the failure that keeps the server from starting, if there is one."""
    errors = [(check, found) for check, found in findings if found.severity is Severity.ERROR]
    for check, found in errors:
        if check.vital is not None:
            raise Failure(check.vital, f"{found.what} {found.mend}".strip())
    if settings.production and errors:
        listed = "\n".join(f"- {found.what} {found.mend}" for _, found in errors)
        raise Failure(
            ExitCode.CONFIGURATION, f"In production mode the server does not start like this:\n{listed}"
        )
