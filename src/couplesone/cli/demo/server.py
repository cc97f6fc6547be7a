"""The real server, in a thread of the command: on a free port of this machine, its log in a file."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import uvicorn

from couplesone.app import create_app
from couplesone.cli import log_lines, serving
from couplesone.cli.output import ExitCode, Failure
from couplesone.kernel.settings import Settings


@contextmanager
def running(settings: Settings, log_file: Path) -> Iterator[str]:
    """Serve the API while the context lasts, and give its URL; in the end finish what is under way."""
    listener = serving.listen(settings.host, 0)
    options = serving.options(settings) | {
        "app": create_app(settings),
        "factory": False,
        "log_config": _logging_to(log_file, settings.log_level),
    }
    server = uvicorn.Server(uvicorn.Config(**options))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, name="server", daemon=True)
    thread.start()
    try:
        while not server.started:
            if not thread.is_alive():
                raise Failure(ExitCode.REFUSED, f"The server did not start; {log_file} says why.")
            time.sleep(0.01)
        yield serving.address_of(listener)
    finally:
        server.should_exit = True
        thread.join()


def wait_for_the_end() -> None:
    """Wait for Ctrl-C or SIGTERM; from then on further ones change nothing."""
    ended = threading.Event()
    for ending in (signal.SIGINT, signal.SIGTERM):
        signal.signal(ending, lambda *_: ended.set())
    while not ended.wait(0.5):
        pass


def _logging_to(path: Path, level: str) -> dict[str, Any]:
    """Return the server's logging configuration with a file in place of stdout."""
    configuration = log_lines.configuration(level)
    for handler in configuration["handlers"].values():
        del handler["stream"]
        handler |= {"class": "logging.FileHandler", "filename": str(path), "encoding": "utf-8"}
    return configuration
