"""Laying out generated code the way the formatter would, so that it needs no formatter.

A bracket stays on one line where it fits, and otherwise has one member a line, each with a comma after it.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

WIDTH: Final = 110
_INDENT: Final = 4


@dataclass(frozen=True, slots=True)
class Bracket:
    """Something in brackets: what opens it, its members, what closes it."""

    opening: str
    members: Sequence[Code]
    closing: str


Code: TypeAlias = str | Bracket


def flat(code: Code) -> str:
    """Return the code on one line."""
    if isinstance(code, str):
        return code
    return f"{code.opening}{', '.join(flat(member) for member in code.members)}{code.closing}"


def laid_out(code: Code, *, indent: int = 0, after: str = "") -> list[str]:
    """Return the lines of the code at an indentation, ``after`` standing behind the last one."""
    line = f"{' ' * indent}{flat(code)}{after}"
    if isinstance(code, str) or not code.members or len(line) <= WIDTH:
        return [line]
    lines = [f"{' ' * indent}{code.opening}"]
    for member in code.members:
        lines += laid_out(member, indent=indent + _INDENT, after=",")
    return [*lines, f"{' ' * indent}{code.closing}{after}"]


def docstring(text: str, *, indent: int = 0) -> list[str]:
    """Return a docstring: a first line, and below an empty line whatever does not fit on it."""
    text = " ".join(text.split()).replace("\\", "\\\\").replace('"', "'")
    text = text if text.endswith((".", "?", "!")) else f"{text}."
    margin, room = " " * indent, WIDTH - indent - 3
    if len(text) <= room - 3:
        return [f'{margin}"""{text}"""']
    first, rest = _first_clause(text, room)
    wrapped = textwrap.wrap(rest, WIDTH - indent)
    return [f'{margin}"""{first}', "", *(f"{margin}{line}" for line in wrapped), f'{margin}"""']


def _first_clause(text: str, room: int) -> tuple[str, str]:
    """Split at the end of the first sentence, or where that is too long at the last clause that fits."""
    for mark in (". ", "; ", ": ", ", "):
        end = text.find(mark) if mark == ". " else text.rfind(mark, 0, room)
        if 0 < end < room:
            rest = text[end + 2 :]
            return f"{text[:end]}.", rest[:1].upper() + rest[1:]
    raise ValueError(f"no part of this fits on a line: {text}")


def module(parts: Iterable[Sequence[str]], *, between: int = 2) -> str:
    """Return the text of a module from its parts, with empty lines between them."""
    return ("\n" * (between + 1)).join("\n".join(part) for part in parts) + "\n"
