"""What people are shown of a message's state, as a value and as a column: one table for both."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, case, exists, literal, or_
from sqlalchemy.orm import aliased

from couplesone.kernel.errors import Problem
from couplesone.kernel.permissions import Permission, PermissionDenied
from couplesone.messages.codes import MOVES, MessageChannel, MessageState, ShownState
from couplesone.messages.ending import can_cancel
from couplesone.messages.errors import MessageTransitionRefused
from couplesone.messages.models import Message
from couplesone.persistence.work import Work
from couplesone.web.schemas import Action

SHOWN_AS: Final[dict[MessageState, ShownState]] = {
    MessageState.QUEUED: ShownState.QUEUED,
    MessageState.ATTEMPTING: ShownState.SUBMITTED,
    MessageState.SENT: ShownState.SUBMITTED,
    MessageState.CANCELLED: ShownState.CANCELLED,
    MessageState.WITHHELD: ShownState.WITHHELD,
    MessageState.UNKNOWN: ShownState.UNKNOWN,
    MessageState.FAILED: ShownState.FAILED,
    MessageState.PREPARED: ShownState.PREPARED,
    MessageState.HANDED_OVER: ShownState.HANDED_OVER,
}


def shown_state(message: Message) -> ShownState:
    """Return what is shown of a message's state."""
    if message.withheld_privately:
        return ShownState.QUEUED if message.ended_at is None else ShownState.SUBMITTED
    return SHOWN_AS[MessageState(message.state)]


def perhaps_left(message_id: Any) -> ColumnElement[bool]:
    """Return the condition that a message is on its way out now, or nobody knows whether it left."""
    message = aliased(Message)
    open_ones = (MessageState.ATTEMPTING.value, MessageState.UNKNOWN.value)
    return exists().where(message.id == message_id, or_(*(message.state == state for state in open_ones)))


def state_column() -> ColumnElement[str]:
    """Return the same as a column, to filter by."""
    return case(
        (
            and_(Message.withheld_privately, Message.ended_at.is_(None)),
            literal(ShownState.QUEUED.value),
        ),
        (Message.withheld_privately, literal(ShownState.SUBMITTED.value)),
        *((Message.state == state.value, literal(shown.value)) for state, shown in SHOWN_AS.items()),
    )


def actions_of(work: Work, message: Message) -> list[Action]:
    """Return what the asker can do with the message, or why not."""
    state = MessageState(message.state)
    possible: Sequence[tuple[str, bool]] = (
        ("cancel_message", can_cancel(message)),
        ("hand_over_message", MessageState.HANDED_OVER in MOVES[state]),
        ("print_message", state is MessageState.PREPARED and message.channel == MessageChannel.LETTER),
        ("resolve_message", state is MessageState.UNKNOWN),
    )
    held = work.principal.may(Permission.MESSAGE_WRITE)
    return [
        _action(name, MessageTransitionRefused if held else PermissionDenied, possible_now and held)
        for name, possible_now in possible
    ]


def _action(name: str, refusal: type[Problem], allowed: bool) -> Action:
    return Action(
        action=name,
        allowed=allowed,
        code=None if allowed else refusal.code,
        reason=None if allowed else refusal.detail,
    )
