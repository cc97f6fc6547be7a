"""`couplesone worker`, and the worker beside the requests of a server."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import threading
import time
from typing import Any

import pytest

from couplesone import app as application
from couplesone.app import create_app
from couplesone.cli import worker as command
from couplesone.jobs.worker import Worker, WorkerThread
from couplesone.kernel.settings import Settings, load_settings


@pytest.fixture
def quiet_logs() -> Any:
    import logging

    names = ("", "couplesone", "couplesone.requests", "couplesone.security", "uvicorn")
    before = {
        name: (logging.getLogger(name).handlers[:], logging.getLogger(name).propagate) for name in names
    }
    yield
    for name, (handlers, propagate) in before.items():
        logging.getLogger(name).handlers[:] = handlers
        logging.getLogger(name).propagate = propagate


def test_once_does_what_is_due_and_ends(sqlite_installed, terminal, quiet_logs) -> None:
    printed = terminal.ok("worker", "--once")
    assert json.loads(printed.splitlines()[0])["system_scope"] == "background work"


def test_it_works_until_it_is_asked_to_end(
    sqlite_installed, terminal, quiet_logs, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Worker] = []
    real = command.make_worker

    def make(works: Any) -> Worker:
        made.append(real(works))
        threading.Thread(target=end_soon).start()
        return made[0]

    def end_soon() -> None:
        time.sleep(0.3)
        os.kill(os.getpid(), signal.SIGTERM)

    monkeypatch.setattr(command, "make_worker", make)
    before = {ending: signal.getsignal(ending) for ending in (signal.SIGTERM, signal.SIGINT)}
    try:
        printed = terminal.ok("worker")
    finally:
        for ending, handler in before.items():
            signal.signal(ending, handler)
    assert made[0].stop.is_set()
    lines = [json.loads(line) for line in printed.splitlines()]
    assert [line["event"] for line in lines if line.get("logger") == "couplesone.jobs"] == [
        "working",
        "stopped",
    ]


def test_without_an_installation_it_says_why(terminal) -> None:
    assert "key file" in terminal.fails(4, "worker", "--once")


@pytest.mark.parametrize(
    ("settings", "does"),
    [
        ({}, True),
        ({"worker_in_server": False}, False),
        ({"database_url": "postgresql://a@b/c"}, False),
        ({"database_url": "postgresql://a@b/c", "worker_in_server": True}, True),
    ],
)
def test_a_server_does_jobs_on_sqlite_unless_told_otherwise(settings, does) -> None:
    assert Settings(**settings).does_jobs is does


@pytest.mark.parametrize("switch", [None, False])
def test_a_server_process_runs_a_worker_as_long_as_it_runs(
    sqlite_installed, monkeypatch: pytest.MonkeyPatch, switch
) -> None:
    threads: list[WorkerThread] = []

    class Noted(WorkerThread):
        def __init__(self, worker: Worker) -> None:
            super().__init__(worker)
            threads.append(self)

    monkeypatch.setattr(application, "WorkerThread", Noted)
    shell = create_app(load_settings(worker_in_server=switch))

    async def live() -> None:
        said: asyncio.Queue[Any] = asyncio.Queue()
        answers: asyncio.Queue[Any] = asyncio.Queue()

        running = asyncio.ensure_future(shell({"type": "lifespan", "state": {}}, said.get, answers.put))
        await said.put({"type": "lifespan.startup"})
        assert (await answers.get())["type"] == "lifespan.startup.complete"
        assert [thread._thread.is_alive() for thread in threads] == [True] * (switch is None)
        await said.put({"type": "lifespan.shutdown"})
        await running
        assert (await answers.get())["type"] == "lifespan.shutdown.complete"

    asyncio.run(live())
    assert not any(thread._thread.is_alive() for thread in threads)
