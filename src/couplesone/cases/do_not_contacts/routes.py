"""Routes of do-not-contacts."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import Query

from couplesone.cases.do_not_contacts.schemas import DoNotContactCreate, DoNotContactOut
from couplesone.cases.do_not_contacts.service import DoNotContactService
from couplesone.cases.errors import ItemInError
from couplesone.cases.schemas import EnteredInError
from couplesone.kernel.permissions import Permission
from couplesone.messages.errors import AddressNotValid
from couplesone.persistence.work import Work
from couplesone.web.routing import Router
from couplesone.web.schemas import Listing, PageFilters

router = Router("cases")
READ, WRITE = Permission.PARTNER_READ, Permission.PARTNER_WRITE
UNDO = Permission.INVITATION_WRITE
"""A script may stop contact; that somebody may be contacted after all takes a person."""
_IN_CASE = "/v1/cases/{case_id}/do-not-contacts"


@router.create(_IN_CASE, answers="get_do_not_contact", permission=WRITE, problems=(AddressNotValid,))
def record_do_not_contact(work: Work, case_id: UUID, body: DoNotContactCreate) -> DoNotContactOut:
    """Record that somebody is not to be contacted; the address is not kept, only a keyed hash of it."""
    return DoNotContactService(work).record(case_id, body)


@router.read(_IN_CASE, permission=READ)
def list_do_not_contacts(
    work: Work, case_id: UUID, query: Annotated[PageFilters, Query()]
) -> Listing[DoNotContactOut]:
    """List who is not to be contacted, as staff recorded it."""
    return Listing[DoNotContactOut].model_validate(DoNotContactService(work).list(case_id, query.page))


@router.read("/v1/do-not-contacts/{do_not_contact_id}", permission=READ)
def get_do_not_contact(work: Work, do_not_contact_id: UUID) -> DoNotContactOut:
    """Read that somebody is not to be contacted, as staff recorded it."""
    return DoNotContactService(work).get(do_not_contact_id)


@router.act(
    "/v1/do-not-contacts/{do_not_contact_id}/mark-in-error",
    answers="get_do_not_contact",
    permission=UNDO,
    problems=(ItemInError,),
)
def mark_do_not_contact_in_error(
    work: Work, do_not_contact_id: UUID, body: EnteredInError, version: int
) -> DoNotContactOut:
    """Mark an entry as made in error; it is kept, and stops nothing more. What was taken back stays so."""
    return DoNotContactService(work).mark_in_error(do_not_contact_id, body.reason, version)
