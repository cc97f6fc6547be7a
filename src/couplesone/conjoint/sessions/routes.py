"""Routes of sessions with both."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import Query

from couplesone.cases.errors import ItemInError
from couplesone.cases.schemas import EnteredInError
from couplesone.conjoint.errors import ConjointClosed, ConjointNotReady
from couplesone.conjoint.sessions.schemas import JointSessionCreate, JointSessionOut
from couplesone.conjoint.sessions.service import JointSessionService
from couplesone.kernel.errors import DatesOutOfOrder
from couplesone.kernel.permissions import Permission
from couplesone.persistence.work import Work
from couplesone.web.routing import Router
from couplesone.web.schemas import Listing, PageFilters

router = Router("conjoint")
READ, WRITE = Permission.CASE_READ, Permission.CASE_WRITE
_IN_CASE = "/v1/conjoint-cases/{conjoint_case_id}/sessions"
_ONE = "/v1/joint-sessions/{joint_session_id}"


@router.create(
    _IN_CASE,
    answers="get_joint_session",
    permission=WRITE,
    problems=(ConjointClosed, ConjointNotReady, DatesOutOfOrder),
)
def record_joint_session(work: Work, conjoint_case_id: UUID, body: JointSessionCreate) -> JointSessionOut:
    """Record a session with both; refused until both signed the agreement and were found safe alone."""
    return JointSessionOut.model_validate(JointSessionService(work).record(conjoint_case_id, body))


@router.read(_IN_CASE, permission=READ)
def list_joint_sessions(
    work: Work, conjoint_case_id: UUID, query: Annotated[PageFilters, Query()]
) -> Listing[JointSessionOut]:
    """List the sessions with both, the last held first, those entered in error among them."""
    found = JointSessionService(work).list(conjoint_case_id, query.page)
    return Listing[JointSessionOut].model_validate(found)


@router.read(_ONE, permission=READ)
def get_joint_session(work: Work, joint_session_id: UUID) -> JointSessionOut:
    """Read a session with both."""
    return JointSessionOut.model_validate(JointSessionService(work).get(joint_session_id))


@router.act(
    f"{_ONE}/mark-in-error",
    answers="get_joint_session",
    permission=WRITE,
    problems=(ConjointClosed, ItemInError),
)
def mark_joint_session_in_error(
    work: Work, joint_session_id: UUID, body: EnteredInError, version: int
) -> JointSessionOut:
    """Mark a session with both as entered in error; it is kept."""
    found = JointSessionService(work).mark_in_error(joint_session_id, body.reason, version)
    return JointSessionOut.model_validate(found)
