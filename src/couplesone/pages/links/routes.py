"""Routes of access links."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import Query

from couplesone.access_links.errors import (
    AccessLinkEnded,
    ChannelNotSafe,
    LinkNeedsPerson,
    PurposeNotServed,
    ScreenNotByLink,
)
from couplesone.cases.decisions.errors import AcceptanceNotAsked
from couplesone.cases.errors import CaseClosed
from couplesone.clients.errors import ClientArchived
from couplesone.invitations.errors import NothingToApprove
from couplesone.kernel.permissions import Permission
from couplesone.measures.errors import InstrumentRetired
from couplesone.pages.links.schemas import AccessLinkCreate, AccessLinkIssued, AccessLinkOut
from couplesone.pages.links.service import LinkService
from couplesone.persistence.work import Work
from couplesone.web.routing import Router
from couplesone.web.schemas import Listing, PageFilters

router = Router("access-links")
READ, WRITE = Permission.CASE_READ, Permission.CASE_WRITE
_IN_CASE, _ONE = "/v1/cases/{case_id}/access-links", "/v1/access-links/{access_link_id}"


def _made_before(work: Work, link_id: UUID) -> AccessLinkIssued:
    service = LinkService(work)
    return AccessLinkIssued.model_validate(service.with_secrets(service.get(link_id), None, None))


@router.create(
    _IN_CASE,
    answers="get_access_link",
    permission=WRITE,
    replay=_made_before,
    problems=(
        CaseClosed,
        ClientArchived,
        PurposeNotServed,
        LinkNeedsPerson,
        ScreenNotByLink,
        InstrumentRetired,
        AcceptanceNotAsked,
        NothingToApprove,
        ChannelNotSafe,
    ),
)
def issue_access_link(work: Work, case_id: UUID, body: AccessLinkCreate) -> AccessLinkIssued:
    """Make a link, or a code for the room, with which the client does one thing once; secrets are shown this once."""
    return AccessLinkIssued.model_validate(LinkService(work).issue(case_id, body))


@router.read(_IN_CASE, permission=READ)
def list_access_links(
    work: Work, case_id: UUID, query: Annotated[PageFilters, Query()]
) -> Listing[AccessLinkOut]:
    """List the access links of a case, newest first; never their secrets."""
    return Listing[AccessLinkOut].model_validate(LinkService(work).list(case_id, query.page))


@router.read(_ONE, permission=READ, composite=True)
def get_access_link(work: Work, access_link_id: UUID) -> AccessLinkOut:
    """Read an access link; never its secrets."""
    service = LinkService(work)
    return AccessLinkOut.model_validate(service.shown([service.get(access_link_id)])[0])


@router.act(f"{_ONE}/revoke", answers="get_access_link", permission=WRITE, problems=(AccessLinkEnded,))
def revoke_access_link(work: Work, access_link_id: UUID, version: int) -> AccessLinkOut:
    """Take an access link back at once."""
    return AccessLinkOut.model_validate(LinkService(work).revoke(access_link_id, version))
