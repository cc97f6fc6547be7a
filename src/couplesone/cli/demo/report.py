"""The demonstration on one screen: for each case its weeks, figures, goals and course, then how to ask more."""

from __future__ import annotations

import shlex
import textwrap
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path

from rich.table import Table

from couplesone.cli.demo.figures import Figure, Outcome
from couplesone.cli.demo.premises import Account
from couplesone.cli.output import table
from couplesone.kernel.clock import series_week
from couplesone.kernel.settings import Settings
from couplesone.sdk.types import Dashboard, TimelineEntry

_COUNTED = ("check_in", "session", "rating", "reaction", "administration", "tool_practice")
"""What happens every week or in rounds: counted, not listed."""
_PLAIN = ("case_opened", "plan_activated", "refusal_reason")
"""What says enough without its code."""
_WIDTH = 108
_HEADINGS = ("as of week", "t-score", "goals", "nap", "tau", "tau-u", "pnd", "check-ins", "csi-16", "phq-9")


def shown(
    outcome: Outcome, dashboard: Dashboard, entries: Sequence[TimelineEntry], charts: Mapping[str, str]
) -> list[str | Table]:
    """Return the lines and the table of one case."""
    return [
        f"{outcome['case']}  {outcome['client']}, whose partner {outcome['partner']} was asked to come",
        f"  {_series(outcome, dashboard)}",
        *(_figures(outcome) if outcome["figures"] else _measures(outcome)),
        *_goals(dashboard),
        *_course(dashboard, entries),
        *_refused(outcome),
        *_safety(outcome),
        _line("now", f"stage {outcome['stage']}, {outcome['stage_name']}; next step: {outcome['next_step']}"),
        _line("charts", ", ".join(Path(path).name for path in charts.values())),
        "",
    ]


def closing(url: str, account: Account, case_id: str) -> list[str]:
    """Return how to go on asking the server that is left running."""
    return [
        "The server is running. Ask it yourself:",
        f"  {curl(url, account, case_id)}",
        f"API documentation: {url}/docs",
        f"Sign in with {account.email}, password {account.password}",
        "Ctrl-C ends the server.",
    ]


def again(settings: Settings) -> list[str]:
    """Return how to look at the demonstration again when its server has ended."""
    database, key_file = shlex.quote(settings.database_url), shlex.quote(str(settings.key_file))
    return [
        "To serve it again:",
        f"  COUPLESONE_DATABASE_URL={database} COUPLESONE_KEY_FILE={key_file} couplesone serve",
    ]


def curl(url: str, account: Account, case_id: str) -> str:
    """Return a command that reads a case in one answer."""
    return f"curl -s -H 'Authorization: Bearer {account.token}' {url}/v1/cases/{case_id}/dashboard"


def _series(outcome: Outcome, dashboard: Dashboard) -> str:
    focus = dashboard["focus"]
    phases = (
        f"{phase['code']} "
        + " ".join(
            str(point["value"])
            for point in focus["points"]
            if phase["first_week"] <= point["week"] <= phase["last_week"]
        )
        for phase in outcome["phases"]
    )
    return f"{focus['label']}, a week (A before the plan, B with it): {' | '.join(phases)}"


def _figures(outcome: Outcome) -> Iterator[Table]:
    yield table(("", *_HEADINGS), [("", *_row(figure)) for figure in outcome["figures"]])


def _measures(outcome: Outcome) -> Iterator[str]:
    """Return one line for each instrument of a case that has no table: its totals, and what became of them."""
    for measure in outcome["measures"]:
        totals = ", then ".join("-" if total is None else f"{total:g}" for total in measure["totals"])
        change = "no change to tell" if len(measure["totals"]) > 1 else "a first total"
        if measure["withheld"] is not None:
            change = f"the change is not shown ({measure['withheld']})"
        elif measure["difference"] is not None:
            change = f"{measure['difference']:+g}, {measure['change_class']} ({measure['parameter_set']})"
        yield _line("measure", f"{measure['instrument']}: {totals}; {change}")


def _row(figure: Figure) -> tuple[str, ...]:
    statistics = (figure["nap"], figure["tau"], figure["tau_u"], figure["pnd"])
    return (
        f"{figure['as_of_week']}",
        _number(figure["t_score"]),
        " ".join(_level(level) for level in figure["ratings"]),
        *(_number(value) for value in statistics),
        f"{figure['check_ins']}",
        _measure(figure["csi16"], figure["csi16_class"]),
        _measure(figure["phq9"], figure["phq9_class"]),
    )


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value}"


def _measure(total: float | None, change: str | None) -> str:
    return "-" if total is None else " ".join((f"{total:g}", *([change] if change else [])))


def _level(level: int) -> str:
    return f"{level:+d}" if level else "0"


def _goals(dashboard: Dashboard) -> Iterator[str]:
    for goal in dashboard["goals"]:
        levels = f"{_level(goal['baseline_level'])} to {_level(goal['level'])}"
        yield _line("goal", f"{goal['title']} (weight {goal['weight']}, {levels})")


def _course(dashboard: Dashboard, entries: Sequence[TimelineEntry]) -> Iterator[str]:
    """Return one line for each week in which something out of the ordinary happened, and what else there is."""
    opened_on = date.fromisoformat(dashboard["opened_on"])

    def week_of(entry: TimelineEntry) -> int:
        return max(0, series_week(opened_on, date.fromisoformat(entry["occurred_on"])))

    told = [entry for entry in entries if entry["kind"] not in _COUNTED]
    for week, of_week in groupby(told, week_of):
        first, *more = textwrap.wrap(_words(of_week), _WIDTH)
        yield _line(f"week {week}" if week else "before", first)
        yield from (_line("", words) for words in more)
    kinds = [entry["kind"] for entry in entries]
    besides = [f"{kinds.count(kind)} {kind.replace('_', '-')}s" for kind in _COUNTED if kind in kinds]
    yield _line("besides", ", ".join(besides))


def _words(entries: Iterable[TimelineEntry]) -> str:
    codes: dict[str, list[str]] = defaultdict(list)
    for entry in entries:
        codes[entry["kind"]].append(entry["code"] or "")
    return "; ".join(_phrase(kind, found) for kind, found in codes.items())


def _phrase(kind: str, codes: Sequence[str]) -> str:
    name = kind.removesuffix("_changed").replace("_", " ")
    if kind in _PLAIN or not any(codes):
        return name if len(codes) == 1 else f"{len(codes)} {name}s"
    return f"{name}: {', '.join(code.replace('_', ' ') for code in codes)}"


def _refused(outcome: Outcome) -> Iterator[str]:
    if (refused := outcome["refused_goal"]) is not None:
        yield _line("refused", f"as a goal: {refused['title']} ({refused['code']}); recorded as a hope")
    for tool in outcome["refused_tools"]:
        blocks = ", ".join(tool["blocks"])
        yield _line("refused", f"as a tool: {tool['title']}, as {tool['blocked']} ({tool['code']}: {blocks})")


def _safety(outcome: Outcome) -> Iterator[str]:
    """Return what stands in the way of assigning and contacting, and what is refused because of it."""
    if (safety := outcome["safety"]) is not None and safety["blocks"]:
        flags = ", ".join(flag.replace("_", " ") for flag in safety["flags"])
        yield _line(
            "safety", f"{safety['state']}, {safety['grade'] or 'no'} grade; flagged: {flags or 'nothing'}"
        )
        by_code: dict[str, list[str]] = defaultdict(list)
        for what, code in safety["refused"].items():
            by_code[code].append(what.replace("_", " "))
        for code, guarded in by_code.items():
            yield _line("refused", f"{', '.join(guarded)} ({code})")


def _line(heading: str, text: str) -> str:
    return f"  {heading:<8} {text}"
