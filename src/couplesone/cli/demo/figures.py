"""What the API says of a replayed case; nothing here is computed."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, Final, TypedDict, get_args

from couplesone.cli.demo.replay import Replay
from couplesone.sdk import ConflictError, Couplesone
from couplesone.sdk.types import ChangeClass, Dashboard, Guarded, ProgressOut, SeriesPhase, TimelineEntry

GUARDED: Final[tuple[Guarded, ...]] = get_args(Guarded)


class Figure(TypedDict):
    """The figures of a case as of a week; ``ratings`` are the goals' levels in the order of the plan."""

    as_of_week: int
    t_score: float | None
    ratings: list[int]
    nap: float | None
    tau: float | None
    tau_u: float | None
    pnd: float | None
    check_ins: int
    csi16: float | None
    csi16_class: ChangeClass | None
    phq9: float | None
    phq9_class: ChangeClass | None


class Safety(TypedDict):
    """How a case stands as to safety, and what was refused because of it, by code."""

    state: str
    grade: str | None
    flags: list[str]
    blocks: list[str]
    refused: dict[str, str]


class Measure(TypedDict):
    """The totals of an instrument, and the change since the first; the reason where the change is not shown."""

    instrument: str
    totals: list[float | None]
    difference: float | None
    change_class: ChangeClass | None
    parameter_set: str | None
    withheld: str | None


class Outcome(TypedDict):
    """A replayed case as the API shows it."""

    case: str
    case_id: str
    client: str | None
    partner: str | None
    status: str
    stage: int
    stage_name: str
    next_step: str | None
    figures: list[Figure]
    phases: list[SeriesPhase]
    measures: list[Measure]
    refused_goal: dict[str, str] | None
    refused_tools: list[dict[str, Any]]
    safety: Safety | None


def outcome(replay: Replay, dashboard: Dashboard) -> Outcome:
    """Return a replayed case with its figures: the baseline first, then the weeks in which goals were rated."""
    progress = replay.client.get_progress(replay.case_id)
    refused = replay.refused_goal
    partner = dashboard["partner"]
    return {
        "case": replay.story.code,
        "case_id": replay.case_id,
        "client": dashboard["client"]["name_used"],
        "partner": partner["name_used"] if partner else None,
        "status": dashboard["status"],
        "stage": dashboard["stage"],
        "stage_name": dashboard["stage_name"],
        "next_step": dashboard["next_step"],
        "figures": [figure(replay.client, replay.case_id, week) for week in replay.story.figure_weeks],
        "phases": progress["phases"],
        "measures": measures(replay.client, replay.case_id),
        "refused_goal": None if refused is None else asdict(refused),
        "refused_tools": [asdict(tool) for tool in replay.homework.refused],
        "safety": safety(replay, dashboard),
    }


def measures(client: Couplesone, case_id: str) -> list[Measure]:
    """Return every instrument that was taken, with its latest change by the first set of parameters."""
    found: list[Measure] = []
    for series in client.get_measure_results(case_id)["items"]:
        latest, withheld = series["results"][-1], series["change_withheld"]
        found.append(
            {
                "instrument": series["instrument"],
                "totals": [result["total"] for result in series["results"]],
                "difference": latest["changes"][0]["difference"] if latest["changes"] else None,
                "change_class": latest["change_class"],
                "parameter_set": latest["parameter_set"],
                "withheld": None if withheld is None else withheld["code"],
            }
        )
    return found


def safety(replay: Replay, dashboard: Dashboard) -> Safety | None:
    """Return how a case stands, and what the API answers to each thing that safety guards; None if it is not shown."""
    shown = dashboard["safety_flags"]
    if shown["state"] == "not_shown":
        return None
    refused: dict[str, str] = {}
    for what in GUARDED:
        try:
            replay.client.check_safety(replay.case_id, what=what)
        except ConflictError as refusal:
            refused[what] = refusal.code
    return {
        "state": shown["state"],
        "grade": shown["grade"],
        "flags": [flag["kind"] for flag in shown["flags"]],
        "blocks": [block["sentence"] for block in shown["blocks"]],
        "refused": refused,
    }


def figure(client: Couplesone, case_id: str, week: int) -> Figure:
    """Return the figures as of a week, those of the series in focus among them."""
    progress = client.get_progress(case_id, as_of_week=week)
    (focus,) = (series for series in progress["series"] if series["measure"] == progress["focus_series"])
    csi16, csi16_class = _latest(progress, "csi16")
    phq9, phq9_class = _latest(progress, "phq9")
    return {
        "as_of_week": progress["as_of_week"],
        "t_score": progress["attainment"]["t_score"],
        "ratings": [goal["level"] for goal in progress["attainment"]["goals"]],
        "nap": focus["nap"],
        "tau": focus["tau"],
        "tau_u": focus["tau_u"],
        "pnd": focus["pnd"],
        "check_ins": progress["check_in_weeks"],
        "csi16": csi16,
        "csi16_class": csi16_class,
        "phq9": phq9,
        "phq9_class": phq9_class,
    }


def _latest(progress: ProgressOut, instrument: str) -> tuple[float | None, ChangeClass | None]:
    """Return the latest total of an instrument and its change since the first."""
    results = [
        result
        for series in progress["measures"]
        if series["instrument"] == instrument
        for result in series["results"]
    ]
    return (results[-1]["total"], results[-1]["change_class"]) if results else (None, None)


def timeline(client: Couplesone, case_id: str) -> list[TimelineEntry]:
    """Return everything that happened in a case, the oldest first."""
    return list(client.iterate(client.list_timeline, case_id, limit=200))[::-1]
