"""What other rooms look up about clients and partners, within what the actor may read."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select

from couplesone.clients.caseload import in_caseload
from couplesone.clients.models import Client, Partner
from couplesone.kernel.permissions import Permission
from couplesone.persistence.constraints import LinkedRecordMissing
from couplesone.persistence.work import Work


def names_of_clients(work: Work, client_ids: Collection[UUID]) -> dict[UUID, str]:
    """Return the names in use of those clients whom the actor may read: a statement, and one for the keys."""
    statement = select(Client).where(
        Client.id.in_(client_ids), in_caseload(work, Client.id, Permission.CLIENT_READ)
    )
    work.keyring.load(client_ids)
    return {client.id: client.name_used for client in work.db.scalars(statement)}


def names_of_partners(work: Work, partner_ids: Collection[UUID]) -> dict[UUID, str | None]:
    """Return the names, where known, of those partners whom the actor may read: a statement, one for the keys."""
    statement = select(Partner).where(
        Partner.id.in_(partner_ids), in_caseload(work, Partner.client_id, Permission.PARTNER_READ)
    )
    work.keyring.load(partner_ids)
    return {partner.id: partner.name_used for partner in work.db.scalars(statement)}


def has_partner(work: Work, client_id: UUID, partner_id: UUID) -> bool:
    """Say whether somebody is a partner of the client, and not entered in error."""
    statement = select(Partner.id).where(
        Partner.id == partner_id, Partner.client_id == client_id, Partner.entered_in_error_at.is_(None)
    )
    return work.db.scalar(statement) is not None


def client_with_external_id(work: Work, external_id: str) -> UUID:
    """Return the client whom another system knows by this id; LinkedRecordMissing if the actor knows none."""
    found = work.db.scalar(
        select(Client.id).where(Client.external_id == external_id, in_caseload(work, Client.id))
    )
    if found is None:
        raise LinkedRecordMissing
    return found
