"""Routes of the partner's side: POST only, so that what opens an invitation never stands in an address or a log."""

from __future__ import annotations

from couplesone.access_links.errors import LinkNotValid
from couplesone.pages.public_api.errors import HandCodeNeeded, NoMoreQuestions
from couplesone.pages.public_api.schemas import (
    AnswerTaken,
    InvitationRead,
    PartnerAnswers,
    PartnerAsks,
    PartnerKey,
    QuestionTaken,
)
from couplesone.pages.public_api.service import PartnerSide
from couplesone.persistence.work import Works
from couplesone.web.routing import Router

router = Router("partner")
_PUBLIC = "a partner without an account comes here; what they hold is checked when it is sent"
_AT = "/public/v1/invitations"
_CLOSED = (LinkNotValid, HandCodeNeeded)


@router.operation("POST", f"{_AT}/open", public=_PUBLIC, problems=_CLOSED)
def open_partner_invitation(works: Works, address: str, request_id: str, body: PartnerKey) -> InvitationRead:
    """Read an invitation with what opens it; nothing is consumed, and nobody learns that it was read."""
    return PartnerSide(works, address, request_id).read(body)


@router.operation("POST", f"{_AT}/ask", public=_PUBLIC, problems=(*_CLOSED, NoMoreQuestions))
def ask_about_partner_invitation(
    works: Works, address: str, request_id: str, body: PartnerAsks
) -> QuestionTaken:
    """Ask the treating clinician a question; the invitation can still be answered."""
    PartnerSide(works, address, request_id).ask(body)
    return QuestionTaken(passed_on=True)


@router.operation("POST", f"{_AT}/answer", public=_PUBLIC, problems=_CLOSED)
def answer_partner_invitation(
    works: Works, address: str, request_id: str, body: PartnerAnswers
) -> AnswerTaken:
    """Answer an invitation; nobody is told which answer it was, unless it is yes. Until then the last one counts."""
    PartnerSide(works, address, request_id).answer(body)
    return AnswerTaken(taken=True)
