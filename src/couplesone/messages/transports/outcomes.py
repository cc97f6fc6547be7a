"""What a transport is given, and how it says what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Protocol


class Fate(Enum):
    """What is known of a mail after an attempt."""

    ACCEPTED = "accepted"
    """The other side took it."""
    NOT_YET = "not_yet"
    """Certainly not taken, and the other side may take it later."""
    REFUSED = "refused"
    """Certainly not taken, and never will be."""
    UNCERTAIN = "uncertain"
    """The text was on its way when the dialogue broke off: nobody knows."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How an attempt went; ``code`` is for people (no text of the other side), ``reached_data`` how far it got."""

    fate: Fate
    code: str = ""
    reached_data: bool = False


@dataclass(frozen=True, slots=True, repr=False)
class Mail:
    """A mail that is ready to leave: envelope and content."""

    sender: str
    recipient: str
    message_id: str
    content: bytes


class Transport(Protocol):
    """A way out for mail."""

    def send(self, mail: Mail) -> Outcome:
        """Hand the mail to the outside; never raises, whatever the other side does."""
        ...
