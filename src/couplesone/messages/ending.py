"""Where a message ends: taken back, or settled; and taking hold of one, so that nobody else moves it."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from couplesone.jobs import queue as jobs
from couplesone.kernel.errors import RecordNotFound
from couplesone.messages.codes import MOVES, MessageState
from couplesone.messages.models import Message
from couplesone.persistence.work import Work


def locked(work: Work, message_id: UUID) -> Message:
    """Return a message, as it is now, that nobody else moves until the transaction ends; RecordNotFound."""
    row = select(Message).where(Message.id == message_id).with_for_update()
    message = work.db.scalar(row.execution_options(populate_existing=True))
    if message is None:
        raise RecordNotFound
    return message


def can_cancel(message: Message) -> bool:
    """Say whether a message can still be undone: one that is withheld in private as long as one that is not."""
    if message.state == MessageState.WITHHELD:
        return message.withheld_privately and message.ended_at is None
    return MessageState.CANCELLED in MOVES[MessageState(message.state)]


def cancel(work: Work, message: Message) -> Message:
    """Undo a message, and the job that would have sent it."""
    if message.job_id is not None:
        jobs.cancel(work, message.job_id)
    message.withheld_code, message.withheld_privately = None, False
    end(work, message, MessageState.CANCELLED)
    return message


def move(message: Message, state: MessageState) -> None:
    """Bring a message from its state to another, by the table of moves."""
    assert state in MOVES[MessageState(message.state)], f"{message.state} -> {state}"
    message.state = state.value


def end(work: Work, message: Message, state: MessageState) -> None:
    """Bring a message to a state in which nothing more leaves; what was enclosed is forgotten."""
    if message.state != state:
        move(message, state)
    message.enclosed = None
    message.ended_at = work.now
    work.flush()  # whoever reads on in this transaction sees it
