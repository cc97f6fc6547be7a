"""Therapy sessions: what the minimal record holds."""

from __future__ import annotations

import pytest

from couplesone.cases.codes import Present, SessionStatus


@pytest.mark.parametrize("minutes", [1, 600])
def test_a_session_lasts_from_a_minute_to_ten_hours(therapist, case, minutes):
    assert therapist.post(f"/v1/cases/{case}/sessions", {"minutes": minutes})["minutes"] == minutes


@pytest.mark.parametrize("minutes", [0, 601, 50.5, "50", None])
def test_anything_else_is_no_length(therapist, case, minutes):
    refusal = therapist.refused("POST", f"/v1/cases/{case}/sessions", {"minutes": minutes})
    assert refusal == (422, "validation_failed")


def test_every_status_and_presence_can_be_recorded(therapist, case):
    for status in SessionStatus:
        for present in Present:
            sent = {"minutes": 50, "status": status.value, "present": present.value}
            session = therapist.post(f"/v1/cases/{case}/sessions", sent)
            assert {name: session[name] for name in sent} == sent
