"""A practice in a database of its own, and the real server as a process of its own."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest
from anyio.from_thread import BlockingPortal

from couplesone.app import create_app
from couplesone.kernel.clock import SettableClock
from couplesone.kernel.settings import Settings
from couplesone.wiring import make_works
from support.http import InProcess
from support.world import World

STARTING_SECONDS = 30


class Server:
    """`couplesone serve` on a port that stays the same."""

    def __init__(self, directory: Path, settings: Settings, bytecode: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self._directory = directory
        hidden = ("COV", "COUPLESONE_", "PYTHONDONTWRITEBYTECODE")
        inherited = {name: value for name, value in os.environ.items() if not name.startswith(hidden)}
        self._environment = inherited | {
            "PYTHONPYCACHEPREFIX": str(
                bytecode
            ),  # the second start is a quick one, whatever the machine keeps
            "COUPLESONE_DATABASE_URL": settings.database_url,
            "COUPLESONE_KEY_FILE": str(settings.key_file),
            "COUPLESONE_THREADS": "4",
            "COUPLESONE_RATE_LIMIT_PER_MINUTE": "1000000",
            "COUPLESONE_DATABASE_WAIT_SECONDS": "1",
        }
        self.process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        """Start the process and wait until it answers."""
        with (self._directory / "stderr").open("a") as complaints:
            self.process = subprocess.Popen(
                [sys.executable, "-W", "error", "-m", "couplesone", "serve", "--port", str(self.port)],
                cwd=self._directory,
                env=self._environment,
                stdout=subprocess.DEVNULL,
                stderr=complaints,
                start_new_session=True,
            )
        deadline = time.monotonic() + STARTING_SECONDS
        while True:
            with suppress(httpx.TransportError):
                httpx.get(f"{self.url}/healthz", timeout=5)
                return
            assert self.process.poll() is None, (self._directory / "stderr").read_text()
            assert time.monotonic() < deadline
            time.sleep(0.02)

    def kill(self) -> None:
        """End the process without any warning."""
        assert self.process is not None
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(10)

    def said(self) -> str:
        """What the process complained of."""
        return (self._directory / "stderr").read_text()


@pytest.fixture(scope="session")
def bytecode(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the servers of this run keep what Python compiles."""
    return tmp_path_factory.mktemp("bytecode")


@pytest.fixture
def premises(
    key_file: Path, tmp_path: Path, bytecode: Path, portal: BlockingPortal
) -> Iterator[Callable[[str], tuple[World, Server]]]:
    """Open a practice in a database, now, and return it with a server that is not started yet."""
    servers: list[Server] = []
    worlds: list[World] = []

    def open_one(url: str) -> tuple[World, Server]:
        own_key = tmp_path / "couplesone.key"
        shutil.copy(key_file, own_key)
        own_key.chmod(0o600)
        settings = Settings(database_url=url, key_file=own_key)
        clock = SettableClock(datetime.now(UTC))
        works = make_works(settings, clock=clock)
        worlds.append(World(works, clock, InProcess(create_app(settings, works=works), portal)))
        servers.append(Server(tmp_path, settings, bytecode))
        return worlds[-1], servers[-1]

    yield open_one
    for server in servers:
        if server.process is not None and server.process.poll() is None:
            server.kill()
    for world in worlds:
        world.works.database.close()
