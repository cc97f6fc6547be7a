"""When a change is no success, and when figures are no outcome (domain.md section 6, C4 and C8)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from couplesone.cases.models import Case
from couplesone.course.attainment import attainment, standing
from couplesone.measures.instruments.catalogue import COUPLE_SATISFACTION, SHIPPED
from course.facts import c1, monday
from support.papers import Chart
from support.safety import HIGH, LOW, NEGATIVE, screened
from support.world import World

CSI = ([2] * 16, [3] * 16)
PHQ = ([2] * 6 + [0] * 3, [1] * 6 + [0] * 3)
SENTENCE = "While a safety flag stands, more satisfaction with a relationship is no success."


def take(world: World, path: str, instrument: str, answers: tuple[list[int], list[int]]) -> None:
    for items, day in zip(answers, ("2026-01-08", "2026-02-20"), strict=True):
        body = {"instrument": instrument, "taken_on": day, "respondent": "client", "source": "paper"}
        world.therapist.post(f"{path}/administrations", body | {"items": items})


def latest(call: Any, path: str) -> dict[str, tuple[Any, ...]]:
    """The class, the sets of parameters and the reason for withholding, wherever a change is shown: the same."""
    found, seen = [], call.get(f"{path}/dashboard")["measures"]
    for where in ("measure-results", "progress"):
        view = call.get(f"{path}/{where}")
        rows = {it["instrument"]: it for it in view.get("items", view.get("measures"))}
        found.append(
            {
                name: (
                    one["results"][-1]["total"],
                    one["results"][-1]["change_class"],
                    [it["parameter_set"] for it in one["results"][-1]["changes"]],
                    one["change_withheld"] and one["change_withheld"]["code"],
                )
                for name, one in rows.items()
            }
        )
    assert found[0] == found[1]
    assert {it["instrument"]: (it["total"], it["change_class"], it["change_withheld"]) for it in seen} == {
        name: (total, change, rows_of(call, path, name)) for name, (total, change, _, _) in found[0].items()
    }
    return found[0]


def rows_of(call: Any, path: str, instrument: str) -> Any:
    (one,) = call.get(f"{path}/measure-results?instrument={instrument}")["items"]
    return one["change_withheld"]


@pytest.mark.row("C4")
@pytest.mark.parametrize("screen", [LOW, HIGH])
def test_in_danger_more_satisfaction_is_no_success(world: World, path: str, screen: dict[str, Any]) -> None:
    take(world, path, "csi16", CSI)
    take(world, path, "phq9", PHQ)
    phq = (6.0, "recovered", ["points_6"], None)
    shown = {"csi16": (48.0, "improved", ["sd17_r98", "sd17_r94"], None), "phq9": phq}
    assert latest(world.therapist, path) == shown, "no screen was taken"
    screened(world.therapist, path, NEGATIVE, taken_on="2026-02-27")
    assert latest(world.therapist, path) == shown
    screened(world.therapist, path, screen)
    assert latest(world.therapist, path) == {"csi16": (48.0, None, [], "in_danger"), "phq9": phq}
    assert rows_of(world.therapist, path, "csi16") == {"code": "in_danger", "sentence": SENTENCE}
    screened(world.therapist, path, NEGATIVE)
    assert latest(world.therapist, path)["csi16"] == (48.0, None, [], "in_danger"), "the flag stands"


@pytest.mark.row("C4")
def test_whoever_may_not_know_sees_the_same_whether_or_not_there_is_danger(
    world: World, chart: Chart, path: str
) -> None:
    take(world, path, "csi16", CSI)
    key = world.home.api_key(world.home.people["therapist"], ["case.read", "measure.read"])
    owner = world.home.people["owner"].call
    before = [[call.get(f"{path}/measure-results") for call in (key, owner)], latest(owner, path)]
    assert before[1] == {"csi16": (48.0, None, [], "not_shown")}
    screened(world.therapist, path, HIGH)
    assert [[call.get(f"{path}/measure-results") for call in (key, owner)], latest(owner, path)] == before
    assert latest(world.home.people["supervisor"].call, path)["csi16"][-1] == "in_danger"


def test_what_is_worse_shows_as_off_track_also_in_danger(world: World, path: str) -> None:
    take(world, path, "csi16", (CSI[1], CSI[0]))
    screened(world.therapist, path, HIGH)
    (series,) = world.therapist.get(f"{path}/measure-results")["items"]
    assert series["results"][-1]["changes"] == []
    assert series["off_track_reasons"] == ["reliably_worse"]


def test_every_scale_of_satisfaction_is_one() -> None:
    assert {code for code in SHIPPED if code.startswith(("csi", "ras", "rdas"))} == COUPLE_SATISFACTION


@pytest.mark.row("C8")
@pytest.mark.parametrize(
    ("status", "reason", "goals", "expected"),
    [
        ("active", None, None, "running"),
        ("on_hold", None, None, "running"),
        ("inactive", None, None, "inactive"),
        ("closed", "no_contact", "not_assessed", "no_contact"),
        ("closed", "no_contact", "partly_met", "no_contact"),
        ("closed", "client_ended", "not_assessed", "not_assessed"),
        ("closed", "client_ended", "partly_met", None),
        ("closed", "completed", "met", None),
    ],
)
def test_a_course_is_complete_when_it_was_ended_and_its_goals_assessed(
    world: World, chart: Chart, path: str, status: str, reason: str, goals: str, expected: str | None
) -> None:
    goal = chart.goal(chart.plan("active"), "active")
    chart.rating(goal, 1, date(2026, 2, 16))
    ended = {"closed_on": world.today, "closing_reason": reason, "goals_outcome": goals}
    chart.set(Case, chart.case_id, status=status, **(ended if status == "closed" else {}))
    for view in ("progress", "dashboard", "measure-results"):
        found = world.therapist.get(f"{path}/{view}")["completeness"]
        assert (found["complete"], found["reason"] and found["reason"]["code"]) == (
            expected is None,
            expected,
        )
    outcome = status == "closed" and expected is not None
    score = None if outcome else 60.0
    progress, dashboard = (world.therapist.get(f"{path}/{view}") for view in ("progress", "dashboard"))
    assert (progress["attainment"]["t_score"], dashboard["t_score"]) == (score, score)
    assert progress["attainment"]["baseline_t_score"] == 40.0
    assert [(it["week"], it["t_score"]) for it in progress["attainment"]["points"]] == [(4, 40.0), (7, 60.0)]
    assert world.therapist.get(f"{path}/progress?as_of_week=8")["attainment"]["t_score"] == 60.0


def test_from_the_closing_on_there_is_no_outcome() -> None:
    facts = replace(c1(), unfinished_on=monday(14) + timedelta(days=2))
    assert [standing(facts, week).t_score for week in (13, 14, 20)] == [54.41, None, None]
    assert standing(facts, 20).levels == attainment(facts, 20).levels
    assert standing(c1(), 20).t_score == 61.02
