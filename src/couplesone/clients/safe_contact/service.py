"""Asking, and remembering, how a client may be reached safely."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select

from couplesone.clients.caseload import client_for, client_to_write
from couplesone.clients.models import ContactPreference
from couplesone.clients.safe_contact.errors import NewerWishRecorded
from couplesone.clients.safe_contact.schemas import ChannelWish
from couplesone.kernel.errors import not_in_the_future
from couplesone.persistence.work import Work

REVIEW_AFTER = timedelta(days=90)
"""Ask again after that long: what was safe may not be safe any more (security.md S3)."""


@dataclass(frozen=True, slots=True)
class SafeContact:
    """What a client said, channel by channel."""

    client_id: UUID
    wishes: dict[str, ContactPreference]


class SafeContactService:
    """Safe contact of a client."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def get(self, client_id: UUID) -> SafeContact:
        """Return what the client said about each channel."""
        client = client_for(self.work, client_id)
        self.work.keyring.load([client.id])
        rows = self.work.db.scalars(select(ContactPreference).where(ContactPreference.client_id == client.id))
        return SafeContact(client.id, {row.channel: row for row in rows})

    def record(self, client_id: UUID, wish: ChannelWish) -> SafeContact:
        """Take what the client said about one channel in place of what they said before.

        Raises DatesOutOfOrder if the day has not come, NewerWishRecorded if they said something else later.
        """
        client = client_to_write(self.work, client_id)
        confirmed_on = wish.confirmed_on or self.work.today
        not_in_the_future(confirmed_on, self.work.today, "/confirmed_on")
        known = self.get(client.id)
        row = known.wishes.get(wish.channel) or ContactPreference(
            client_id=client.id, channel=wish.channel.value
        )
        if row.confirmed_on is not None and row.confirmed_on > confirmed_on:
            raise NewerWishRecorded
        for name in ("allowed", "discreet", "voicemail", "hours", "notes"):
            setattr(row, name, getattr(wish, name))
        row.confirmed_on, row.review_due_on = confirmed_on, confirmed_on + REVIEW_AFTER
        if wish.channel in known.wishes:
            self.work.flush()
        else:
            known.wishes[wish.channel] = self.work.add(row)
        return known
