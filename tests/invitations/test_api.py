"""Invitations over HTTP: written, agreed to, handed over, taken back."""

from __future__ import annotations

import pytest

from support.inviting import COLLATERAL, PAPER, WORDS, Door
from support.world import World

CLOSING = {
    "closing_reason": "completed",
    "goals_outcome": "met",
    "relationship_outcome": "undecided",
}
NOT_DONE_YET = ["client_not_approved", "therapist_not_agreed"]


@pytest.mark.row("S1.20")
@pytest.mark.row("S2.35")
@pytest.mark.row("S3.29")
def test_the_words_say_what_must_be_said(door: Door) -> None:
    found = door.drafted()
    assert found["state"] == "draft"
    for part in (WORDS["client_words"], "one visit", "your own view", "take a side", "no reason", COLLATERAL):
        assert part in found["text"]
    assert "is the one who comes to the talks. You would not become that by a visit." in found["text"]
    assert door.holds() == NOT_DONE_YET


@pytest.mark.row("S3.28")
def test_it_goes_when_client_and_clinician_agreed_to_the_very_words(door: Door) -> None:
    found = door.drafted()
    read = {"text_sha256": found["text_sha256"]}
    assert door.refused(found, "hand-over") == (409, "invitation_transition_refused")
    wrong = {"text_sha256": "0" * 64}
    assert door.refused(found, "agree", wrong) == (412, "invitation_text_changed")
    found = door.act(found, "agree", read)
    assert door.holds() == ["client_not_approved"]
    paper = read | {"paper_sha256": PAPER, "signed_on": "2026-03-01"}
    assert door.refused(found, "approve-on-paper", paper | wrong) == (412, "invitation_text_changed")
    found = door.act(found, "approve-on-paper", paper)
    assert (found["state"], found["approval_method"], door.holds()) == ("approved", "signed_paper", [])
    found = door.act(found, "hand-over")
    assert found["state"] == "delivered"
    assert found["url"].startswith(found["page"] + "#c1l_")
    assert len(found["code"].replace("-", "")) == 12
    assert found["expires_at"][:10] == "2026-04-01"
    assert "url" not in door.again(found)


def test_other_words_have_to_be_approved_anew(door: Door) -> None:
    found = door.approved()
    changed = door.therapist.patch(f"/v1/invitations/{found['id']}", {"purpose": "ask_questions"}, etag=found)
    assert (changed["state"], door.holds()) == ("draft", NOT_DONE_YET)
    assert changed["text_sha256"] != found["text_sha256"]


@pytest.mark.row("S3.34")
@pytest.mark.row("S2.22")
def test_there_is_one_in_a_lifetime(door: Door) -> None:
    found = door.delivered()
    assert door.holds("draft") == ["already_invited"]
    assert door.therapist.refused("POST", f"{door.case}/invitations", WORDS) == (409, "invitation_held")
    door.act(found, "withdraw")
    assert door.holds("draft") == ["already_invited"]


def test_one_is_under_way_at_a_time(door: Door) -> None:
    found = door.drafted()
    assert door.therapist.refused("POST", f"{door.case}/invitations", WORDS) == (409, "invitation_open")
    door.act(found, "withdraw")
    assert door.drafted()["state"] == "draft"


def test_its_time_runs_out(door: Door, world: World) -> None:
    found = door.delivered()
    world.days(29)
    assert door.again(found)["state"] == "delivered"
    world.days(1)
    assert door.again(found)["state"] == "answered"
    assert door.refused(found, "withdraw") == (409, "invitation_transition_refused")


def test_nobody_agrees_to_what_has_gone(door: Door) -> None:
    found = door.delivered()
    read = {"text_sha256": found["text_sha256"]}
    past = {"hold": "pressure_high", "reason": "It was one bad day."}
    refused = 409, "invitation_transition_refused"
    assert [door.refused(found, "agree", read), door.refused(found, "hold-overrides", past)] == [refused] * 2
    door.act(found, "withdraw")
    assert [door.refused(found, "agree", read), door.refused(found, "hold-overrides", past)] == [refused] * 2


@pytest.mark.parametrize("what", ["flag", "closed", "consent"])
def test_what_ends_it_at_once(door: Door, world: World, what: str) -> None:
    found = door.delivered()
    if what == "flag":
        door.screen(fear=True)
    elif what == "closed":
        case = door.therapist.get(door.case)
        door.therapist.post(f"{door.case}/close", CLOSING, etag=case)
    else:
        path = f"/v1/clients/{door.chart.client_id}/consents"
        consent = door.therapist.post(
            path,
            {
                "kind": "partner_contact",
                "partner_id": str(door.chart.partner_id),
                "text_version": "1",
                "text_sha256": "0" * 64,
                "method": "paper_signature",
            },
        )
        door.therapist.post(f"/v1/consents/{consent['id']}/revoke", {}, etag=consent)
    assert door.again(found)["state"] == "withdrawn"


def test_words_that_return_have_to_be_approved_anew(door: Door) -> None:
    found = door.approved()
    for purpose in ("ask_questions", WORDS["purpose"]):
        path = f"/v1/invitations/{found['id']}"
        door.therapist.patch(path, {"purpose": purpose}, etag=door.again(found))
    assert door.again(found)["text_sha256"] == found["text_sha256"]
    assert set(door.holds()) == {"client_not_approved", "therapist_not_agreed"}
