"""`couplesone serve`: what keeps it from starting, how it runs, and how it ends."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import httpx
import pytest

from couplesone.cli import serve, serving
from couplesone.cli.checks import CHECKS, Finding, Severity
from couplesone.cli.output import ExitCode, Failure
from couplesone.kernel.settings import Mode, Settings
from couplesone.persistence.keyring import KeyFile

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


# -- real processes -------------------------------------------------------------------------------


@contextmanager
def process(terminal: Any, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """Run `couplesone serve` as a process of its own in the current directory."""
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("COV")},
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPYCACHEPREFIX": str(terminal.directory.parents[1] / "compiled"),  # by the first one, for all
    }
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
    with process(sqlite_installed, "--workers", str(workers)) as running:
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
    with process(sqlite_installed, "--workers", "2") as running:
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
    with process(sqlite_installed) as running:
        out, err = running.communicate(timeout=30)
    assert running.returncode == code, err
    assert out == ""
    assert part in err
    assert "Traceback" not in err
    assert "s3cret" not in err
