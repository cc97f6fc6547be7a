"""Vocabularies of messages, and the one table of moves between their states.

::

    e-mail:
      queued ---claimed, every check passed---> attempting ---accepted---> sent
       |  |  ^                                   |  |  |  |
       |  |  +------certainly not accepted-------+  |  |  +---nobody knows---> unknown ---a person---> sent | failed
       |  |                                         |  +---refused for good---> failed
       |  +---no way out for hours---> failed
       |  +---a check failed---> withheld <---------+ (asked again before another try)
       +---undone---> cancelled <---undone--- withheld in private, while it is shown as queued

    letter, hand-over:
      prepared ---given to the person---> handed_over
       +---undone---> cancelled
"""

from __future__ import annotations

from typing import Final

from couplesone.kernel.coded import Coded


class Category(Coded):
    """What a message is, which decides how often it may leave."""

    FIRST_CONTACT = "first_contact", "First contact: at most once"
    REMINDER = "reminder", "Reminder: at least once"
    STAFF_MAIL = "staff_mail", "Mail to staff: at least once"


class Recipient(Coded):
    """To whom a message goes."""

    CLIENT = "client", "The client"
    PARTNER = "partner", "The partner"
    STAFF = "staff", "A member of staff"


class MessageChannel(Coded):
    """How a message gets there."""

    EMAIL = "email", "E-mail"
    LETTER = "letter", "Printed letter"
    HAND_OVER = "hand_over", "Handed over in person"


class MessageState(Coded):
    """Where a message stands. What people are shown is ``ShownState``."""

    QUEUED = "queued", "Queued"
    CANCELLED = "cancelled", "Cancelled"
    WITHHELD = "withheld", "Withheld"
    ATTEMPTING = "attempting", "Under way"
    SENT = "sent", "Sent"
    UNKNOWN = "unknown", "Nobody knows whether it was sent"
    FAILED = "failed", "Not sent"
    PREPARED = "prepared", "Prepared"
    HANDED_OVER = "handed_over", "Handed over"


S = MessageState
MOVES: Final[dict[MessageState, frozenset[MessageState]]] = {
    S.QUEUED: frozenset({S.CANCELLED, S.WITHHELD, S.ATTEMPTING, S.FAILED}),
    S.ATTEMPTING: frozenset({S.QUEUED, S.ATTEMPTING, S.WITHHELD, S.SENT, S.UNKNOWN, S.FAILED}),
    S.WITHHELD: frozenset({S.CANCELLED}),
    S.UNKNOWN: frozenset({S.SENT, S.FAILED}),
    S.PREPARED: frozenset({S.HANDED_OVER, S.CANCELLED}),
    S.CANCELLED: frozenset(),
    S.SENT: frozenset(),
    S.FAILED: frozenset(),
    S.HANDED_OVER: frozenset(),
}
"""From each state, the states that a message can go to."""


def sources_of(target: MessageState) -> frozenset[MessageState]:
    """Return the states from which a message can go to ``target``."""
    return frozenset(state for state, targets in MOVES.items() if target in targets)


class ShownState(Coded):
    """What people see of a message's state: never more than that it was submitted, as nobody knows if it was read.

    A message that is withheld because the person privately asked not to be contacted is shown exactly as one that
    goes its way: ``queued``, and after its time ``submitted``.
    """

    QUEUED = "queued", "Queued"
    CANCELLED = "cancelled", "Cancelled"
    WITHHELD = "withheld", "Withheld by a rule"
    SUBMITTED = "submitted", "Submitted"
    UNKNOWN = "unknown", "Nobody knows whether it was sent"
    FAILED = "failed", "Not sent"
    PREPARED = "prepared", "Prepared"
    HANDED_OVER = "handed_over", "Handed over"


class Resolution(Coded):
    """What a person found out about a message of which nobody knew."""

    SENT = "sent", "It was sent"
    NOT_SENT = "not_sent", "It was not sent"


VOCABULARIES: tuple[type[Coded], ...] = (Category, Recipient, MessageChannel, ShownState, Resolution)
for _vocabulary in VOCABULARIES:
    _vocabulary.version = 1
