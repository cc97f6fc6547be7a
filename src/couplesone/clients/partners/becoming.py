"""A partner who comes into treatment too: a client of their own, linked with the consent of both."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import exists, select

from couplesone.clients.conflicts.detecting import exempt
from couplesone.clients.events import PartnerBecameClient
from couplesone.clients.models import Partner
from couplesone.clients.partners.errors import PartnerInError
from couplesone.persistence.work import Work


def become_client(work: Work, partner_id: UUID, client_id: UUID) -> None:
    """Keep whom a partner became, and mark the conflict between the two clients as their own wish (decisions C15).

    Whoever calls has the written consent of both. PartnerInError for a partner entered in error, or one who became
    another client before.
    """
    partner = work.get(Partner, partner_id)
    if partner.entered_in_error_at is not None or partner.became_client_id not in (None, client_id):
        raise PartnerInError
    if partner.became_client_id is None:
        partner.became_client_id = client_id
        work.publish(PartnerBecameClient(work.practice_id, partner.client_id, partner.id))
    exempt(work, partner.client_id, client_id)


def are_a_couple_here(work: Work, client_id: UUID, other_client_id: UUID) -> bool:
    """Say whether the partner of one of two clients became the other."""
    pair = (client_id, other_client_id)
    found = exists().where(Partner.client_id.in_(pair), Partner.became_client_id.in_(pair))
    return bool(work.db.scalar(select(found)))
