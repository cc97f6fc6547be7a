"""Sending a message: what the worker does with a job of the kind ``send_message``.

``attempting`` is committed before the first word to the outside. After a crash it is all that is known, and the
category decides: a first contact becomes ``unknown``, which a person settles, and is never sent again; anything else
is sent again, with the same Message-ID. SMTP leaves no third way: between the last dot and the answer nobody can know
(RFC 5321, 4.5.3.2.6; RFC 1047).
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import or_, select

from couplesone.jobs.handlers import ClaimedJob, TryAgain
from couplesone.jobs.queue import is_in_hand, is_over
from couplesone.kernel.errors import RecordNotFound
from couplesone.messages import gate
from couplesone.messages.codes import Category, MessageState
from couplesone.messages.composing import mail_of
from couplesone.messages.ending import end, locked, move
from couplesone.messages.events import Left, tell
from couplesone.messages.gate import Refusal
from couplesone.messages.guards import rules_among
from couplesone.messages.models import Message
from couplesone.messages.transports.outcomes import Fate, Mail, Outcome, Transport
from couplesone.persistence.work import Work


@dataclass(frozen=True, slots=True, repr=False)
class Attempt:
    """A mail, and the way out for it."""

    transport: Transport
    mail: Mail


class MessageSender:
    """Does the jobs that send messages."""

    def before(self, work: Work, job: ClaimedJob) -> Attempt | None:
        """Ask everybody once more, in this transaction, and write down that the message is about to leave."""
        message = _message(work, job)
        if message is None:
            return None
        state = MessageState(message.state)
        if state is MessageState.WITHHELD and message.withheld_privately and message.ended_at is None:
            _withhold_quietly(work, message)
            return None
        if state is MessageState.ATTEMPTING and _at_most_once(message):
            _give_to_a_person(work, message)
            return None
        if state not in (MessageState.QUEUED, MessageState.ATTEMPTING):
            return None
        refused = gate.refusal(work, message)
        if refused is not None and not refused.privately:
            _withhold(work, message, refused)
            return None
        transport = rules_among(work.extras).transport
        if transport is None:
            raise TryAgain("no_transport")  # whatever anybody said in private
        if refused is not None:
            _withhold(work, message, refused)
            return None
        move(message, MessageState.ATTEMPTING)
        message.attempts += 1
        message.fencing = job.fencing
        work.flush()  # a message that cannot be kept is not sent
        return Attempt(transport, mail_of(work, message))

    def outside(self, prepared: Attempt) -> Outcome:
        """Hand the mail to the outside."""
        return prepared.transport.send(prepared.mail)

    def after(self, work: Work, job: ClaimedJob, outcome: Outcome) -> TryAgain | None:
        """Write down how it went, unless somebody else has taken the message in hand since."""
        message = _message(work, job)
        if message is None or message.state != MessageState.ATTEMPTING or message.fencing != job.fencing:
            return None
        message.failure_code = outcome.code or None
        if outcome.fate is Fate.ACCEPTED:
            end(work, message, MessageState.SENT)
            tell(work, message, Left.SUBMITTED)
            return None
        if outcome.fate is Fate.UNCERTAIN and _at_most_once(message):
            _give_to_a_person(work, message)
            return None
        if outcome.fate is Fate.REFUSED or (outcome.reached_data and _at_most_once(message)):
            _fail(work, message, outcome.code)
            return None
        if job.last_attempt:
            _fail(work, message, outcome.code)
        else:
            move(message, MessageState.QUEUED)
        return TryAgain(outcome.code)

    def abandoned(self, work: Work, job: ClaimedJob) -> None:
        """Settle a message that nobody will try again."""
        message = _message(work, job)
        if message is not None:
            _settle(work, message)


def settle_stale(work: Work) -> None:
    """Settle what is under way in nobody's hands: of first contacts as soon as the lease has run out.

    A chore of the worker; the claim after a crash does the same for its own message.
    """
    stale = (
        select(Message)
        .where(
            Message.state == MessageState.ATTEMPTING.value,
            ~is_in_hand(work, Message.job_id),
            or_(Message.category == Category.FIRST_CONTACT.value, is_over(Message.job_id)),
        )
        .order_by(Message.id)
        .with_for_update(skip_locked=True)
    )
    for message in work.db.scalars(stale).all():
        _settle(work, message)


def _message(work: Work, job: ClaimedJob) -> Message | None:
    try:
        return locked(work, job.id_of("message_id"))
    except RecordNotFound:
        return None


def _at_most_once(message: Message) -> bool:
    return message.category == Category.FIRST_CONTACT


def _settle(work: Work, message: Message) -> None:
    if message.state == MessageState.ATTEMPTING and _at_most_once(message):
        _give_to_a_person(work, message)
    elif message.state in (MessageState.ATTEMPTING, MessageState.QUEUED):
        _fail(work, message, message.failure_code or "given_up")


def _give_to_a_person(work: Work, message: Message) -> None:
    end(work, message, MessageState.UNKNOWN)
    tell(work, message, Left.UNKNOWN)


def _fail(work: Work, message: Message, code: str) -> None:
    message.failure_code = code
    end(work, message, MessageState.FAILED)
    tell(work, message, Left.FAILED)


def _withhold(work: Work, message: Message, refused: Refusal) -> None:
    message.withheld_code, message.withheld_privately = refused.code, refused.privately
    if refused.privately:
        _withhold_quietly(work, message)
        return
    end(work, message, MessageState.WITHHELD)
    tell(work, message, Left.WITHHELD)


def _withhold_quietly(work: Work, message: Message) -> None:
    """Do to what people are shown exactly what sending does: two changes of the version, and the time of the end."""
    if message.state != MessageState.WITHHELD:
        move(message, MessageState.WITHHELD)
    message.attempts += 1
    message.failure_code = None
    work.touch(message)
    work.flush()  # the first of the two
    end(work, message, MessageState.WITHHELD)
    tell(work, message, Left.SUBMITTED)
