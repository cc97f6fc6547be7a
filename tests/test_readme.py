"""README is true: its tables are those of the code, and each of its commands does what it says."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

import readme
from couplesone.sdk import Couplesone

ROOT = Path(__file__).parents[1]
TEXT = readme.README.read_text(encoding="utf-8")
SHELL = re.findall(r"```sh\n(.*?)```", TEXT, re.DOTALL)
RUN, TEST, PRACTICE, STAFF, BACKUP, UPGRADE, KEY, CURL = SHELL
(SNIPPET,) = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)


@pytest.mark.parametrize("name", readme.TABLES)
def test_a_table_is_the_one_of_the_code(name: str) -> None:
    assert readme.section(TEXT, name) == readme.TABLES[name]()


def test_nothing_is_left_to_fill_in() -> None:
    assert "@@" not in TEXT
    assert "TODO" not in TEXT


def test_the_decisions_are_numbered_without_a_gap() -> None:
    decisions = TEXT.split("## Decisions\n")[1].split("\n## ")[0]
    numbers = [int(number) for number in re.findall(r"^(\d+)\. ", decisions, re.MULTILINE)]
    assert numbers == list(range(1, len(numbers) + 1))


def test_every_file_that_it_names_is_there() -> None:
    rooms = ROOT / "src" / "couplesone"
    for path in re.findall(r"`([a-z_]+/[a-z_./]+)`", TEXT):
        if not path.startswith("v1"):
            assert (ROOT / path).exists() or (rooms / path).exists() or path == "application/problem+json", (
                path
            )
    for link in re.findall(r"\]\(([^)]+)\)", TEXT):
        assert (ROOT / link).exists(), link


# -- the two commands of the first screen ---------------------------------------------------------------


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what is under version control."""
    target = tmp_path_factory.mktemp("checkout")
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    for name in filter(None, listed.stdout.split("\0")):
        if (source := ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, target / name)
    return target


def _bash(script: str, directory: Path, **environment: str) -> str:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("COUPLESONE_")}
    clean.pop("PYTHONPATH", None)
    command = ["bash", "-euo", "pipefail", "-c", script]
    done = subprocess.run(
        command, cwd=directory, env=clean | environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_first_command_installs_and_shows_the_worked_cases(checkout: Path) -> None:
    assert RUN.rstrip().endswith("couplesone demo")
    printed = json.loads(_bash(RUN.rstrip() + " --once --json", checkout, TMPDIR=str(checkout)))
    figures = [case["figures"][-1]["t_score"] for case in printed["cases"] if case["figures"]]
    assert figures == [61.02, 61.95]


def test_the_second_command_installs_and_tests(checkout: Path) -> None:
    install, _, pytest_command = TEST.rstrip().rpartition(" && ")
    assert pytest_command == ".venv/bin/python -m pytest -q -n 2"
    printed = _bash(f"{install} && {pytest_command} tests/kernel/test_clock.py", checkout)
    assert " passed" in printed
    script = (checkout / ".ci" / "run").read_text()
    assert "<!-- test command -->" in script


# -- the paths of the three readers ---------------------------------------------------------------------


@pytest.fixture
def terminal(tmp_path: Path) -> tuple[Path, dict[str, str]]:
    """A directory, and an environment in which ``couplesone`` is this version and ports are free."""
    bin_directory = tmp_path / "bin"
    bin_directory.mkdir()
    for name, module in (("couplesone", "-m couplesone"), ("python3", "")):
        script = bin_directory / name
        script.write_text(f'#!/bin/sh\nexec {sys.executable} {module} "$@"\n')
        script.chmod(0o755)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {
        "PATH": f"{bin_directory}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT / "src"),
        "COUPLESONE_PORT": str(port),
        "URL": f"http://127.0.0.1:{port}",
    }
    return tmp_path, environment


def test_the_practice_the_script_and_curl(terminal: tuple[Path, dict[str, str]]) -> None:
    directory, environment = terminal
    init, change, doctor, serve = PRACTICE.strip().split("\n")
    told = json.loads(_bash(f"{init} --json", directory, **environment))
    assert change == "cd practice"
    practice = directory / "practice"
    assert "key" in _bash(doctor, practice, **environment)
    assert serve == "couplesone serve"
    server = subprocess.Popen(
        [sys.executable, "-m", "couplesone", "serve"],
        cwd=practice,
        env=os.environ | environment,
        stdout=subprocess.DEVNULL,
    )
    try:
        _wait_for(int(environment["COUPLESONE_PORT"]))
        with Couplesone(environment["URL"]) as owner:
            owner.use_password_reset(reset_code=told["reset_code"], new_password="a quiet house by the river")
            owner.sign_in(email="owner@example.org", password="a quiet house by the river")
        assert "therapist@example.org" in _bash(STAFF, practice, **environment)
        _bash(BACKUP, practice, **environment)
        assert (practice / "backup.sqlite3").stat().st_size > 0
        assert "revision" in _bash(UPGRADE, practice, **environment)
        token = json.loads(_bash(f"{KEY.rstrip()} --json", practice, **environment))["secret"]
        snippet = SNIPPET.replace("http://127.0.0.1:8000", environment["URL"])
        _bash(f"python3 - <<'EOF'\ntoken = {token!r}\n{snippet}\nEOF", practice, **environment)
        if shutil.which("curl"):
            listed = json.loads(_bash(CURL, practice, TOKEN=token, **environment))
            assert [client["external_id"] for client in listed["items"]] == ["crm-4711"]
    finally:
        server.terminate()
        assert server.wait(20) == 0


def _wait_for(port: int) -> None:
    for _ in range(150):
        with suppress(OSError):
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        time.sleep(0.1)
    raise AssertionError("the server does not listen")
