"""Expected faults become sentences; unexpected ones stay what they are."""

from __future__ import annotations

from pathlib import Path

import pytest
import typer
from alembic.util import CommandError
from pydantic import BaseModel, ValidationError
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, OperationalError
from typer.testing import CliRunner

from couplesone.cli import faults
from couplesone.cli.output import ExitCode, Failure
from couplesone.kernel.errors import FieldError, RecordNotFound, ValidationFailed
from couplesone.kernel.settings import Settings
from couplesone.persistence.database import Database, DatabaseUnavailable
from couplesone.persistence.keyring import KeyFile, KeyFileProblem


class Port(BaseModel):
    port: int


def _validation_error() -> ValidationError:
    with pytest.raises(ValidationError) as caught:
        Port(port="s3cret")
    return caught.value


class _DriverError(Exception):
    sqlstate = "23505"


REFUSED_ROW = DBAPIError("INSERT", {}, _DriverError("Key (email)=(s3cret) exists"))
EXPECTED = [
    (Failure(ExitCode.ADDRESS, "Taken."), ExitCode.ADDRESS, "Taken."),
    (KeyFileProblem("There is no key file at x."), ExitCode.KEY_FILE, "There is no key file at x."),
    (DatabaseUnavailable(), ExitCode.DATABASE, "does not answer"),
    (
        OperationalError("SELECT", {}, Exception("first\nno route to host.")),
        ExitCode.DATABASE,
        ": first no route to host. S",
    ),
    (RecordNotFound(), ExitCode.REFUSED, "Not found. There is no such record"),
    (ValidationFailed(errors=[FieldError("/name", "x", "Too long.")]), ExitCode.REFUSED, "/name: Too long."),
    (_validation_error(), ExitCode.USAGE, "port: Input should be a valid integer"),
    (CommandError("No such revision 'x'"), ExitCode.USAGE, "refuses: No such revision 'x'."),
    (REFUSED_ROW, ExitCode.REFUSED, "SQLSTATE 23505"),
]


@pytest.mark.parametrize(("error", "code", "part"), EXPECTED, ids=lambda value: type(value).__name__)
def test_an_expected_fault_is_a_code_and_a_sentence(error: Exception, code: ExitCode, part: str) -> None:
    failure = faults.explain(error)
    assert failure is not None
    assert failure.code is code
    assert part in failure.sentence
    assert "s3cret" not in failure.sentence


def test_what_nobody_expected_is_not_explained_away() -> None:
    assert faults.explain(ZeroDivisionError()) is None


def _command(error: Exception) -> typer.Typer:
    app = typer.Typer(cls=faults.Commands)

    @app.command()
    def fail() -> None:
        raise error

    @app.command()
    def other() -> None: ...

    return app


def test_a_command_ends_with_the_code_and_says_the_sentence_on_stderr() -> None:
    result = CliRunner().invoke(_command(KeyFileProblem("There is no key file.")), ["fail"])
    assert (result.exit_code, result.stdout, result.stderr) == (4, "", "There is no key file.\n")


def test_an_unexpected_fault_reaches_whoever_can_mend_it() -> None:
    result = CliRunner().invoke(_command(ZeroDivisionError()), ["fail"])
    assert isinstance(result.exception, ZeroDivisionError)


@pytest.mark.parametrize("engine_name", ["postgresql"])
def test_a_role_without_rights_is_told_which_role_to_use(fresh_url: str) -> None:
    database = Database(Settings(database_url=fresh_url))
    with pytest.raises(DBAPIError) as caught, database.transaction(None, write=True) as connection:
        connection.execute(text("DROP TABLE staff"))
    database.close()
    failure = faults.explain(caught.value)
    assert failure is not None
    assert failure.code is ExitCode.REFUSED
    assert "COUPLESONE_OWNER_DATABASE_URL" in failure.sentence


def test_the_reason_is_the_class_where_the_driver_says_nothing() -> None:
    assert faults.reason(ValueError()) == "ValueError"


def test_a_damaged_key_file_is_a_key_file_problem(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("{}")
    with pytest.raises(KeyFileProblem) as caught:
        KeyFile.read(tmp_path / "key")
    failure = faults.explain(caught.value)
    assert failure is not None
    assert failure.code is ExitCode.KEY_FILE
