"""The partner's stance: a dated history of which the latest holds (S1.1)."""

from __future__ import annotations

import pytest

from couplesone.cases.codes import Stance


@pytest.fixture
def where(case) -> str:
    return f"/v1/cases/{case}/partner-stances"


def holding(caller, where):
    return [item["stance"] for item in caller.get(where)["items"] if item["holds"]]


@pytest.mark.row("S1.1")
def test_every_stance_can_be_recorded_and_the_history_is_kept(therapist, where):
    for stance in Stance:
        therapist.post(where, {"stance": stance.value})
    assert {item["stance"] for item in therapist.get(where)["items"]} == set(Stance)
    assert holding(therapist, where) == [list(Stance)[-1]], "of one day the latest entry holds"


def test_the_latest_day_holds_whenever_it_was_entered(therapist, where):
    therapist.post(where, {"stance": "willing", "occurred_on": "2026-02-20"})
    late = therapist.post(where, {"stance": "refuses", "occurred_on": "2026-01-10"})
    assert late["holds"] is False
    assert holding(therapist, where) == ["willing"]
    moved = therapist.patch(f"/v1/partner-stances/{late['id']}", {"occurred_on": "2026-02-28"}, etag=late)
    assert moved["holds"] is True
    assert holding(therapist, where) == ["refuses"]


def test_a_stance_in_error_holds_no_more(therapist, where):
    therapist.post(where, {"stance": "refuses", "occurred_on": "2026-02-01"})
    wrong = therapist.post(where, {"stance": "willing"})
    marked = therapist.post(
        f"/v1/partner-stances/{wrong['id']}/mark-in-error", {"reason": "Misread."}, etag=wrong
    )
    assert marked["holds"] is False
    assert holding(therapist, where) == ["refuses"]


def test_a_private_stance_of_another_author_does_not_take_the_place_of_what_one_sees(
    files, world, mara, strangers, where
):
    files.join(mara, "colleague", "covering")
    world.therapist.post(where, {"stance": "refuses", "occurred_on": "2026-02-01"})
    world.therapist.post(where, {"stance": "decided_to_leave", "visibility": "author_private"})
    assert holding(world.therapist, where) == ["decided_to_leave"]
    assert holding(strangers["colleague"].call, where) == ["refuses"]
