"""What the practice sends: once, after the time for second thoughts, and only while nothing stands in the way."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import pytest

from couplesone.identity.tokens import place_of
from couplesone.invitations.models import Invitation
from couplesone.messages.gateway import text_of
from couplesone.messages.guards import MESSAGE_RULES
from couplesone.messages.models import Message
from couplesone.messages.transports.outcomes import Fate, Mail, Outcome
from couplesone.wiring import make_worker
from support.inviting import Door, open_door
from support.visitors import Visitor, said
from support.world import World

TOBIAS = "tobias@example.org"
EMAIL = {"delivery": "email", "address": TOBIAS}


class Post:
    """A transport that keeps what it is given."""

    def __init__(self) -> None:
        self.sent: list[Mail] = []
        self.outcome = Outcome(Fate.ACCEPTED)

    def send(self, mail: Mail) -> Outcome:
        """Take a mail."""
        self.sent.append(mail)
        return self.outcome


@pytest.fixture
def post(world: World) -> Iterator[Post]:
    """The way out for mail."""
    before, kept = world.works.extras[MESSAGE_RULES], Post()
    world.works.extras[MESSAGE_RULES] = replace(before, transport=kept)
    yield kept
    world.works.extras[MESSAGE_RULES] = before


@pytest.fixture
def door(world: World, post: Post) -> Door:
    """A case whose client consented to contact with the partner."""
    found = open_door(world)
    found.therapist.post(
        f"/v1/clients/{found.chart.client_id}/consents",
        {
            "kind": "partner_contact",
            "partner_id": str(found.chart.partner_id),
            "text_version": "1",
            "text_sha256": "0" * 64,
            "method": "paper_signature",
        },
    )
    return found


def later(door: Door, minutes: float = 11) -> None:
    """Let minutes pass, and the worker work."""
    door.world.days(minutes / 1440)
    make_worker(door.world.works).drain()


def test_an_email_leaves_after_the_time_for_second_thoughts(door: Door, post: Post) -> None:
    queued = door.act(door.approved(**EMAIL), "queue")
    assert (queued["state"], len(queued["hand_code"])) == ("queued", 6)
    later(door, 9)
    assert (post.sent, door.again(queued)["state"]) == ([], "queued")
    later(door, 2)
    (mail,) = post.sent
    now = door.again(queued)
    assert (now["state"], now["expires_at"][:10]) == ("delivered", "2026-04-01")
    assert "hand_code" not in now
    text = str(mail.content if hasattr(mail, "content") else mail)
    assert TOBIAS in text
    later(door)
    assert len(post.sent) == 1
    code = re.search(r"[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}", text)
    assert code is not None
    link = door.therapist.post(f"{door.case}/access-links", {"purpose": "check_in", "in_room": True})
    visitor = Visitor(door.world, urlsplit(link["page"]).path)
    assert "six digits" in said(visitor.send(key=code[0]))
    opened = visitor.send(key=code[0], hand_code=queued["hand_code"])
    assert "how you see it" in said(opened)


def test_the_page_is_closed_until_it_has_left(door: Door, post: Post) -> None:
    door.act(door.approved(**EMAIL), "queue")
    later(door, 1)
    assert post.sent == []


def test_what_is_undone_never_leaves(door: Door, post: Post) -> None:
    queued = door.act(door.approved(**EMAIL), "queue")
    back = door.act(queued, "undo")
    assert (back["state"], back["queued_at"]) == ("approved", None)
    later(door)
    assert post.sent == []
    assert door.refused(back, "undo") == (409, "invitation_transition_refused")
    again = door.act(back, "queue")
    later(door)
    assert (len(post.sent), door.again(again)["state"]) == (1, "delivered")


ENDS: dict[str, Callable[[Door, dict[str, Any]], Any]] = {
    "danger": lambda door, _: door.screen(fear=True),
    "withdrawn": lambda door, found: door.act(found, "withdraw"),
    "not_to_contact": lambda door, _: door.therapist.post(f"{door.case}/do-not-contacts", {"partner": True}),
}


@pytest.mark.parametrize("end", ENDS)
def test_what_ends_it_in_the_queue_keeps_it_here(door: Door, post: Post, end: str) -> None:
    queued = door.act(door.approved(**EMAIL), "queue")
    ENDS[end](door, queued)
    later(door)
    assert (post.sent, door.again(queued)["state"]) == ([], "withdrawn")


@pytest.mark.row("S4.18")
def test_a_hold_that_comes_up_in_the_queue_takes_it_back(door: Door, post: Post) -> None:
    """And nothing tries it again by itself: no reminder, no second try in other words."""
    queued = door.act(door.approved(**EMAIL), "queue")
    door.therapist.post(
        f"{door.case}/pressure-events", {"occurred_on": "2026-02-25", "type": "plead", "times": 9}
    )
    later(door)
    assert (post.sent, door.again(queued)["state"]) == ([], "approved")
    assert door.holds() == ["pressure_high"]
    assert door.refused(queued, "queue") == (409, "invitation_held")
    for _ in range(40):
        door.world.days(1)
    later(door)
    assert post.sent == []


def test_a_mail_that_was_refused_for_good_is_approved_as_before(door: Door, post: Post) -> None:
    post.outcome = Outcome(Fate.REFUSED, code="550")
    queued = door.act(door.approved(**EMAIL), "queue")
    later(door)
    assert (len(post.sent), door.again(queued)["state"]) == (1, "approved")


def test_after_a_crash_a_person_settles_it(door: Door, post: Post) -> None:
    post.outcome = Outcome(Fate.UNCERTAIN, code="lost")
    queued = door.act(door.approved(**EMAIL), "queue")
    later(door)
    later(door, 120)
    assert (len(post.sent), door.again(queued)["state"]) == (1, "queued")
    (message,) = door.therapist.get("/v1/messages")["items"]
    assert message["state"] == "unknown"
    settled = {"outcome": "sent"}
    door.therapist.post(f"/v1/messages/{message['id']}/resolve", settled, etag=message)
    assert door.again(queued)["state"] == "delivered"


def test_whoever_said_never_is_not_written_to_and_nobody_can_tell(
    door: Door, world: World, post: Post
) -> None:
    """The same person, as the partner of another client: all looks as if the mail had left."""
    first = door.delivered()
    visitor = Visitor(world, urlsplit(first["page"]).path)
    with world.works.open(world.home.id) as work:
        from couplesone.messages import do_not_contact

        do_not_contact.note(work, email=TOBIAS)
    visitor.send(key=first["code"], send="yes", answer="never")
    other = open_door(world)
    other.therapist.post(
        f"/v1/clients/{other.chart.client_id}/consents",
        {
            "kind": "partner_contact",
            "partner_id": str(other.chart.partner_id),
            "text_version": "1",
            "text_sha256": "0" * 64,
            "method": "paper_signature",
        },
    )
    assert other.holds() == ["client_not_approved", "therapist_not_agreed"]
    queued = other.act(other.approved(**EMAIL), "queue")
    later(other)
    assert (post.sent, other.again(queued)["state"]) == ([], "delivered")


def test_a_letter_is_printed_and_delivered_when_it_was_posted(door: Door, post: Post) -> None:
    letter = {"delivery": "letter", "address": "Tobias Lang, Hauptstr. 1, 1010 Wien"}
    queued = door.act(door.approved(**letter), "queue")
    assert (queued["state"], queued["hand_code"]) == ("queued", None)
    (message,) = door.therapist.get("/v1/messages")["items"]
    printed = door.therapist.http.get(f"/v1/messages/{message['id']}/letter")
    assert printed.content.startswith(b"%PDF")
    door.therapist.post(f"/v1/messages/{message['id']}/hand-over", etag=message)
    assert door.again(queued)["state"] == "delivered"


def test_a_letter_that_is_posted_late_opens_as_long_as_one_posted_at_once(door: Door, post: Post) -> None:
    letter = {"delivery": "letter", "address": "Tobias Lang, Hauptstr. 1, 1010 Wien"}
    queued = door.act(door.approved(**letter), "queue")
    (message,) = door.therapist.get("/v1/messages")["items"]
    code = re.findall(r"(?:[0-9A-Z]{4}-){2}[0-9A-Z]{4}", letter_text(door, message["id"]))[-1]
    door.world.days(20)
    door.therapist.post(f"/v1/messages/{message['id']}/hand-over", etag=message)
    visitor = Visitor(door.world, f"/note/{place_of(door.world.home.id)}")
    door.world.days(29)
    assert (door.again(queued)["state"], visitor.send(key=code).status_code) == ("delivered", 200)
    door.world.days(1)
    assert (door.again(queued)["state"], visitor.send(key=code).status_code) == ("answered", 404)


def letter_text(door: Door, message_id: str) -> str:
    """Return what a letter says."""
    with door.world.works.open(door.world.home.id) as work:
        message = work.get(Message, UUID(message_id))
        return text_of(message.body, message.enclosed)


def test_not_to_contact_holds_what_could_be_written(door: Door) -> None:
    entry = door.therapist.post(f"{door.case}/do-not-contacts", {"partner": True})
    assert door.holds("draft") == ["do_not_contact"]
    error = {"reason": "Somebody else was meant."}
    door.therapist.post(f"/v1/do-not-contacts/{entry['id']}/mark-in-error", error, etag=entry)
    assert door.holds("draft") == []


@pytest.mark.parametrize(
    "way", [EMAIL, {"delivery": "letter", "address": "Tobias Lang, Hauptstr. 1, 1010 Wien"}]
)
def test_the_dashboard_judges_the_one_under_way_by_its_address(door: Door, way: dict[str, str]) -> None:
    approved = door.approved(**way)

    def shown() -> dict[str, Any]:
        found: dict[str, Any] = door.therapist.get(f"{door.case}/dashboard")["invitation_holds"]
        return found

    assert shown() == {
        "state": "free",
        "holds": [],
        "invitation_id": approved["id"],
        "invitation_state": "approved",
    }
    other = open_door(door.world)
    column = "email" if way is EMAIL else "postal_address"
    door.therapist.post(f"{other.case}/do-not-contacts", {column: way["address"]})
    assert shown()["holds"] == ["do_not_contact"] == door.holds()


@pytest.mark.parametrize("body", [{"delivery": "email"}, {"address": TOBIAS}])
def test_an_address_belongs_to_what_is_sent(door: Door, body: dict[str, Any]) -> None:
    refused = door.therapist.refused("POST", f"{door.case}/invitations", {"purpose": "ask_questions"} | body)
    assert refused == (422, "validation_failed")


def test_what_the_client_hands_over_is_not_queued(door: Door) -> None:
    assert door.refused(door.approved(), "queue") == (409, "invitation_transition_refused")
    assert door.refused(door.therapist.get(f"{door.case}/invitations")["items"][0], "undo") == (
        409,
        "invitation_transition_refused",
    )


def test_a_mail_is_not_handed_over(door: Door) -> None:
    assert door.refused(door.approved(**EMAIL), "hand-over") == (409, "invitation_transition_refused")


def test_a_malformed_address_is_refused_when_it_would_be_queued(door: Door) -> None:
    found = door.approved(delivery="email", address="tobias at example")
    assert door.refused(found, "queue") == (422, "address_not_valid")


@pytest.mark.parametrize("outcome", ["sent", "not_sent"])
def test_what_perhaps_left_counts_as_delivered_also_when_it_was_withdrawn(
    door: Door, post: Post, outcome: str
) -> None:
    """Nobody is written to twice because nobody knows whether the first mail arrived."""
    post.outcome = Outcome(Fate.UNCERTAIN, code="lost")
    queued = door.act(door.approved(**EMAIL), "queue")
    later(door)
    withdrawn = door.act(queued, "withdraw")
    assert withdrawn["state"] == "withdrawn"
    assert door.holds("draft") == ["already_invited"]
    (message,) = door.therapist.get("/v1/messages")["items"]
    door.therapist.post(f"/v1/messages/{message['id']}/resolve", {"outcome": outcome}, etag=message)
    assert door.holds("draft") == (["already_invited"] if outcome == "sent" else [])
    assert door.again(queued)["state"] == "withdrawn"


def test_what_leaves_while_it_is_withdrawn_counts_as_delivered(door: Door, post: Post) -> None:
    queued = door.act(door.approved(**EMAIL), "queue")

    def send(mail: Mail) -> Outcome:
        post.sent.append(mail)
        door.act(queued, "withdraw")
        return post.outcome

    post.send = send  # type: ignore[method-assign]
    later(door)
    assert (len(post.sent), door.again(queued)["state"]) == (1, "withdrawn")
    assert door.holds("draft") == ["already_invited"]


def test_a_message_that_is_undone_by_itself_takes_its_invitation_back(door: Door, post: Post) -> None:
    queued = door.act(door.approved(**EMAIL), "queue")
    (message,) = door.therapist.get("/v1/messages")["items"]
    door.therapist.post(f"/v1/messages/{message['id']}/cancel", etag=message)
    assert door.again(queued)["state"] == "approved"
    door.act(queued, "queue")
    later(door)
    assert len(post.sent) == 1


def test_not_to_contact_in_another_case_takes_back_what_goes_to_the_same_address(
    door: Door, world: World, post: Post
) -> None:
    queued = door.act(door.approved(**EMAIL), "queue")
    other = open_door(world)
    other.therapist.post(f"{other.case}/do-not-contacts", {"email": TOBIAS})
    later(door)
    assert (post.sent, door.again(queued)["state"]) == ([], "approved")
    assert "do_not_contact" in door.holds("draft")


def test_wrong_digits_leave_no_trace_that_staff_could_see(door: Door, world: World, post: Post) -> None:
    """Nothing tells that the partner has opened the page."""
    queued = door.act(door.approved(**EMAIL), "queue")
    later(door)
    before = door.again(queued)
    code = re.search(r"[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}", post.sent[0].content.decode())
    assert code is not None
    wrong = "000000" if queued["hand_code"] != "000000" else "111111"
    world.days(0.1)
    for _ in range(4):
        body = {"key": code[0], "hand_code": wrong, "place": place_of(world.home.id)}
        assert world.anonymous.refused("POST", "/public/v1/invitations/open", body)[1] == "hand_code_needed"
    assert door.again(queued) == before
    world.anonymous.refused("POST", "/public/v1/invitations/open", body)
    assert door.again(queued)["state"] == "withdrawn"


def another_case(door: Door) -> Door:
    """Open another case of the same client and partner, and screen in it."""
    body = {"partner_id": str(door.chart.partner_id)}
    case = door.therapist.post(f"/v1/clients/{door.chart.client_id}/cases", body)
    other = Door(door.world, replace(door.chart, case_id=UUID(case["id"])))
    other.screen()
    return other


def test_what_perhaps_left_stands_in_the_way_of_another_case(door: Door, post: Post) -> None:
    """A partner is written to once, in whichever case of the client; and danger is recorded all the same."""
    other = another_case(door)
    second = other.approved()
    post.outcome = Outcome(Fate.UNCERTAIN, "broke_off", reached_data=True)
    first = door.act(door.approved(**EMAIL), "queue")
    later(door)
    assert other.holds() == ["already_invited"]
    assert other.refused(second, "hand-over") == (409, "invitation_held")
    assert door.holds() == []  # its own
    door.screen(fear=True)
    assert [door.again(one)["state"] for one in (first, second)] == ["withdrawn"] * 2


def test_two_that_both_may_have_left_are_ended_all_the_same(door: Door, post: Post) -> None:
    other = another_case(door)
    post.outcome = Outcome(Fate.UNCERTAIN, "broke_off", reached_data=True)
    first = door.act(door.approved(**EMAIL), "queue")
    later(door)
    with door.world.works.open(door.world.home.id) as work:
        message_id = work.get(Invitation, UUID(first["id"])).message_id
        message = work.get(Message, message_id)
        message.state = "prepared"  # as if it had not left, for a moment
    second = other.delivered()
    with door.world.works.open(door.world.home.id) as work:
        work.get(Message, message_id).state = "unknown"
    door.screen(fear=True)
    assert [door.again(one)["state"] for one in (first, second)] == ["withdrawn"] * 2
