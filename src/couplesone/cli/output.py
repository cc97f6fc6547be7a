"""What a command says and how it ends: exit codes, sentences on stderr, and on stdout a table or one JSON object."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum
from typing import Annotated, Any, Self

import typer
from rich.console import Console
from rich.table import Table

_PIPE_WIDTH = 10_000
"""Wide enough that nothing is wrapped where no person looks at it."""


class ExitCode(IntEnum):
    """How a command ended; the meanings are listed at the end of every help text."""

    meaning: str

    OK = 0, "done"
    REFUSED = 1, "refused, or a check failed"
    USAGE = 2, "the command was not understood"
    DATABASE = 3, "the database cannot be reached"
    KEY_FILE = 4, "the key file is missing, unreadable or not the right one"
    CONFIGURATION = 5, "the settings cannot be read, or are unsafe in production mode"
    SCHEMA = 6, "the database is not at the revision that this program needs"
    ADDRESS = 7, "the server cannot listen on this address and port"

    def __new__(cls, value: int, meaning: str) -> Self:
        """Make a member that knows its meaning."""
        member = int.__new__(cls, value)
        member._value_ = value
        member.meaning = meaning
        return member


EPILOGUE = "\b\nExit codes:\n" + "\n".join(f"  {code.value}  {code.meaning}" for code in ExitCode)


class Failure(Exception):
    """A command cannot do what it was asked for; the sentence says what is wrong and how to mend it."""

    def __init__(self, code: ExitCode, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence


AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object instead of text.")]


def say(sentence: str) -> None:
    """Tell the person at the terminal something that is not the answer: on stderr."""
    typer.echo(sentence, err=True)


def confirmed(question: str) -> bool:
    """Ask on stderr, and say whether the answer was yes; no answer is a no."""
    typer.echo(f"{question} [y/N] ", err=True, nl=False)
    return sys.stdin.readline().strip().lower() in ("y", "yes")


def answer(facts: Mapping[str, Any], *parts: str | Table, as_json: bool) -> None:
    """Print what the command found: the facts as one JSON object, or else the parts as text."""
    if as_json:
        typer.echo(json.dumps(facts, default=str))
        return
    for part in parts:
        typer.echo(part if isinstance(part, str) else _text_of(part))


def _text_of(part: Table) -> str:
    width = None if sys.stdout.isatty() else _PIPE_WIDTH
    console = Console(width=width, markup=False, highlight=False, emoji=False, color_system=None)
    with console.capture() as captured:
        console.print(part)
    return "\n".join(line.rstrip() for line in captured.get().splitlines())


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    """Return a plain table: no frame, headings in capitals, nothing but spaces between the columns."""
    made = Table(box=None, show_edge=False, pad_edge=False, padding=(0, 2, 0, 0), header_style="")
    for heading in headings:
        made.add_column(heading.upper(), overflow="fold")
    for row in rows:
        made.add_row(*row)
    return made
