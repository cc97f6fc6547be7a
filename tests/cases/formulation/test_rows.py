"""The formulation row by row: written over HTTP and read back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from couplesone.cases.models import Case
from support.formulation import MOTIVES, THERAPY
from support.http import Caller

row = pytest.mark.row


def read_back(therapist: Caller, case: UUID, kind: str, body: dict[str, Any]) -> dict[str, Any]:
    """Record an item, read it, and compare what was sent."""
    made = therapist.post(f"/v1/cases/{case}/{kind}", body)
    read: dict[str, Any] = therapist.get(f"/v1/{kind}/{made['id']}")
    assert {name: read[name] for name in body} == body
    return read


@row("S0.2")
def test_how_long_it_took_to_seek_help(therapist: Caller, mara: UUID) -> None:
    days = {
        "problem_onset_on": "2024-06-01",
        "first_considered_help_on": "2025-03-01",
        "first_contact_on": "2025-12-29",
    }
    made = therapist.post(f"/v1/clients/{mara}/cases", days)
    read = therapist.get(f"/v1/cases/{made['id']}")
    assert {name: read[name] for name in days} == days
    assert read["days_to_help"] == 576
    for missing in ("problem_onset_on", "first_contact_on"):
        open_end = therapist.post(f"/v1/clients/{mara}/cases", {**days, missing: None})
        assert open_end["days_to_help"] is None


@row("S0.7")
@pytest.mark.parametrize(
    "code", ["solo", "conjoint", "discernment", "individual", "violence_service", "substance_service"]
)
def test_which_format_fits_is_decided_by_the_clinician_alone(
    therapist: Caller, case: UUID, code: str
) -> None:
    everything_but = {"readiness": 10, "confidence": 10, "format_preference": "conjoint"}
    made = therapist.post(f"/v1/cases/{case}/intake-profiles", everything_but)
    assert made["suitable_format"] is None, "nothing is ever recommended"
    decided = {"suitable_format": code, "suitability_reason": "After three hours."}
    changed = therapist.patch(f"/v1/intake-profiles/{made['id']}", decided, etag=made)
    assert {name: changed[name] for name in decided} == decided


@row("S1.3")
@row("S1.7")
@row("S2.30")
@row("S2.36")
@row("S3.6")
@row("S3.11")
@row("S3.37")
def test_what_is_found_out_at_intake(therapist: Caller, case: UUID) -> None:
    profile = {
        "last_ditch": True,
        "timing": "crisis",
        "perceived_investment_gap": 6,
        "format_preference": "solo",
        "concern": "We do not talk about money.",
        "approach": "I bring it up at midnight.",
        "impasse": True,
        "readiness": 8,
        "confidence": 4,
        "client_reluctance_solo": 7,
    }
    read = read_back(therapist, case, "intake-profiles", profile)
    assert not {"prognosis", "outlook", "recommendation"} & read.keys()
    where = f"/v1/cases/{case}/intake-profiles"
    assert therapist.refused("POST", where, {}) == (409, "intake_profile_exists")
    changed = therapist.patch(f"/v1/intake-profiles/{read['id']}", {"approach": "I wait."}, etag=read)
    assert changed["concern"] == profile["concern"], "the concern stands, whatever the approach"
    error = {"reason": "Another client."}
    therapist.post(f"/v1/intake-profiles/{read['id']}/mark-in-error", error, etag=changed)
    assert therapist.post(where, {})["readiness"] is None


@row("S4.7")
@pytest.mark.parametrize("balance", [-5, 0, 5])
def test_who_decides_as_the_client_sees_it_and_feeling_deprived(
    therapist: Caller, case: UUID, balance: int
) -> None:
    read_back(therapist, case, "intake-profiles", {"power_balance": balance})
    read_back(therapist, case, "reactions", {"code": "deprived", "intensity": 7})


@row("S1.18")
def test_strengths_and_examples_of_what_was_solved(therapist: Caller, case: UUID) -> None:
    read_back(therapist, case, "strengths", {"kind": "strength", "text": "We laugh."})
    solved = {"kind": "exception_example", "text": "The summer plans.", "what_helped": "I asked first."}
    read_back(therapist, case, "strengths", solved)
    therapist.post(f"/v1/cases/{case}/own-part-items", {"category": "other", "behaviour": "I push."})
    assert therapist.get(f"/v1/cases/{case}/formulation")["strengths"] == {
        "strengths": 1,
        "exception_examples": 1,
        "problems": 1,
        "per_problem": 2.0,
    }


@row("S2.5")
@row("S3.7")
@pytest.mark.parametrize(
    "code", ["convince", "ultimatum", "resign", "inaction", "beg", "bribe", "drag", "nag", "complain"]
)
@pytest.mark.parametrize("effect", [-2, 2])
def test_what_was_tried_before_and_its_effect(therapist: Caller, case: UUID, code: str, effect: int) -> None:
    read_back(therapist, case, "prior-strategies", {"code": code, "effect": effect, "note": "For years."})


@row("S2.18")
@row("S3.2")
@pytest.mark.parametrize("experience", ["useless", "awful"])
def test_an_earlier_therapy_and_that_it_may_lie_behind_the_refusal(
    therapist: Caller, case: UUID, experience: str
) -> None:
    days = {"began_on": "2019-03-01", "ended_on": "2019-04-15"}
    read_back(
        therapist, case, "prior-therapies", THERAPY | days | {"experience": experience, "note": "Judged."}
    )
    reason = {"code": "bad_past_therapy", "reported_by": "partner", "confidence": 3}
    made = therapist.post(f"/v1/cases/{case}/refusals", {"answer": "no", "reasons": [reason]})
    assert made["reasons"][0]["code"] == "bad_past_therapy"


@pytest.mark.parametrize(
    "days",
    [
        {"began_on": "2026-03-03"},
        {"ended_on": "2026-03-03"},
        {"began_on": "2019-04-01", "ended_on": "2019-03-31"},
    ],
)
def test_an_earlier_therapy_lies_behind_in_order(therapist: Caller, case: UUID, days: dict[str, str]) -> None:
    where, order = f"/v1/cases/{case}/prior-therapies", (422, "dates_out_of_order")
    assert therapist.refused("POST", where, THERAPY | days) == order
    made = therapist.post(where, THERAPY)
    assert therapist.refused("PATCH", f"/v1/prior-therapies/{made['id']}", days, etag=made) == order


@row("S2.31")
@row("S2.55")
@row("S2.62")
def test_motives_are_asked_at_intake_and_again_at_every_stage(
    files: Any, therapist: Caller, case: UUID
) -> None:
    first = read_back(therapist, case, "motive-checks", MOTIVES)
    assert first["stage"] == 0
    glance = f"/v1/cases/{case}/formulation"
    assert therapist.get(glance)["motives"]["due"] is False
    files.change(Case, case, stage=3)
    assert therapist.get(glance)["motives"]["due"] is True, "the stage is another"
    later = therapist.post(f"/v1/cases/{case}/motive-checks", MOTIVES | {"fix_partner": 2})
    assert later["stage"] == 3
    read_back(therapist, case, "motive-checks", MOTIVES | {"stage": 1, "occurred_on": "2026-02-01"})
    motives = therapist.get(glance)["motives"]
    assert (motives["checks"], motives["due"]) == (3, False)
    assert (motives["first"]["stage"], motives["latest"]["fix_partner"]) == (1, 2)


@row("S4.1")
def test_explanations_are_several_and_never_a_single_cause(therapist: Caller, case: UUID) -> None:
    codes = ["vulnerability", "autonomy", "not_as_unhappy"]
    reasons = [{"code": code, "reported_by": "client", "confidence": 3} for code in codes]
    made = therapist.post(f"/v1/cases/{case}/refusals", {"answer": "no", "reasons": reasons})
    read = therapist.get(f"/v1/refusals/{made['id']}")
    assert [reason["code"] for reason in read["reasons"]] == codes
    assert not {"reason", "cause", "main_reason"} & read.keys()
