"""Handing out links for measures: which instruments, to whom, and never a screen for violence."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError

from couplesone.access_links.models import AccessLink
from couplesone.measures.practice_instruments.schemas import EXAMPLE
from couplesone.safety.flags.models import SafetyFlag
from support.http import Caller
from support.papers import Chart
from support.visitors import handed_out, measure
from support.world import World


@pytest.fixture
def path(chart: Chart) -> str:
    """Where links of the case are made and listed."""
    return f"/v1/cases/{chart.case_id}/access-links"


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"purpose": "measure"}, "required"),
        ({"purpose": "measure", "instrument": "nobody_has_this"}, "unknown_code"),
        ({"purpose": "check_in", "instrument": "phq9"}, "not_for_purpose"),
        ({"purpose": "decision", "instrument": "phq9"}, "not_for_purpose"),
    ],
)
def test_the_instrument_goes_with_the_purpose(
    world: World, path: str, body: dict[str, Any], pointer: str
) -> None:
    answer = world.therapist.call("POST", path, body | {"in_room": True})
    assert (answer.status_code, answer.json()["code"]) == (422, "validation_failed")
    assert [(it["pointer"], it["code"]) for it in answer.json()["errors"]] == [("/instrument", pointer)]


@pytest.mark.parametrize(("purpose", "instrument"), [("measure", None), ("check_in", "phq9")])
def test_the_database_holds_it_too(chart: Chart, purpose: str, instrument: str | None) -> None:
    link = measure(chart)
    with pytest.raises(IntegrityError):
        chart.set(AccessLink, link["id"], purpose=purpose, instrument=instrument)


def test_a_retired_instrument_is_not_handed_out(
    world: World, path: str, owner: Caller, own: dict[str, Any]
) -> None:
    owner.post(f"/v1/practice-instruments/{own['id']}/retire", etag=own)
    body = {"purpose": "measure", "instrument": own["code"], "in_room": True}
    assert world.therapist.refused("POST", path, body) == (409, "instrument_retired")


@pytest.mark.parametrize("code", ["hark", "hits", "wast", "pvs", "e_hits", "hits_uspstf", "our_hark_2"])
def test_a_safety_screen_is_never_taken_by_link(world: World, path: str, owner: Caller, code: str) -> None:
    owner.post("/v1/practice-instruments", EXAMPLE | {"code": code})
    for how in ({"in_room": True}, {"channel": "email"}):
        body = {"purpose": "measure", "instrument": code, **how}
        assert world.therapist.refused("POST", path, body) == (409, "screen_not_by_link")


def test_the_link_shows_its_instrument(world: World, chart: Chart, path: str) -> None:
    handed_out(chart)
    link = measure(chart)
    assert world.therapist.get(f"/v1/access-links/{link['id']}")["instrument"] == "phq9"
    assert [it["instrument"] for it in world.therapist.get(path)["items"]] == ["phq9", None]


def test_a_measure_goes_only_where_the_client_said_so(world: World, chart: Chart, path: str) -> None:
    body = {"purpose": "measure", "instrument": "phq9", "channel": "text_message"}
    assert world.therapist.refused("POST", path, body) == (409, "channel_not_safe")


def test_for_a_flagged_client_the_wish_must_have_been_confirmed_lately(
    world: World, chart: Chart, path: str
) -> None:
    with world.works.open(world.home.id) as work:
        work.add(
            SafetyFlag(
                case_id=chart.case_id,
                client_id=chart.client_id,
                recorded_by=world.home.people["therapist"].id,
                kind="ipv_positive",
                grade="high",
                status="active",
                raised_on=world.today,
                raised_at=work.now,
            )
        )
    body = {"purpose": "measure", "instrument": "phq9", "channel": "email"}
    assert world.therapist.post(path, body)["url"]
    world.days(70)
    assert world.therapist.refused("POST", path, body) == (409, "channel_not_safe")
    assert measure(chart)["code"]
