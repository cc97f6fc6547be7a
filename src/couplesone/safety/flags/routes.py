"""Routes of safety flags."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import Query

from couplesone.cases.errors import CaseClosed
from couplesone.clients.errors import ClientArchived
from couplesone.kernel.errors import DatesOutOfOrder
from couplesone.kernel.permissions import Permission
from couplesone.persistence.work import Work
from couplesone.safety.errors import (
    ConsultantNeeded,
    FlagTransitionRefused,
    NewScreenNeeded,
    SecondPersonNeeded,
    SecondRoleNeeded,
)
from couplesone.safety.flags.schemas import FlagRaise, FlagRelease, SafetyFlagOut
from couplesone.safety.flags.service import FlagService
from couplesone.web.routing import Router
from couplesone.web.schemas import Listing, PageFilters

router = Router("safety")
READ, WRITE, RELEASE = Permission.SAFETY_READ, Permission.SAFETY_WRITE, Permission.SAFETY_RELEASE
_IN_CASE, _ONE, _GET = (
    "/v1/cases/{case_id}/safety-flags",
    "/v1/safety-flags/{safety_flag_id}",
    "get_safety_flag",
)
_SECOND = (SecondRoleNeeded, SecondPersonNeeded, FlagTransitionRefused)


@router.create(
    _IN_CASE, answers=_GET, permission=WRITE, problems=(CaseClosed, ClientArchived, DatesOutOfOrder)
)
def raise_safety_flag(work: Work, case_id: UUID, body: FlagRaise) -> SafetyFlagOut:
    """Flag a case for a danger that was learned of otherwise than by a screen; an open flag is raised again."""
    return SafetyFlagOut.model_validate(FlagService(work).raise_by_hand(case_id, body))


@router.read(_IN_CASE, permission=READ)
def list_safety_flags(
    work: Work, case_id: UUID, query: Annotated[PageFilters, Query()]
) -> Listing[SafetyFlagOut]:
    """List the flags of a case, the latest first, those released among them."""
    return Listing[SafetyFlagOut].model_validate(FlagService(work).list(case_id, query.page))


@router.read(_ONE, permission=READ, composite=True)
def get_safety_flag(work: Work, safety_flag_id: UUID) -> SafetyFlagOut:
    """Read a safety flag, and what can be done with it."""
    return SafetyFlagOut.model_validate(FlagService(work).get(safety_flag_id))


@router.act(
    f"{_ONE}/release",
    answers=_GET,
    permission=WRITE,
    problems=(FlagTransitionRefused, SecondPersonNeeded, NewScreenNeeded),
)
def release_safety_flag(work: Work, safety_flag_id: UUID, body: FlagRelease, version: int) -> SafetyFlagOut:
    """Release a low flag that is not for violence, with a reason, after a new negative screen."""
    return SafetyFlagOut.model_validate(FlagService(work).release(safety_flag_id, body.reason, version))


@router.act(
    f"{_ONE}/request-release",
    answers=_GET,
    permission=WRITE,
    problems=(FlagTransitionRefused, NewScreenNeeded, ConsultantNeeded),
)
def request_safety_flag_release(
    work: Work, safety_flag_id: UUID, body: FlagRelease, version: int
) -> SafetyFlagOut:
    """Ask as the treating therapist that a high flag, or one for violence, be released; somebody else confirms it."""
    service = FlagService(work)
    return SafetyFlagOut.model_validate(service.request_release(safety_flag_id, body.reason, version))


@router.act(f"{_ONE}/confirm-release", answers=_GET, permission=RELEASE, problems=(*_SECOND, NewScreenNeeded))
def confirm_safety_flag_release(
    work: Work, safety_flag_id: UUID, body: FlagRelease, version: int
) -> SafetyFlagOut:
    """Confirm as a supervisor or clinical lead that a high flag, or one for violence, is released."""
    service = FlagService(work)
    return SafetyFlagOut.model_validate(service.confirm_release(safety_flag_id, body.reason, version))


@router.act(f"{_ONE}/decline-release", answers=_GET, permission=RELEASE, problems=_SECOND)
def decline_safety_flag_release(
    work: Work, safety_flag_id: UUID, body: FlagRelease, version: int
) -> SafetyFlagOut:
    """Decline as a supervisor or clinical lead to release a flag; it stays, and says why."""
    service = FlagService(work)
    return SafetyFlagOut.model_validate(service.decline_release(safety_flag_id, body.reason, version))
