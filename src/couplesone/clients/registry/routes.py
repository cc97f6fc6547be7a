"""Routes of clients."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import Query

from couplesone.clients.care_team.errors import AuthorizationMissing, CareRoleUnfit
from couplesone.clients.conflicts.errors import AdministrativeReview
from couplesone.clients.errors import ClientArchived, ClientTransitionRefused, ExternalIdTaken
from couplesone.clients.registry.errors import TooManyToSort
from couplesone.clients.registry.merging import merge_client as merge
from couplesone.clients.registry.schemas import (
    ClientChange,
    ClientCreate,
    ClientFilters,
    ClientListing,
    ClientMerge,
    ClientOut,
    ClientTombstone,
    ClientUpsert,
    MarkedInError,
)
from couplesone.clients.registry.search import SeenClient
from couplesone.clients.registry.service import ClientService
from couplesone.identity.errors import StaffDeactivated
from couplesone.kernel.errors import DatesOutOfOrder
from couplesone.kernel.permissions import Permission
from couplesone.persistence.work import Work
from couplesone.web.operations import Upserted
from couplesone.web.routing import Router
from couplesone.web.schemas import ExternalId

router = Router("clients")
READ, WRITE = Permission.CLIENT_READ, Permission.CLIENT_WRITE
ADDING = (DatesOutOfOrder, ExternalIdTaken, StaffDeactivated, CareRoleUnfit)
_OWN = tuple(name for name in ClientOut.model_fields if name not in ("deleted", "actions"))
_LEFT = tuple(name for name in ClientTombstone.model_fields if name != "deleted")


def _shown(found: SeenClient) -> ClientOut | ClientTombstone:
    return _tombstone(found) if found.deleted else _whole(found)


def _whole(found: SeenClient) -> ClientOut:
    members = {name: getattr(found.client, name) for name in _OWN}
    return ClientOut.model_validate(members | {"deleted": False, "actions": found.actions})


def _tombstone(found: SeenClient) -> ClientTombstone:
    members = {name: getattr(found.client, name) for name in _LEFT}
    return ClientTombstone.model_validate(members | {"deleted": True})


@router.create("/v1/clients", answers="get_client", permission=WRITE, problems=ADDING)
def add_client(work: Work, body: ClientCreate) -> ClientOut | ClientTombstone:
    """Add a client; a therapist who adds one treats them from today."""
    return _shown(ClientService(work).add(body))


@router.read("/v1/clients", permission=READ, problems=(TooManyToSort,))
def list_clients(work: Work, query: Annotated[ClientFilters, Query()]) -> ClientListing:
    """List or find clients; with updated_since, everything that a copy elsewhere needs to know."""
    page = ClientService(work).list(query)
    return ClientListing(items=[_shown(found) for found in page.items], next_cursor=page.next_cursor)


@router.read("/v1/clients/{client_id}", permission=READ, composite=True)
def get_client(work: Work, client_id: UUID) -> ClientOut | ClientTombstone:
    """Read a client, or the tombstone of one who was merged."""
    return _shown(ClientService(work).get(client_id))


@router.change(
    "/v1/clients/{client_id}",
    answers="get_client",
    permission=WRITE,
    problems=(ClientArchived, DatesOutOfOrder, ExternalIdTaken),
)
def change_client(work: Work, client_id: UUID, body: ClientChange, version: int) -> ClientOut:
    """Change a client's names, contact data and settings."""
    return _whole(ClientService(work).change(client_id, body, version))


@router.upsert(
    "/v1/clients/by-external-id/{external_id}",
    answers="get_client",
    permission=WRITE,
    problems=(ClientArchived, *ADDING),
)
def upsert_client(
    work: Work, external_id: ExternalId, body: ClientUpsert, version: int | None
) -> Upserted[ClientOut]:
    """Add or update the client whom another system knows by this id; members that are not sent stay as they are."""
    found, created = ClientService(work).upsert(external_id, body, version)
    return Upserted(_whole(found), created)


@router.act(
    "/v1/clients/{client_id}/archive",
    answers="get_client",
    permission=WRITE,
    problems=(ClientTransitionRefused,),
)
def archive_client(work: Work, client_id: UUID, version: int) -> ClientOut | ClientTombstone:
    """Put a client's file away."""
    return _shown(ClientService(work).archive(client_id, version))


@router.act(
    "/v1/clients/{client_id}/restore",
    answers="get_client",
    permission=WRITE,
    problems=(ClientTransitionRefused,),
)
def restore_client(work: Work, client_id: UUID, version: int) -> ClientOut | ClientTombstone:
    """Take a client's file out again."""
    return _shown(ClientService(work).restore(client_id, version))


@router.act(
    "/v1/clients/{client_id}/mark-in-error",
    answers="get_client",
    permission=WRITE,
    problems=(ClientTransitionRefused,),
)
def mark_client_in_error(
    work: Work, client_id: UUID, body: MarkedInError, version: int
) -> ClientOut | ClientTombstone:
    """Mark a client as filed in error; the file is kept."""
    return _shown(ClientService(work).mark_in_error(client_id, body.reason, version))


@router.act(
    "/v1/clients/{client_id}/merge",
    answers="get_client",
    permission=Permission.CLIENT_MERGE,
    problems=(ClientTransitionRefused, ClientArchived, AdministrativeReview, AuthorizationMissing),
)
def merge_client(work: Work, client_id: UUID, body: ClientMerge, version: int) -> ClientOut | ClientTombstone:
    """Merge a client who was filed twice into the other file; the answer is the tombstone."""
    return _shown(merge(work, client_id, body.into_client_id, version))
