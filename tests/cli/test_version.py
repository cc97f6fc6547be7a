"""`couplesone version`, and the two ways to call the program."""

from __future__ import annotations

import runpy
import sys

import pytest

from couplesone import __version__
from couplesone.cli import main


def test_the_version(terminal) -> None:
    assert set(terminal.json("version")) == {"version", "python", "sqlite"}
    assert terminal.ok("version").startswith(f"couplesone {__version__}, Python 3.")


@pytest.mark.parametrize("call", [main, lambda: runpy.run_module("couplesone", run_name="__main__")])
def test_the_program_is_a_script_and_a_module(call, monkeypatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["couplesone", "version"])
    with pytest.raises(SystemExit) as caught:
        call()
    assert caught.value.code == 0
    assert __version__ in capsys.readouterr().out


def test_without_a_command_the_help_is_shown(terminal) -> None:
    assert "Usage: couplesone" in terminal.run().output
