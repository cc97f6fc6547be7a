"""Who is not to be contacted is not; and nobody here can find out that somebody said so in private."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import given
from sqlalchemy import select, text, update
from sqlalchemy.exc import IntegrityError

from couplesone.messages.addresses import same_mail, same_phone, same_words
from couplesone.messages.codes import MessageChannel
from couplesone.messages.do_not_contact import address_hash, note, stands_against
from couplesone.messages.gateway import Gateway
from couplesone.messages.models import DoNotContact
from messages.conftest import CLIENT_MAIL, PARTNER_MAIL


def path(post) -> str:
    return f"/v1/cases/{post.case_id}/do-not-contacts"


def privately(post, **whom: Any) -> None:
    """As a page does when the person says so there."""
    with post.work() as work:
        note(work, **(whom or {"email": PARTNER_MAIL, "partner_id": post.partner_id}))


def call_private_an_error(post) -> None:
    """As nothing here does: mark what a person said in private."""
    error = {"entered_in_error_at": datetime(2026, 3, 2, tzinfo=UTC), "error_reason": "x"}
    with post.work() as work:
        work.db.execute(update(DoNotContact).where(DoNotContact.recorded_by.is_(None)).values(error))


class TestByStaff:
    def test_it_is_recorded_listed_and_kept_without_the_address(self, post, world) -> None:
        body = {
            "email": PARTNER_MAIL,
            "phone": "+43 1 5550123",
            "postal_address": "Lindengasse 5, 1070 Wien",
            "partner": True,
        }
        entry = world.therapist.post(path(post), body)
        assert entry["known_by"] == ["email", "phone", "postal_address", "partner"]
        assert world.therapist.get(path(post))["items"] == [entry]
        assert world.therapist.get(f"/v1/do-not-contacts/{entry['id']}") == entry
        with world.works.database.transaction(world.home.id, write=False) as connection:
            row = str(connection.execute(text("SELECT * FROM do_not_contacts")).all())
        for plain in ("tobias", "5550123", "indengasse", str(post.partner_id)):
            assert plain not in row

    def test_what_waits_for_them_is_cancelled_in_the_same_transaction(self, post, world) -> None:
        mail = post.queue().message
        letter = post.queue(
            about_id=None, channel=MessageChannel.LETTER, address="Lindengasse 5\n1070 Wien"
        ).message
        kept = post.queue("reminder").message
        world.therapist.post(path(post), {"partner": True})
        assert [post.shown(message.id)["state"] for message in (mail, letter, kept)] == [
            "cancelled",
            "cancelled",
            "queued",
        ]
        post.send()
        assert post.way_out.mails == []

    def test_by_the_address_alone_however_it_is_written(self, post, world) -> None:
        mail = post.queue(partner_id=None).message
        world.therapist.post(path(post), {"email": "  TOBIAS@Example.ORG "})
        assert post.shown(mail.id)["state"] == "cancelled"

    def test_what_is_queued_afterwards_is_withheld_and_says_why(self, post, world) -> None:
        world.therapist.post(path(post), {"partner": True})
        message = post.queue(address="other@example.org").message
        post.send()
        assert post.way_out.mails == []
        assert post.shown(message.id)["withheld_code"] == "do_not_contact"

    def test_what_was_an_error_stops_nothing_more_and_is_kept(self, post, world) -> None:
        mistaken = world.therapist.post(path(post), {"partner": True, "email": PARTNER_MAIL})
        one, why = f"/v1/do-not-contacts/{mistaken['id']}", {"reason": "Meant for another client."}
        marked = world.therapist.post(f"{one}/mark-in-error", why, etag=mistaken)
        assert (marked["error_reason"], marked["version"]) == (why["reason"], mistaken["version"] + 1)
        assert world.therapist.get(path(post))["items"] == [marked]
        again = world.therapist.refused("POST", f"{one}/mark-in-error", why, etag=marked)
        assert again == (409, "item_in_error")
        post.queue()
        post.send()
        assert len(post.way_out.mails) == 1

    def test_an_error_of_staff_takes_nothing_from_what_was_said_in_private(self, post, world) -> None:
        mistaken = world.therapist.post(path(post), {"partner": True, "email": PARTNER_MAIL})
        privately(post)
        path_of = f"/v1/do-not-contacts/{mistaken['id']}/mark-in-error"
        world.therapist.post(path_of, {"reason": "Typed wrongly."}, etag=mistaken)
        post.queue()
        post.send()
        assert post.way_out.mails == []
        with pytest.raises(IntegrityError):
            call_private_an_error(post)

    def test_contact_is_possible_again_by_a_person_who_treats_only(self, post, world) -> None:
        mistaken = world.therapist.post(path(post), {"partner": True})
        one, why = f"/v1/do-not-contacts/{mistaken['id']}/mark-in-error", {"reason": "Typed wrongly."}
        for role, refused in (
            ("front_desk", (403, "permission_denied")),
            ("supervisor", (403, "permission_denied")),
        ):
            assert world.home.people[role].call.refused("POST", one, why, etag=mistaken) == refused
        stranger = world.home.hire("stranger", "therapist").call
        assert stranger.refused("POST", one, why, etag=mistaken) == (404, "not_found")

    @pytest.mark.parametrize(
        ("body", "code"),
        [
            ({}, "validation_failed"),
            ({"partner": False}, "validation_failed"),
            ({"phone": "none"}, "validation_failed"),
            ({"postal_address": "—"}, "validation_failed"),
            ({"email": "tobias"}, "address_not_valid"),
        ],
    )
    def test_it_says_whom(self, post, world, body, code) -> None:
        assert world.therapist.refused("POST", path(post), body) == (422, code)

    def test_without_a_partner_in_the_case_it_cannot_be_the_partner(self, post, world) -> None:
        case = world.therapist.post(f"/v1/clients/{post.client_id}/cases", {})
        refused = world.therapist.refused(
            "POST", f"/v1/cases/{case['id']}/do-not-contacts", {"partner": True}
        )
        assert refused == (422, "validation_failed")

    def test_only_whoever_treats_records_it_and_the_care_team_reads_it(self, post, world) -> None:
        body = {"partner": True}
        for role in ("front_desk", "biller"):
            caller = world.home.people[role].call
            assert caller.refused("POST", path(post), body) == (403, "permission_denied")
            assert caller.refused("GET", path(post)) == (403, "permission_denied")
        stranger = world.home.hire("stranger", "therapist").call
        assert stranger.refused("POST", path(post), body) == (404, "not_found")
        assert stranger.refused("GET", path(post)) == (404, "not_found")
        entry = world.therapist.post(path(post), body)
        assert stranger.refused("GET", f"/v1/do-not-contacts/{entry['id']}") == (404, "not_found")

    def test_lists_take_a_constant_number_of_statements(self, post, world) -> None:
        world.therapist.post(path(post), {"partner": True})
        world.statements.clear()
        world.therapist.get(path(post))
        few = len(world.statements)
        for _ in range(24):
            world.therapist.post(path(post), {"partner": True})
        world.statements.clear()
        assert len(world.therapist.get(path(post))["items"]) == 25
        assert len(world.statements) == few

    def test_a_telephone_number_stands_for_itself(self, post, world) -> None:
        world.therapist.post(path(post), {"phone": "+43 (0)1 555-0123"})
        with post.work() as work:
            assert stands_against(work, phone="0043 1 5550123").by_staff
            assert not stands_against(work, phone="0043 1 5550124").stands


class TestInPrivate:
    def test_nothing_leaves(self, post) -> None:
        message = post.queue().message
        privately(post)
        after = post.queue(about_id=None).message
        post.send()
        assert post.way_out.mails == []
        assert {post.message(one.id).state for one in (message, after)} == {"withheld"}

    def test_it_is_listed_nowhere(self, post, world) -> None:
        privately(post)
        with post.work() as work:
            hidden = work.db.scalars(select(DoNotContact)).one()
        assert world.therapist.get(path(post))["items"] == []
        refused = world.therapist.refused("GET", f"/v1/do-not-contacts/{hidden.id}")
        assert refused == (404, "not_found")
        assert hidden.case_id is None
        assert hidden.recorded_by is None

    def test_staff_know_only_what_staff_recorded(self, post, world) -> None:
        privately(post)
        with post.work() as work:
            found = stands_against(work, email=PARTNER_MAIL)
            assert (found.by_staff, found.privately, found.stands) == (False, True, True)
        world.therapist.post(path(post), {"email": PARTNER_MAIL})
        with post.work() as work:
            assert stands_against(work, partner_id=post.partner_id).by_staff is False
            assert stands_against(work, email=PARTNER_MAIL).by_staff is True

    def test_another_practice_has_nothing_to_do_with_it(self, post, world) -> None:
        privately(post)
        with world.works.open(world.other.id) as work:
            assert not stands_against(work, email=PARTNER_MAIL, partner_id=post.partner_id).stands
            theirs = address_hash(work, MessageChannel.EMAIL, PARTNER_MAIL)
        with post.work() as work:
            assert address_hash(work, MessageChannel.EMAIL, PARTNER_MAIL) != theirs

    def test_an_entry_says_whom_and_is_private_or_in_a_case(self, post) -> None:
        for whom in ({}, {"phone": "x"}, {"email": PARTNER_MAIL, "case_id": post.case_id}):
            with pytest.raises(ValueError, match="say whom"), post.work() as work:
                note(work, **whom)

    def test_the_clients_own_mail_is_not_stopped_by_the_partners_id(self, post) -> None:
        post.allow()
        privately(post, partner_id=post.partner_id)
        post.queue("reminder", partner_id=post.partner_id)
        post.send()
        assert [mail.recipient for mail in post.way_out.mails] == [CLIENT_MAIL]

    def test_it_can_still_be_undone_like_any_other(self, post, world) -> None:
        message = post.queue().message
        privately(post)
        shown = post.shown(message.id)
        assert shown["state"] == "queued"
        shown = world.therapist.post(f"/v1/messages/{message.id}/cancel", etag=shown)
        assert shown["state"] == "cancelled"
        post.send()
        assert post.way_out.mails == []


WHEN = ("before queueing", "while it waits", "never")


@pytest.mark.parametrize("when", WHEN)
def test_what_people_see_is_the_same_whether_or_not_it_was_said(post, world, when) -> None:
    """All that staff can see of a message, byte by byte, in a world in which it was said and in one in which not.

    The ids are the world's own; everything else must be equal, so it is compared with what is expected of both.
    """
    if when == "before queueing":
        privately(post)
    message = post.queue(about_id=post.case_id).message
    if when == "while it waits":
        privately(post)
    queued = post.shown(message.id)
    assert (queued["state"], queued["version"], queued["withheld_code"]) == ("queued", 1, None)
    assert queued["updated_at"] == queued["created_at"]
    post.send()
    sent = post.shown(message.id)
    assert (sent["state"], sent["version"], sent["withheld_code"], sent["failure_code"]) == (
        "submitted",
        3,
        None,
        None,
    )
    assert sent["updated_at"] == "2026-03-02T09:10:00.000000Z"
    assert [action["allowed"] for action in sent["actions"]] == [False] * 4
    for state, wanted in [("submitted", 1), ("withheld", 0), ("queued", 0)]:
        listed = world.therapist.get("/v1/messages", params={"state": state})["items"]
        assert len(listed) == wanted
    owner = world.home.people["owner"].call
    (job,) = owner.get("/v1/jobs")["items"]
    assert (job["state"], job["attempts"], job["version"], job["error_code"]) == ("done", 1, 4, None)
    assert len(post.way_out.mails) == (when == "never")
    from couplesone.jobs.models import OutboxEvent

    with post.work() as work:
        kinds = select(OutboxEvent.type, OutboxEvent.payload).where(OutboxEvent.type == "message.settled")
        ((_, payload),) = work.db.execute(kinds).all()
    assert payload["outcome"] == "submitted"


def test_a_reason_that_people_may_know_is_shown_in_both_worlds(post) -> None:
    first = post.queue().message
    post.guard.code = "ipv_positive"
    post.send()
    privately(post)
    second = post.queue(about_id=None).message
    post.send()
    shown = [post.shown(message.id) for message in (first, second)]
    assert [(one["state"], one["withheld_code"], one["version"]) for one in shown] == [
        ("withheld", "ipv_positive", 2)
    ] * 2


def test_the_outbox_and_the_audit_trail_do_not_name_it(post, world) -> None:
    owner = world.home.people["owner"].call
    before = owner.get("/v1/audit-events", params={"limit": 1})["items"][0]["id"]
    privately(post)
    trail = owner.get("/v1/audit-events", params={"limit": 5})["items"]
    assert [entry["action"] for entry in trail if entry["id"] > before] == ["list_audit_events"]


def test_handing_over_is_refused_without_a_reason(post, world) -> None:
    given_one = post.queue(channel=MessageChannel.HAND_OVER, address=None).message
    privately(post)
    shown = post.shown(given_one.id)
    refused = world.therapist.refused("POST", f"/v1/messages/{given_one.id}/hand-over", etag=shown)
    assert refused == (409, "message_withheld")
    with post.work() as work:
        Gateway(work).cancel(given_one.id)


@given(st.from_regex(r"[a-z]{1,9}(\.[a-z]{1,9})?@[a-z]{1,9}\.(org|at)", fullmatch=True))
def test_capitals_and_spaces_make_no_other_mail_address(address: str) -> None:
    assert same_mail(f" {address.upper()} ") == same_mail(address) == address


@given(st.text(alphabet="0123456789", min_size=8, max_size=8), st.sampled_from(["+43", "0043 ", "(0)", ""]))
def test_prefixes_and_dashes_make_no_other_number(digits: str, prefix: str) -> None:
    assert same_phone(f"{prefix}{digits[:3]} {digits[3:5]}-{digits[5:]}") == digits


def test_commas_and_lines_make_no_other_place() -> None:
    assert same_words("Lindengasse 5,\n1070 WIEN") == same_words("lindengasse 5 1070 Wien")
    assert same_mail("not an address!") == "notanaddress"
