"""The checks that every message passes in the transaction in which it leaves. What is not known refuses.

Reasons that people may know come first. That the person asked in private not to be contacted comes last: so whatever
is shown of a message never depends on it (decisions C18).
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from couplesone.clients.codes import Channel
from couplesone.clients.queries import channel_is_safe, mail_of_active_client
from couplesone.identity.queries import mail_of_active_staff
from couplesone.messages import do_not_contact
from couplesone.messages.addresses import same_mail
from couplesone.messages.codes import MessageChannel, Recipient
from couplesone.messages.guards import Outgoing, rules_among
from couplesone.messages.models import Message
from couplesone.persistence.work import Work

log = logging.getLogger("couplesone.jobs")
_MUST_BE_SAFE: Final = {MessageChannel.EMAIL: Channel.EMAIL, MessageChannel.LETTER: Channel.LETTER}


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a message may not leave; ``privately``: and nobody here may know."""

    code: str
    privately: bool = False


def refusal(work: Work, message: Message) -> Refusal | None:
    """Return why a message may not leave now, or None if nothing stands against it."""
    for check in _CHECKS:
        if code := check(work, message):
            return Refusal(code[:60])
    standing = do_not_contact.stands_against_message(work, message)
    if standing.by_staff:
        return Refusal(do_not_contact.CODE)
    if code := _guarded(work, message):
        return Refusal(code[:60])
    return Refusal(do_not_contact.CODE, privately=True) if standing.privately else None


def _kind(work: Work, message: Message) -> str | None:
    kind = rules_among(work.extras).kinds.get(message.kind)
    return None if kind is not None and kind.category == message.category else "kind_unknown"


def _client(work: Work, message: Message) -> str | None:
    active, mail = mail_of_active_client(work, message.client_id)
    if not active:
        return "client_not_active"
    if message.recipient != Recipient.CLIENT:
        return None
    channel = _MUST_BE_SAFE.get(MessageChannel(message.channel))
    if channel is not None and not channel_is_safe(work, message.client_id, channel):
        return "channel_not_safe"
    return _same_address(message, mail)


def _staff(work: Work, message: Message) -> str | None:
    if message.recipient != Recipient.STAFF:
        return None
    mail = mail_of_active_staff(work, message.staff_id) if message.staff_id else None
    return "staff_not_active" if mail is None else _same_address(message, mail)


def _same_address(message: Message, mail: str | None) -> str | None:
    """Refuse an address that is no longer theirs: it may be watched by somebody else."""
    if message.channel != MessageChannel.EMAIL:
        return None
    same = mail is not None and same_mail(mail) == same_mail(message.address or "")
    return None if same else "address_changed"


def _case(work: Work, message: Message) -> str | None:
    if message.case_id is None:
        return None
    case_is_open = rules_among(work.extras).case_is_open
    return None if case_is_open is not None and case_is_open(work, message.case_id) else "case_not_open"


_CHECKS: Final[tuple[Callable[[Work, Message], str | None], ...]] = (_kind, _client, _staff, _case)


def _guarded(work: Work, message: Message) -> str | None:
    """Ask the guard of the message's kind; one that stumbles refuses."""
    outgoing = Outgoing(
        id=message.id,
        kind=message.kind,
        client_id=message.client_id,
        case_id=message.case_id,
        partner_id=message.partner_id,
        about_id=message.about_id,
        recipient=message.recipient,
        channel=message.channel,
        queued_at=message.created_at,
    )
    try:
        return rules_among(work.extras).kinds[message.kind].guard.refusal(work, outgoing)
    except Exception:
        log.exception("a guard stumbled")
        return "guard_stumbled"
