"""The refusal, the stance, the reactions and the pressure, row by row: written over HTTP and read back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from couplesone.cases.codes import PressureType, ReactionCode
from couplesone.kernel.permissions import Role
from support.http import Caller
from support.world import World

row = pytest.mark.row


def reasons_read_back(therapist: Caller, case: UUID, *codes: str, **more: Any) -> list[dict[str, Any]]:
    """Record a refusal with reasons from every source, and return them as read."""
    sources = ("client", "partner", "therapist_hypothesis")
    sent = [
        {"code": code, "reported_by": source, "confidence": place, "quoted": source == "partner"}
        for code in codes
        for place, source in enumerate(sources)
    ]
    made = therapist.post(f"/v1/cases/{case}/refusals", {"answer": "no", "reasons": sent} | more)
    read: list[dict[str, Any]] = therapist.get(f"/v1/refusals/{made['id']}")["reasons"]
    shown = [{name: reason[name] for name in sent[0]} for reason in read]
    assert sorted(shown, key=str) == sorted(sent, key=str)
    return read


@row("S0.5")
@row("S1.5")
@row("S3.5")
def test_fear_of_being_vulnerable_or_seen_and_preconceptions(therapist: Caller, case: UUID) -> None:
    codes = ("vulnerability", "exposure_to_outsider", "negative_preconception", "its_your_problem")
    assert len(reasons_read_back(therapist, case, *codes)) == 12


@row("S2.13")
@row("S2.14")
def test_a_no_may_guard_a_say_or_a_limit(therapist: Caller, case: UUID) -> None:
    assert reasons_read_back(therapist, case, "autonomy", "boundary_vs_intensity")


@row("S2.16")
@row("S2.19")
@row("S2.20")
def test_shame_judgement_blame_and_being_outnumbered(therapist: Caller, case: UUID) -> None:
    assert reasons_read_back(
        therapist, case, "shame_needing_help", "judged_by_therapist", "blame_venue", "outnumbered_side_taking"
    )


@row("S3.3")
@row("S3.4")
def test_being_less_unhappy_and_having_no_hope(therapist: Caller, case: UUID) -> None:
    assert reasons_read_back(therapist, case, "not_as_unhappy", "client_aims_too_high", "hopeless")


@row("S4.2")
@row("S4.4")
@row("S4.16")
def test_fear_for_the_relationship_of_words_and_of_old_pain(therapist: Caller, case: UUID) -> None:
    assert reasons_read_back(
        therapist, case, "fears_relationship_in_danger", "less_articulate", "forced_past_pain"
    )


@row("S0.3")
@row("S3.1")
@pytest.mark.parametrize("answer", ["firm_no", "no", "ambivalent", "conditional", "silent"])
def test_many_refusals_each_with_how_it_was_asked_and_answered(
    therapist: Caller, case: UUID, answer: str
) -> None:
    where = f"/v1/cases/{case}/refusals"
    sent = {
        "occurred_on": "2026-02-10",
        "answer": answer,
        "how_asked": "At breakfast, kindly.",
        "quoted": True,
    }
    for _ in range(2):
        made = therapist.post(where, sent)
        read = therapist.get(f"/v1/refusals/{made['id']}")
        assert {name: read[name] for name in sent} == sent
    assert len(therapist.get(where)["items"]) == 2


@row("S1.1")
@row("S1.4")
def test_the_partners_stance_has_a_dated_history(therapist: Caller, case: UUID) -> None:
    where = f"/v1/cases/{case}/partner-stances"
    history = [
        ("2026-01-05", "refuses"),
        ("2026-01-20", "ambivalent"),
        ("2026-02-03", "conditional"),
        ("2026-02-10", "willing"),
        ("2026-02-20", "unknown"),
        ("2026-03-01", "decided_to_leave"),
    ]
    for day, stance in history:
        therapist.post(where, {"occurred_on": day, "stance": stance, "reported_by": "client"})
    read = [(one["occurred_on"], one["stance"]) for one in therapist.get(where)["items"]]
    assert read == history[::-1]
    assert therapist.get(f"/v1/cases/{case}/dashboard")["partner_stance"]["stance"] == "decided_to_leave"


@row("S0.4")
@row("S0.8")
@row("S0.18")
@pytest.mark.parametrize("code", ReactionCode)
def test_what_the_refusal_does_to_the_client_from_0_to_10(
    therapist: Caller, case: UUID, code: ReactionCode
) -> None:
    where = f"/v1/cases/{case}/reactions"
    for intensity in (0, 10):
        made = therapist.post(where, {"code": code.value, "intensity": intensity})
        assert therapist.get(f"/v1/reactions/{made['id']}")["intensity"] == intensity
    refused = therapist.refused("POST", where, {"code": code.value, "intensity": 11})
    assert refused == (422, "validation_failed")


@row("S0.6")
@row("S2.2")
@row("S2.3")
@row("S2.9")
@pytest.mark.parametrize("kind", PressureType)
def test_every_attempt_counts_in_its_week_with_how_it_may_have_felt(
    therapist: Caller, case: UUID, kind: PressureType
) -> None:
    sent = {
        "occurred_on": "2026-02-11",
        "type": kind.value,
        "times": 3,
        "partner_experience_hypothesis": "May have felt accused.",
    }
    made = therapist.post(f"/v1/cases/{case}/pressure-events", sent)
    read = therapist.get(f"/v1/pressure-events/{made['id']}")
    assert {name: read[name] for name in sent} == sent
    (series,) = therapist.get(f"/v1/cases/{case}/progress")["series"]
    assert (series["measure"], series["points"]) == ("pressure", [{"week": 6, "value": 3}])


@row("S2.63")
@row("S3.8")
@row("S3.33")
@row("S4.21")
def test_a_case_opens_on_one_signature_without_anything_of_the_partner(
    world: World, therapist: Caller, mara: UUID
) -> None:
    consent = {
        "kind": "treatment",
        "text_version": "1",
        "text": "I agree to couples therapy for one. No outcome is promised.",
        "method": "paper_signature",
    }
    therapist.post(f"/v1/clients/{mara}/consents", consent)
    opened = therapist.post(f"/v1/clients/{mara}/cases", {})
    assert (opened["kind"], opened["partner_id"]) == ("solo", None)
    rules = therapist.get(f"/v1/cases/{opened['id']}/stage")["rules"]
    assert {rule["code"]: rule["state"] for rule in rules}["treatment_consent"] == "met"
    waiting = therapist.get("/v1/worklists/check_in_missing")["items"]
    assert opened["id"] not in {one["case_id"] for one in waiting}, "it was opened this week"
    world.days(14)
    waiting = therapist.get("/v1/worklists/check_in_missing")["items"]
    assert opened["id"] in {one["case_id"] for one in waiting}


@row("S3.15")
@row("S4.24")
def test_a_consent_keeps_which_text_it_was_and_can_be_taken_back(therapist: Caller, mara: UUID) -> None:
    sent = {
        "kind": "treatment",
        "text_version": "2026-02, without a promise of outcome",
        "text_sha256": "c" * 64,
        "method": "electronic_signature",
    }
    made = therapist.post(f"/v1/clients/{mara}/consents", sent)
    assert {name: made[name] for name in sent} == sent
    revoked = therapist.post(f"/v1/consents/{made['id']}/revoke", {"note": "By phone."}, etag=made)
    assert revoked["revoked_at"] is not None


@row("S3.19")
def test_the_purpose_is_in_the_clients_words_and_holds_the_stage(therapist: Caller, case: UUID) -> None:
    found = therapist.get(f"/v1/cases/{case}")
    said = "To become a partner I like to be, whoever comes along."
    changed = therapist.patch(f"/v1/cases/{case}", {"purpose_statement": said}, etag=found)
    assert changed["purpose_statement"] == said


@row("S4.13")
def test_a_case_goes_on_after_a_refusal(therapist: Caller, case: UUID) -> None:
    before = therapist.get(f"/v1/cases/{case}")
    for answer in ("firm_no", "silent"):
        therapist.post(f"/v1/cases/{case}/refusals", {"answer": answer})
    therapist.post(f"/v1/cases/{case}/partner-stances", {"stance": "refuses", "reported_by": "client"})
    after = therapist.get(f"/v1/cases/{case}")
    assert (after["status"], after["stage"]) == (before["status"], before["stage"])


@row("S1.15")
def test_a_record_has_an_author_of_the_staff_and_a_client_never_an_acting_partner(
    therapist: Caller, case: UUID, world: World
) -> None:
    made = therapist.post(f"/v1/cases/{case}/hopes", {"text": "That he asks one day."})
    assert made["recorded_by"] == str(world.home.people["therapist"].id)
    assert "partner" not in {role.value for role in Role}
