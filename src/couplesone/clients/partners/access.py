"""From an id to a partner or a relationship that the asker may know of."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from couplesone.clients.caseload import client_to_write, in_caseload
from couplesone.clients.models import Partner, Relationship
from couplesone.clients.partners.errors import PartnerInError
from couplesone.kernel.errors import RecordNotFound
from couplesone.kernel.permissions import Permission
from couplesone.persistence.work import Work


def partner_for(work: Work, partner_id: UUID, permission: Permission | None = None) -> Partner:
    """Return the partner if the asker may know of them; RecordNotFound otherwise."""
    reachable = in_caseload(work, Partner.client_id, permission)
    partner = work.db.scalar(select(Partner).where(Partner.id == partner_id, reachable))
    if partner is None:
        raise RecordNotFound
    work.subject = partner.client_id
    return partner


def partner_to_write(work: Work, partner_id: UUID) -> Partner:
    """Return the partner if something may be recorded about them; ClientArchived or PartnerInError if not."""
    partner = partner_for(work, partner_id)
    client_to_write(work, partner.client_id)
    if partner.entered_in_error_at is not None:
        raise PartnerInError
    return partner


def relationship_for(work: Work, relationship_id: UUID) -> Relationship:
    """Return the relationship if the asker may know of it; RecordNotFound otherwise."""
    reachable = in_caseload(work, Relationship.client_id)
    found = work.db.scalar(select(Relationship).where(Relationship.id == relationship_id, reachable))
    if found is None:
        raise RecordNotFound
    work.subject = found.client_id
    return found


def relationship_to_change(work: Work, relationship_id: UUID) -> Relationship:
    """Return the relationship if it may change; ClientArchived or PartnerInError if not."""
    found = relationship_for(work, relationship_id)
    client_to_write(work, found.client_id)
    if found.entered_in_error_at is not None:
        raise PartnerInError
    return found
