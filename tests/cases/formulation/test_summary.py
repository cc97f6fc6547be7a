"""The formulation at a glance: what counts for whoever asks, in a constant number of statements."""

from __future__ import annotations

import pytest

from support.formulation import BOUNDARY, CYCLE, FORMULATION, OWN_PART

row = pytest.mark.row


@pytest.fixture
def glance(therapist, case):
    return lambda: therapist.get(f"/v1/cases/{case}/formulation")


def test_of_an_empty_case_there_is_nothing_to_divide(glance, case) -> None:
    assert glance() == {
        "case_id": str(case),
        "pressure": {
            "attempts": 0,
            "coercive_attempts": 0,
            "first_on": None,
            "last_on": None,
            "nudging_days": None,
        },
        "cycle": {
            "maps": 0,
            "agreed_maps": 0,
            "current_map_id": None,
            "attempts_in_cycle": 0,
            "overlap_percent": None,
        },
        "own_parts": {"items": 0, "complete": 0},
        "strengths": {"strengths": 0, "exception_examples": 0, "problems": 0, "per_problem": None},
        "boundaries": {"boundaries": 0, "honoured": 0, "crossed": 0},
        "motives": {"checks": 0, "first": None, "latest": None, "due": True},
    }


@row("S3.32")
@row("S2.12")
def test_years_of_nudging_and_how_much_of_it_was_the_cycle(therapist, case, glance) -> None:
    drawn = therapist.post(f"/v1/cases/{case}/cycle-maps", CYCLE)
    events = f"/v1/cases/{case}/pressure-events"
    therapist.post(events, {"type": "ask", "occurred_on": "2019-05-01"})
    therapist.post(events, {"type": "drag", "times": 2, "cycle_map_id": drawn["id"]})
    seen = glance()
    assert seen["pressure"] == {
        "attempts": 3,
        "coercive_attempts": 2,
        "first_on": "2019-05-01",
        "last_on": "2026-03-02",
        "nudging_days": 2497,
    }
    assert seen["cycle"] == {
        "maps": 1,
        "agreed_maps": 0,
        "current_map_id": drawn["id"],
        "attempts_in_cycle": 2,
        "overlap_percent": 66.7,
    }


def test_problems_are_own_parts_and_distinct_reasons(therapist, case, glance) -> None:
    therapist.post(f"/v1/cases/{case}/own-part-items", OWN_PART)
    therapist.post(
        f"/v1/cases/{case}/own-part-items", OWN_PART | dict.fromkeys(WHOLE, "x") | {"frequency": "daily"}
    )
    reasons = [
        {"code": code, "reported_by": source, "confidence": 1}
        for code, source in (("autonomy", "client"), ("autonomy", "partner"), ("hopeless", "client"))
    ]
    therapist.post(f"/v1/cases/{case}/refusals", {"answer": "no", "reasons": reasons})
    therapist.post(f"/v1/cases/{case}/strengths", {"kind": "strength", "text": "We laugh."})
    seen = glance()
    assert seen["own_parts"] == {"items": 2, "complete": 1}
    assert seen["strengths"]["problems"] == 4
    assert seen["strengths"]["per_problem"] == 0.25


WHOLE = ("trigger", "impact", "alternative", "responsibility_statement", "strategy")


def test_the_log_of_a_boundary_in_error_does_not_count(therapist, case, glance) -> None:
    made = therapist.post(f"/v1/cases/{case}/boundaries", BOUNDARY)
    for outcome in ("honoured", "crossed", "crossed"):
        therapist.post(f"/v1/boundaries/{made['id']}/events", {"outcome": outcome})
    assert glance()["boundaries"] == {"boundaries": 1, "honoured": 1, "crossed": 2}
    therapist.post(f"/v1/boundaries/{made['id']}/mark-in-error", {"reason": "No."}, etag=made)
    assert glance()["boundaries"] == {"boundaries": 0, "honoured": 0, "crossed": 0}


def test_what_is_private_counts_for_its_author_alone(files, mara, case, therapist, strangers, glance) -> None:
    files.join(mara, "colleague", "covering")
    colleague = strangers["colleague"].call
    nothing = colleague.get(f"/v1/cases/{case}/formulation")
    for kind in FORMULATION:
        therapist.post(f"/v1/cases/{case}/{kind.path}", kind.least | {"visibility": "author_private"})
    assert colleague.get(f"/v1/cases/{case}/formulation") == nothing
    assert glance() != nothing


def test_it_takes_a_constant_number_of_statements(world, therapist, case, glance) -> None:
    def sent() -> int:
        before = len(world.statements)
        glance()
        return len(world.statements) - before

    one = sent()
    for _ in range(5):
        therapist.post(f"/v1/cases/{case}/own-part-items", OWN_PART)
        therapist.post(f"/v1/cases/{case}/cycle-maps", CYCLE)
    assert sent() == one


def test_who_may_not_know_of_the_case_gets_nothing(world, strangers, case) -> None:
    for person in strangers.values():
        assert person.call.refused("GET", f"/v1/cases/{case}/formulation") == (404, "not_found")
    assert world.home.people["biller"].call.refused("GET", f"/v1/cases/{case}/formulation") == (
        403,
        "permission_denied",
    )
