"""What happened is told to subscribers at once and kept for others, in the same transaction."""

from __future__ import annotations

import json
from dataclasses import fields

import pytest
from sqlalchemy import select

from couplesone.jobs.models import OutboxEvent
from couplesone.jobs.service import Outbox
from couplesone.plans.events import PlanActivated
from couplesone.wiring import SUBSCRIBERS
from support.canaries import fill


def test_what_the_api_does_is_kept_as_ids_and_codes(world) -> None:
    ids = fill(world.home, "zebrafinch")
    case = world.therapist.get(f"/v1/cases/{ids['case_id']}")
    closing = {"reason": "completed", "closing_summary": "zebrafinch"}
    response = world.therapist.call("POST", f"/v1/cases/{ids['case_id']}/close", closing, etag=case)
    assert response.status_code in (200, 422)
    with world.works.open(world.home.id) as work:
        rows = work.db.scalars(select(OutboxEvent).order_by(OutboxEvent.occurred_at, OutboxEvent.id)).all()
    assert rows
    for row in rows:
        room, _, verb = row.type.partition(".")
        assert room
        assert verb
        assert "zebrafinch" not in json.dumps(row.payload)
        assert all(isinstance(value, str) and len(value) <= 40 for value in row.payload.values())
        assert row.request_id
        assert row.practice_id == world.home.id


def test_nobody_elses_practice_sees_it(world) -> None:
    fill(world.home, "zebrafinch")
    with world.works.open(world.other.id) as work:
        assert work.db.scalars(select(OutboxEvent)).all() == []


@pytest.mark.parametrize("leaves", [True, False])
def test_an_event_that_stays_in_the_house_reaches_its_subscribers_only(world, monkeypatch, leaves) -> None:
    heard = []
    monkeypatch.setattr(PlanActivated, "leaves_the_house", leaves)
    outbox = Outbox({PlanActivated: (lambda _, event: heard.append(event),)})
    with world.works.open(world.home.id) as work:
        event = PlanActivated(world.home.id, *(work.new_id() for _ in fields(PlanActivated)[1:]))
        outbox.publish(work, event)
        kept = work.db.scalars(select(OutboxEvent.type)).all()
    assert heard == [event]
    assert kept == (["plan.activated"] if leaves else [])


@pytest.mark.parametrize("event", SUBSCRIBERS, ids=lambda event: event.__name__)
def test_subscribers_are_functions_of_rooms(event) -> None:
    for subscriber in SUBSCRIBERS[event]:
        assert subscriber.__module__.startswith("couplesone.")
        assert subscriber.__doc__
