"""Outreach: a channel that the client allowed, two tries, and no third."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from support.http import Caller


@pytest.fixture
def path(therapist: Caller, mara: UUID, case: UUID) -> str:
    """Where tries are recorded; the phone is safe for her."""
    wish = {"channel": "phone", "allowed": True, "confirmed_on": "2026-02-01"}
    therapist.call("PUT", f"/v1/clients/{mara}/safe-contact", wish)
    therapist.call("POST", f"/v1/clients/{mara}/safe-contact", wish)
    return f"/v1/cases/{case}/outreach-attempts"


@pytest.mark.row("C8")
def test_two_tries_and_no_third(therapist: Caller, path: str) -> None:
    tried: dict[str, Any] = {"channel": "phone", "reached": False}
    first = therapist.post(path, tried | {"occurred_on": "2026-02-20", "note": "No answer."})
    therapist.post(path, tried | {"occurred_on": "2026-02-27"})
    assert therapist.refused("POST", path, tried) == (409, "outreach_exhausted")
    changed = therapist.patch(f"/v1/outreach-attempts/{first['id']}", {"reached": True}, etag=first)
    assert changed["reached"]
    assert therapist.post(path, tried)["channel"] == "phone"


@pytest.mark.parametrize("channel", ["email", "text_message", "letter"])
def test_a_channel_that_was_not_allowed_is_not_tried(therapist: Caller, path: str, channel: str) -> None:
    assert therapist.refused("POST", path, {"channel": channel}) == (409, "outreach_not_safe")
