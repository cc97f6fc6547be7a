"""Routes of consents."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import Query

from couplesone.clients.consents.errors import ConsentAlreadyRevoked
from couplesone.clients.consents.schemas import ConsentCreate, ConsentOut, ConsentRevocation
from couplesone.clients.consents.service import ConsentService
from couplesone.clients.errors import ClientArchived
from couplesone.kernel.errors import DatesOutOfOrder
from couplesone.kernel.permissions import Permission
from couplesone.persistence.work import Work
from couplesone.web.routing import Router
from couplesone.web.schemas import Listing, PageFilters

router = Router("consents")
READ, WRITE = Permission.CONSENT_READ, Permission.CONSENT_WRITE


@router.create(
    "/v1/clients/{client_id}/consents",
    answers="get_consent",
    permission=WRITE,
    problems=(ClientArchived, DatesOutOfOrder),
)
def record_consent(work: Work, client_id: UUID, body: ConsentCreate) -> ConsentOut:
    """Record that a client agreed to a version of a text."""
    return ConsentOut.model_validate(ConsentService(work).record(client_id, body))


@router.read("/v1/clients/{client_id}/consents", permission=READ)
def list_consents(work: Work, client_id: UUID, query: Annotated[PageFilters, Query()]) -> Listing[ConsentOut]:
    """List the consents of a client, the latest given first; those taken back stay."""
    return Listing[ConsentOut].model_validate(ConsentService(work).list(client_id, query.page))


@router.read("/v1/consents/{consent_id}", permission=READ)
def get_consent(work: Work, consent_id: UUID) -> ConsentOut:
    """Read a consent."""
    return ConsentOut.model_validate(ConsentService(work).get(consent_id))


@router.act(
    "/v1/consents/{consent_id}/revoke",
    answers="get_consent",
    permission=WRITE,
    problems=(ConsentAlreadyRevoked,),
)
def revoke_consent(work: Work, consent_id: UUID, body: ConsentRevocation, version: int) -> ConsentOut:
    """Take a consent back; it stays on file as revoked."""
    return ConsentOut.model_validate(ConsentService(work).revoke(consent_id, body.note, version))
