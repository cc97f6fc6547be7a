"""Two who act on one invitation at the same moment: one wins, and the other is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pytest
from sqlalchemy import func, select

from couplesone.invitations.models import Invitation, PartnerReply
from support.http import Caller
from support.inviting import PAPER, Door, open_door
from support.racing import at_once
from support.visitors import Visitor, handed_out
from support.world import World

ROUNDS = 12


@pytest.fixture
def world(real: World) -> World:
    """The application with connections and commits like anywhere."""
    return real


def staff(
    door: Door, found: dict[str, Any], verb: str, body: dict[str, Any] | None = None
) -> Callable[[], int]:
    """Return a call of the therapist's."""
    path, caller = f"/v1/invitations/{found['id']}/{verb}", Caller(door.world.transport, door.therapist.token)
    return lambda: caller.call("POST", path, body, etag=found).status_code


def partner(door: Door, found: dict[str, Any], answer: str) -> Callable[[], int]:
    """Return a sending of the partner's."""
    visitor = Visitor(door.world, urlsplit(found["page"]).path)
    return lambda: visitor.send(key=found["code"], send="yes", answer=answer).status_code


def client(door: Door, found: dict[str, Any]) -> Callable[[], int]:
    """Return the approval of the client, on the page."""
    link = handed_out(door.chart, "approve_text")
    visitor = Visitor(door.world, urlsplit(link["page"]).path)
    words = {"text_sha256": found["text_sha256"], "approve": "yes"}
    return lambda: visitor.send(key=link["code"], send="yes", **words).status_code


def replies(door: Door, found: dict[str, Any]) -> list[str]:
    """Return the answers that were kept."""
    with door.world.works.open(door.world.home.id) as work:
        statement = select(PartnerReply.answer).where(PartnerReply.invitation_id == found["id"])
        return list(work.db.scalars(statement))


def test_one_of_two_wins(world: World) -> None:
    for _ in range(ROUNDS):
        door = open_door(world)
        found = door.delivered()
        accepted, withdrawn = at_once(partner(door, found, "accepted"), staff(door, found, "withdraw"))
        state = door.again(found)["state"]
        assert (accepted, withdrawn, state) in (
            (200, 412, "accepted"),
            (200, 409, "accepted"),
            (404, 200, "withdrawn"),
        )
        assert replies(door, found) == (["accepted"] if state == "accepted" else [])

        door = open_door(world)
        found = door.delivered()
        both = at_once(partner(door, found, "no"), partner(door, found, "accepted"))
        assert both in ([200, 200], [404, 200])  # yes is final, and a no before it gives way
        assert replies(door, found) == ["accepted"]
        assert door.again(found)["state"] == "accepted"

        door = open_door(world)
        found = door.drafted()
        read = {"text_sha256": found["text_sha256"], "paper_sha256": PAPER, "signed_on": "2026-03-01"}
        twice = at_once(*[staff(door, found, "approve-on-paper", read)] * 2)
        assert sorted(twice) in ([200, 409], [200, 412])

        door = open_door(world)
        found = door.drafted()
        read = {"text_sha256": found["text_sha256"], "paper_sha256": PAPER, "signed_on": "2026-03-01"}
        by_page, on_paper = at_once(client(door, found), staff(door, found, "approve-on-paper", read))
        assert (by_page, on_paper) in ((200, 409), (200, 412), (404, 200))
        method = "in_room_code" if by_page == 200 else "signed_paper"
        assert door.again(found)["approval_method"] == method

        door = open_door(world)
        drafts = at_once(*[lambda: draft(door)] * 2)  # noqa: B023 - called before the next round
        assert sorted(drafts) == [201, 409]
        with world.works.open(world.home.id) as work:
            of_case = select(func.count(Invitation.id)).where(Invitation.case_id == door.chart.case_id)
            assert work.db.scalar(of_case) == 1


def draft(door: Door) -> int:
    """Write an invitation as the therapist."""
    caller = Caller(door.world.transport, door.therapist.token)
    body = {"purpose": "give_own_view"}
    return caller.call("POST", f"{door.case}/invitations", body).status_code


def test_danger_that_is_found_at_the_moment_of_handing_over_wins(world: World) -> None:
    for _ in range(ROUNDS):
        door = open_door(world)
        found = door.approved()
        body = {
            "taken_alone": True,
            "how": "in_person",
            "answered_by": "client",
            "fear": True,
            "instruments": [{"instrument": "hark", "variant": "standard", "values": [1, 0, 0, 0]}],
        }
        caller = Caller(world.transport, door.therapist.token)

        def danger(caller: Caller = caller, door: Door = door) -> int:
            return caller.call("POST", f"{door.case}/safety-screens", body).status_code  # noqa: B023

        handed, screened = at_once(staff(door, found, "hand-over"), danger)
        assert screened == 201, "recording is never blocked"
        assert handed in (200, 409, 412)
        assert door.again(found)["state"] == "withdrawn"
