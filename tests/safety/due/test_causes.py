"""Invariant 12: what makes a new screen due."""

from __future__ import annotations

import pytest

from couplesone.cases.models import Case
from couplesone.safety.codes import DueCause
from couplesone.safety.due.causes import screen_becomes_due
from support.canaries import example
from support.papers import open_chart
from support.safety import blocks, screened

ACTOR = "therapist"


def due(caller, path):
    """Return what waits, by cause and day."""
    return [(found["cause"], found["due_on"]) for found in caller.get(f"{path}/safety")["due"]]


def part(caller, chart, **more):
    """Record what the two are to each other."""
    body = {"kind": "married", "status": "separated"} | more
    return caller.post(f"/v1/partners/{chart.partner_id}/relationships", body)


@pytest.mark.row("INV-12")
@pytest.mark.parametrize("status", ["separated", "divorced", "ended"])
def test_a_separation_makes_a_screen_due(chart, therapist, path, status) -> None:
    screened(therapist, path)
    part(therapist, chart, status=status, as_of_on="2026-03-01")
    assert due(therapist, path) == [("separation", "2026-03-01")]
    assert blocks(therapist, path) == ["screen_due"]
    screened(therapist, path)
    assert (due(therapist, path), blocks(therapist, path)) == ([], [])


@pytest.mark.parametrize("status", ["together", "on_a_break", "widowed", "unknown"])
def test_nothing_else_of_a_relationship_does(chart, therapist, path, status) -> None:
    screened(therapist, path)
    part(therapist, chart, status=status)
    assert due(therapist, path) == []


def test_a_separation_concerns_the_open_cases_with_this_partner(world, chart, therapist, path) -> None:
    other = open_chart(world)
    part(therapist, chart)
    assert due(therapist, path) == [("separation", "2026-03-02")]
    assert due(therapist, f"/v1/cases/{other.case_id}") == []
    closed = open_chart(world)
    chart.set(Case, closed.case_id, status="closed", closed_on=world.today, closing_reason="completed")
    part(therapist, closed)
    assert due(therapist, f"/v1/cases/{closed.case_id}") == []


@pytest.mark.row("INV-12")
@pytest.mark.row("S0.16")
@pytest.mark.parametrize("cause", DueCause)
def test_each_cause_makes_one_due_for_the_rooms_that_learn_of_it(
    world, chart, therapist, path, cause
) -> None:
    """A tension response with fear, an enforced ultimatum: their rooms call this; it lands on the worklist."""
    screened(therapist, path)
    listed = "/v1/worklists/screen_due"
    assert therapist.get(listed)["items"] == []
    with world.works.open(world.home.id) as work:
        from couplesone.kernel.principal import ActorKind, Principal

        staff = world.home.people[ACTOR].id
        work.actor = Principal(ActorKind.STAFF, world.home.id, staff, staff, frozenset())
        screen_becomes_due(work, chart.case_id, cause)
    assert due(therapist, path) == [(cause.value, "2026-03-02")]
    (item,) = therapist.get(listed)["items"]
    assert (item["case_id"], item["due_on"]) == (str(chart.case_id), "2026-03-02")
    assert therapist.refused("POST", f"{path}/safety-check", {"what": "partner_contact"}) == (
        409,
        "safety_block",
    )
    screened(therapist, path)
    assert therapist.get(listed)["items"] == []


@pytest.mark.row("INV-12")
def test_a_separation_concerns_a_case_that_names_no_partner_too(world, chart, therapist, path) -> None:
    """A case opens with nothing but a client; from whom the client parts is known all the same."""
    screened(therapist, path)
    chart.set(Case, chart.case_id, partner_id=None)
    other = open_chart(world)
    screened(therapist, f"/v1/cases/{other.case_id}")
    chart.set(Case, other.case_id, partner_id=None)
    part(therapist, chart)
    assert due(therapist, path) == [("separation", "2026-03-02")]
    assert due(therapist, f"/v1/cases/{other.case_id}") == [], "another client's case"


@pytest.mark.row("INV-12")
def test_a_later_cause_is_not_settled_by_a_screen_from_before_it(world, therapist, path) -> None:
    """Fear on Monday and again on Friday: the screen of Wednesday, entered on Friday, does not settle Friday."""
    screened(therapist, path)
    answer = example("record_system_response") | {"valence": "tension", "with_fear": True}
    therapist.post(f"{path}/system-responses", answer | {"occurred_on": "2026-03-02"})
    world.days(4)
    again = therapist.post(f"{path}/system-responses", answer | {"occurred_on": "2026-03-06"})
    therapist.post(f"{path}/system-responses", answer | {"occurred_on": "2026-03-03"})
    assert due(therapist, path) == [("tension_with_fear", "2026-03-02"), ("tension_with_fear", "2026-03-06")]
    screened(therapist, path, taken_on="2026-03-04")
    assert due(therapist, path) == [("tension_with_fear", "2026-03-06")]
    assert blocks(therapist, path) == ["screen_due"]
    screened(therapist, path)
    assert due(therapist, path) == []
    world.days(1)
    moved = {"occurred_on": "2026-03-07"}
    therapist.patch(f"/v1/system-responses/{again['id']}", moved, etag=again)
    assert due(therapist, path) == [("tension_with_fear", "2026-03-07")]


@pytest.mark.row("S2.53")
def test_harmful_conduct_that_is_reported_flags_the_case_and_makes_a_screen_due(therapist, path) -> None:
    screened(therapist, path)
    statement = example("record_partner_statement") | {"line_crossing": "harmful"}
    therapist.post(f"{path}/partner-statements", statement)
    assert due(therapist, path) == [("harmful_statement", "2026-03-02")]
    (flag,) = therapist.get(f"{path}/safety-flags")["items"]
    assert (flag["kind"], flag["grade"], flag["status"]) == ("harmful_statement", "low", "active")
    assert blocks(therapist, path) == ["screen_due"]


@pytest.mark.row("INV-12")
def test_an_enforced_ultimatum_makes_a_screen_due(therapist, path) -> None:
    screened(therapist, path)
    made = therapist.post(f"{path}/ultimatums", example("record_ultimatum"))
    assert due(therapist, path) == []
    for verb in ("issue", "enforce"):
        if made["status"] != "issued" or verb == "enforce":
            made = therapist.post(f"/v1/ultimatums/{made['id']}/{verb}", {}, etag=made)
    assert due(therapist, path) == [("ultimatum_enforced", "2026-03-02")]
    assert blocks(therapist, path) == ["screen_due"]


@pytest.mark.parametrize(("item_9", "kinds"), [(0, []), (1, ["suicidality_risk"])])
def test_thoughts_of_suicide_flag_the_case_and_block_nothing_by_themselves(
    therapist, path, item_9, kinds
) -> None:
    screened(therapist, path)
    body = example("record_administration") | {"items": [1] * 8 + [item_9]}
    therapist.post(f"{path}/administrations", body)
    assert [flag["kind"] for flag in therapist.get(f"{path}/safety-flags")["items"]] == kinds
    assert blocks(therapist, path) == []
