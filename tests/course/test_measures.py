"""What stages, dashboard, progress, timeline and worklists see of the measures of a case."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from couplesone.cases.models import Case, Reaction
from support.papers import Chart
from support.world import World

ITEMS = {"csi16": [3] * 16, "phq9": [1] * 8 + [0], "gad7": [1] * 7}
RISKY = [1] * 9
BASELINE = ("csi16", "phq9", "gad7")


@pytest.fixture
def take(world: World, path: str) -> Any:
    """Record an administration."""

    def record(instrument: str, day: str, items: list[int | None] | None = None) -> dict[str, Any]:
        body = {"instrument": instrument, "taken_on": day, "respondent": "client", "source": "paper"}
        answers = ITEMS[instrument] if items is None else items
        found: dict[str, Any] = world.therapist.post(f"{path}/administrations", body | {"items": answers})
        return found

    return record


def state(world: World, path: str, rule: str) -> str:
    found = world.therapist.get(f"{path}/stage")
    return next(str(it["state"]) for it in found["rules"] if it["code"] == rule)


def listed(world: World, kind: str, who: str = "therapist", **query: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = world.home.people[who].call.get(f"/v1/worklists/{kind}", params=query)[
        "items"
    ]
    return found


def test_the_baseline_is_all_three_each_with_a_total(
    world: World, chart: Chart, path: str, take: Any
) -> None:
    chart.set(Case, chart.case_id, stage=1)
    for instrument in BASELINE:
        assert state(world, path, "baseline_measures") == "unmet"
        take(instrument, "2026-01-08", [None] * (len(ITEMS[instrument]) - 1) + [0])
    for instrument in BASELINE:
        assert state(world, path, "baseline_measures") == "unmet"
        take(instrument, "2026-01-09")
    assert state(world, path, "baseline_measures") == "met"


def test_a_review_is_all_three_again_after_the_plan_was_activated(
    world: World, chart: Chart, path: str, take: Any
) -> None:
    chart.set(Case, chart.case_id, stage=6)
    for instrument in BASELINE:
        take(instrument, "2026-01-08")
        take(instrument, "2026-02-20")
    assert state(world, path, "measures_reviewed") == "unmet"  # no plan yet
    chart.plan("active", activated_on=date(2026, 2, 20))
    assert state(world, path, "measures_reviewed") == "unmet"  # on the day itself is the plan's own baseline
    for instrument in BASELINE:
        assert state(world, path, "measures_reviewed") == "unmet"
        take(instrument, "2026-02-21")
    assert state(world, path, "measures_reviewed") == "met"


def test_for_the_first_time_is_not_again(world: World, chart: Chart, path: str, take: Any) -> None:
    chart.set(Case, chart.case_id, stage=6)
    chart.plan("active", activated_on=date(2026, 2, 2))
    for instrument in BASELINE:
        take(instrument, "2026-02-21")
    assert state(world, path, "measures_reviewed") == "unmet"


def test_the_dashboard_shows_the_latest_of_each_with_its_class(
    world: World, chart: Chart, path: str, take: Any
) -> None:
    assert world.therapist.get(f"{path}/dashboard")["measures"] == []
    take("phq9", "2026-01-08", [2, 2, 2, 2, 2, 2, 0, 0, 0])
    take("csi16", "2026-01-08", [0] * 15 + [None])
    latest = take("phq9", "2026-02-20", [1, 1, 1, 1, 1, 1, 0, 0, 0])
    phq, csi = world.therapist.get(f"{path}/dashboard")["measures"]
    assert phq == {
        "instrument": "phq9",
        "name": "Patient Health Questionnaire, 9 items",
        "administration_id": latest["id"],
        "taken_on": "2026-02-20",
        "total": 6.0,
        "prorated": False,
        "band": "mild",
        "first_total": 12.0,
        "change_class": "recovered",
        "parameter_set": "points_6",
        "change_withheld": None,
        "off_track": False,
    }
    assert (csi["total"], csi["prorated"], csi["change_class"]) == (0.0, True, None)


def test_the_dashboard_shows_one_without_a_total_too(world: World, path: str, take: Any) -> None:
    take("phq9", "2026-01-08", [None] * 8 + [0])
    (found,) = world.therapist.get(f"{path}/dashboard")["measures"]
    assert (found["total"], found["first_total"], found["change_class"]) == (None, None, None)


def test_progress_knows_what_was_taken_by_a_week_and_its_parameters(
    world: World, chart: Chart, path: str, take: Any
) -> None:
    take("phq9", "2026-01-08")
    take("phq9", "2026-02-20", [3] * 8 + [0])
    results = world.therapist.get(f"{path}/measure-results")["items"]
    assert world.therapist.get(f"{path}/progress")["measures"] == results
    (early,) = world.therapist.get(f"{path}/progress?as_of_week=6")["measures"]
    assert [it["taken_on"] for it in early["results"]] == ["2026-01-08"]
    assert [(it["code"], it["points"]) for it in early["parameter_sets"]] == [("points_6", 6.0)]
    assert world.therapist.get(f"{path}/progress?as_of_week=0")["measures"] == []


def test_the_practices_own_is_seen_with_its_name(world: World, path: str, take: Any) -> None:
    from couplesone.measures.practice_instruments.schemas import EXAMPLE

    world.home.people["owner"].call.post("/v1/practice-instruments", EXAMPLE)
    take("calm_evenings", "2026-01-08", [0, 2, 0])
    take("calm_evenings", "2026-02-08", [2, 0, 2])
    (found,) = world.therapist.get(f"{path}/dashboard")["measures"]
    assert (found["name"], found["total"], found["change_class"]) == (
        "Calm evenings, three questions",
        6.0,
        "recovered",
    )


def test_the_timeline_names_the_instrument(world: World, path: str, take: Any) -> None:
    made = take("csi16", "2026-01-08")
    entries = world.therapist.get(f"{path}/timeline")["items"]
    assert {
        "occurred_on": "2026-01-08",
        "kind": "administration",
        "id": made["id"],
        "code": "csi16",
    } in entries


@pytest.mark.row("S0.11")
def test_a_risk_answer_is_urgent_until_somebody_looked_at_it(
    world: World, chart: Chart, path: str, take: Any
) -> None:
    take("phq9", "2026-02-20")
    assert (listed(world, "risk_answer"), listed(world, "no_next_step")[0]["urgent"]) == ([], False)
    take("phq9", "2026-02-27", RISKY)
    take("phq9", "2026-02-25", RISKY)
    chart.check_in(date(2026, 2, 16), hope_for_change=6)
    chart.check_in(date(2026, 2, 23), hope_for_change=2)
    (item,) = listed(world, "risk_answer")
    assert (item["case_id"], item["due_on"], item["urgent"]) == (str(chart.case_id), "2026-02-25", True)
    assert listed(world, "risk_answer", staff_id=str(world.home.people["therapist"].id)) == [item]
    assert listed(world, "risk_answer", "supervisor") == [item]
    answers = world.therapist.get(f"{path}/risk-answers")["items"]
    found = world.therapist.get(f"{path}/dashboard")
    assert found["risk"] == {
        "waiting": [it["id"] for it in reversed(answers)],
        "waiting_since": "2026-02-25",
        "hope_for_change": 2,
    }
    assert found["attention"][0] == "risk_answer"
    for answer in answers:
        world.therapist.post(f"/v1/risk-answers/{answer['id']}/acknowledge", {"done": "Called."}, etag=answer)
    assert listed(world, "risk_answer") == []
    found = world.therapist.get(f"{path}/dashboard")
    assert found["risk"] == {"waiting": [], "waiting_since": None, "hope_for_change": 2}
    assert "risk_answer" not in found["attention"]


@pytest.mark.parametrize("status", ["on_hold", "inactive", "closed"])
def test_a_risk_answer_waits_whatever_becomes_of_the_case(
    world: World, chart: Chart, path: str, take: Any, status: str
) -> None:
    take("phq9", "2026-02-27", RISKY)
    ended = {"closed_on": world.today, "closing_reason": "completed"} if status == "closed" else {}
    chart.set(Case, chart.case_id, status=status, **ended)
    assert len(listed(world, "risk_answer")) == 1
    assert world.therapist.get(f"{path}/dashboard")["attention"] == ["risk_answer"]
    chart.set(Case, chart.case_id, entered_in_error_at=world.works.clock.now())
    assert listed(world, "risk_answer") == []


def feel(
    world: World, path: str, code: str, intensity: int, day: str = "2026-02-20", **more: Any
) -> dict[str, Any]:
    body = {"code": code, "intensity": intensity, "occurred_on": day} | more
    found: dict[str, Any] = world.therapist.post(f"{path}/reactions", body)
    return found


def due(world: World, path: str) -> list[str]:
    days = [item["due_on"] for item in listed(world, "measure_due")]
    assert bool(days) is ("measure_due" in world.therapist.get(f"{path}/dashboard")["attention"])
    return days


@pytest.mark.row("S0.4")
@pytest.mark.parametrize("code", ["despair", "depressed"])
def test_strong_despair_asks_for_the_phq_9(
    world: World, chart: Chart, path: str, take: Any, code: str
) -> None:
    feel(world, path, code, 5)
    assert due(world, path) == []
    made = feel(world, path, code, 6)
    assert (made["code"], made["intensity"]) == (code, 6)
    assert due(world, path) == ["2026-02-20"]
    take("gad7", "2026-02-21")
    take("phq9", "2026-02-19")
    assert due(world, path) == ["2026-02-20"]
    take("phq9", "2026-02-20")
    assert due(world, path) == []
    feel(world, path, code, 10, "2026-02-24")
    assert due(world, path) == ["2026-02-24"]


def test_other_feelings_do_not(world: World, chart: Chart, path: str) -> None:
    feel(world, path, "anger", 10)
    assert due(world, path) == []


def test_the_practice_says_how_strong_and_the_day_decides(world: World, chart: Chart, path: str) -> None:
    feel(world, path, "despair", 7, "2026-03-02")
    owner = world.home.people["owner"].call
    owner.post("/v1/practice/settings", {"key": "phq9_prompt_intensity", "value": 8})
    assert due(world, path) == []
    feel(world, path, "despair", 7, "2026-03-01")  # the day before, 6 was the limit
    assert due(world, path) == ["2026-03-01"]


def test_what_was_an_error_private_or_put_aside_asks_for_nothing(
    world: World, chart: Chart, path: str
) -> None:
    made = feel(world, path, "despair", 9)
    world.therapist.post(f"/v1/reactions/{made['id']}/mark-in-error", {"reason": "x"}, etag=made)
    assert due(world, path) == []
    private = feel(world, path, "despair", 9, visibility="author_private")
    assert due(world, path) == ["2026-02-20"]
    assert listed(world, "measure_due", "supervisor") == []
    chart.set(Reaction, private["id"], visibility="solo")
    assert len(listed(world, "measure_due", "supervisor")) == 1
    chart.set(Case, chart.case_id, status="on_hold")
    assert due(world, path) == []


def test_more_measures_are_no_more_statements(world: World, chart: Chart, path: str, take: Any) -> None:
    def sent(where: str) -> int:
        before = len(world.statements)
        world.therapist.get(where)
        return len(world.statements) - before

    places = [f"{path}/{view}" for view in ("dashboard", "progress", "stage", "timeline")]
    places += ["/v1/worklists/risk_answer", "/v1/worklists/measure_due"]
    take("phq9", "2026-02-01", RISKY)
    feel(world, path, "despair", 9)
    for where in places:
        world.therapist.get(where)
    few = [sent(where) for where in places]
    for day in range(2, 20):
        take("phq9", f"2026-02-{day:02}", RISKY)
        take("csi16", f"2026-02-{day:02}")
    assert [sent(where) for where in places] == few
