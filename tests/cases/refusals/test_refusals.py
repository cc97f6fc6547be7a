"""Refusals and the hypotheses about what lies behind them (S0.3, S1.2, S4.1)."""

from __future__ import annotations

import pytest

from couplesone.cases.codes import RefusalReasonCode, ReportedBy
from couplesone.cases.models import Case

EXPOSURE = {"code": "exposure_to_outsider", "reported_by": "client", "confidence": 2}
AUTONOMY = {"code": "autonomy", "reported_by": "therapist_hypothesis", "confidence": 1}
ERROR = {"reason": "Heard wrongly."}


@pytest.fixture
def where(case) -> str:
    return f"/v1/cases/{case}/refusals"


@pytest.fixture
def refusal(therapist, where):
    """The refusal of worked case C1."""
    return therapist.post(where, {"answer": "firm_no", "reasons": [EXPOSURE, AUTONOMY]})


@pytest.mark.row("S4.1")
def test_reasons_come_with_their_source_and_are_marked_as_hypotheses(refusal):
    shown = [(reason["code"], reason["reported_by"], reason["confidence"]) for reason in refusal["reasons"]]
    assert shown == [("exposure_to_outsider", "client", 2), ("autonomy", "therapist_hypothesis", 1)]
    assert [reason["hypothesis"] for reason in refusal["reasons"]] == [False, True]
    assert [reason["confided_by"] for reason in refusal["reasons"]] == ["client", "therapist"]
    assert {reason["about"] for reason in refusal["reasons"]} == {"partner"}
    assert {reason["noted_on"] for reason in refusal["reasons"]} == {"2026-03-02"}
    assert {reason["refusal_id"] for reason in refusal["reasons"]} == {refusal["id"]}


def test_every_reason_from_every_source_fits_into_one_refusal(therapist, where):
    every = [
        {"code": code.value, "reported_by": source.value, "confidence": 3, "quoted": True}
        for code in RefusalReasonCode
        for source in ReportedBy
    ]
    assert len(therapist.post(where, {"answer": "no", "reasons": every})["reasons"]) == len(every)
    assert therapist.refused("POST", where, {"answer": "no", "reasons": [*every, EXPOSURE]}) == (
        422,
        "validation_failed",
    )


def test_a_reason_added_later_is_a_record_of_its_own(therapist, where, refusal):
    answer = therapist.call(
        "POST",
        f"/v1/refusals/{refusal['id']}/reasons",
        {"code": "blame_venue", "reported_by": "partner", "confidence": 3, "noted_on": "2026-02-20"},
    )
    reason = answer.json()
    assert answer.headers["Location"] == f"/v1/refusal-reasons/{reason['id']}"
    assert therapist.get(f"/v1/refusal-reasons/{reason['id']}") == reason
    codes = [found["code"] for found in therapist.get(f"/v1/refusals/{refusal['id']}")["reasons"]]
    assert codes == ["blame_venue", "exposure_to_outsider", "autonomy"], "by the day they were noted"


def test_a_repeated_addition_adds_once(therapist, refusal):
    path, body = f"/v1/refusals/{refusal['id']}/reasons", EXPOSURE | {"reported_by": "partner"}
    first, again = (therapist.call("POST", path, body, key="same") for _ in range(2))
    assert again.headers["Idempotency-Replayed"] == "true"
    assert again.json() == first.json()


def test_one_source_gives_a_reason_once_until_it_is_marked_as_an_error(therapist, where, refusal):
    reasons = f"/v1/refusals/{refusal['id']}/reasons"
    assert therapist.refused("POST", reasons, EXPOSURE) == (409, "refusal_reason_exists")
    assert therapist.refused("POST", where, {"answer": "no", "reasons": [EXPOSURE, EXPOSURE]}) == (
        409,
        "refusal_reason_exists",
    )
    assert therapist.post(reasons, EXPOSURE | {"reported_by": "partner"})["reported_by"] == "partner"
    first = refusal["reasons"][0]
    marked = therapist.post(f"/v1/refusal-reasons/{first['id']}/mark-in-error", ERROR, etag=first)
    assert marked["error_reason"] == ERROR["reason"]
    assert therapist.post(reasons, EXPOSURE)["id"] != first["id"]
    again = therapist.refused("POST", f"/v1/refusal-reasons/{first['id']}/mark-in-error", ERROR, etag=marked)
    assert again == (409, "item_in_error")


def test_a_refused_list_of_reasons_leaves_no_refusal_behind(therapist, where):
    therapist.refused("POST", where, {"answer": "no", "reasons": [AUTONOMY, AUTONOMY]})
    assert therapist.get(where)["items"] == []


@pytest.mark.parametrize("nested", [True, False])
def test_a_reason_is_not_noted_ahead(therapist, where, refusal, nested):
    ahead = EXPOSURE | {"reported_by": "partner", "noted_on": "2026-03-03"}
    path = where if nested else f"/v1/refusals/{refusal['id']}/reasons"
    body = {"answer": "no", "reasons": [AUTONOMY, ahead]} if nested else ahead
    problem = therapist.call("POST", path, body).json()
    assert problem["code"] == "dates_out_of_order"
    assert problem["errors"][0]["pointer"] == ("/reasons/1/noted_on" if nested else "/noted_on")


@pytest.mark.parametrize(
    "wrong", [{"confidence": 4}, {"confidence": -1}, {"code": "pride"}, {"reported_by": "son"}]
)
def test_a_reason_has_a_known_code_and_source_and_a_confidence_of_0_to_3(therapist, refusal, wrong):
    path = f"/v1/refusals/{refusal['id']}/reasons"
    assert therapist.refused("POST", path, EXPOSURE | wrong) == (422, "validation_failed")


def test_a_refusal_in_error_takes_no_reasons(therapist, refusal):
    therapist.post(f"/v1/refusals/{refusal['id']}/mark-in-error", ERROR, etag=refusal)
    body = EXPOSURE | {"reported_by": "partner"}
    assert therapist.refused("POST", f"/v1/refusals/{refusal['id']}/reasons", body) == (409, "item_in_error")


def test_reasons_end_with_the_case(world, files, therapist, case, refusal):
    files.change(Case, case, status="closed", closed_on=world.today)
    first = refusal["reasons"][0]
    body = EXPOSURE | {"reported_by": "partner"}
    closed = (409, "case_closed")
    assert therapist.refused("POST", f"/v1/refusals/{refusal['id']}/reasons", body) == closed
    assert (
        therapist.refused("POST", f"/v1/refusal-reasons/{first['id']}/mark-in-error", ERROR, etag=1) == closed
    )


def test_who_may_read_and_add_reasons(world, strangers, refusal):
    first = refusal["reasons"][0]["id"]
    for person, reads, writes in (
        ("supervisor", 200, 403),
        ("owner", 404, 403),
        ("front_desk", 403, 403),
        ("colleague", 404, 404),
        ("elsewhere", 404, 404),
    ):
        call = (strangers.get(person) or world.home.people[person]).call.call
        assert call("GET", f"/v1/refusal-reasons/{first}").status_code == reads, person
        body = EXPOSURE | {"reported_by": "partner"}
        assert call("POST", f"/v1/refusals/{refusal['id']}/reasons", body).status_code == writes, person
        marked = call("POST", f"/v1/refusal-reasons/{first}/mark-in-error", ERROR, etag=1)
        assert marked.status_code == writes, person


def test_a_reason_is_as_private_as_its_refusal(files, world, mara, where, strangers):
    files.join(mara, "colleague", "covering")
    private = {"answer": "no", "visibility": "author_private", "confided_by": "other", "reasons": [EXPOSURE]}
    reason = world.therapist.post(where, private)["reasons"][0]
    assert (reason["visibility"], reason["confided_by"]) == ("author_private", "other")
    assert strangers["colleague"].call.refused("GET", f"/v1/refusal-reasons/{reason['id']}") == (
        404,
        "not_found",
    )


def test_a_list_of_refusals_brings_all_reasons_in_one_statement(world, therapist, where, refusal):
    def sent() -> int:
        before = len(world.statements)
        therapist.get(where)
        return len(world.statements) - before

    one = sent()
    for _ in range(4):
        therapist.post(where, {"answer": "no", "reasons": [EXPOSURE, AUTONOMY]})
    assert sent() == one
    listed = therapist.get(where)["items"]
    assert [len(found["reasons"]) for found in listed] == [2] * 5
    assert all(reason["refusal_id"] == found["id"] for found in listed for reason in found["reasons"])


def test_a_refusal_keeps_words_and_whether_they_are_quoted(therapist, where):
    refusal = therapist.post(
        where,
        {"answer": "conditional", "how_asked": "By letter.", "words": "If you go first.", "quoted": True},
    )
    assert (refusal["words"], refusal["quoted"], refusal["how_asked"]) == (
        "If you go first.",
        True,
        "By letter.",
    )
    changed = therapist.patch(f"/v1/refusals/{refusal['id']}", {"words": None, "quoted": False}, etag=refusal)
    assert (changed["words"], changed["quoted"]) == (None, False)
