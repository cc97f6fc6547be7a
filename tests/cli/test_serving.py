"""How the server runs, in one process or several, and how it ends."""

from __future__ import annotations

import os
import signal
import socket
import sys
import threading
from collections.abc import Iterator
from typing import Any

import pytest
import uvicorn

from couplesone.cli import serving
from couplesone.cli.output import Failure
from couplesone.cli.protocol import DeadlineProtocol
from couplesone.kernel.settings import Settings
from couplesone.web.shell import Shell


@pytest.mark.parametrize(("host", "shown"), [("127.0.0.1", "http://127.0.0.1:"), ("::1", "http://[::1]:")])
def test_the_address_it_listens_on(host: str, shown: str) -> None:
    with serving.listen(host, 0) as listener:
        assert serving.address_of(listener).startswith(shown)


def test_the_application_is_made_from_the_environment(sqlite_installed) -> None:
    assert isinstance(serving.application(), Shell)


def test_a_process_that_cannot_make_the_application_says_why(
    terminal, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        serving.application()
    assert caught.value.code == 3
    assert capsys.readouterr().err.startswith("There is no key file")


def test_a_fault_of_our_own_is_not_hidden(terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: Settings) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(serving, "create_app", fail)
    with pytest.raises(ZeroDivisionError):
        serving.application()


def test_how_uvicorn_is_told_to_run() -> None:
    options = serving.options(Settings(trusted_proxies=("10.0.0.1",), log_level="warning"))
    assert options["access_log"] is False
    assert options["server_header"] is False
    assert options["http"] is DeadlineProtocol
    assert options["forwarded_allow_ips"] == ["10.0.0.1"]
    assert (options["timeout_graceful_shutdown"], options["limit_concurrency"]) == (10, 4000)
    assert options["log_config"]["loggers"]["couplesone.requests"]["level"] == "WARNING"
    assert serving.options(Settings(trusted_proxies=()))["proxy_headers"] is False


@pytest.mark.parametrize(
    ("limits", "wanted"),
    [
        ((1024, 100_000), [(5000, 100_000)]),
        ((1024, 2048), [(2048, 2048)]),
        ((1024, -1), [(5000, -1)]),
        ((9000, 9000), []),
        ((-1, -1), []),
    ],
)
def test_files_may_be_open_for_as_many_connections(
    limits: tuple[int, int], wanted: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    import resource

    asked: list[Any] = []
    monkeypatch.setattr(resource, "getrlimit", lambda _: limits)
    monkeypatch.setattr(resource, "setrlimit", lambda _, limit: asked.append(limit))
    serving.raise_file_limit()
    assert asked == wanted


def test_where_there_are_no_such_limits_none_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    import resource

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(resource, "getrlimit", lambda _: pytest.fail("asked"))
    serving.raise_file_limit()


def test_the_command_listens_and_runs(sqlite_installed, monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[Settings] = []
    monkeypatch.setattr(serving, "run", lambda settings, _: ran.append(settings))
    sqlite_installed.ok("serve", "--port", "0", "--workers", "2")
    assert (ran[0].port, ran[0].workers, ran[0].host) == (0, 2, "127.0.0.1")


class FakeServer:
    """Stands for uvicorn's server: ends as a test wants it to."""

    should_exit = False

    def __init__(self, ending: Any) -> None:
        self.ending = ending

    def run(self, sockets: list[socket.socket]) -> None:
        self.ending(self)


def _gracefully(server: FakeServer) -> None:
    server.should_exit = True
    signal.raise_signal(signal.SIGTERM)  # as uvicorn repeats it


def _not_at_all(_: FakeServer) -> None:
    raise SystemExit(3)


def _before_it_began(_: FakeServer) -> None:
    signal.raise_signal(signal.SIGTERM)


class FakeProcess:
    def __init__(self, exitcode: int) -> None:
        self.exitcode = exitcode


class FakeSupervisor:
    codes: tuple[int, ...] = ()

    def __init__(self, *_: Any, **__: Any) -> None:
        self.processes = [FakeProcess(code) for code in self.codes]

    def run(self) -> None:
        if not self.codes:
            signal.raise_signal(signal.SIGTERM)


class FakeChild:
    def __init__(self) -> None:
        self.done: list[str] = []

    def __getattr__(self, name: str) -> Any:
        return lambda *_: self.done.append(name)


@pytest.fixture
def faked(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Neither servers nor a logging configuration nor limits; and the signal handlers as they were."""
    handlers = {ending: signal.getsignal(ending) for ending in (signal.SIGTERM, signal.SIGINT)}
    monkeypatch.setattr(serving.uvicorn, "Config", lambda **options: options)
    monkeypatch.setattr(serving, "Multiprocess", FakeSupervisor)
    monkeypatch.setattr(serving, "raise_file_limit", lambda: None)
    yield monkeypatch
    for ending, handler in handlers.items():
        signal.signal(ending, handler)


@pytest.mark.parametrize(
    ("ending", "starts"), [(_gracefully, True), (_before_it_began, True), (_not_at_all, False)]
)
def test_the_ends_of_one_process(faked: pytest.MonkeyPatch, ending: Any, starts: bool) -> None:
    faked.setattr(serving.uvicorn, "Server", lambda _: FakeServer(ending))
    with serving.listen("127.0.0.1", 0) as listener:
        if starts:
            serving.run(Settings(), listener)
        else:
            with pytest.raises(Failure, match="did not start"):
                serving.run(Settings(), listener)


@pytest.mark.parametrize(("codes", "starts"), [((0, -15), True), ((0, 3), False)])
def test_the_ends_of_several_processes(
    faked: pytest.MonkeyPatch, codes: tuple[int, ...], starts: bool
) -> None:
    faked.setattr(FakeSupervisor, "codes", codes)
    with serving.listen("127.0.0.1", 0) as listener:
        if starts:
            serving.run(Settings(workers=2), listener)
        else:
            with pytest.raises(Failure, match="did not start"):
                serving.run(Settings(workers=2), listener)


def test_several_processes_are_asked_to_end_all_at_once_and_then_waited_for(
    faked: pytest.MonkeyPatch,
) -> None:
    children = [FakeChild(), FakeChild()]
    faked.setattr(serving.multiprocessing, "active_children", lambda: children)
    with serving.listen("127.0.0.1", 0) as listener:
        serving.run(Settings(workers=2), listener)
    assert [child.done for child in children] == [["terminate", "join", "kill"]] * 2
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_IGN


def test_a_further_process_ends_with_its_parent(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[Any] = []
    monkeypatch.setattr(serving.os, "kill", lambda *sending: sent.append(sending))
    serving._end_with(FakeChild())  # type: ignore[arg-type]
    assert sent == [(os.getpid(), signal.SIGTERM)]


def test_a_further_process_watches_its_parent(sqlite_installed, monkeypatch: pytest.MonkeyPatch) -> None:
    watched = threading.Event()
    monkeypatch.setattr(serving.multiprocessing, "parent_process", FakeChild)
    monkeypatch.setattr(serving, "_end_with", lambda _: watched.set())
    serving.application()
    assert watched.wait(5)


def test_a_startup_failure_is_what_uvicorn_calls_one() -> None:
    assert uvicorn.config.STARTUP_FAILURE == 3
