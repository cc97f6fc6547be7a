"""Routes of partners and relationships."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import Query

from couplesone.clients.errors import ClientArchived
from couplesone.clients.partners.errors import PartnerInError
from couplesone.clients.partners.schemas import (
    EntryInError,
    PartnerChange,
    PartnerCreate,
    PartnerOut,
    RelationshipCreate,
    RelationshipOut,
)
from couplesone.clients.partners.service import PartnerService, RelationshipService, SeenPartner
from couplesone.kernel.errors import DatesOutOfOrder
from couplesone.kernel.permissions import Permission
from couplesone.persistence.work import Work
from couplesone.web.routing import Router
from couplesone.web.schemas import Listing, PageFilters

router = Router("partners")
READ, WRITE = Permission.PARTNER_READ, Permission.PARTNER_WRITE
_OWN = tuple(name for name in PartnerOut.model_fields if name != "relationship")


def _shown(seen: SeenPartner) -> PartnerOut:
    members = {name: getattr(seen.partner, name) for name in _OWN}
    return PartnerOut.model_validate(members | {"relationship": seen.relationship})


@router.create(
    "/v1/clients/{client_id}/partners",
    answers="get_partner",
    permission=WRITE,
    problems=(ClientArchived, DatesOutOfOrder),
)
def add_partner(work: Work, client_id: UUID, body: PartnerCreate) -> PartnerOut:
    """Enter a partner of a client: a person who is not a client, perhaps without a name."""
    return _shown(PartnerService(work).add(client_id, body))


@router.read("/v1/clients/{client_id}/partners", permission=READ)
def list_partners(work: Work, client_id: UUID, query: Annotated[PageFilters, Query()]) -> Listing[PartnerOut]:
    """List the partners of a client, the latest entered first."""
    page = PartnerService(work).list(client_id, query.page)
    return Listing[PartnerOut](items=[_shown(seen) for seen in page.items], next_cursor=page.next_cursor)


@router.read("/v1/partners/{partner_id}", permission=READ, composite=True)
def get_partner(work: Work, partner_id: UUID) -> PartnerOut:
    """Read a partner with the latest relationship."""
    return _shown(PartnerService(work).get(partner_id))


@router.change(
    "/v1/partners/{partner_id}",
    answers="get_partner",
    permission=WRITE,
    problems=(ClientArchived, PartnerInError, DatesOutOfOrder),
)
def change_partner(work: Work, partner_id: UUID, body: PartnerChange, version: int) -> PartnerOut:
    """Change what is known of a partner."""
    return _shown(PartnerService(work).change(partner_id, body, version))


@router.act(
    "/v1/partners/{partner_id}/mark-in-error",
    answers="get_partner",
    permission=WRITE,
    problems=(ClientArchived, PartnerInError),
)
def mark_partner_in_error(work: Work, partner_id: UUID, body: EntryInError, version: int) -> PartnerOut:
    """Mark a partner as entered in error; they are kept."""
    return _shown(PartnerService(work).mark_in_error(partner_id, body.reason, version))


@router.create(
    "/v1/partners/{partner_id}/relationships",
    answers="get_relationship",
    permission=WRITE,
    problems=(ClientArchived, PartnerInError, DatesOutOfOrder),
)
def record_relationship(work: Work, partner_id: UUID, body: RelationshipCreate) -> RelationshipOut:
    """Record what the client and the partner are to each other as of a day."""
    return RelationshipOut.model_validate(RelationshipService(work).record(partner_id, body))


@router.read("/v1/partners/{partner_id}/relationships", permission=READ)
def list_relationships(
    work: Work, partner_id: UUID, query: Annotated[PageFilters, Query()]
) -> Listing[RelationshipOut]:
    """List what the two were to each other, newest first."""
    return Listing[RelationshipOut].model_validate(RelationshipService(work).list(partner_id, query.page))


@router.read("/v1/relationships/{relationship_id}", permission=READ)
def get_relationship(work: Work, relationship_id: UUID) -> RelationshipOut:
    """Read one entry of a relationship."""
    return RelationshipOut.model_validate(RelationshipService(work).get(relationship_id))


@router.act(
    "/v1/relationships/{relationship_id}/mark-in-error",
    answers="get_relationship",
    permission=WRITE,
    problems=(ClientArchived, PartnerInError),
)
def mark_relationship_in_error(
    work: Work, relationship_id: UUID, body: EntryInError, version: int
) -> RelationshipOut:
    """Mark an entry of a relationship as an error; it is kept."""
    service = RelationshipService(work)
    return RelationshipOut.model_validate(service.mark_in_error(relationship_id, body.reason, version))
