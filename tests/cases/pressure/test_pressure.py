"""Attempts to involve the partner (S0.6, S2.2, S2.3, S2.8, S2.9, S2.41)."""

from __future__ import annotations

import re

import pytest

from couplesone.cases.codes import PressureType

COERCIVE = {"bribe", "threaten", "ultimatum", "drag", "trick", "third_party_pressure"}


@pytest.mark.row("S2.41")
def test_the_coercive_subset_is_marked(therapist, case):
    for kind in PressureType:
        event = therapist.post(f"/v1/cases/{case}/pressure-events", {"type": kind.value})
        assert event["coercive"] is (kind.value in COERCIVE), kind


def test_changing_the_type_changes_the_mark(therapist, case):
    event = therapist.post(f"/v1/cases/{case}/pressure-events", {"type": "ask"})
    changed = therapist.patch(f"/v1/pressure-events/{event['id']}", {"type": "ultimatum"}, etag=event)
    assert changed["coercive"] is True


@pytest.mark.row("S2.8")
def test_labels_say_what_was_done_and_judge_nobody():
    judging = re.compile(
        r"offen[cs]e|abus|manipulat|harass|violat|guilt|fault|blackmail|coerc", re.IGNORECASE
    )
    assert [kind.label for kind in PressureType if judging.search(kind.label)] == []


@pytest.mark.row("S2.9")
def test_how_the_partner_may_have_felt_it_is_kept_as_a_hypothesis(therapist, case):
    felt = "May have heard an accusation."
    sent = {"type": "article_sent", "times": 3, "partner_experience_hypothesis": felt, "note": "By post."}
    event = therapist.post(f"/v1/cases/{case}/pressure-events", sent)
    assert {name: event[name] for name in sent} == sent
