"""What the messages room announces."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from couplesone.kernel.events import Event
from couplesone.messages.models import Message
from couplesone.persistence.work import Work


class Left(StrEnum):
    """What became of a message, as far as anybody here may know."""

    SUBMITTED = "submitted"
    HANDED_OVER = "handed_over"
    WITHHELD = "withheld"
    FAILED = "failed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class MessageSettled(Event):
    """A message left, or will not by itself: told in the transaction that settles it.

    One that was withheld because the person privately asked not to be contacted says ``submitted`` like any other.
    """

    type: ClassVar[str] = "message.settled"
    message_id: UUID
    kind: str
    outcome: str
    about_id: UUID | None

    def payload(self) -> dict[str, str]:
        """Return the ids and codes; without ``about_id`` where there is none."""
        told = {"message_id": str(self.message_id), "kind": self.kind, "outcome": self.outcome}
        return told if self.about_id is None else {**told, "about_id": str(self.about_id)}


def tell(work: Work, message: Message, outcome: Left) -> None:
    """Announce what became of a message."""
    work.publish(MessageSettled(work.practice_id, message.id, message.kind, outcome.value, message.about_id))
