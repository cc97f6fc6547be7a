"""Routes of safe contact."""

from __future__ import annotations

from uuid import UUID

from couplesone.clients.codes import Channel
from couplesone.clients.errors import ClientArchived
from couplesone.clients.safe_contact.errors import NewerWishRecorded
from couplesone.clients.safe_contact.schemas import ChannelOut, ChannelWish, SafeContactOut
from couplesone.clients.safe_contact.service import SafeContact, SafeContactService
from couplesone.kernel.errors import DatesOutOfOrder
from couplesone.kernel.permissions import Permission
from couplesone.persistence.work import Work
from couplesone.web.routing import Router

router = Router("clients")


def _channel(work: Work, known: SafeContact, channel: Channel) -> ChannelOut:
    wish = known.wishes.get(channel)
    if wish is None:
        return ChannelOut(
            channel=channel,
            asked=False,
            allowed=False,
            discreet=True,
            voicemail=False,
            hours=None,
            notes=None,
            confirmed_on=None,
            review_due_on=None,
            review_due=True,
        )
    return ChannelOut(
        channel=channel,
        asked=True,
        allowed=wish.allowed,
        discreet=wish.discreet,
        voicemail=wish.voicemail,
        hours=wish.hours,
        notes=wish.notes,
        confirmed_on=wish.confirmed_on,
        review_due_on=wish.review_due_on,
        review_due=wish.review_due_on <= work.today,
    )


def _shown(work: Work, known: SafeContact) -> SafeContactOut:
    return SafeContactOut(
        id=known.client_id, channels=[_channel(work, known, channel) for channel in Channel]
    )


@router.read("/v1/clients/{client_id}/safe-contact", permission=Permission.CLIENT_READ)
def get_safe_contact(work: Work, client_id: UUID) -> SafeContactOut:
    """Read through which channels, and how, a client may be reached."""
    return _shown(work, SafeContactService(work).get(client_id))


@router.act(
    "/v1/clients/{client_id}/safe-contact",
    answers="get_safe_contact",
    conditional=False,
    permission=Permission.CLIENT_WRITE,
    problems=(ClientArchived, NewerWishRecorded, DatesOutOfOrder),
)
def record_safe_contact(work: Work, client_id: UUID, body: ChannelWish) -> SafeContactOut:
    """Record what the client said about one channel, in place of what they said before."""
    return _shown(work, SafeContactService(work).record(client_id, body))
