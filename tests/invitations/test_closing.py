"""Saying what came of the visit."""

from __future__ import annotations

import pytest

from couplesone.invitations.codes import VisitClosing
from couplesone.invitations.models import Invitation
from support.inviting import Door


@pytest.mark.row("S3.34")
@pytest.mark.parametrize("closing", VisitClosing)
def test_a_visit_is_closed_with_what_came_of_it(door: Door, closing: VisitClosing) -> None:
    """None of it is better than another, and nothing follows by itself."""
    found = door.delivered()
    door.chart.set(Invitation, found["id"], state="attended")
    closed = door.act(found, "close", {"closing": closing.value})
    assert (closed["state"], closed["closing"]) == ("closed", closing.value)
    assert door.refused(found, "close", {"closing": closing.value}) == (409, "invitation_transition_refused")
    assert door.therapist.get("/v1/conjoint-cases")["items"] == []
    assert door.therapist.get(f"{door.case}/conjoint-referrals")["items"] == []
