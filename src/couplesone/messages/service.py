"""Messages as clinicians see them: in the charts of their own clients."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from couplesone.clients.caseload import in_caseload
from couplesone.kernel.errors import RecordNotFound
from couplesone.messages import gate
from couplesone.messages.codes import MessageChannel, MessageState, Resolution
from couplesone.messages.ending import end
from couplesone.messages.errors import MessageTransitionRefused, MessageWithheld
from couplesone.messages.events import Left, tell
from couplesone.messages.gateway import Gateway
from couplesone.messages.letters import letter_of
from couplesone.messages.models import Message
from couplesone.messages.schemas import MessageFilters
from couplesone.messages.showing import state_column
from couplesone.persistence.paging import Page, instant, keyset, page_of
from couplesone.persistence.work import Work


class MessageService:
    """The messages in the charts of the asker's clients."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def list(self, wanted: MessageFilters) -> Page[Message]:
        """Return messages, the newest first: one statement."""
        statement = select(Message).where(in_caseload(self.work, Message.client_id))
        for column in ("client_id", "case_id", "about_id"):
            if (value := getattr(wanted, column)) is not None:
                statement = statement.where(getattr(Message, column) == value)
        if wanted.state is not None:
            statement = statement.where(state_column() == wanted.state.value)
        statement = keyset(
            statement, wanted.page, Message.created_at, Message.id, parse=instant, descending=True
        )
        rows = self.work.db.scalars(statement).all()
        return page_of(rows, wanted.page, lambda message: (message.created_at, message.id))

    def get(self, message_id: UUID) -> Message:
        """Return a message; RecordNotFound."""
        statement = select(Message).where(Message.id == message_id, in_caseload(self.work, Message.client_id))
        message = self.work.db.scalar(statement)
        if message is None:
            raise RecordNotFound
        self.work.subject = message.client_id
        return message

    def cancel(self, message_id: UUID, version: int) -> Message:
        """Undo a message that has not left; RecordNotFound, VersionStale, MessageTransitionRefused."""
        self.get(message_id).expect(version)
        message = Gateway(self.work).cancel(message_id)
        tell(self.work, message, Left.WITHHELD)
        return message

    def hand_over(self, message_id: UUID, version: int) -> Message:
        """Note that a prepared message was given to the person.

        Raises RecordNotFound, VersionStale, MessageTransitionRefused, MessageWithheld.
        """
        self.get(message_id).expect(version)
        return Gateway(self.work).hand_over(message_id)

    def letter(self, message_id: UUID) -> tuple[bytes, str]:
        """Return a prepared letter to print, after the same checks as for mail, and its media type.

        Raises RecordNotFound, MessageTransitionRefused for what is no letter or was given out, MessageWithheld.
        """
        message = self.get(message_id)
        if message.channel != MessageChannel.LETTER or message.state != MessageState.PREPARED:
            raise MessageTransitionRefused
        if gate.refusal(self.work, message) is not None:
            raise MessageWithheld
        return letter_of(message)

    def resolve(self, message_id: UUID, outcome: Resolution, version: int) -> Message:
        """Settle a message of which nobody knew; RecordNotFound, VersionStale, MessageTransitionRefused."""
        message = self.get(message_id)
        message.expect(version)
        if message.state != MessageState.UNKNOWN:
            raise MessageTransitionRefused
        message.resolved_by = self.work.staff_id
        if outcome is Resolution.SENT:
            end(self.work, message, MessageState.SENT)
            tell(self.work, message, Left.SUBMITTED)
        else:
            message.failure_code = "settled_as_not_sent"
            end(self.work, message, MessageState.FAILED)
            tell(self.work, message, Left.FAILED)
        return message
