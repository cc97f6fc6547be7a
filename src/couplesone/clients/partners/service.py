"""Entering partners, and what a client and a partner are to each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from couplesone.clients.caseload import client_for, client_to_write
from couplesone.clients.conflicts.detecting import IDENTIFYING, partner_written, person_gone
from couplesone.clients.events import PartnerEnteredInError, RelationshipRecorded
from couplesone.clients.models import Partner, Relationship
from couplesone.clients.partners.access import (
    partner_for,
    partner_to_write,
    relationship_for,
    relationship_to_change,
)
from couplesone.clients.partners.schemas import PartnerChange, PartnerCreate, RelationshipCreate
from couplesone.kernel.errors import not_before, not_in_the_future
from couplesone.persistence.paging import Page, PageRequest, instant, keyset, page_of
from couplesone.persistence.work import Work


@dataclass(frozen=True, slots=True)
class SeenPartner:
    """A partner, and the latest relationship that holds."""

    partner: Partner
    relationship: Relationship | None


class PartnerService:
    """Partners of clients. A partner is a person with keys of their own."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def add(self, client_id: UUID, partner: PartnerCreate) -> SeenPartner:
        """Enter a partner of an active client."""
        client = client_to_write(self.work, client_id)
        partner_id = self.work.new_id()
        self.work.keyring.register(partner_id)
        entered = Partner(id=partner_id, client_id=client.id)
        for name, value in self._stored(partner.model_dump()).items():
            setattr(entered, name, value)
        self.work.add(entered)
        partner_written(self.work, entered)
        return SeenPartner(entered, None)

    def list(self, client_id: UUID, page: PageRequest) -> Page[SeenPartner]:
        """Return the partners of a client, the latest entered first."""
        client = client_for(self.work, client_id)
        statement = select(Partner).where(Partner.client_id == client.id)
        statement = keyset(statement, page, Partner.created_at, Partner.id, parse=instant, descending=True)
        rows = self.work.db.scalars(statement).all()
        found = page_of(rows, page, lambda partner: (partner.created_at, partner.id))
        self.work.keyring.load(partner.id for partner in found.items)
        return Page(self._seen(found.items), found.next_cursor)

    def get(self, partner_id: UUID) -> SeenPartner:
        """Return one partner."""
        return self._seen([partner_for(self.work, partner_id)])[0]

    def change(self, partner_id: UUID, change: PartnerChange, version: int) -> SeenPartner:
        """Change what is known of a partner."""
        partner = partner_to_write(self.work, partner_id)
        partner.expect(version)
        changes = self._stored(change.changes())
        for name, value in changes.items():
            setattr(partner, name, value)
        self.work.flush()
        if changes.keys() & IDENTIFYING:
            partner_written(self.work, partner)
        return self._seen([partner])[0]

    def mark_in_error(self, partner_id: UUID, reason: str, version: int) -> SeenPartner:
        """Mark a partner as entered in error: kept, and out of everything that counts."""
        partner = partner_to_write(self.work, partner_id)
        partner.expect(version)
        partner.entered_in_error_at, partner.error_reason = self.work.now, reason
        self.work.flush()
        person_gone(self.work, partner.id)
        self.work.publish(PartnerEnteredInError(self.work.practice_id, partner.client_id, partner.id))
        return self._seen([partner])[0]

    def _stored(self, members: dict[str, Any]) -> dict[str, Any]:
        """Return the members as they are stored; DatesOutOfOrder for a birth date to come."""
        if (born := members.get("birth_date")) is not None:
            not_in_the_future(born, self.work.today, "/birth_date")
            return members | {"birth_date": born.isoformat()}
        return members

    def _seen(self, partners: Sequence[Partner]) -> Sequence[SeenPartner]:
        """Add to each partner the latest relationship, all of them in one statement."""
        latest: dict[UUID, Relationship] = {}
        for relationship in self.work.db.scalars(
            select(Relationship)
            .where(
                Relationship.partner_id.in_([partner.id for partner in partners]),
                Relationship.entered_in_error_at.is_(None),
            )
            .order_by(Relationship.as_of_on, Relationship.id)
        ):
            latest[relationship.partner_id] = relationship
        return [SeenPartner(partner, latest.get(partner.id)) for partner in partners]


class RelationshipService:
    """What a client and a partner are to each other, entry by entry."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def record(self, partner_id: UUID, entry: RelationshipCreate) -> Relationship:
        """Record what the two are to each other; DatesOutOfOrder if a day has not come or comes too early."""
        partner = partner_to_write(self.work, partner_id)
        as_of_on = entry.as_of_on or self.work.today
        not_in_the_future(as_of_on, self.work.today, "/as_of_on")
        not_before(as_of_on, entry.since_on, "/as_of_on")
        found = Relationship(client_id=partner.client_id, partner_id=partner.id)
        for name, value in entry.model_dump().items():
            setattr(found, name, value)
        found.as_of_on = as_of_on
        self.work.add(found)
        self.work.publish(
            RelationshipRecorded(
                self.work.practice_id, partner.client_id, partner.id, found.id, found.status, as_of_on
            )
        )
        return found

    def list(self, partner_id: UUID, page: PageRequest) -> Page[Relationship]:
        """Return every entry about a partner, the newest first."""
        partner = partner_for(self.work, partner_id)
        statement = select(Relationship).where(Relationship.partner_id == partner.id)
        statement = keyset(
            statement, page, Relationship.as_of_on, Relationship.id, parse=date.fromisoformat, descending=True
        )
        self.work.keyring.load([partner.client_id])
        rows = self.work.db.scalars(statement).all()
        return page_of(rows, page, lambda entry: (entry.as_of_on, entry.id))

    def get(self, relationship_id: UUID) -> Relationship:
        """Return one entry."""
        return relationship_for(self.work, relationship_id)

    def mark_in_error(self, relationship_id: UUID, reason: str, version: int) -> Relationship:
        """Mark an entry as an error: kept, and never the current relationship."""
        found = relationship_to_change(self.work, relationship_id)
        found.expect(version)
        found.entered_in_error_at, found.error_reason = self.work.now, reason
        self.work.flush()
        return found
