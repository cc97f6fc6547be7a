"""The server's log keeps to its allow-list."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
from typing import Any

import pytest

from couplesone.cli import log_lines


def _line(message: Any, *arguments: Any, **more: Any) -> dict[str, Any]:
    record = logging.LogRecord(
        "uvicorn.error", logging.WARNING, "x.py", 1, message, arguments, more.pop("exc", None)
    )
    record.__dict__.update(more)
    formatted = log_lines.JsonLine().format(record)
    assert "\n" not in formatted
    found: dict[str, Any] = json.loads(formatted)
    return found


def test_a_line_has_time_level_logger_and_event() -> None:
    line = _line("Shutting down")
    assert line.pop("time").endswith("+00:00")
    assert line == {"level": "warning", "logger": "uvicorn.error", "event": "Shutting down"}


def test_facts_of_our_own_are_kept() -> None:
    assert _line("listening", facts={"url": "http://127.0.0.1:1"})["url"] == "http://127.0.0.1:1"


@pytest.mark.parametrize(
    ("message", "arguments", "event"),
    [
        ("Started server process [%d]", (12,), "Started server process [12]"),
        ("Error loading ASGI app. %s", ("Anna Secret",), "Error loading ASGI app. %s"),
        ("%(name)s", ({"name": "Anna Secret"},), "%(name)s"),
        ("Traceback (most recent call last):\n  Anna Secret", (), "Traceback (most recent call last):"),
        ("x" * 300, (), "x" * 200),
        (ValueError("Anna Secret"), (), "ValueError"),
        (ValueError("Anna Secret"), (1,), "ValueError"),
    ],
)
def test_texts_that_were_put_in_are_left_out(message: Any, arguments: tuple[Any, ...], event: str) -> None:
    assert _line(message, *arguments)["event"] == event


def test_a_fault_is_its_class_and_our_place_without_its_message() -> None:
    try:
        log_lines.configuration(None)  # type: ignore[arg-type]
    except AttributeError as error:
        line = _line("Exception in ASGI application\n", exc=(type(error), error, error.__traceback__))
    assert line["event"] == "Exception in ASGI application"
    assert line["fault"] == "AttributeError"
    assert line["at"].startswith("couplesone.cli.log_lines:")
    assert "NoneType" not in json.dumps(line)


def test_no_fault_where_none_is_being_handled() -> None:
    assert "fault" not in _line("x", exc=(None, None, None))


def test_each_logger_prints_once_and_only_what_is_severe_enough() -> None:
    """In a process of its own: a logging configuration is for a whole process."""
    script = """
import logging, logging.config
from couplesone.cli import log_lines
logging.config.dictConfig(log_lines.configuration("warning"))
logging.getLogger("couplesone.requests").warning('{"as": "it is"}')
logging.getLogger("couplesone.security").error('{"too": 1}')
logging.getLogger("couplesone.server").warning("ours")
logging.getLogger("uvicorn.error").warning("theirs")
logging.getLogger("asyncio").warning("a library's")
for name in ("couplesone.requests", "couplesone.server", "uvicorn.error", "asyncio"):
    logging.getLogger(name).info("not severe enough")
"""
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    lines = [json.loads(line) for line in ran.stdout.splitlines()]
    assert lines[:2] == [{"as": "it is"}, {"too": 1}]
    assert [line["event"] for line in lines[2:]] == ["ours", "theirs", "a library's"]
    assert ran.stderr == ""
