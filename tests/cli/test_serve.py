"""`couplesone serve`: what keeps it from starting, how it runs, and how it ends."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn

from couplesone.cli import serve, serving
from couplesone.cli.checks import CHECKS, Finding, Severity
from couplesone.cli.output import ExitCode, Failure
from couplesone.cli.protocol import DeadlineProtocol
from couplesone.kernel.settings import Mode, Settings
from couplesone.persistence.keyring import KeyFile
from couplesone.web.shell import Shell

PRODUCTION = Settings(mode=Mode.PRODUCTION)


def found(severity: Severity, *ids: str) -> list[Any]:
    return [
        (check, Finding(severity, f"{check.id} is wrong.", "Mend it.")) for check in CHECKS if check.id in ids
    ]


# -- what keeps it from starting ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("check", "code"),
    [
        ("key_file", ExitCode.KEY_FILE),
        ("key_file_opens", ExitCode.KEY_FILE),
        ("database", ExitCode.DATABASE),
        ("schema", ExitCode.SCHEMA),
    ],
)
@pytest.mark.parametrize("mode", Mode)
def test_what_the_server_cannot_work_without(check: str, code: ExitCode, mode: Mode) -> None:
    with pytest.raises(Failure, match=f"{check} is wrong. Mend it.") as caught:
        serve.refuse_unfit(Settings(mode=mode), found(Severity.ERROR, check, "allowed_hosts"))
    assert caught.value.code is code


def test_every_other_error_counts_in_production_only() -> None:
    others = [check.id for check in CHECKS if check.vital is None]
    errors = found(Severity.ERROR, *others)
    serve.refuse_unfit(Settings(), errors)
    with pytest.raises(Failure) as caught:
        serve.refuse_unfit(PRODUCTION, errors)
    assert caught.value.code is ExitCode.CONFIGURATION
    assert all(f"- {check} is wrong. Mend it." in caught.value.sentence for check in others)


@pytest.mark.parametrize("severity", [Severity.OK, Severity.WARNING])
def test_what_is_no_error_keeps_nobody_from_starting(severity: Severity) -> None:
    serve.refuse_unfit(PRODUCTION, found(severity, *(check.id for check in CHECKS)))


@pytest.mark.parametrize(
    ("arguments", "code"), [(("--port", "70000"), 2), (("--workers", "0"), 2), (("--port", "x"), 2), ((), 3)]
)
def test_refused_from_the_command_line(terminal, arguments: tuple[str, ...], code: int) -> None:
    KeyFile.create(Path("couplesone.key"))
    terminal.fails(code, "serve", *arguments)


def test_an_unsafe_setting_in_production_ends_with_5(sqlite_installed) -> None:
    sqlite_installed.set("MODE", "production")
    sqlite_installed.set("ALLOWED_HOSTS", "*")
    sentence = sqlite_installed.fails(5, "serve", "--port", "0")
    assert "- The server answers to any host name." in sentence
    assert "COUPLESONE_PUBLIC_URL" in sentence


def test_another_revision_ends_with_6(sqlite_installed) -> None:
    sqlite_installed.ok("db", "downgrade", "2026_11_22_01", "--yes")
    assert "couplesone db upgrade" in sqlite_installed.fails(6, "serve", "--port", "0")


def test_a_port_that_is_taken_ends_with_7(sqlite_installed) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        sentence = sqlite_installed.fails(7, "serve", "--port", str(port))
    assert f"cannot listen on 127.0.0.1, port {port}: address already in use" in sentence


def test_a_host_that_is_none_ends_with_7() -> None:
    with pytest.raises(Failure) as caught:
        serving.listen("no host", 0)
    assert caught.value.code is ExitCode.ADDRESS


# -- how it runs ----------------------------------------------------------------------------------


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


# -- real processes -------------------------------------------------------------------------------


@contextmanager
def process(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    """Run `couplesone serve` as a process of its own in the current directory."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    running = subprocess.Popen(
        [sys.executable, "-W", "error", "-m", "couplesone", "serve", "--port", "0", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
        start_new_session=True,
    )
    try:
        yield running
    finally:
        with suppress(ProcessLookupError):
            os.killpg(running.pid, signal.SIGKILL)  # with its processes, which hold the pipes
        running.communicate()


@pytest.mark.parametrize("workers", [1, 2])
def test_a_real_server_answers_and_ends_gracefully(sqlite_installed, workers: int) -> None:
    with process("--workers", str(workers)) as running:
        assert running.stdout is not None
        first = json.loads(running.stdout.readline())
        assert (first["event"], first["processes"]) == ("listening", workers)
        with httpx.Client(base_url=first["url"], timeout=30) as client:
            answer = client.get("/readyz?name=Anna+Secret")
            assert (answer.status_code, answer.json()) == (200, {"status": "ready"})
            assert "server" not in answer.headers
            started = time.monotonic()
            running.send_signal(signal.SIGTERM)
            out, err = running.communicate(timeout=10)
    assert running.returncode == 0, err
    assert time.monotonic() - started < 10
    assert err == ""
    assert "Anna" not in out
    lines = [json.loads(line) for line in out.splitlines()]
    assert [line["operation"] for line in lines if "operation" in line] == ["get_readiness"]


def test_no_process_outlives_its_parent(sqlite_installed) -> None:
    with process("--workers", "2") as running:
        assert running.stdout is not None
        url = json.loads(running.stdout.readline())["url"]
        with httpx.Client(base_url=url, timeout=30) as client:
            client.get("/healthz")
        running.kill()
        out, _ = running.communicate(timeout=30)  # ends when nobody holds the pipe any more
    assert "Finished server process" in out


@pytest.mark.parametrize(
    ("broken", "code", "part"),
    [
        ("server", 3, "Connection refused"),
        ("key", 4, "The key file at wrong.key cannot be read or is damaged."),
    ],
)
def test_a_real_server_that_cannot_start(sqlite_installed, broken: str, code: int, part: str) -> None:
    if broken == "server":
        sqlite_installed.set("DATABASE_URL", "postgresql://nobody:s3cret@127.0.0.1:1/none")
    else:
        Path("wrong.key").write_text("not a key")
        sqlite_installed.set("KEY_FILE", "wrong.key")
    with process() as running:
        out, err = running.communicate(timeout=30)
    assert running.returncode == code, err
    assert out == ""
    assert part in err
    assert "Traceback" not in err
    assert "s3cret" not in err
