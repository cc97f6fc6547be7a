"""The partner's side as JSON: the same doors as the pages, the same silence."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from couplesone.invitations.models import Invitation, PartnerReply
from couplesone.invitations.partner_side import hand_code_hash
from support.http import Caller
from support.inviting import Door, open_door
from support.visitors import token_of
from support.world import World

AT = "/public/v1/invitations"
NOT_VALID = (404, "link_not_valid")


@pytest.fixture
def door(world: World) -> Door:
    """The case of Mara, whose partner is Tobias."""
    return open_door(world)


@pytest.fixture
def anybody(world: World) -> Caller:
    """Whoever has no account."""
    return world.anonymous


def place(found: dict[str, Any]) -> str:
    """Return the place of the practice's page."""
    return str(found["page"]).rpartition("/")[2]


@pytest.mark.parametrize("by", ["token", "code"])
def test_read_ask_answer(door: Door, anybody: Caller, by: str) -> None:
    found = door.delivered()
    key = {"key": token_of(found)} if by == "token" else {"key": found["code"], "place": place(found)}
    read = anybody.post(f"{AT}/open", key)
    assert (read["text"], read["locale"], read["expires_at"]) == (found["text"], "en", found["expires_at"])
    assert anybody.post(f"{AT}/ask", key | {"question": "Who will be there?"}) == {"passed_on": True}
    for _ in range(2):
        assert anybody.post(f"{AT}/answer", key | {"answer": "accepted"}) == {"taken": True}
    assert door.again(found)["state"] == "accepted"
    other = key | {"answer": "no"}
    assert anybody.refused("POST", f"{AT}/answer", other) == NOT_VALID
    assert anybody.refused("POST", f"{AT}/open", key) == NOT_VALID


def test_a_no_shows_nowhere(door: Door, anybody: Caller) -> None:
    found = door.delivered()
    before, opened = door.again(found), anybody.post(f"{AT}/open", {"key": token_of(found)})
    assert anybody.post(f"{AT}/answer", {"key": token_of(found), "answer": "never"}) == {"taken": True}
    assert door.again(found) == before
    assert anybody.post(f"{AT}/open", {"key": token_of(found)}) == opened
    with door.world.works.open(door.world.home.id) as work:
        assert work.db.scalars(select(PartnerReply.answer)).all() == ["never"]


@pytest.mark.parametrize("key", ["x", "2222-2222-2222", "c1l_x"])
def test_what_opens_nothing(anybody: Caller, key: str) -> None:
    for verb, more in (("open", {}), ("ask", {"question": "x"}), ("answer", {"answer": "no"})):
        assert anybody.refused("POST", f"{AT}/{verb}", {"key": key} | more) == NOT_VALID


def test_a_clients_link_opens_no_invitation(door: Door, anybody: Caller) -> None:
    link = door.therapist.post(f"{door.case}/access-links", {"purpose": "check_in", "in_room": True})
    key = {"key": link["code"], "place": place(link)}
    assert anybody.refused("POST", f"{AT}/open", key) == NOT_VALID


def test_six_digits_where_the_practice_sent_it(door: Door, anybody: Caller) -> None:
    found = door.delivered()
    with door.world.works.open(door.world.home.id) as work:
        row = work.db.scalars(select(Invitation)).one()
        row.hand_code_hash = hand_code_hash(work, row.id, "123456")
    key = {"key": token_of(found)}
    needed = (403, "hand_code_needed")
    assert anybody.refused("POST", f"{AT}/open", key) == needed
    for _ in range(4):
        assert anybody.refused("POST", f"{AT}/open", key | {"hand_code": "000000"}) == needed
    assert anybody.post(f"{AT}/open", key | {"hand_code": "123 456"})["text"] == found["text"]
    assert anybody.refused("POST", f"{AT}/open", key | {"hand_code": "000000"}) == needed
    assert anybody.refused("POST", f"{AT}/open", key | {"hand_code": "123456"}) == NOT_VALID
    assert door.again(found)["state"] == "withdrawn"


def test_three_questions(door: Door, anybody: Caller) -> None:
    key = {"key": token_of(door.delivered()), "question": "Why?"}
    for _ in range(3):
        anybody.post(f"{AT}/ask", key)
    assert anybody.refused("POST", f"{AT}/ask", key) == (409, "no_more_questions")
