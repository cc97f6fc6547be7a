"""A real Chromium, without a head and with a profile of its own, and a real server for it to visit."""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from starlette.types import ASGIApp

REQUIRED = "COUPLESONE_REQUIRE_CHROMIUM"
"""Set where a missing Chromium is a failure."""
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
NOT_RUN = "NOT RUN: there is no Chromium on this machine (Debian: apt-get install chromium)"
FLAGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def missing() -> bool:
    """Say whether the tests in a browser cannot run, and need not."""
    return CHROMIUM is None and not os.environ.get(REQUIRED)


@contextmanager
def served(app: ASGIApp, listening: socket.socket) -> Iterator[None]:
    """Serve the application on a socket until the block ends."""
    config = uvicorn.Config(app, log_config=None, lifespan="off", ws="none", access_log=False)
    server = uvicorn.Server(config)
    server.capture_signals = _no_signals  # type: ignore[method-assign]
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    deadline = time.monotonic() + 10
    while not server.started and time.monotonic() < deadline:
        time.sleep(0.01)
    yield
    server.should_exit = True
    thread.join(10)


@contextmanager
def _no_signals() -> Iterator[None]:
    yield
