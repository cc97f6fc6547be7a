"""Tables, JSON and sentences."""

from __future__ import annotations

import json
import sys

import pytest

from couplesone.cli.output import ExitCode, Failure, answer, say, table

ROWS = [("one", "two"), ("a much longer cell " * 20, "[bold]not markup[/bold]")]


def test_json_is_one_object_on_one_line_of_stdout(capsys: pytest.CaptureFixture[str]) -> None:
    answer({"a": 1, "path": ExitCode.OK}, "text that is left out", as_json=True)
    printed = capsys.readouterr()
    assert json.loads(printed.out) == {"a": 1, "path": 0}
    assert printed.out.count("\n") == 1
    assert printed.err == ""


def test_a_table_that_nobody_looks_at_is_neither_wrapped_nor_padded(
    capsys: pytest.CaptureFixture[str],
) -> None:
    answer({}, "before", table(("name", "meaning"), ROWS), as_json=False)
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 4
    assert lines[1].split() == ["NAME", "MEANING"]
    assert lines[3].endswith("[bold]not markup[/bold]")
    assert all(line == line.rstrip() for line in lines)


def test_on_a_terminal_a_table_is_wrapped(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "60")
    answer({}, table(("name", "meaning"), ROWS), as_json=False)
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) > 6
    assert max(map(len, lines)) <= 60


def test_sentences_go_to_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    say("Nothing was changed.")
    printed = capsys.readouterr()
    assert (printed.out, printed.err) == ("", "Nothing was changed.\n")


def test_a_failure_is_a_code_and_a_sentence() -> None:
    failure = Failure(ExitCode.SCHEMA, "Run it.")
    assert (failure.code, failure.sentence, str(failure)) == (6, "Run it.", "Run it.")
