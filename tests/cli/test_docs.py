"""Every command explains itself and lists how it may end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import typer.main
from typer.core import TyperGroup

from couplesone.cli import app
from couplesone.cli.output import ExitCode


def walk(command: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    yield path, command
    if isinstance(command, TyperGroup):
        for name, inner in command.commands.items():
            yield from walk(inner, (*path, name))


ALL = dict(walk(typer.main.get_command(app)))


@pytest.mark.parametrize("path", ALL, ids=lambda path: " ".join(("couplesone", *path)))
def test_every_command_has_help_and_lists_the_exit_codes(terminal, path) -> None:
    printed = terminal.ok(*path, "--help")
    assert ALL[path].help.strip()
    for code in ExitCode:
        assert f"{code.value}  {code.meaning}" in printed


@pytest.mark.parametrize("path", ALL, ids=lambda path: " ".join(("couplesone", *path)))
def test_every_option_and_argument_has_help(path) -> None:
    assert [parameter.name for parameter in ALL[path].params if not parameter.help] == []


@pytest.mark.parametrize(
    "path",
    [
        path
        for path, command in ALL.items()
        if not isinstance(command, TyperGroup) and path not in (("serve",), ("worker",))
    ],
    ids=" ".join,
)
def test_every_command_that_prints_facts_can_print_them_as_json(path) -> None:
    assert "as_json" in {parameter.name for parameter in ALL[path].params}


@pytest.mark.parametrize("path", [path for path in ALL if path], ids=" ".join)
def test_the_list_of_commands_shows_the_whole_first_sentence(terminal, path) -> None:
    assert "..." not in "".join(
        line for line in terminal.ok(*path[:-1], "--help").splitlines() if line.strip().startswith(path[-1])
    )


def test_the_exit_codes_are_numbered_without_gaps() -> None:
    assert [code.value for code in ExitCode] == list(range(len(ExitCode)))
