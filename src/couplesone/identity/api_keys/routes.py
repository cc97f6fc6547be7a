"""Routes of API keys."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import Query

from couplesone.identity.api_keys.schemas import (
    ApiKeyCreate,
    ApiKeyCreated,
    ApiKeyFilters,
    ApiKeyOut,
    ApiKeyRotate,
    ApiKeyScopes,
)
from couplesone.identity.api_keys.service import ApiKeyService
from couplesone.identity.errors import ApiKeyEnded, ApiKeyNotYours, ApiKeyReplaced, ScopeNotYours
from couplesone.identity.models import ApiKey
from couplesone.kernel.permissions import Permission
from couplesone.persistence.work import Work
from couplesone.web.routing import Router
from couplesone.web.schemas import Listing

router = Router("identity")
MANAGE = Permission.API_KEY_MANAGE


def _shown(work: Work, key: ApiKey) -> ApiKeyOut:
    return ApiKeyService(work).shown([key])[0]


def _made_before(work: Work, key_id: UUID) -> ApiKeyCreated:
    return ApiKeyCreated(key=_shown(work, ApiKeyService(work).get(key_id)), secret=None)


@router.read("/v1/api-key-scopes", permission=MANAGE, audited=False)
def list_api_key_scopes(work: Work) -> ApiKeyScopes:
    """List every permission, and whether you may give it to a key."""
    return ApiKeyScopes(items=[*ApiKeyService(work).scopes()])


@router.create(
    "/v1/api-keys", answers="get_api_key", permission=MANAGE, replay=_made_before, problems=(ScopeNotYours,)
)
def create_api_key(work: Work, body: ApiKeyCreate) -> ApiKeyCreated:
    """Make an API key for oneself; its secret is shown this once."""
    key, secret = ApiKeyService(work).create(staff_id=work.staff_id, **body.model_dump())
    return ApiKeyCreated(key=_shown(work, key), secret=secret)


@router.read("/v1/api-keys", permission=MANAGE)
def list_api_keys(work: Work, query: Annotated[ApiKeyFilters, Query()]) -> Listing[ApiKeyOut]:
    """List one's own API keys, or as an owner all of the practice, newest first."""
    page = ApiKeyService(work).list(query.page, staff_id=query.staff_id)
    return Listing[ApiKeyOut](items=[*ApiKeyService(work).shown(page.items)], next_cursor=page.next_cursor)


@router.read("/v1/api-keys/{key_id}", permission=MANAGE, composite=True)
def get_api_key(work: Work, key_id: UUID) -> ApiKeyOut:
    """Read an API key; never its secret."""
    return _shown(work, ApiKeyService(work).get(key_id))


@router.create(
    "/v1/api-keys/{key_id}/rotate",
    answers="get_api_key",
    permission=MANAGE,
    conditional=True,
    replay=_made_before,
    problems=(ApiKeyNotYours, ApiKeyEnded, ApiKeyReplaced),
)
def rotate_api_key(work: Work, key_id: UUID, body: ApiKeyRotate, version: int) -> ApiKeyCreated:
    """Replace an API key of one's own by a new one with the same scopes; the old one ends after the overlap."""
    key, secret = ApiKeyService(work).rotate(key_id, overlap_hours=body.overlap_hours, version=version)
    return ApiKeyCreated(key=_shown(work, key), secret=secret)


@router.act("/v1/api-keys/{key_id}/revoke", answers="get_api_key", permission=MANAGE, problems=(ApiKeyEnded,))
def revoke_api_key(work: Work, key_id: UUID, version: int) -> ApiKeyOut:
    """Revoke an API key at once."""
    return _shown(work, ApiKeyService(work).revoke(key_id, version))
