"""The gateway as the rooms above use it: queue a message, cancel it, hand it over.

Nothing leaves by this: mail leaves by the worker (``sending.py``), after the checks of the claiming transaction.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import select

from couplesone.jobs import queue as jobs
from couplesone.messages import gate
from couplesone.messages.addresses import mail_address
from couplesone.messages.codes import MOVES, MessageChannel, MessageState, Recipient
from couplesone.messages.do_not_contact import address_hash
from couplesone.messages.ending import can_cancel, cancel, end, locked
from couplesone.messages.errors import MessageTransitionRefused, MessageWithheld
from couplesone.messages.events import Left, tell
from couplesone.messages.guards import rules_among
from couplesone.messages.models import Message
from couplesone.persistence.work import Work
from couplesone.practices.codes import SettingKey, TextKey
from couplesone.practices.settings import value_on
from couplesone.practices.texts import text_on

SEND: Final = "send_message"
"""The kind of job that sends a message."""
ATTEMPTS: Final = 20
"""How often a mail is tried: with the waits between, over about six hours."""
ENCLOSED: Final = "{enclosed}"
"""The mark in a body where what is enclosed stands."""


@dataclass(frozen=True, slots=True, repr=False)
class Given:
    """A message, and, for one that is handed over in person, the text to hand over: shown this once."""

    message: Message
    text: str | None


class Gateway:
    """The one way out, as the rooms above see it."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def queue(
        self,
        *,
        kind: str,
        client_id: UUID,
        recipient: Recipient,
        channel: MessageChannel,
        body: str,
        case_id: UUID | None = None,
        address: str | None = None,
        partner_id: UUID | None = None,
        staff_id: UUID | None = None,
        about_id: UUID | None = None,
        enclosed: str | None = None,
        not_before: datetime | None = None,
        undo: bool = True,
    ) -> Given:
        """Put a message into the queue (e-mail), or lay it ready (letter, hand-over).

        ``kind`` is one that the wiring lists (KeyError otherwise) and decides the category. ``client_id`` is whose
        chart it belongs to; ``about_id`` what it is about (a first contact is queued once for each). An e-mail leaves
        no earlier than ``not_before`` and the practice's undo window from now (``undo=False``: no window). The mark
        ``{enclosed}`` in the body stands for ``enclosed``: a link, a code, kept only until the message has left; of a
        message that is handed over it is not kept at all, but part of ``Given.text``.

        The answer never depends on who is not to be contacted: that is decided when the message would leave.
        Raises AddressNotValid, FirstContactExists. Whether the asker may do this was settled by whoever calls.
        """
        work = self.work
        by_hand = channel is MessageChannel.HAND_OVER
        to = mail_address(address) if channel is MessageChannel.EMAIL else address
        message = Message(
            id=work.new_id(),
            kind=kind,
            category=rules_among(work.extras).kinds[kind].category.value,
            client_id=client_id,
            case_id=case_id,
            partner_id=partner_id,
            staff_id=staff_id,
            about_id=about_id,
            recipient=recipient.value,
            channel=channel.value,
            address=to,
            address_hash=address_hash(work, channel, to),
            subject=text_on(work, TextKey.MAIL_SUBJECT, work.today),
            body=body,
            enclosed=None if by_hand else enclosed,
            state=MessageState.PREPARED.value,
            not_before=work.now,
            attempts=0,
            fencing=0,
            queued_by=work.principal.staff_id,
        )
        if channel is MessageChannel.EMAIL:
            self._make_a_mail(message, not_before, undo=undo)
        return Given(work.add(message), text_of(body, enclosed) if by_hand else None)

    def _make_a_mail(self, message: Message, not_before: datetime | None, *, undo: bool) -> None:
        """Give a message what a mail has: its Message-ID, its time, and the job that sends it."""
        earliest = self.work.now + timedelta(minutes=self._undo_minutes() if undo else 0)
        domain = rules_among(self.work.extras).sender.rpartition("@")[2]
        message.state = MessageState.QUEUED.value
        message.not_before = max(earliest, not_before or earliest)
        message.message_id = f"<{message.id.hex}@{domain}>"
        message.job_id = jobs.enqueue(
            self.work, SEND, {"message_id": message.id}, not_before=message.not_before, max_attempts=ATTEMPTS
        )

    def cancel(self, message_id: UUID) -> Message:
        """Undo a message that has not left; RecordNotFound, MessageTransitionRefused when it is too late."""
        message = locked(self.work, message_id)
        if not can_cancel(message):
            raise MessageTransitionRefused
        return cancel(self.work, message)

    def cancel_about(self, about_id: UUID) -> int:
        """Undo every message about a thing that has not left, and return how many there were.

        For what revokes a thing: a new danger, a closed case, a consent taken back.
        """
        rows = select(Message).where(Message.about_id == about_id).with_for_update()
        waiting = [m for m in self.work.db.scalars(rows) if can_cancel(m)]
        for message in waiting:
            cancel(self.work, message)
        return len(waiting)

    def perhaps_left(self, about_id: UUID) -> bool:
        """Say whether a message about a thing is on its way out now, or nobody knows whether it left."""
        open_ones = (MessageState.ATTEMPTING.value, MessageState.UNKNOWN.value)
        found = select(Message.id).where(Message.about_id == about_id, Message.state.in_(open_ones))
        return self.work.db.scalar(found.limit(1)) is not None

    def hand_over(self, message_id: UUID) -> Message:
        """Note that a prepared message was given to the person, after the same checks as for mail.

        Raises RecordNotFound, MessageTransitionRefused, MessageWithheld.
        """
        message = locked(self.work, message_id)
        if MessageState.HANDED_OVER not in MOVES[MessageState(message.state)]:
            raise MessageTransitionRefused
        if gate.refusal(self.work, message) is not None:
            raise MessageWithheld
        end(self.work, message, MessageState.HANDED_OVER)
        tell(self.work, message, Left.HANDED_OVER)
        return message

    def _undo_minutes(self) -> int:
        return value_on(self.work, SettingKey.MESSAGE_UNDO_MINUTES, self.work.today)


def text_of(body: str, enclosed: str | None) -> str:
    """Return the text of a message with what is enclosed in its place."""
    return body.replace(ENCLOSED, enclosed or "")
