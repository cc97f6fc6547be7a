"""From what went wrong to a sentence and an exit code, in one place for all commands."""

from __future__ import annotations

from typing import Any

import typer
from alembic.util import CommandError
from pydantic import ValidationError
from sqlalchemy.exc import DBAPIError, OperationalError
from typer.core import TyperGroup

from couplesone.cli.output import ExitCode, Failure, say
from couplesone.kernel.errors import Problem
from couplesone.persistence.database import DatabaseUnavailable
from couplesone.persistence.keyring import KeyFileProblem

_INSUFFICIENT_PRIVILEGE = "42501"
_LONGEST = 400


def explain(error: Exception) -> Failure | None:
    """Return the failure that an expected fault amounts to; None for what nobody expected."""
    match error:
        case Failure():
            return error
        case KeyFileProblem():
            return Failure(ExitCode.KEY_FILE, str(error))
        case DatabaseUnavailable() | OperationalError():
            return unreachable(error)
        case Problem():
            return Failure(ExitCode.REFUSED, " ".join([f"{error.title}. {error.detail}", *_places(error)]))
        case ValidationError():
            return Failure(ExitCode.USAGE, invalid(error))
        case CommandError():
            return Failure(ExitCode.USAGE, f"The migration tool refuses: {error}.".replace("..", "."))
        case DBAPIError():
            return _refused_by_database(error)
    return None


def unreachable(error: BaseException, place: str = "") -> Failure:
    """Return the failure of a database that does not answer, with the driver's own reason."""
    at = f" at {place}" if place else ""
    return Failure(
        ExitCode.DATABASE,
        f"The database{at} does not answer: {reason(error)}. Start it, or set COUPLESONE_DATABASE_URL.",
    )


def reason(error: BaseException) -> str:
    """Return what the driver said, in one line; it names host, port and role, never a password."""
    while (deeper := getattr(error, "orig", None) or error.__cause__) is not None:
        error = deeper
    said = " ".join(str(error).split()).rstrip(".?")
    return said[:_LONGEST] or type(error).__name__


def invalid(error: ValidationError) -> str:
    """Return what is wrong with the given values, by name, without repeating them."""
    return "; ".join(
        f"{'.'.join(str(part) for part in found['loc']) or 'the input'}: {found['msg']}"
        for found in error.errors(include_url=False, include_context=False, include_input=False)
    )


def _places(problem: Problem) -> list[str]:
    return [f"{found.pointer}: {found.detail}" for found in problem.errors]


def _refused_by_database(error: DBAPIError) -> Failure:
    state = getattr(error.orig, "sqlstate", None)
    if state == _INSUFFICIENT_PRIVILEGE:
        return Failure(
            ExitCode.REFUSED,
            f"The database role may not do this: {reason(error)}. Set COUPLESONE_OWNER_DATABASE_URL to the role "
            "that owns the tables and run `couplesone db upgrade`, which also grants the server's role its rights.",
        )
    return Failure(
        ExitCode.REFUSED,
        f"The database refused a statement ({type(error.orig).__name__}, SQLSTATE {state or 'none'}); "
        "`couplesone doctor` may say why.",
    )


class Commands(TyperGroup):
    """The root command: an expected fault of any command ends as one sentence and its exit code."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except Exception as error:
            if (failure := explain(error)) is None:
                raise
            say(failure.sentence)
            raise typer.Exit(failure.code) from None
