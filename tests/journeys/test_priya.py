"""C3: an ultimatum stands, and the client wants the therapist to call her partner now (domain.md section 6)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from couplesone.cli.demo.safety import record_screen
from couplesone.cli.demo.story import NOTHING_FOUND
from couplesone.sdk import ConflictError, ValidationError
from couplesone.sdk.values import ABSENT
from support.journeys import Journey, told_outside
from support.world import World

OPENED = date(2026, 2, 2)
"""Four weeks before the clock stands: day 0 is the Monday of week 5."""
BASELINE, TREATMENT = (9, 8, 10, 9), (9, 8, 7, 8, 7, 6)
TERMS = "Either Arjun comes along by Easter, or I move to my sister."
PRESSED = (("ask", 2, 3), ("ask", 3, 10), ("plead", 2, 12), ("ultimatum", 1, 18), ("article_sent", 3, 24))
"""What, how often, on which day of February."""


@pytest.fixture
def priya(world: World) -> Journey:
    """Priya on day 0."""
    journey = Journey(world, "Priya N.", "Arjun", opened_on=OPENED, focus_series="urgency")
    for week, urgency in enumerate(BASELINE):
        journey.check_in(OPENED + timedelta(weeks=week), urgency=urgency)
    for kind, times, day in PRESSED:
        told: Any = {"type": kind, "times": times, "occurred_on": date(2026, 2, day)}
        journey.client.record_pressure_event(journey.case_id, **told)
    return journey


def issue(journey: Journey, **more: Any) -> Any:
    told = {"terms": TERMS, "stay": 6, "leave": 7, "issued_on": journey.day(-12)} | more
    return journey.client.record_ultimatum(journey.case_id, **told)


@pytest.mark.row("C3")
@pytest.mark.row("S2.39")
@pytest.mark.parametrize("missing", ["stay", "leave"])
@pytest.mark.parametrize("issued", [True, False], ids=["issued", "considered"])
def test_no_ultimatum_without_both_sides_of_the_scale(priya: Journey, missing: str, issued: bool) -> None:
    told: dict[str, Any] = {missing: ABSENT} | ({} if issued else {"issued_on": ABSENT})
    with pytest.raises(ValidationError) as refused:
        issue(priya, **told)
    assert [(one.pointer, one.code) for one in refused.value.errors] == [(f"/{missing}", "required")]
    assert priya.client.list_ultimatums(priya.case_id)["items"] == []


@pytest.mark.row("C3")
def test_priya_whose_ultimatum_stands(world: World, priya: Journey) -> None:
    client, case_id = priya.client, priya.case_id
    ultimatum = issue(priya)
    assert (ultimatum["status"], ultimatum["issued_on"], ultimatum["stay"], ultimatum["leave"]) == (
        "issued",
        "2026-02-18",
        6,
        7,
    )
    dashboard = client.get_dashboard(case_id)
    assert dashboard["pressure_last_four_weeks"] == 11
    coercion = client.get_trends(case_id)["coercion"]
    assert (coercion["attempts"], coercion["coercive"]) == (11, 1)
    assert {"ultimatum_active", "pressure_high"} <= set(dashboard["invitation_holds"]["holds"])
    with pytest.raises(ConflictError) as call_now:
        client.check_safety(case_id, what="partner_contact")
    assert [block["code"] for block in call_now.value.extra["blocks"]] == ["screen_missing"]
    record_screen(client, case_id, world.today, NOTHING_FOUND)

    priya.plan(world.today)
    for week, urgency in enumerate(TREATMENT, 5):
        if week == 7:
            world.days(6)  # day 20
            ultimatum = client.withdraw_ultimatum(ultimatum["id"], if_match=ultimatum["version"])
            world.days(1)
        else:
            world.days(7)
        priya.check_in(priya.day(-7), urgency=urgency)
    assert (ultimatum["status"], ultimatum["withdrawn_on"]) == ("withdrawn", "2026-03-22")
    assert [action["allowed"] for action in ultimatum["actions"]] == [False] * len(ultimatum["actions"])

    urgency = client.get_dashboard(case_id)["focus"]
    assert urgency == priya.series("urgency", 10)
    assert [point["value"] for point in urgency["points"]] == [*BASELINE, *TREATMENT]
    assert (urgency["nap"], urgency["tau"], urgency["tau_u"], urgency["pnd"]) == (0.875, 0.75, 0.7917, 50.0)
    assert (urgency["nap_band"], urgency["pnd_band"]) == ("medium", "questionable")
    assert (urgency["baseline_points"], urgency["descriptive_only"]) == (4, True)
    parameters = {one["name"]: one["value"] for one in client.get_progress(case_id)["parameters"]}
    assert parameters["minimum_phase_points"] == 5

    world.days(8)  # day 50
    client.record_pressure_event(case_id, type="ask", occurred_on=date(2026, 4, 7))
    assert world.today == date(2026, 3, 2) + timedelta(days=50)
    assert client.get_dashboard(case_id)["pressure_last_four_weeks"] == 1
    assert client.list_access_links(case_id)["items"] == []
    assert told_outside(world) == {
        "case.opened",
        "plan.activated",
        "ultimatum.issued",
        "ultimatum.withdrawn",
    }
