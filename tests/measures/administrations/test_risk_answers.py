"""An answer that must be looked at now: announced, kept waiting until somebody says what was done."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from couplesone.cases.models import Case
from couplesone.cases.risk_answers import keeping
from couplesone.clients.models import Client
from couplesone.jobs.models import OutboxEvent
from support.http import Caller
from support.papers import Chart, action
from support.world import Person, World

SAFE, RISKY = [1] * 8 + [0], [1] * 9
DONE = {"done": "Called within the hour; plan agreed."}


@pytest.fixture
def waiting(chart: Chart) -> str:
    """Where the case's risk answers are."""
    return f"/v1/cases/{chart.case_id}/risk-answers"


def announced(world: World) -> list[dict[str, str]]:
    with world.works.open(world.home.id) as work:
        statement = select(OutboxEvent.payload).where(OutboxEvent.type == "case.risk_answered")
        return list(work.db.scalars(statement.order_by(OutboxEvent.id)))


@pytest.mark.row("S0.11")
def test_item_9_above_0_waits_for_somebody(
    world: World, therapist: Caller, take: Any, waiting: str, chart: Chart
) -> None:
    made = take("phq9", RISKY)
    assert made["risk_items"] == [9]
    (found,) = therapist.get(waiting)["items"]
    assert found["administration_id"] == made["id"]
    assert (found["item"], found["answered_on"], found["acknowledged_at"]) == (9, "2026-02-02", None)
    assert action(found, "acknowledge_risk_answer") == (True, None)
    assert announced(world) == [], "what tells of danger stays in the house"
    done = therapist.post(f"/v1/risk-answers/{found['id']}/acknowledge", DONE, etag=found)
    assert (done["done"], done["acknowledged_by"]) == (DONE["done"], str(world.home.people["therapist"].id))
    assert done["acknowledged_at"] is not None
    assert action(done, "acknowledge_risk_answer") == (False, "risk_answer_settled")
    assert therapist.get(f"/v1/risk-answers/{found['id']}") == done
    again = f"/v1/risk-answers/{found['id']}/acknowledge"
    assert therapist.refused("POST", again, DONE, etag=done) == (409, "risk_answer_settled")


@pytest.mark.parametrize("items", [SAFE, [3] * 8 + [None]])
def test_item_9_at_0_or_not_answered_does_not(
    world: World, therapist: Caller, take: Any, waiting: str, items: list[int | None]
) -> None:
    take("phq9", items)
    assert (therapist.get(waiting)["items"], announced(world)) == ([], [])


def test_without_its_guard_nobody_would_be_told(
    world: World, therapist: Caller, take: Any, waiting: str, chart: Chart, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "_keep", lambda *_: None)
    with pytest.raises(ValueError, match="not enough values"):
        test_item_9_above_0_waits_for_somebody(world, therapist, take, waiting, chart)


def test_it_follows_the_corrections_of_its_administration(
    world: World, therapist: Caller, take: Any, waiting: str
) -> None:
    made = take("phq9", RISKY)
    one = f"/v1/administrations/{made['id']}"
    kept = therapist.patch(one, {"items": [*SAFE[:8], 2], "taken_on": "2026-02-03", "reason": "x"}, etag=made)
    (found,) = therapist.get(waiting)["items"]
    assert (found["answered_on"], found["entered_in_error_at"]) == ("2026-02-03", None)
    gone = therapist.patch(one, {"items": SAFE, "reason": "It was item 8."}, etag=kept)
    (found,) = therapist.get(waiting)["items"]
    assert found["entered_in_error_at"] is not None
    assert found["error_reason"] == keeping.CORRECTED
    assert action(found, "acknowledge_risk_answer") == (False, "risk_answer_settled")
    ack = f"/v1/risk-answers/{found['id']}/acknowledge"
    assert therapist.refused("POST", ack, DONE, etag=found) == (409, "risk_answer_settled")
    back = therapist.patch(one, {"items": RISKY, "reason": "It was item 9."}, etag=gone)
    assert [it["entered_in_error_at"] is None for it in therapist.get(waiting)["items"]] == [True, False]
    therapist.post(f"{one}/mark-in-error", {"reason": "Another client's."}, etag=back)
    assert all(it["entered_in_error_at"] for it in therapist.get(waiting)["items"])


def test_it_can_be_acknowledged_in_a_closed_case(
    therapist: Caller, take: Any, waiting: str, chart: Chart
) -> None:
    take("phq9", RISKY)
    chart.set(Case, chart.case_id, status="closed", closed_on=date(2026, 3, 1))
    chart.set(Client, chart.client_id, status="archived")
    (found,) = therapist.get(waiting)["items"]
    assert action(found, "acknowledge_risk_answer") == (True, None)
    assert therapist.post(f"/v1/risk-answers/{found['id']}/acknowledge", DONE, etag=found)["done"]


def test_who_acknowledges(
    world: World, therapist: Caller, take: Any, waiting: str, chart: Chart, strangers: list[Person]
) -> None:
    take("phq9", RISKY)
    (found,) = therapist.get(waiting)["items"]
    one = f"/v1/risk-answers/{found['id']}"
    supervisor = world.home.people["supervisor"].call
    assert action(supervisor.get(one), "acknowledge_risk_answer") == (False, "permission_denied")
    assert supervisor.refused("POST", f"{one}/acknowledge", DONE, etag=found) == (403, "permission_denied")
    for stranger in strangers:
        assert stranger.call.refused("GET", one) == (404, "not_found")
        assert stranger.call.refused("GET", waiting) == (404, "not_found")
        assert stranger.call.refused("POST", f"{one}/acknowledge", DONE, etag=found) == (404, "not_found")
    chart.join("colleague", "supervising")
    reading = strangers[0].call
    assert action(reading.get(one), "acknowledge_risk_answer") == (False, "not_found")
    assert reading.refused("POST", f"{one}/acknowledge", DONE, etag=found) == (404, "not_found")
    world.home.hire("cover", "therapist")
    chart.join("cover", "covering")
    covering = world.home.people["cover"].call
    assert covering.refused("POST", f"{one}/acknowledge", DONE, etag=9) == (412, "version_stale")
    assert covering.post(f"{one}/acknowledge", DONE, etag=found)["acknowledged_by"]


def test_what_was_done_is_sealed(
    world: World, therapist: Caller, take: Any, waiting: str, chart: Chart
) -> None:
    from couplesone.cases.risk_answers.models import RiskAnswer

    take("phq9", RISKY)
    (found,) = therapist.get(waiting)["items"]
    therapist.post(f"/v1/risk-answers/{found['id']}/acknowledge", {"done": "Zebrafinch."}, etag=found)
    assert "Zebrafinch" not in chart.look(RiskAnswer, found["id"], "done_sealed")


def test_a_list_is_a_constant_number_of_statements(
    world: World, therapist: Caller, take: Any, waiting: str
) -> None:
    def sent() -> int:
        before = len(world.statements)
        therapist.get(waiting)
        return len(world.statements) - before

    take("phq9", RISKY)
    few = sent()
    for day in range(1, 25):
        take("phq9", RISKY, f"2026-01-{day:02}")
    assert sent() == few


def test_one_that_was_acknowledged_waits_anew_when_its_answer_is_corrected(
    therapist: Caller, take: Any, waiting: str
) -> None:
    made = take("phq9", RISKY)
    (found,) = therapist.get(waiting)["items"]
    therapist.post(f"/v1/risk-answers/{found['id']}/acknowledge", DONE, etag=found)
    one = f"/v1/administrations/{made['id']}"
    made = therapist.patch(one, {"items": [2, *RISKY[1:]], "reason": "Item 1 was typed wrong."}, etag=made)
    assert len(therapist.get(waiting)["items"]) == 1
    therapist.patch(one, {"items": [2, *RISKY[1:8], 3], "reason": "Item 9 was typed wrong."}, etag=made)
    new, old = therapist.get(waiting)["items"]
    assert (old["done"], old["error_reason"]) == (DONE["done"], keeping.CHANGED)
    assert (new["item"], new["acknowledged_at"], new["entered_in_error_at"]) == (9, None, None)


def test_whoever_may_not_read_safety_data_reads_none_of_it(
    world: World, take: Any, waiting: str, chart: Chart
) -> None:
    take("phq9", RISKY)
    chart.join("owner", "supervising")
    key = world.home.api_key(world.home.people["therapist"], ["case.read", "client.read", "measure.read"])
    case = f"/v1/cases/{chart.case_id}"
    for asker in (world.home.people["owner"].call, key):
        assert asker.refused("GET", waiting) == (403, "permission_denied")
        assert asker.refused("GET", "/v1/worklists/risk_answer") == (403, "permission_denied")
        seen = asker.get(f"{case}/dashboard")
        assert (seen["risk"]["waiting"], seen["risk"]["waiting_since"]) == (None, None)
        assert "risk_answer" not in seen["attention"]
