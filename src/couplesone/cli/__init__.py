"""The command line: `couplesone`, also `python -m couplesone`."""

from __future__ import annotations

import platform

import typer

from couplesone import __version__
from couplesone.cli import api_keys, db, demo, doctor, init, openapi, serve, staff, worker
from couplesone.cli.faults import Commands
from couplesone.cli.output import EPILOGUE, AsJson, answer
from couplesone.persistence.database import sqlite_module

app = typer.Typer(
    cls=Commands,
    name="couplesone",
    help="Practice management for therapists who do couples therapy for one.",
    epilog=EPILOGUE,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@app.command(epilog=EPILOGUE)
def version(as_json: AsJson = False) -> None:
    """Say which version this is, with which Python and SQLite."""
    found = {
        "version": __version__,
        "python": platform.python_version(),
        "sqlite": sqlite_module().sqlite_version,
    }
    answer(found, "couplesone {version}, Python {python}, SQLite {sqlite}".format(**found), as_json=as_json)


app.command(epilog=EPILOGUE)(demo.demo)
app.command(epilog=EPILOGUE)(init.init)
app.command(epilog=EPILOGUE)(serve.serve)
app.command(epilog=EPILOGUE)(worker.worker)
app.command(epilog=EPILOGUE)(doctor.doctor)
app.command(epilog=EPILOGUE)(openapi.openapi)
app.add_typer(db.app, name="db")
app.add_typer(staff.app, name="staff")
app.add_typer(api_keys.app, name="api-keys")


def main() -> None:
    """Run the command that the arguments name."""
    app(prog_name="couplesone")
