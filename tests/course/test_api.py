"""Dashboard, progress, chart and timeline over HTTP, on both engines."""

from __future__ import annotations

import uuid
from datetime import date, timedelta
from xml.etree import ElementTree as ET

import pytest

from couplesone.plans.models import Rating
from support.papers import Chart
from support.world import World

WEEK_NINE = date(2026, 3, 2)
PRIVATE = {"visibility": "author_private"}
REACTION = {"code": "grief", "intensity": 7}


def week(number: int) -> date:
    """Return the Monday of a series week."""
    return WEEK_NINE - timedelta(weeks=9 - number)


@pytest.fixture
def worked(chart: Chart) -> Chart:
    """A case with five weeks before its plan, three after, and two goals of which one was rated."""
    for number, times in enumerate([6, 5, 7, 6, 6, 3, 2, 1], 1):
        chart.check_in(week(number), pressure=times, agency=number)
    plan = chart.plan("active", activated_on=week(6), review_due_on=WEEK_NINE)
    rated, unrated = chart.goal(plan, "active", weight=3), chart.goal(plan, "active", place=2)
    chart.rating(rated, 1, week(8))
    chart.rated, chart.unrated = rated, unrated  # type: ignore[attr-defined]
    return chart


def test_the_dashboard_of_a_new_case(world: World, chart: Chart, path: str) -> None:
    seen = world.therapist.get(f"{path}/dashboard")
    assert (seen["client"]["name_used"], seen["partner"]["name_used"]) == ("Mara", "Tobias Lang")
    assert (seen["stage"], seen["stage_name"], seen["current_week"]) == (0, "intake", 9)
    assert (seen["t_score"], seen["baseline_t_score"], seen["plan"], seen["goals"]) == (None, None, None, [])
    assert seen["attention"] == ["no_next_step", "check_in_missing", "screen_due"]
    assert seen["invitation_holds"]["state"] == "held"
    assert "client_not_approved" in seen["invitation_holds"]["holds"]
    assert seen["safety_flags"]["state"] == "missing"
    assert (seen["focus"]["points"], seen["focus"]["nap"]) == ([], None)


def test_the_dashboard_of_a_case_under_way(world: World, worked: Chart, path: str) -> None:
    seen = world.therapist.get(f"{path}/dashboard")
    assert [goal["level"] for goal in seen["goals"]] == [1, -1]
    assert [goal["achievement"] for goal in seen["goals"]] == ["achieved", "not_rated"]
    assert (seen["plan"]["status"], seen["plan"]["review_due_on"]) == ("active", "2026-03-02")
    assert [report["week"] for report in seen["check_ins"]] == [8, 7, 6, 5]
    assert seen["check_ins"][0]["values"] == {"pressure": 1, "agency": 8}
    assert (seen["check_in_weeks"], seen["pressure_last_four_weeks"]) == (8, 12)
    assert (seen["focus"]["baseline_points"], seen["focus"]["treatment_points"]) == (5, 3)
    assert (seen["focus"]["nap"], seen["focus"]["descriptive_only"]) == (1.0, True)
    assert seen["attention"] == ["no_next_step", "review_due", "screen_due"]


def test_the_next_step_and_when_it_is_overdue(world: World, chart: Chart, path: str) -> None:
    case = world.therapist.get(path)
    step = {"next_step": "Write the letter that is not sent.", "next_step_due_on": "2026-03-01"}
    world.therapist.patch(path, step, etag=case)
    seen = world.therapist.get(f"{path}/dashboard")
    assert seen["next_step"] == step["next_step"]
    assert seen["attention"] == ["next_step_overdue", "check_in_missing", "screen_due"]


def test_who_may_see_the_dashboard(world: World, chart: Chart, path: str) -> None:
    home = world.home
    assert home.people["supervisor"].call.get(f"{path}/dashboard")["client"]["name_used"] == "Mara"
    for role in ("front_desk", "biller"):
        assert home.people[role].call.refused("GET", f"{path}/dashboard") == (403, "permission_denied")
    strangers = [home.hire("colleague", "therapist"), world.other.people["therapist"]]
    for stranger in strangers:
        assert stranger.call.refused("GET", f"{path}/dashboard") == (404, "not_found")
    assert world.therapist.refused("GET", f"/v1/cases/{uuid.uuid4()}/dashboard") == (404, "not_found")


@pytest.mark.parametrize("of", ["dashboard", "progress", "timeline", "stage"])
def test_as_many_statements_for_50_of_everything_as_for_one(
    world: World, chart: Chart, path: str, of: str
) -> None:
    counts = []
    plan = chart.plan("active")
    for numbers in (range(1, 2), range(2, 51)):
        for number in numbers:
            monday = date.fromisocalendar(2025, number, 1)
            chart.check_in(monday, pressure=number)
            chart.rating(chart.goal(plan, "active", place=number), 1, monday)
            world.therapist.post(f"{path}/reactions", {**REACTION, "occurred_on": monday.isoformat()})
        before = len(world.statements)
        world.therapist.get(f"{path}/{of}")
        counts.append(len(world.statements) - before)
    assert counts[0] == counts[1]


class TestProgress:
    def test_every_figure_of_today(self, world: World, worked: Chart, path: str) -> None:
        found = world.therapist.get(f"{path}/progress")
        assert (found["as_of_week"], found["check_in_weeks"], found["focus_series"]) == (9, 8, "pressure")
        assert [(phase["code"], phase["first_week"], phase["last_week"]) for phase in found["phases"]] == [
            ("A", 1, 5),
            ("B", 6, 9),
        ]
        assert {one["measure"]: len(one["points"]) for one in found["series"]} == {"pressure": 8, "agency": 8}
        assert found["attainment"]["points"][0] == {
            "week": 5,
            "t_score": found["attainment"]["baseline_t_score"],
            "ratings": [-1, -1],
        }
        assert found["attainment"]["points"][-1]["ratings"] == [1, -1]
        assert [one["name"] for one in found["parameters"]] == ["gas_rho", "minimum_phase_points"]

    def test_as_of_an_earlier_week_later_reports_do_not_count(
        self, world: World, worked: Chart, path: str
    ) -> None:
        found = world.therapist.get(f"{path}/progress", params={"as_of_week": 6})
        (pressure, _) = found["series"]
        assert [point["value"] for point in pressure["points"]] == [6, 5, 7, 6, 6, 3]
        assert found["attainment"]["t_score"] == found["attainment"]["baseline_t_score"]
        assert found["phases"][-1] == {"code": "B", "first_week": 6, "last_week": 6}

    @pytest.mark.parametrize("asked", ["-1", "2001", "six"])
    def test_a_week_is_a_number(self, world: World, path: str, asked: str) -> None:
        refused = world.therapist.refused("GET", f"{path}/progress", params={"as_of_week": asked})
        assert refused == (422, "validation_failed")

    def test_the_practice_says_how_many_points_a_phase_needs(
        self, world: World, worked: Chart, path: str
    ) -> None:
        owner = world.home.people["owner"].call
        owner.post(
            "/v1/practice/settings", {"key": "minimum_phase_points", "value": 3, "from_on": "2026-03-02"}
        )
        found = world.therapist.get(f"{path}/progress")
        assert not found["series"][0]["descriptive_only"]
        assert found["parameters"][1]["value"] == 3


class TestChart:
    def test_a_picture_that_says_what_it_shows(self, world: World, worked: Chart, path: str) -> None:
        answer = world.therapist.call("GET", f"{path}/progress-chart")
        assert answer.headers["content-type"].startswith("image/svg+xml")
        root = ET.fromstring(answer.text)
        told = " ".join(root.itertext())
        assert "week 8" in told.lower()
        assert "Mara" not in told
        assert "http" not in answer.text.replace("http://www.w3.org/2000/svg", "")

    def test_an_empty_case_has_a_picture_too(self, world: World, path: str) -> None:
        answer = world.therapist.call("GET", f"{path}/progress-chart", params={"as_of_week": 0})
        assert ET.fromstring(answer.text).tag.endswith("svg")


class TestTimeline:
    def test_newest_first_in_pages_that_lose_nothing(self, world: World, worked: Chart, path: str) -> None:
        world.therapist.post(f"{path}/reactions", {**REACTION, "occurred_on": "2026-02-11"})
        whole = world.therapist.get(f"{path}/timeline", params={"limit": 100})["items"]
        assert [entry["occurred_on"] for entry in whole] == sorted(
            (entry["occurred_on"] for entry in whole), reverse=True
        )
        kinds = {entry["kind"] for entry in whole}
        assert kinds == {"case_opened", "check_in", "rating", "plan_activated", "reaction"}
        paged, cursor = [], None
        while True:
            query = {"limit": 3} | ({"cursor": cursor} if cursor else {})
            page = world.therapist.get(f"{path}/timeline", params=query)
            paged += page["items"]
            if (cursor := page["next_cursor"]) is None:
                break
        assert paged == whole

    def test_without_narrative(self, world: World, chart: Chart, path: str) -> None:
        told = {**REACTION, "occurred_on": "2026-02-11", "note": "Cried in the car."}
        world.therapist.post(f"{path}/reactions", told)
        answer = world.therapist.call("GET", f"{path}/timeline")
        assert "Cried" not in answer.text
        assert {tuple(entry) for entry in answer.json()["items"]} == {("occurred_on", "kind", "id", "code")}


class TestPrivacy:
    """What an author keeps to herself neither shows nor counts for anybody else."""

    def test_a_private_reaction(self, world: World, chart: Chart, path: str) -> None:
        body = {**REACTION, "occurred_on": "2026-02-11", **PRIVATE}
        private = world.therapist.post(f"{path}/reactions", body)
        reader = world.home.people["supervisor"].call
        for caller, sees in ((world.therapist, True), (reader, False)):
            entries = caller.get(f"{path}/timeline")["items"]
            assert (private["id"] in {entry["id"] for entry in entries}) is sees

    def test_a_private_rating_and_check_in_count_for_their_author_only(
        self, world: World, worked: Chart, path: str
    ) -> None:
        worked.rating(worked.unrated, 2, week(8), **PRIVATE)  # type: ignore[attr-defined]
        reader = world.home.people["supervisor"].call
        mine, theirs = (one.get(f"{path}/progress")["attainment"] for one in (world.therapist, reader))
        assert [goal["level"] for goal in mine["goals"]] == [1, 2]
        assert [goal["level"] for goal in theirs["goals"]] == [1, -1]

    def test_what_was_entered_in_error_counts_for_nobody(
        self, world: World, worked: Chart, path: str
    ) -> None:
        rating = worked.rating(worked.unrated, 2, week(8))  # type: ignore[attr-defined]
        worked.set(Rating, rating, entered_in_error_at=world.clock.now())
        found = world.therapist.get(f"{path}/progress")["attainment"]
        assert [goal["level"] for goal in found["goals"]] == [1, -1]
