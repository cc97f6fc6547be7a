"""Queueing, undoing, handing over; and what leaves, what does not, and how often."""

from __future__ import annotations

from datetime import timedelta
from email import message_from_bytes
from email.policy import default

import pytest
from sqlalchemy import text

from couplesone.jobs import claims
from couplesone.kernel.errors import RecordNotFound
from couplesone.messages.codes import MOVES, MessageChannel, MessageState, Recipient, sources_of
from couplesone.messages.errors import (
    AddressNotValid,
    FirstContactExists,
    MessageTransitionRefused,
    MessageWithheld,
)
from couplesone.messages.events import MessageSettled
from couplesone.messages.gateway import ATTEMPTS, Gateway
from couplesone.messages.transports.outcomes import Fate, Outcome
from couplesone.wiring import SUBSCRIBERS
from messages.conftest import CLIENT_MAIL, PARTNER_MAIL

NOT_YET = Outcome(Fate.NOT_YET, "no_connection")
REFUSED = Outcome(Fate.REFUSED, "recipient_refused")
LATE_NO = Outcome(Fate.NOT_YET, "text_refused", reached_data=True)
UNCERTAIN = Outcome(Fate.UNCERTAIN, "broke_off", reached_data=True)


def test_a_mail_leaves_after_the_undo_window_with_nothing_telling_outside_its_body(post) -> None:
    message = post.queue().message
    assert post.send(minutes=9) == 0
    assert post.send(minutes=1) == 1
    (sent,) = post.way_out.mails
    mail = message_from_bytes(sent.content, policy=default)
    assert (sent.sender, sent.recipient) == ("post@practice.example", PARTNER_MAIL)
    assert mail["From"] == "The office <post@practice.example>"
    assert mail["Subject"] == "A message for you"
    assert mail["Message-ID"] == f"<{message.id.hex}@practice.example>"
    assert mail["To"] == PARTNER_MAIL
    assert mail.get_content_type() == "text/plain"
    assert not mail.is_multipart()
    assert (
        mail.get_content().replace("\r\n", "\n")
        == "Mara asked me to write.\n\nhttps://example.org/#c1i_secret\n"
    )
    assert set(mail) == {
        "From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "Content-Type",
        "Content-Transfer-Encoding", "MIME-Version",
    }  # fmt: skip
    assert post.message(message.id).state == "sent"
    assert post.send() == 0


def test_what_was_enclosed_is_forgotten_when_it_has_left(post) -> None:
    message = post.queue().message
    with post.work() as work:
        assert work.get(type(message), message.id).enclosed == "https://example.org/#c1i_secret"
    post.send()
    assert post.message(message.id).enclosed is None


def test_words_and_addresses_are_sealed(post, world) -> None:
    post.queue()
    with world.works.database.transaction(world.home.id, write=False) as connection:
        rows = str(connection.execute(text("SELECT * FROM messages")).all())
    assert "Mara" not in rows
    assert PARTNER_MAIL not in rows
    assert "c1i_secret" not in rows


def test_a_mail_can_be_set_for_later_but_not_before_the_undo_window(post) -> None:
    now = post.world.clock.now()
    assert post.queue(about_id=None, not_before=now).message.not_before == now + timedelta(minutes=10)
    later = now + timedelta(days=2)
    assert post.queue(about_id=None, not_before=later).message.not_before == later
    assert post.queue("reminder", undo=False).message.not_before == now


def test_the_practice_sets_the_window(post, world) -> None:
    owner = world.home.people["owner"].call
    owner.post("/v1/practice/settings", {"key": "message_undo_minutes", "value": 60})
    assert post.queue().message.not_before == world.clock.now() + timedelta(minutes=60)


def test_the_practice_chooses_subject_and_sender_and_they_tell_nothing(post, world) -> None:
    owner = world.home.people["owner"].call
    texts = "/v1/practice/texts"
    owner.post(texts, {"key": "mail_subject", "text": "Eine Nachricht für Sie"})
    owner.post(texts, {"key": "mail_sender_name", "text": 'Büro, "B"'})
    for key, line in [
        ("mail_subject", "From your therapist"),
        ("mail_subject", "Paartherapie: eine Nachricht"),
        ("mail_sender_name", "Home Practice"),
        ("mail_sender_name", "Office\nBcc: x@example.org"),
        ("mail_subject", "x" * 101),
    ]:
        assert owner.refused("POST", texts, {"key": key, "text": line}) == (422, "validation_failed")
    post.queue()
    post.send()
    mail = message_from_bytes(post.way_out.mails[0].content, policy=default)
    assert mail["Subject"] == "Eine Nachricht für Sie"
    assert mail["From"].addresses[0].display_name == 'Büro, "B"'


@pytest.mark.parametrize(
    "address",
    [None, "", "x", "a@b", "a b@example.org", "a@example.org\nBcc: b@example.org", "a@[127.0.0.1]", '"a b"@example.org',
     ".a@example.org", "a..b@example.org", "a@-example.org", "a@example..org", "a@example.1", "a@b@example.org",
     "Mara <mara@example.org>", "a@example.org, b@example.org", "x" * 65 + "@example.org", "ü@example.org",
     "a@" + "b" * 64 + ".org", "a@" + ".".join(["b" * 60] * 5), "a@exa_mple.org", "a\r\n@example.org", "a@\u2028x.org"],
)  # fmt: skip
def test_what_no_mail_can_be_sent_to_is_refused(post, address) -> None:
    with pytest.raises(AddressNotValid):
        post.queue(address=address)


def test_a_domain_in_other_letters_is_written_in_ascii(post) -> None:
    with post.work() as work:
        message = post.queue(address="post@Müller.example").message
        assert work.get(type(message), message.id).address == "post@xn--mller-kva.example"


def test_a_first_contact_about_a_thing_is_queued_once(post) -> None:
    about = post.case_id
    first = post.queue(about_id=about).message
    with pytest.raises(FirstContactExists):
        post.queue(about_id=about)
    with post.work() as work:
        Gateway(work).cancel(first.id)
    post.queue(about_id=about)
    post.send()
    with pytest.raises(FirstContactExists):
        post.queue(about_id=about)
    post.queue("reminder", about_id=about)
    post.queue("reminder", about_id=about)


def test_an_unlisted_kind_is_refused(post) -> None:
    with pytest.raises(KeyError):
        post.queue("chain_letter")


class TestUndo:
    def test_a_cancelled_mail_never_leaves(self, post) -> None:
        message = post.queue().message
        with post.work() as work:
            Gateway(work).cancel(message.id)
        assert post.send() == 0
        assert post.way_out.mails == []

    def test_whatever_is_about_a_thing_is_revoked_at_once(self, post) -> None:
        about = post.case_id
        post.queue(about_id=about)
        post.queue("reminder", about_id=about, channel=MessageChannel.LETTER, address="Gasse 1")
        kept = post.queue("reminder", about_id=None).message
        with post.work() as work:
            assert Gateway(work).cancel_about(about) == 2
            assert Gateway(work).cancel_about(about) == 0
        post.allow()
        post.send()
        assert [mail.message_id for mail in post.way_out.mails] == [kept.message_id]

    def test_what_has_left_cannot_be_undone(self, post) -> None:
        message = post.queue().message
        post.send()
        with pytest.raises(MessageTransitionRefused), post.work() as work:
            Gateway(work).cancel(message.id)

    def test_nor_what_is_not_there(self, post) -> None:
        with pytest.raises(RecordNotFound), post.work() as work:
            Gateway(work).cancel(post.case_id)


class TestByHand:
    def test_a_message_to_hand_over_is_given_back_whole_and_its_secret_is_not_kept(self, post) -> None:
        given = post.queue(channel=MessageChannel.HAND_OVER, address=None)
        assert given.text == "Mara asked me to write.\n\nhttps://example.org/#c1i_secret\n"
        assert (given.message.state, given.message.enclosed, given.message.message_id) == (
            "prepared",
            None,
            None,
        )
        assert post.send() == 0
        with post.work() as work:
            Gateway(work).hand_over(given.message.id)
        assert post.message(given.message.id).state == "handed_over"
        with pytest.raises(MessageTransitionRefused), post.work() as work:
            Gateway(work).hand_over(given.message.id)

    def test_the_same_checks_hold_as_for_mail(self, post) -> None:
        given = post.queue(channel=MessageChannel.HAND_OVER, address=None)
        post.guard.code = "ipv_positive"
        with pytest.raises(MessageWithheld), post.work() as work:
            Gateway(work).hand_over(given.message.id)
        assert post.message(given.message.id).state == "prepared"


class TestHowOften:
    """What the category promises, after each way in which an attempt can end."""

    @pytest.mark.parametrize(
        ("kind", "outcome", "state"),
        [
            ("invitation", NOT_YET, "queued"),
            ("invitation", REFUSED, "failed"),
            ("invitation", LATE_NO, "failed"),
            ("invitation", UNCERTAIN, "unknown"),
            ("reminder", NOT_YET, "queued"),
            ("reminder", REFUSED, "failed"),
            ("reminder", LATE_NO, "queued"),
            ("reminder", UNCERTAIN, "queued"),
        ],
    )
    def test_after_one_attempt(self, post, kind, outcome, state) -> None:
        post.allow()
        message = post.queue(kind).message
        post.way_out.answers = [outcome]
        post.send()
        found = post.message(message.id)
        assert (found.state, found.failure_code, found.attempts) == (state, outcome.code, 1)
        post.send(hours=1)
        sent = len(post.way_out.mails)
        assert sent == (1 if state == "queued" else 0)
        if sent:
            assert post.way_out.mails[0].message_id == message.message_id

    @pytest.mark.parametrize("kind", ["invitation", "reminder"])
    def test_when_nothing_helps_it_fails(self, post, kind) -> None:
        post.allow()
        message = post.queue(kind).message
        post.way_out.answers = [NOT_YET] * 2 * ATTEMPTS
        for _ in range(ATTEMPTS + 2):
            post.send(hours=1)
        found = post.message(message.id)
        assert (found.state, found.attempts, found.failure_code) == ("failed", ATTEMPTS, "no_connection")
        assert found.enclosed is None

    @pytest.mark.parametrize(("kind", "state"), [("invitation", "unknown"), ("reminder", "sent")])
    def test_when_the_worker_died_in_the_middle(self, post, world, kind, state) -> None:
        post.allow()
        message = post.queue(kind).message
        self.begin(post, world)
        assert post.message(message.id).state == "attempting"
        assert post.send(seconds=30) == 0
        post.send(seconds=61)
        assert post.message(message.id).state == state
        assert len(post.way_out.mails) == (state == "sent")

    @pytest.mark.parametrize(("kind", "state"), [("invitation", "unknown"), ("reminder", "failed")])
    def test_when_every_worker_dies_over_it(self, post, world, kind, state) -> None:
        post.allow()
        message = post.queue(kind).message
        for _ in range(1 if kind == "invitation" else ATTEMPTS):
            self.begin(post, world)
            post.later(seconds=61)
        post.send(seconds=1)
        assert post.message(message.id).state == state
        assert post.way_out.mails == []

    def test_who_was_overtaken_has_no_say(self, post, world) -> None:
        from couplesone.messages.sending import MessageSender

        post.allow()
        message = post.queue("reminder").message
        slow = self.begin(post, world)
        post.send(seconds=61)
        with post.work() as work:
            work.practice()
            assert MessageSender().after(work, slow, REFUSED) is None
        assert post.message(message.id).state == "sent"

    def test_a_way_out_that_breaks_leaves_no_second_try(self, post) -> None:
        class Broken:
            def send(self, mail) -> Outcome:
                raise ZeroDivisionError

        post.rules(transport=Broken())
        message = post.queue().message
        post.send()
        post.rules(transport=post.way_out)
        post.send(hours=1)
        assert post.message(message.id).state == "unknown"
        assert post.way_out.mails == []

    def test_without_a_way_out_it_waits(self, post) -> None:
        post.rules(transport=None)
        message = post.queue().message
        post.send()
        assert post.message(message.id).state == "queued"
        post.rules(transport=post.way_out)
        post.send(hours=1)
        assert post.message(message.id).state == "sent"

    @staticmethod
    def begin(post, world):
        """Do what a worker does until the dialogue begins, and then nothing more."""
        from couplesone.kernel.principal import Principal
        from couplesone.messages.sending import MessageSender

        post.later(minutes=10)
        with post.work() as work:
            job = claims.claim(work)
        with post.work() as work:
            work.actor = Principal.worker(world.home.id)
            work.practice()
            MessageSender().before(work, job)
        return job


class TestSweep:
    def test_a_first_contact_in_nobodys_hands_is_given_to_a_person(self, post, world) -> None:
        from couplesone.kernel.principal import Principal
        from couplesone.messages.sending import settle_stale

        first = post.queue().message
        TestHowOften.begin(post, world)

        def sweep() -> None:
            with post.work() as work:
                work.actor = Principal.worker(world.home.id)
                settle_stale(work)

        sweep()
        assert post.message(first.id).state == "attempting"
        post.later(seconds=61)
        sweep()
        assert post.message(first.id).state == "unknown"

    def test_a_reminder_is_left_to_its_job(self, post, world) -> None:
        from couplesone.kernel.principal import Principal
        from couplesone.messages.sending import settle_stale

        post.allow()
        reminder = post.queue("reminder").message
        TestHowOften.begin(post, world)
        post.later(seconds=61)
        with post.work() as work:
            work.actor = Principal.worker(world.home.id)
            settle_stale(work)
        assert post.message(reminder.id).state == "attempting"
        with post.work() as work:
            job = claims.claim(work)
            claims.give_up(work, job, "lost")
            settle_stale(work)
        assert post.message(reminder.id).state == "failed"


def test_rooms_above_are_told_what_became_of_it(post, monkeypatch) -> None:
    told = []
    subscribers = {**SUBSCRIBERS, MessageSettled: (lambda work, event: told.append(event),)}
    publisher = post.world.works.publisher
    monkeypatch.setattr(publisher, "_subscribers", subscribers)
    one = post.queue(about_id=post.case_id).message
    two = post.queue(channel=MessageChannel.HAND_OVER, address=None).message
    post.send()
    with post.work() as work:
        Gateway(work).hand_over(two.id)
    assert [(event.message_id, event.outcome, event.about_id) for event in told] == [
        (one.id, "submitted", post.case_id),
        (two.id, "handed_over", None),
    ]
    assert "about_id" not in told[1].payload()


def test_every_state_has_its_row() -> None:
    assert MOVES.keys() == set(MessageState)
    assert sources_of(MessageState.SENT) == {MessageState.ATTEMPTING, MessageState.UNKNOWN}
    assert sources_of(MessageState.ATTEMPTING) == {MessageState.QUEUED, MessageState.ATTEMPTING}


def test_a_merged_clients_messages_are_the_survivors(post, world) -> None:
    front_desk = world.home.people["owner"].call
    loose = post.queue("reminder", case_id=None).message
    in_case = post.queue().message
    other = world.therapist.post(
        "/v1/clients", {"name_used": "Mara L.", "locale": "en", "time_zone": "Europe/Vienna"}
    )
    duplicate = front_desk.get(f"/v1/clients/{post.client_id}")
    front_desk.post(f"/v1/clients/{post.client_id}/merge", {"into_client_id": other["id"]}, etag=duplicate)
    for message in (loose, in_case):
        assert str(post.message(message.id).client_id) == other["id"]
        assert post.shown(message.id)["body"] == "Mara asked me to write.\n\n{enclosed}\n"


def test_staff_mail_goes_to_the_address_of_somebody_who_works_here(post, world) -> None:
    therapist = world.home.people["therapist"]
    to_staff = {"recipient": Recipient.STAFF, "staff_id": therapist.id, "partner_id": None}
    post.queue("task", address=therapist.email.replace(".test", ".org"), **to_staff)
    with post.work() as work:
        from couplesone.identity.models import Staff

        work.get(Staff, therapist.id).email = therapist.email.replace(".test", ".org")
    post.queue("task", address=CLIENT_MAIL, **to_staff)
    post.send()
    assert [mail.recipient for mail in post.way_out.mails] == [therapist.email.replace(".test", ".org")]
