"""Who else is asked before a message leaves: the guards of the rooms above, and the rules that the wiring hands in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final, Protocol
from uuid import UUID

from couplesone.messages.codes import Category
from couplesone.messages.transports.outcomes import Transport
from couplesone.persistence.work import Work

MESSAGE_RULES: Final = "message_rules"
"""The name under which the rules are among the extras of the Works."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """What a guard is told of a message that is about to leave."""

    id: UUID
    kind: str
    client_id: UUID
    case_id: UUID | None
    partner_id: UUID | None
    about_id: UUID | None
    recipient: str
    channel: str
    queued_at: datetime


class MessageGuard(Protocol):
    """Knows whether a message of its kind may still leave."""

    def refusal(self, work: Work, message: Outgoing) -> str | None:
        """Return a code of at most 60 characters why the message may not leave, or None if nothing stands against it.

        Called inside the transaction that claims the message (as the worker, who has no caseload: use queries that
        need none) or that hands it over. The code is shown to clinicians, so it must not tell what they may not know;
        who is not to be contacted is the gateway's own check, and not the guard's. A guard that raises refuses.
        """
        ...


class NothingFurther:
    """The guard of kinds for which the gateway's own checks are all."""

    def refusal(self, work: Work, message: Outgoing) -> str | None:
        """Return None."""
        return None


@dataclass(frozen=True, slots=True)
class MessageKind:
    """A kind of message that some room sends: its category, and who is asked before each one leaves."""

    category: Category
    guard: MessageGuard


@dataclass(frozen=True, slots=True)
class MessageRules:
    """Which kinds there are, whether a case still speaks to anybody, and how mail leaves.

    ``case_is_open`` answers for a case id, past anybody's caseload; without it every message of a case is withheld.
    ``sender`` is the address in From.
    """

    kinds: Mapping[str, MessageKind] = field(default_factory=dict)
    case_is_open: Callable[[Work, UUID], bool] | None = None
    transport: Transport | None = None
    sender: str = "office@localhost"


def rules_among(extras: Mapping[str, Any]) -> MessageRules:
    """Return the rules that the wiring put among the extras; without them, rules that let nothing out."""
    rules = extras.get(MESSAGE_RULES)
    return rules if isinstance(rules, MessageRules) else MessageRules()
