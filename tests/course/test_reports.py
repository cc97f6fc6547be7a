"""Ripple, trends and alerts over HTTP."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from couplesone.cases.models import Case
from support.papers import OPENED, Chart
from support.world import World

MONDAY = OPENED - timedelta(days=OPENED.weekday())


def monday(week: int) -> date:
    """Return the Monday of a week of the case."""
    return MONDAY + timedelta(weeks=week - 1)


def weeks(chart: Chart, first: int = 1, **series: list[int]) -> None:
    """Report weeks, one value of each series a week."""
    length = max(map(len, series.values()))
    for at in range(length):
        found = {name: values[at] for name, values in series.items() if at < len(values)}
        chart.check_in(monday(first + at), **found)


def respond(world: World, chart: Chart, day: date, **body: Any) -> dict[str, Any]:
    """Record a response."""
    shown = {"occurred_on": day.isoformat(), "valence": "harmony", "type": "new_conversation"}
    return world.therapist.post(f"/v1/cases/{chart.case_id}/system-responses", shown | body)


def react(world: World, chart: Chart, day: date, code: str, intensity: int) -> None:
    """Record a reaction."""
    body = {"code": code, "intensity": intensity, "occurred_on": day.isoformat()}
    world.therapist.post(f"/v1/cases/{chart.case_id}/reactions", body)


def found(items: list[dict[str, Any]], **keys: Any) -> dict[str, Any]:
    """Return the one item with these values."""
    (item,) = [item for item in items if keys.items() <= item.items()]
    return item


@pytest.mark.row("S4.14")
@pytest.mark.row("S2.64")
def test_ripple_sets_own_change_beside_what_came_back(world: World, chart: Chart, path: str) -> None:
    weeks(
        chart,
        self_initiated_steps=[0, 1, 2, 3, 4, 5, 6, 7, 8],
        positive_responses=[9, 1, 2, 3, 4, 5, 6, 7, 8],
    )
    respond(world, chart, monday(2), domain="children")
    respond(world, chart, monday(2), valence="tension", type="change_back", initiated_by="partner")
    respond(world, chart, monday(4), valence="none", type="no_response")
    void = respond(world, chart, monday(4))
    world.therapist.post(f"/v1/system-responses/{void['id']}/mark-in-error", {"reason": "x"}, etag=void)
    seen = world.therapist.get(f"{path}/ripple")
    assert [one["measure"] for one in seen["own_change"]] == ["self_initiated_steps"]
    assert [one["measure"] for one in seen["reported"]] == ["positive_responses"]
    assert seen["responses"] == [
        {"week": 2, "harmony": 1, "tension": 1, "mixed": 0, "none": 0},
        {"week": 4, "harmony": 0, "tension": 0, "mixed": 0, "none": 1},
    ]
    assert {(one["code"], one["harmony"], one["tension"], one["none"]) for one in seen["by_domain"]} == {
        ("partner", 0, 1, 1), ("children", 1, 0, 0)
    }  # fmt: skip
    assert {one["code"] for one in seen["by_type"]} == {"new_conversation", "change_back", "no_response"}
    assert {one["code"] for one in seen["by_initiator"]} == {"partner", "unknown"}
    assert "does not show that one brought the other about" in seen["reading"]
    # 36 pairs of weeks: the first falls to every later one of the 8 but one it ties with none: 8 apart, 28 together.
    at_once = found(seen["associations"], reported="positive_responses", lag_weeks=0)
    assert (at_once["pairs"], at_once["tau"]) == (9, 0.5556)
    assert found(seen["associations"], reported="positive_responses", lag_weeks=1)["tau"] == 1.0
    assert found(seen["associations"], reported="positive_responses", lag_weeks=2) == {
        "own": "self_initiated_steps", "reported": "positive_responses", "lag_weeks": 2, "pairs": 7, "tau": None
    }  # fmt: skip
    logged = found(seen["associations"], reported="logged_harmony", lag_weeks=0)
    assert (logged["pairs"], logged["tau"] is not None) == (9, True)
    assert {one["name"]: one["value"] for one in seen["parameters"]} == {
        "minimum_pairs": 8,
        "longest_lag_weeks": 2,
    }


@pytest.mark.row("S4.12")
def test_a_response_before_any_invitation_counts_as_an_outcome(world: World, chart: Chart, path: str) -> None:
    assert world.therapist.get(f"{path}/ripple")["responses_recorded"] == 0
    respond(world, chart, monday(3))
    assert world.therapist.get(f"{path}/ripple")["responses_recorded"] == 1
    assert world.therapist.get(f"{path}/ripple?as_of_week=2")["responses_recorded"] == 0


def test_of_an_empty_case_there_is_nothing_to_tell(world: World, chart: Chart, path: str) -> None:
    seen = world.therapist.get(f"{path}/ripple")
    assert (seen["own_change"], seen["reported"], seen["responses"], seen["associations"]) == ([], [], [], [])
    trends = world.therapist.get(f"{path}/trends")
    assert trends["agency_since_start"] == {
        "solo_start": OPENED.isoformat(), "first": None, "latest": None, "change": None
    }  # fmt: skip
    assert trends["coercion"] == {"attempts": 0, "coercive": 0, "coercive_percent": None}
    assert trends["focus"] == {"sessions": {}, "goals_about_client": 0, "self_percent": None}
    assert {one["tau"] for one in trends["openness_against_pressure"]["associations"]} == {None}
    alerts = world.therapist.get(f"{path}/alerts")["items"]
    assert {alert["state"] for alert in alerts} == {"too_little_data"}
    assert world.therapist.get(f"{path}/dashboard")["alerts"] == []


def test_the_ripple_chart_is_a_picture_with_words(world: World, chart: Chart, path: str) -> None:
    def picture(query: str = "") -> str:
        answer = world.therapist.call("GET", f"{path}/ripple-chart{query}")
        assert answer.headers["content-type"] == "image/svg+xml"
        ET.fromstring(answer.text)
        return answer.text

    assert "Nothing to show yet" in picture()
    weeks(chart, agency=[2, 3, 5], need_statements=[0, 1, 2])
    respond(world, chart, monday(2), valence="tension", type="change_back")
    drawn = picture()
    assert "Needs said without blame: 0 in week 1, 2 in week 3." in drawn
    assert "More tension: 0 in week 1, 0 in week 9." in drawn
    assert "foretells nothing" in drawn
    assert "Agency: 2 in week 1, 5 in week 3." in picture("?own=agency")
    assert "Compassion: nothing yet." in picture("?own=compassion")
    assert picture() == drawn
    assert world.therapist.refused("GET", f"{path}/ripple-chart?own=love") == (422, "validation_failed")


@pytest.mark.row("S2.1")
@pytest.mark.row("S2.22")
@pytest.mark.row("S2.59")
@pytest.mark.row("S2.60")
def test_less_pressure_and_more_openness_a_week_later(world: World, chart: Chart, path: str) -> None:
    pressure = [1, 9, 2, 8, 3, 7, 4, 6, 5]
    openness = [0, *(10 - value for value in pressure[:-1])]
    weeks(chart, pressure=pressure, partner_openness=openness, partner_defensiveness=[8, 7], urgency=[5])
    together = world.therapist.get(f"{path}/trends")["openness_against_pressure"]
    assert together["weeks"][0] == {"week": 1, "pressure": 1, "openness": 0, "urgency": 5}
    assert together["weeks"][1]["urgency"] is None
    seen = together["associations"]
    assert (seen[1]["pairs"], seen[1]["tau"]) == (8, -1.0)
    assert seen[2] == {"lag_weeks": 2, "pairs": 7, "tau": None}
    reported = world.therapist.get(f"{path}/ripple")["reported"]
    assert [one["measure"] for one in reported] == ["partner_openness", "partner_defensiveness"]


@pytest.mark.row("S0.12")
@pytest.mark.row("S0.19")
def test_agency_and_grief_stand_together(world: World, chart: Chart, path: str) -> None:
    weeks(chart, agency=[2, 3, 6])
    react(world, chart, monday(1) + timedelta(days=3), "grief", 8)
    react(world, chart, monday(1) + timedelta(days=4), "grief", 6)
    react(world, chart, monday(4), "stuck", 3)
    react(world, chart, monday(4), "anger", 9)
    seen = world.therapist.get(f"{path}/trends")
    assert seen["agency_and_grief"] == [
        {"week": 1, "agency": 2, "grief": 8, "stuck": None},
        {"week": 2, "agency": 3, "grief": None, "stuck": None},
        {"week": 3, "agency": 6, "grief": None, "stuck": None},
        {"week": 4, "agency": None, "grief": None, "stuck": 3},
    ]
    assert seen["agency_since_start"] == {
        "solo_start": OPENED.isoformat(),
        "first": {"week": 1, "value": 2},
        "latest": {"week": 3, "value": 6},
        "change": 4,
    }


@pytest.mark.row("S3.40")
@pytest.mark.row("S2.27")
@pytest.mark.row("S2.43")
@pytest.mark.row("S2.51")
@pytest.mark.row("S2.29")
def test_steps_words_and_skills_are_told_by_week(world: World, chart: Chart, path: str) -> None:
    weeks(
        chart,
        self_initiated_steps=[0, 2],
        need_statements=[1, 2],
        criticism=[4, 1],
        appreciations=[0, 5],
        communication=[3, 6],
        regulation=[5, 4],
    )
    seen = world.therapist.get(f"{path}/trends")
    assert seen["self_initiated_steps"] == [{"week": 1, "value": 0}, {"week": 2, "value": 2}]
    speech = seen["speech"]
    assert (speech["need_statements"], speech["criticisms"], speech["need_percent"]) == (3, 5, 37.5)
    assert [one["measure"] for one in speech["series"]] == ["need_statements", "appreciations", "criticism"]
    assert seen["skills"]["change"] == {"communication": 3, "regulation": -1}


@pytest.mark.row("S2.41")
def test_the_coercive_share_is_told_also_on_the_dashboard(world: World, chart: Chart, path: str) -> None:
    for kind, times in (("ask", 3), ("threaten", 1)):
        body = {"type": kind, "times": times, "occurred_on": "2026-02-20"}
        world.therapist.post(f"{path}/pressure-events", body)
    seen = world.therapist.get(f"{path}/trends")["coercion"]
    assert seen == {"attempts": 4, "coercive": 1, "coercive_percent": 25.0}
    assert world.therapist.get(f"{path}/dashboard")["coercive_percent"] == 25.0
    assert world.therapist.get(f"{path}/trends?as_of_week=2")["coercion"]["attempts"] == 0
    assert world.therapist.get("/v1/tools/collaborative_decision")["rows"] == ["S2.41"]


@pytest.mark.row("S3.14")
def test_sessions_about_the_partner_tip_the_focus(world: World, chart: Chart, path: str) -> None:
    for about, status in (("partner", "held"), ("partner", "held"), ("both", "held"), ("client", "no_show")):
        world.therapist.post(f"{path}/sessions", {"minutes": 50, "about": about, "status": status})
    chart.goal(chart.plan())
    seen = world.therapist.get(f"{path}/trends")["focus"]
    assert seen == {"sessions": {"partner": 2, "both": 1}, "goals_about_client": 1, "self_percent": 16.7}
    (alert,) = world.therapist.get(f"{path}/dashboard")["alerts"]
    assert (alert["code"], alert["state"]) == ("focus_on_partner", "raised")
    assert alert["says"].startswith("17 % of the sessions")
    assert alert["thresholds"] == [{"setting": "minimum_self_focus_percent", "value": 50}]


@pytest.mark.row("S0.9")
@pytest.mark.row("S3.12")
@pytest.mark.row("S2.4")
def test_alerts_are_explained_and_follow_the_practices_thresholds(
    world: World, chart: Chart, path: str
) -> None:
    weeks(chart, first=6, fixation_on_conjoint=[3, 4, 5], effort=[9, 8, 8], hope_for_change=[2, 3, 1])
    for week, intensity in ((5, 2), (7, 4), (9, 6)):
        react(world, chart, monday(week), "resentment", intensity)
    seen = {alert["code"]: alert for alert in world.therapist.get(f"{path}/dashboard")["alerts"]}
    assert set(seen) == {"fixation_rising", "resentment_rising", "burnout"}
    assert seen["fixation_rising"]["says"] == (
        "Over the last 3 check-ins, the conviction that only joint therapy would help went from 3 to 5. "
        "A reason to talk about it, no finding."
    )
    assert (seen["burnout"]["since_week"], seen["resentment_rising"]["since_week"]) == (6, 5)
    assert "effort was 9, 8, 8 and hope 2, 3, 1" in seen["burnout"]["says"]
    assert "+4.0 points in four weeks" in seen["resentment_rising"]["says"]
    owner = world.home.people["owner"].call
    for key, value in (("fixation_rise_points", 3), ("burnout_hope", 2), ("resentment_rise_points", 5)):
        owner.post("/v1/practice/settings", {"key": key, "value": value})
    assert world.therapist.get(f"{path}/dashboard")["alerts"] == []
    states = {one["code"]: one["state"] for one in world.therapist.get(f"{path}/alerts")["items"]}
    assert states == {
        "fixation_rising": "quiet",
        "resentment_rising": "quiet",
        "burnout": "quiet",
        "focus_on_partner": "too_little_data",
    }


REPORTS = ("ripple", "ripple-chart", "trends", "alerts")


@pytest.mark.parametrize("report", REPORTS)
def test_a_report_of_fifty_weeks_sends_as_many_statements_as_of_one(
    world: World, chart: Chart, path: str, report: str
) -> None:
    def statements() -> int:
        before = len(world.statements)
        assert world.therapist.call("GET", f"{path}/{report}").status_code == 200
        return len(world.statements) - before

    weeks(chart, agency=[1])
    respond(world, chart, monday(1) + timedelta(days=3))
    one = statements()
    for day in range(50):
        respond(world, chart, monday(1) + timedelta(days=day))
    weeks(chart, first=2, agency=[1] * 8)
    assert statements() == one


@pytest.mark.parametrize("report", REPORTS)
def test_who_may_not_know_of_the_case_gets_no_report(
    world: World, chart: Chart, path: str, report: str
) -> None:
    colleague = world.home.hire("colleague", "therapist").call
    assert colleague.refused("GET", f"{path}/{report}") == (404, "not_found")
    assert world.home.people["biller"].call.refused("GET", f"{path}/{report}") == (403, "permission_denied")


@pytest.mark.row("S2.47")
def test_a_sign_of_interest_stands_on_the_worklist_until_somebody_looked(world: World, chart: Chart) -> None:
    listed = "/v1/worklists/readiness_review"
    assert world.therapist.get(listed)["items"] == []
    respond(world, chart, monday(4), type="mutuality")
    signal = respond(world, chart, monday(3), type="curiosity_signal")
    respond(world, chart, monday(2))
    (item,) = world.therapist.get(listed)["items"]
    assert (item["case_id"], item["due_on"]) == (str(chart.case_id), monday(3).isoformat())
    assert world.home.hire("colleague", "therapist").call.get(listed)["items"] == []
    world.therapist.post(f"/v1/system-responses/{signal['id']}/review", {"outcome": "not_yet"}, etag=signal)
    (item,) = world.therapist.get(listed)["items"]
    assert item["due_on"] == monday(4).isoformat()


@pytest.mark.row("S3.35")
def test_the_stages_of_skills_and_experiments_are_met_by_what_was_done(
    world: World, chart: Chart, path: str
) -> None:
    def state(stage: int) -> str:
        chart.set(Case, chart.case_id, stage=stage)
        return str(world.therapist.get(f"{path}/stage")["rules"][0]["state"])

    call = world.therapist
    assert (state(4), state(5)) == ("unmet", "unmet")
    made = call.post(f"{path}/tool-assignments", {"tool": "time_out"})
    call.post(f"/v1/tool-assignments/{made['id']}/accept", {}, etag=made)
    for expected in ("unmet", "unmet", "met"):
        last = call.post(f"/v1/tool-assignments/{made['id']}/practices", {})
        assert state(4) == expected
    call.post(f"/v1/tool-practices/{last['id']}/mark-in-error", {"reason": "x"}, etag=last)
    assert state(4) == "unmet"
    planned = call.post(f"{path}/experiments", {"own_move": "I go to choir"})
    respond(world, chart, world.today, experiment_id=planned["id"], valence="none", type="no_response")
    assert state(5) == "unmet"
    call.post(f"/v1/experiments/{planned['id']}/finish", {"observed": "Nothing."}, etag=planned)
    assert state(5) == "met"


def test_tools_and_experiments_stand_on_the_timeline(world: World, chart: Chart, path: str) -> None:
    call = world.therapist
    made = call.post(f"{path}/tool-assignments", {"tool": "time_out"})
    call.post(f"/v1/tool-assignments/{made['id']}/accept", {}, etag=made)
    call.post(f"/v1/tool-assignments/{made['id']}/practices", {})
    call.post(f"{path}/experiments", {"own_move": "I go to choir"})
    respond(world, chart, world.today)
    entries = {(entry["kind"], entry["code"]) for entry in call.get(f"{path}/timeline")["items"]}
    assert {
        ("tool_offered", "time_out"),
        ("tool_practice", "time_out"),
        ("experiment", "planned"),
        ("system_response", "harmony"),
    } <= entries
