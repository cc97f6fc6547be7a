"""Routes of follow-ups."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import Query

from couplesone.cases.errors import CaseClosed, ItemInError
from couplesone.cases.follow_ups.errors import (
    CaseNotClosed,
    FollowUpExists,
    FollowUpNotConsented,
    FollowUpSettled,
)
from couplesone.cases.follow_ups.schemas import (
    FollowUpComplete,
    FollowUpFilters,
    FollowUpOut,
    FollowUpPlan,
    FollowUpTried,
)
from couplesone.cases.follow_ups.service import FollowUpService
from couplesone.cases.kinds.routes import READ, WRITE
from couplesone.cases.schemas import EnteredInError
from couplesone.kernel.errors import DatesOutOfOrder
from couplesone.persistence.work import Work
from couplesone.web.routing import Router
from couplesone.web.schemas import Listing, PageFilters

router = Router("cases")
_ONE = "/v1/follow-ups/{follow_up_id}"
_SETTLE = (CaseClosed, ItemInError, FollowUpSettled, DatesOutOfOrder)


@router.create(
    "/v1/cases/{case_id}/follow-ups",
    answers="get_follow_up",
    permission=WRITE,
    problems=(CaseClosed, CaseNotClosed, FollowUpExists, FollowUpNotConsented),
)
def plan_follow_up(work: Work, case_id: UUID, body: FollowUpPlan) -> FollowUpOut:
    """Plan a follow-up of a closed case on request; closing plans them all, where the client may be asked."""
    return FollowUpOut.model_validate(FollowUpService(work).plan(case_id, body.months_after))


@router.read("/v1/cases/{case_id}/follow-ups", permission=READ)
def list_follow_ups(
    work: Work, case_id: UUID, query: Annotated[PageFilters, Query()]
) -> Listing[FollowUpOut]:
    """List the follow-ups of a case, the last due first."""
    return Listing[FollowUpOut].model_validate(FollowUpService(work).list(case_id, query.page))


@router.read("/v1/follow-ups", permission=READ)
def list_due_follow_ups(work: Work, query: Annotated[FollowUpFilters, Query()]) -> Listing[FollowUpOut]:
    """List the follow-ups of one's caseload that are due and not settled, longest due first."""
    return Listing[FollowUpOut].model_validate(FollowUpService(work).waiting(query.page, query.due_by))


@router.read(_ONE, permission=READ, composite=True)
def get_follow_up(work: Work, follow_up_id: UUID) -> FollowUpOut:
    """Read a follow-up."""
    return FollowUpOut.model_validate(FollowUpService(work).get(follow_up_id))


@router.act(f"{_ONE}/complete", answers="get_follow_up", permission=WRITE, problems=_SETTLE)
def complete_follow_up(work: Work, follow_up_id: UUID, body: FollowUpComplete, version: int) -> FollowUpOut:
    """Note what the former client answered; no answer ranks above another."""
    return _settled(work, "complete_follow_up", follow_up_id, body, version)


@router.act(f"{_ONE}/decline", answers="get_follow_up", permission=WRITE, problems=_SETTLE)
def decline_follow_up(work: Work, follow_up_id: UUID, body: FollowUpTried, version: int) -> FollowUpOut:
    """Note that the former client preferred not to answer; nobody asks again for this one."""
    return _settled(work, "decline_follow_up", follow_up_id, body, version)


@router.act(f"{_ONE}/no-answer", answers="get_follow_up", permission=WRITE, problems=_SETTLE)
def note_follow_up_unanswered(
    work: Work, follow_up_id: UUID, body: FollowUpTried, version: int
) -> FollowUpOut:
    """Note that nobody answered; one may try again."""
    return _settled(work, "note_follow_up_unanswered", follow_up_id, body, version)


@router.act(
    f"{_ONE}/mark-in-error", answers="get_follow_up", permission=WRITE, problems=(CaseClosed, ItemInError)
)
def mark_follow_up_in_error(
    work: Work, follow_up_id: UUID, body: EnteredInError, version: int
) -> FollowUpOut:
    """Mark a follow-up as entered in error; it is kept, and out of everything that counts."""
    return FollowUpOut.model_validate(FollowUpService(work).mark_in_error(follow_up_id, body.reason, version))


def _settled(
    work: Work, move: str, follow_up_id: UUID, body: FollowUpComplete | FollowUpTried, version: int
) -> FollowUpOut:
    return FollowUpOut.model_validate(FollowUpService(work).settle(move, follow_up_id, body, version))
