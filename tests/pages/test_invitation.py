"""The partner's page: read, ask, answer once; and nobody can tell an answer from silence, unless it is yes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pytest
from sqlalchemy import select

from couplesone.identity import tokens
from couplesone.invitations.models import Invitation, PartnerReply
from couplesone.invitations.partner_side import hand_code_hash
from support.inviting import Door, open_door
from support.visitors import Visitor, constant, handed_out, said, token_of
from support.world import World


@pytest.fixture
def door(world: World) -> Door:
    """The case of Mara, whose partner is Tobias."""
    return open_door(world)


def partner(door: Door, found: dict[str, Any]) -> Visitor:
    """Return whoever has the address of the page."""
    return Visitor(door.world, urlsplit(found["page"]).path)


def replies(door: Door) -> list[tuple[str, str | None, bool]]:
    """Return what is kept of answers."""
    with door.world.works.open(door.world.home.id) as work:
        return [(one.answer, one.words, one.may_be_read) for one in work.db.scalars(select(PartnerReply))]


@pytest.mark.parametrize("by", ["token", "code"])
def test_the_partner_reads_it_and_says_yes(door: Door, by: str) -> None:
    found = door.delivered()
    key = token_of(found) if by == "token" else found["code"]
    visitor = partner(door, found)
    page = visitor.send(key=key)
    assert page.status_code == 200
    for part in ("I would like to know how you see it.", "take a side", "no reason"):
        assert part in said(page)
    thanks = visitor.send(key=key, send="yes", answer="accepted")
    assert "Thank you" in said(thanks)
    again = door.again(found)
    assert (again["state"], again["accepted_at"]) == ("accepted", "2026-03-02T09:00:00.000000Z")
    assert constant(visitor.send(key=key, send="yes", answer="accepted")) == constant(thanks)


@pytest.mark.parametrize("answer", ["not_now", "no", "never"])
def test_no_other_answer_shows_anywhere(door: Door, answer: str) -> None:
    found = door.delivered()
    visitor = partner(door, found)
    before = door.again(found)
    thanks = visitor.send(
        key=found["code"], send="yes", answer=answer, words="Zebrafinch.", may_be_read="yes"
    )
    assert replies(door) == [(answer, "Zebrafinch.", True)]
    assert door.again(found) == before
    assert "Thank you" in said(thanks)
    door.world.days(30)
    assert door.again(found)["state"] == "answered"


@pytest.mark.parametrize("answer", ["not_now", "no", "never"])
def test_whoever_holds_the_link_too_cannot_try_out_what_was_answered(door: Door, answer: str) -> None:
    found = door.delivered()
    visitor = partner(door, found)
    keys = (found["code"], token_of(found))
    pages = [constant(visitor.send(key=key)) for key in keys]
    body = {"key": found["code"], "send": "yes", "answer": answer, "words": "Zebrafinch."}
    first = visitor.send(**body)
    assert [constant(visitor.send(key=key)) for key in keys] == pages
    for tried in ("not_now", "no", "never"):
        other = visitor.send(key=found["code"], send="yes", answer=tried)
        assert constant(other) == constant(first)


def test_the_last_answer_counts_until_it_is_yes(door: Door) -> None:
    found = door.delivered()
    visitor = partner(door, found)
    visitor.send(key=found["code"], send="yes", answer="no", words="Zebrafinch.", may_be_read="yes")
    visitor.send(key=found["code"], send="yes", answer="not_now")
    assert replies(door) == [("not_now", None, False)]
    assert door.again(found)["state"] == "delivered"
    visitor.send(key=found["code"], send="yes", answer="accepted")
    assert (replies(door)[0][0], door.again(found)["state"]) == ("accepted", "accepted")
    over = visitor.send(key=found["code"], send="yes", answer="no")
    assert (over.status_code, "not open" in said(over)) == (404, True)
    assert [one[0] for one in replies(door)] == ["accepted"]


def test_a_day_beyond_every_calendar_is_refused(door: Door) -> None:
    found = door.delivered()
    partner(door, found).send(key=found["code"], send="yes", answer="accepted")
    confirmed = door.act(found, "confirm")
    far = {"visit_at": "9999-12-31T23:59:59-14:00"}
    assert door.refused(confirmed, "agree-on-visit", far) == (422, "validation_failed")


def test_words_are_for_the_treating_clinician_and_only_if_the_partner_says_so(
    door: Door, world: World
) -> None:
    found = door.delivered()
    visitor = partner(door, found)
    path = f"/v1/invitations/{found['id']}/partner-words"
    asked = visitor.send(key=found["code"], send="ask", question="Who will be there?")
    assert "passed on" in said(asked)
    visitor.send(key=found["code"], send="yes", answer="not_now", words="Not this year.")
    heard = door.therapist.get(path)
    assert ([one["words"] for one in heard["questions"]], heard["words"]) == (["Who will be there?"], None)
    for name in ("supervisor", "owner", "front_desk"):
        refused = world.home.people[name].call.refused("GET", path)
        assert refused == (403, "permission_denied"), name


def test_a_form_that_says_nothing_is_shown_again(door: Door) -> None:
    found = door.delivered()
    visitor = partner(door, found)
    empty = visitor.send(key=found["code"], send="yes", words="Zebrafinch")
    assert (empty.status_code, "Zebrafinch" in empty.text, replies(door)) == (422, True, [])
    unasked = visitor.send(key=found["code"], send="ask", question="")
    assert unasked.status_code == 422
    for _ in range(3):
        visitor.send(key=found["code"], send="ask", question="Why?")
    assert "No more questions" in said(visitor.send(key=found["code"], send="ask", question="Why?"))


ENDS: dict[str, Callable[[Door, dict[str, Any], Visitor], Any]] = {
    "accepted": lambda _, found, visitor: visitor.send(key=found["code"], send="yes", answer="accepted"),
    "withdrawn": lambda door, found, _: door.act(found, "withdraw"),
    "expired": lambda door, _, __: door.world.days(30),
    "revoked": lambda door, _, __: door.screen(fear=True),
}


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("by", ["token", "code"])
def test_whatever_ended_it_the_page_is_the_same(door: Door, end: str, by: str) -> None:
    found = door.delivered()
    visitor = partner(door, found)
    key = token_of(found) if by == "token" else found["code"]
    token, _ = tokens.issue(tokens.LINK, door.world.home.id, door.chart.client_id)
    unknown = "2222-2222-2222" if by == "code" else token
    ENDS[end](door, found, visitor)
    before = len(door.world.statements)
    wrong = visitor.send(key=unknown)
    middle = len(door.world.statements)
    right = visitor.send(key=key)
    assert constant(right) == constant(wrong)
    assert right.status_code == 404
    assert len(door.world.statements) - middle == middle - before


def test_six_digits_that_the_client_hands_over_come_first(door: Door) -> None:
    found = door.delivered()
    with door.world.works.open(door.world.home.id) as work:
        row = work.db.scalars(select(Invitation)).one()
        row.hand_code_hash = hand_code_hash(work, row.id, "123456")
    visitor = partner(door, found)
    asked = visitor.send(key=found["code"])
    assert "six digits" in said(asked)
    assert "how you see it" not in said(asked)
    assert visitor.send(key=found["code"], hand_code="000000").status_code == 422
    opened = visitor.send(key=found["code"], hand_code="123 456")
    assert "how you see it" in said(opened)
    for _ in range(3):
        assert visitor.send(key=found["code"], hand_code="999999").status_code == 422
    assert visitor.send(key=found["code"], hand_code="999999").status_code == 404
    assert visitor.send(key=found["code"], hand_code="123456").status_code == 404
    assert door.again(found)["state"] == "withdrawn"


def test_the_partners_link_is_none_of_the_clients(door: Door) -> None:
    door.delivered()
    assert door.therapist.get(f"{door.case}/access-links")["items"] == []
    body = {"purpose": "invitation", "in_room": True}
    assert door.therapist.refused("POST", f"{door.case}/access-links", body) == (409, "purpose_not_served")


def test_the_client_approves_the_very_words(door: Door) -> None:
    nothing = {"purpose": "approve_text", "in_room": True}
    assert door.therapist.refused("POST", f"{door.case}/access-links", nothing) == (409, "nothing_to_approve")
    found = door.drafted()
    door.act(found, "agree", {"text_sha256": found["text_sha256"]})
    link = handed_out(door.chart, "approve_text")
    visitor = partner(door, link)
    page = visitor.send(key=link["code"])
    assert "how you see it" in said(page)
    unticked = visitor.send(key=link["code"], send="yes", text_sha256=found["text_sha256"])
    assert unticked.status_code == 422
    other = visitor.send(key=link["code"], send="yes", text_sha256="0" * 64, approve="yes")
    assert "changed in the meantime" in said(other)
    done = visitor.send(key=link["code"], send="yes", text_sha256=found["text_sha256"], approve="yes")
    assert "Thank you" in said(done)
    again = door.again(found)
    assert (again["state"], again["approval_method"], door.holds()) == ("approved", "in_room_code", [])


def test_what_is_held_is_not_approved(door: Door) -> None:
    found = door.drafted(purpose=None)
    link = handed_out(door.chart, "approve_text")
    sent = partner(door, link).send(
        key=link["code"], send="yes", text_sha256=found["text_sha256"], approve="yes"
    )
    assert "cannot go now" in said(sent)
    assert door.again(found)["state"] == "draft"
