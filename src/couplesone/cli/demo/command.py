"""`couplesone demo`: three worked cases, replayed against a real server over HTTP."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import httpx
import typer
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from couplesone.cli.demo import premises, report
from couplesone.cli.demo.beatriz import BEATRIZ
from couplesone.cli.demo.charts import draw
from couplesone.cli.demo.elena import ELENA
from couplesone.cli.demo.figures import outcome, timeline
from couplesone.cli.demo.mara import MARA
from couplesone.cli.demo.premises import Account
from couplesone.cli.demo.replay import Replay
from couplesone.cli.demo.server import running, wait_for_the_end
from couplesone.cli.demo.story import WorkedCase
from couplesone.cli.output import AsJson, answer
from couplesone.kernel.clock import SystemClock, local_date
from couplesone.kernel.settings import Settings
from couplesone.sdk import Couplesone

CASES: Sequence[WorkedCase] = (MARA, ELENA, BEATRIZ)


def demo(
    once: Annotated[bool, typer.Option("--once", help="End after the replay instead of serving on.")] = False,
    directory: Annotated[
        Path | None, typer.Option(help="Where everything goes; by default a new temporary directory.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show what this is: replay three worked cases, and serve them.

    Makes a fresh database and key file, starts the server on a free port of this machine, records three cases week
    by week over HTTP, and prints what came of them. People and cases are invented.
    """
    settings = premises.settings_in(directory)
    code = premises.furnish(settings)
    place = settings.key_file.parent
    with running(settings, place / "server.log") as url:
        with Couplesone(
            url, transport=httpx.HTTPTransport()
        ) as anonymous:  # past any proxy of the environment
            account = premises.sign_up(anonymous, code)
            facts, parts = replayed(anonymous.with_token(account.signed_in), place, silent=as_json)
        facts |= _whereabouts(settings, account)
        parts += [f"Charts, database, key file and the server's log: {place}"]
        if once:
            answer(facts, *parts, *report.again(settings), as_json=as_json)
            return
        case_id = facts["cases"][0]["case_id"]
        facts["server"] = {"url": url, "docs": f"{url}/docs", "curl": report.curl(url, account, case_id)}
        answer(facts, *parts, *report.closing(url, account, case_id), as_json=as_json)
        wait_for_the_end()


def replayed(
    client: Couplesone, directory: Path, *, silent: bool
) -> tuple[dict[str, Any], list[str | Table]]:
    """Replay the cases and save their charts; return what came of them, as facts and as text."""
    began = time.perf_counter()
    today = local_date(SystemClock().now(), premises.TIME_ZONE)
    replays = [Replay(client, story, today=today) for story in CASES]
    steps = [(replay.story.code, step) for replay in replays for step in replay.steps()]
    with _progress(len(steps), silent=silent) as done:
        for case, step in steps:
            step.do()
            done(f"{case} {step.what}")
    outcomes: list[dict[str, Any]] = []
    parts: list[str | Table] = []
    for replay in replays:
        charts = draw(client, replay.case_id, directory, replay.story.code)
        dashboard = client.get_dashboard(replay.case_id)
        found = outcome(replay, dashboard)
        outcomes.append({**found, "charts": charts})
        parts += report.shown(found, dashboard, timeline(client, replay.case_id), charts)
    seconds = round(time.perf_counter() - began, 1)
    headline = f"{len(replays)} worked cases, recorded over HTTP in {len(steps)} steps and {seconds} s."
    return {"cases": outcomes, "steps": len(steps), "seconds": seconds}, [headline, "", *parts]


@contextmanager
def _progress(total: int, *, silent: bool) -> Iterator[Callable[[str], None]]:
    """Give what shows that a step is done: on a bar on stderr for a person at a terminal, else nowhere."""
    if silent or not sys.stderr.isatty():
        yield _unseen
        return
    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)
        yield lambda what: bar.update(task, advance=1, description=what)


def _unseen(_what: str) -> None:
    """Show nothing."""


def _whereabouts(settings: Settings, account: Account) -> dict[str, Any]:
    return {
        "directory": str(settings.key_file.parent),
        "database_url": settings.database_url,
        "key_file": str(settings.key_file),
        "account": {"email": account.email, "password": account.password, "token": account.token},
        "server": None,
    }
