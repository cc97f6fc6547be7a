"""Routes of sign-ins."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import Query

from couplesone.identity.errors import SignInEnded, SignInFailed, SignInThrottled
from couplesone.identity.sign_ins.entry import Entry
from couplesone.identity.sign_ins.schemas import SignInCreate, SignInCreated, SignInOut
from couplesone.identity.sign_ins.service import SignInService
from couplesone.kernel.permissions import Permission
from couplesone.persistence.work import Work, Works
from couplesone.web.routing import Router
from couplesone.web.schemas import Listing, PageFilters

router = Router("identity")
OWN = Permission.SELF_MANAGE


@router.create(
    "/v1/sign-ins",
    answers="get_sign_in",
    public="nobody has a token before signing in",
    problems=(SignInFailed, SignInThrottled),
)
def sign_in(works: Works, address: str, request_id: str, body: SignInCreate) -> SignInCreated:
    """Sign in with address and password."""
    entry = Entry(works, address=address, request_id=request_id)
    new = entry.sign_in(
        email=body.email.strip().lower(), password=body.password, practice_id=body.practice_id
    )
    return SignInCreated.model_validate(new)


@router.read("/v1/sign-ins", permission=OWN)
def list_sign_ins(work: Work, query: Annotated[PageFilters, Query()]) -> Listing[SignInOut]:
    """List one's own sign-ins, newest first."""
    return Listing[SignInOut].model_validate(SignInService(work).list(query.page))


@router.read("/v1/sign-ins/{sign_in_id}", permission=OWN)
def get_sign_in(work: Work, sign_in_id: UUID) -> SignInOut:
    """Read one of one's own sign-ins."""
    return SignInService(work).get(sign_in_id)


@router.act(
    "/v1/sign-ins/{sign_in_id}/end",
    answers="get_sign_in",
    conditional=False,
    permission=OWN,
    problems=(SignInEnded,),
)
def end_sign_in(work: Work, sign_in_id: UUID) -> SignInOut:
    """Sign out: end one of one's own sign-ins at once."""
    return SignInService(work).end(sign_in_id)
