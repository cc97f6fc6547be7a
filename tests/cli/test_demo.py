"""`couplesone demo` as a newcomer runs it: a process of its own, a real server, and an end in good order."""

from __future__ import annotations

import io
import json
import logging
import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from couplesone.cli.demo import command, premises, report, server
from couplesone.cli.output import Failure
from couplesone.sdk import Couplesone, NotSignedInError

FIGURES = {
    "C1": [
        (5, 36.78, [-1, -1, -1], None, None, None, None, 5, 38, None, 12, None),
        (13, 54.41, [0, 1, 0], 0.9875, 0.975, 1.0, 87.5, 13, 38, None, 12, None),
        (16, 61.02, [1, 1, 0], 0.9909, 0.9818, 1.0, 90.91, 16, 47, "improved", 6, "recovered"),
    ],
    "C4": [],
    "C6": [
        (5, 36.06, [-1, -1, -1, -1], None, None, None, None, 5, 35, None, 8, None),
        (11, 61.95, [1, 1, 0, 1], 0.9667, 0.9333, 0.9333, 83.33, 11, 58, "recovered", 5, "unchanged"),
    ],
}
MEMBERS = (
    "as_of_week",
    "t_score",
    "ratings",
    "nap",
    "tau",
    "tau_u",
    "pnd",
    "check_ins",
    "csi16",
    "csi16_class",
    "phq9",
    "phq9_class",
)


CHARTS = {
    "C1": {"progress": "C1-progress.svg", "ripple": "C1-ripple.svg"},
    "C4": {"progress": "C4-progress.svg"},
    "C6": {"progress": "C6-progress.svg", "ripple": "C6-ripple.svg"},
}
"""By case: nothing came back in C4, so there is no ripple to draw."""


def assert_elena(case: dict[str, Any]) -> None:
    """What was refused is named with its block, and no change passes for a success."""
    assert [(it["tool"], it["title"], it["blocked"]) for it in case["refused_tools"]] == [
        ("repair_attempt", "Mending a moment", "own_part_homework"),
        ("compassion_practice", "A kind look", "compassion_homework"),
        ("soft_tone", "A softer tone", "soft_conversation_homework"),
    ]
    assert {(it["code"], *it["blocks"]) for it in case["refused_tools"]} == {("safety_block", "ipv_positive")}
    phq9, csi16 = case["measures"]
    assert phq9 == {
        "instrument": "phq9",
        "totals": [17, 13],
        "difference": -4,
        "change_class": "unchanged",
        "parameter_set": "points_6",
        "withheld": None,
    }
    assert (csi16["totals"], csi16["difference"], csi16["change_class"]) == ([31, 40], None, None)
    assert csi16["withheld"] == "in_danger"


def environment() -> dict[str, str]:
    """Return an environment in which everything else would lead astray."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("COUPLESONE_")}
    return kept | {
        "COUPLESONE_DATABASE_URL": "postgresql://nobody@127.0.0.1:1/nothing",
        "COUPLESONE_MODE": "production",
        "COUPLESONE_ALLOWED_HOSTS": "elsewhere.example",
        "HTTP_PROXY": "http://127.0.0.1:1",
        "PYTHONPATH": str(Path(command.__file__).parents[3]),
    }


@contextmanager
def started(*arguments: str, directory: Path) -> Iterator[subprocess.Popen[str]]:
    """Start the command; it is gone at the end of the context."""
    process = subprocess.Popen(
        [sys.executable, "-m", "couplesone", "demo", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=directory,
        env=environment(),
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


def figures_of(facts: dict[str, Any]) -> dict[str, list[tuple[Any, ...]]]:
    return {
        case["case"]: [tuple(figure[member] for member in MEMBERS) for figure in case["figures"]]
        for case in facts["cases"]
    }


def test_once_as_json_prints_the_figures_and_ends(tmp_path: Path) -> None:
    with started("--once", "--json", "--directory", "made/here", directory=tmp_path) as process:
        printed, said = process.communicate(timeout=120)
    assert (process.returncode, said) == (0, "")
    assert printed.count("\n") == 1
    facts = json.loads(printed)
    assert figures_of(facts) == FIGURES
    for case in facts["cases"]:
        reached = (1, "assessment") if case["case"] == "C4" else (6, "review")
        assert (case["stage"], case["stage_name"], case["status"]) == (*reached, "active")
        assert case["safety"]["state"] == ("positive" if case["case"] == "C4" else "clear")
        assert {kind: Path(path).name for kind, path in case["charts"].items()} == CHARTS[case["case"]]
        for path in map(Path, case["charts"].values()):
            assert path.is_relative_to(tmp_path / "made" / "here")
            assert path.read_bytes().startswith(b"<svg")
    assert_elena(facts["cases"][1])
    assert facts["server"] is None
    directory = tmp_path / "made" / "here"
    assert facts["directory"] == str(directory)
    assert {path.name for path in directory.iterdir()} >= {
        "couplesone.sqlite3",
        "couplesone.key",
        "server.log",
        *(name for named in CHARTS.values() for name in named.values()),
    }
    lines = [json.loads(line) for line in (directory / "server.log").read_text().splitlines()]
    assert {line.get("operation") for line in lines} >= {"sign_in", "open_case", "get_progress"}
    assert "Mara" not in (directory / "server.log").read_text()


def test_it_serves_until_it_is_told_to_end(tmp_path: Path) -> None:
    with started("--json", "--directory", "here", directory=tmp_path) as process:
        assert process.stdout is not None
        facts = json.loads(process.stdout.readline())
        url, token = facts["server"]["url"], facts["account"]["token"]
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+", url)
        case = facts["cases"][0]
        assert facts["server"]["curl"] == (
            f"curl -s -H 'Authorization: Bearer {token}' {url}/v1/cases/{case['case_id']}/dashboard"
        )
        with Couplesone(url, token) as client:
            assert client.get_dashboard(case["case_id"])["t_score"] == 61.02
            account = facts["account"]
            assert client.sign_in(email=account["email"], password=account["password"])["token"]
            with pytest.raises(NotSignedInError):
                client.with_token(None).get_me()
        process.send_signal(signal.SIGINT)
        printed, said = process.communicate(timeout=30)
    assert (process.returncode, printed, said) == (0, "", "")


@pytest.fixture
def logging_restored() -> Iterator[None]:
    """Put the loggers back that the server configures for its process."""
    names = ("", "couplesone", "couplesone.requests", "couplesone.security", "uvicorn")
    before = [
        (found := logging.getLogger(name), found.handlers[:], found.level, found.propagate) for name in names
    ]
    yield
    for logger, handlers, level, propagate in before:
        for added in {*logger.handlers} - {*handlers}:
            added.close()
        logger.handlers[:], logger.propagate = handlers, propagate
        logger.setLevel(level)


@pytest.mark.usefixtures("logging_restored")
def test_as_text_it_is_one_screen(terminal: Any) -> None:
    text = terminal.ok("demo", "--once", "--directory", "here")
    assert text.count("\n") <= 75
    assert max(map(len, text.splitlines()[:-3])) <= 120
    assert "6 5 7 6 6 | B 5 4 3 3 2 2 1 1 1 0 0" in text
    assert re.search(r"13 +54\.41 +0 \+1 0 +0\.9875 +0\.975 +1\.0 +87\.5 +13 +38 +12", text)
    assert re.search(r"90\.91 +16 +47 improved +6 recovered", text)
    assert re.search(r"83\.33 +11 +58 recovered +5 unchanged", text)
    assert "Tobias comes along to therapy (goal_outside_own_control); recorded as a hope" in text
    assert "partner stance: willing" in text
    assert "stage 6, review; next step: " in text
    assert "positive, high grade; flagged: ipv positive" in text
    assert (
        "own part homework, compassion homework, soft conversation homework, partner contact (safety_block)"
        in text
    )
    assert "measure  phq9: 17, then 13; -4, unchanged (points_6)" in text
    assert "measure  csi16: 31, then 40; the change is not shown (in_danger)" in text
    assert "as a tool: Mending a moment, as own_part_homework (safety_block: ipv_positive)" in text
    for named in CHARTS.values():
        assert f"charts   {', '.join(named.values())}\n" in text
    assert f"COUPLESONE_KEY_FILE={Path('here').resolve()}/couplesone.key couplesone serve" in text
    assert not [thread for thread in threading.enumerate() if thread.name == "server"]


def test_at_the_end_it_says_how_to_ask_on() -> None:
    account = premises.Account("ana@practice.example", "password", "c1_live_token", "c1_sign_in")
    lines = report.closing("http://127.0.0.1:5000", account, "case")
    assert f"  {report.curl('http://127.0.0.1:5000', account, 'case')}" in lines
    assert "API documentation: http://127.0.0.1:5000/docs" in lines
    assert lines[-1] == "Ctrl-C ends the server."


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_it_waits_for_either_signal(ending: signal.Signals) -> None:
    before = {found: signal.getsignal(found) for found in (signal.SIGINT, signal.SIGTERM)}
    asked: list[signal.Signals] = []

    def ask() -> None:
        asked.append(ending)
        signal.raise_signal(ending)

    timer = threading.Timer(0.6, ask)
    try:
        timer.start()
        server.wait_for_the_end()
        assert asked == [ending], "it came back before anybody asked"
    finally:
        timer.cancel()
        for found, handler in before.items():
            signal.signal(found, handler)


@pytest.mark.parametrize("name", ["couplesone.sqlite3", "couplesone.key"])
def test_nothing_is_overwritten(terminal: Any, name: str) -> None:
    Path(name).write_text("mine")
    assert "nothing is overwritten" in terminal.fails(1, "demo", "--once", "--directory", ".")
    assert [path.name for path in Path().iterdir()] == [name]


def test_a_directory_that_cannot_be_made(terminal: Any) -> None:
    Path("file").touch()
    assert "cannot be made" in terminal.fails(1, "demo", "--once", "--directory", "file/deeper")


def test_by_default_the_directory_is_a_new_one() -> None:
    settings = premises.settings_in(None)
    place = settings.key_file.parent
    try:
        assert place.name.startswith("couplesone-demo-")
        assert list(place.iterdir()) == []
        assert settings.database_url == f"sqlite:///{place}/couplesone.sqlite3"
    finally:
        place.rmdir()


def test_a_server_that_does_not_start_says_where_to_look(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "create_app", lambda _: None)
    monkeypatch.setattr(server, "_logging_to", lambda *_: None)
    monkeypatch.setattr(server.uvicorn.Server, "run", lambda self, sockets: sockets[0].close())
    with (
        pytest.raises(Failure, match="says why"),
        server.running(premises.settings_in(tmp_path), tmp_path / "server.log"),
    ):
        raise AssertionError("it did start")


def test_a_person_at_a_terminal_sees_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    class Screen(io.StringIO):
        def isatty(self) -> bool:
            return True

    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    with command._progress(2, silent=True) as done:
        done("C1 client")
    assert screen.getvalue() == ""
    with command._progress(2, silent=False) as done:
        done("C1 client")
        done("C1 partner")
    assert "C1 partner" in screen.getvalue()


@pytest.mark.parametrize(
    ("totals", "difference", "words"),
    [([17], None, "phq9: 17; a first total"), ([17, None], None, "phq9: 17, then -; no change to tell")],
)
def test_a_measure_without_a_change_says_so(
    totals: list[float | None], difference: float | None, words: str
) -> None:
    measure = {"instrument": "phq9", "totals": totals, "difference": difference, "withheld": None}
    outcome: Any = {"measures": [measure]}
    assert list(report._measures(outcome)) == [f"  measure  {words}"]


def test_what_is_shown_of_a_week() -> None:
    assert report._phrase("hope", [""]) == "hope"
    assert report._phrase("hope", ["", ""]) == "2 hopes"
    assert report._phrase("stage_changed", ["2", "3"]) == "stage: 2, 3"
    assert report._phrase("plan_activated", ["active"]) == "plan activated"
