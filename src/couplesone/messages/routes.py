"""Routes of messages. None of them sends anything: rooms above queue, the worker sends."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from fastapi import Query

from couplesone.kernel.permissions import Permission
from couplesone.messages.errors import MessageTransitionRefused, MessageWithheld
from couplesone.messages.models import Message
from couplesone.messages.schemas import MessageFilters, MessageOut, MessageResolution, MessageSummary
from couplesone.messages.service import MessageService
from couplesone.messages.showing import actions_of, shown_state
from couplesone.persistence.work import Work
from couplesone.web.operations import Attachment
from couplesone.web.routing import Router
from couplesone.web.schemas import Listing

router = Router("messages")
READ, WRITE = Permission.MESSAGE_READ, Permission.MESSAGE_WRITE
_ONE = "/v1/messages/{message_id}"


def _members(work: Work, message: Message) -> dict[str, Any]:
    state = shown_state(message)
    plain = (
        "id", "version", "created_at", "updated_at", "client_id", "case_id", "partner_id", "about_id", "kind",
        "category", "recipient", "channel", "not_before", "failure_code",
    )  # fmt: skip
    return {
        **{name: getattr(message, name) for name in plain},
        "state": state,
        "withheld_code": None if message.withheld_privately else message.withheld_code,
        "actions": actions_of(work, message),
    }


def _shown(work: Work, message: Message) -> MessageOut:
    text = {name: getattr(message, name) for name in ("subject", "address", "body")}
    return MessageOut.model_validate({**_members(work, message), **text})


@router.read("/v1/messages", permission=READ)
def list_messages(work: Work, query: Annotated[MessageFilters, Query()]) -> Listing[MessageSummary]:
    """List what goes out, or went out, about one's clients, the newest first."""
    page = MessageService(work).list(query)
    items = [MessageSummary.model_validate(_members(work, message)) for message in page.items]
    return Listing[MessageSummary](items=items, next_cursor=page.next_cursor)


@router.read(_ONE, permission=READ, composite=True)
def get_message(work: Work, message_id: UUID) -> MessageOut:
    """Read a message and where it stands."""
    return _shown(work, MessageService(work).get(message_id))


@router.act(f"{_ONE}/cancel", answers="get_message", permission=WRITE, problems=(MessageTransitionRefused,))
def cancel_message(work: Work, message_id: UUID, version: int) -> MessageOut:
    """Undo a message that has not left."""
    return _shown(work, MessageService(work).cancel(message_id, version))


@router.act(
    f"{_ONE}/hand-over",
    answers="get_message",
    permission=WRITE,
    problems=(MessageTransitionRefused, MessageWithheld),
)
def hand_over_message(work: Work, message_id: UUID, version: int) -> MessageOut:
    """Note that a prepared letter or message was given to the person, or posted."""
    return _shown(work, MessageService(work).hand_over(message_id, version))


@router.read(
    f"{_ONE}/letter",
    permission=WRITE,
    problems=(MessageTransitionRefused, MessageWithheld),
    media_type=("application/pdf", "text/plain"),
)
def print_message(work: Work, message_id: UUID) -> Attachment:
    """Print a prepared letter; plain text where the letter needs a script that the PDF's font lacks."""
    content, media_type = MessageService(work).letter(message_id)
    return Attachment(content, media_type, {"Content-Disposition": 'attachment; filename="letter"'})


@router.act(f"{_ONE}/resolve", answers="get_message", permission=WRITE, problems=(MessageTransitionRefused,))
def resolve_message(work: Work, message_id: UUID, body: MessageResolution, version: int) -> MessageOut:
    """Say whether a message was sent of which nobody knew; it is never sent again by itself."""
    return _shown(work, MessageService(work).resolve(message_id, body.outcome, version))
