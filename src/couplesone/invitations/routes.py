"""Routes of invitations."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import Query

from couplesone.cases.errors import CaseClosed, ItemInError
from couplesone.cases.records import Shown
from couplesone.clients.errors import ClientArchived
from couplesone.invitations import moves
from couplesone.invitations.agreed import AgreedVisits
from couplesone.invitations.errors import (
    InvitationHeld,
    InvitationOpen,
    InvitationTextChanged,
    InvitationTransitionRefused,
    NothingToOverride,
    PartnerEventNotUsable,
    PartnerMissing,
)
from couplesone.invitations.partner_words import words_of
from couplesone.invitations.schemas import (
    HoldFilters,
    HoldsOut,
    InvitationChange,
    InvitationCreate,
    InvitationHandedOver,
    InvitationOut,
    InvitationQueued,
    OverrideCreate,
    OverrideOut,
    PartnerWordsOut,
    SignedApproval,
    VisitAgreed,
    VisitClosed,
    WordsRead,
)
from couplesone.invitations.sending import Sending
from couplesone.invitations.service import InvitationService
from couplesone.invitations.writing import InvitationWriting
from couplesone.kernel.errors import DatesOutOfOrder
from couplesone.kernel.permissions import Permission
from couplesone.messages.errors import AddressNotValid, FirstContactExists, MessageTransitionRefused
from couplesone.persistence.work import Work
from couplesone.web.routing import Router
from couplesone.web.schemas import Listing, PageFilters

router = Router("invitations")
READ, WRITE = Permission.INVITATION_READ, Permission.INVITATION_WRITE
CLOSED = (CaseClosed, ClientArchived, ItemInError)
_IN_CASE, _ONE = "/v1/cases/{case_id}/invitations", "/v1/invitations/{invitation_id}"
_GET = "get_invitation"


@router.read("/v1/cases/{case_id}/invitation-holds", permission=READ, composite=True)
def list_invitation_holds(work: Work, case_id: UUID, query: Annotated[HoldFilters, Query()]) -> HoldsOut:
    """Ask what would stand in the way of an invitation, all at once; nothing is written or sent."""
    return InvitationService(work).holds(case_id, query.step)


@router.create(
    _IN_CASE,
    answers=_GET,
    permission=WRITE,
    problems=(
        CaseClosed,
        ClientArchived,
        PartnerMissing,
        InvitationHeld,
        InvitationOpen,
        PartnerEventNotUsable,
    ),
)
def draft_invitation(work: Work, case_id: UUID, body: InvitationCreate) -> InvitationOut:
    """Write an invitation; its words are composed, with a few of the client's own between them."""
    return InvitationOut.model_validate(InvitationWriting(work).draft(case_id, body))


@router.read(_IN_CASE, permission=READ)
def list_invitations(
    work: Work, case_id: UUID, query: Annotated[PageFilters, Query()]
) -> Listing[InvitationOut]:
    """List the invitations of a case, newest first."""
    return Listing[InvitationOut].model_validate(InvitationService(work).list(case_id, query.page))


@router.read(_ONE, permission=READ, composite=True)
def get_invitation(work: Work, invitation_id: UUID) -> InvitationOut:
    """Read an invitation; never what was answered to it, acceptance apart."""
    return InvitationOut.model_validate(InvitationService(work).get(invitation_id))


@router.change(_ONE, answers=_GET, permission=WRITE, problems=(*CLOSED, InvitationTransitionRefused))
def change_invitation(work: Work, invitation_id: UUID, body: InvitationChange, version: int) -> InvitationOut:
    """Change the words, or how it gets there; other words have to be agreed to and approved anew."""
    return InvitationOut.model_validate(InvitationWriting(work).reword(invitation_id, body, version))


@router.act(
    f"{_ONE}/agree",
    answers=_GET,
    permission=WRITE,
    problems=(*CLOSED, InvitationTextChanged, InvitationTransitionRefused),
)
def agree_to_invitation(work: Work, invitation_id: UUID, body: WordsRead, version: int) -> InvitationOut:
    """Agree, as the treating clinician, to the very words that were read."""
    return InvitationOut.model_validate(
        InvitationWriting(work).agree(invitation_id, body.text_sha256, version)
    )


@router.act(
    f"{_ONE}/approve-on-paper",
    answers=_GET,
    permission=WRITE,
    problems=(*CLOSED, InvitationTextChanged, InvitationHeld, InvitationTransitionRefused, DatesOutOfOrder),
)
def approve_invitation_on_paper(
    work: Work, invitation_id: UUID, body: SignedApproval, version: int
) -> InvitationOut:
    """File the client's approval that was signed on paper; otherwise the client approves by an access link."""
    return InvitationOut.model_validate(
        InvitationWriting(work).approve_on_paper(invitation_id, body, version)
    )


@router.create(
    f"{_ONE}/hold-overrides",
    answers="get_hold_override",
    permission=WRITE,
    problems=(*CLOSED, NothingToOverride, InvitationTransitionRefused),
)
def override_hold(work: Work, invitation_id: UUID, body: OverrideCreate) -> OverrideOut:
    """Go past a hold with a written reason, for this invitation; whoever supervises is told."""
    return OverrideOut.model_validate(InvitationWriting(work).override(invitation_id, body))


@router.read(f"{_ONE}/hold-overrides", permission=READ)
def list_hold_overrides(
    work: Work, invitation_id: UUID, query: Annotated[PageFilters, Query()]
) -> Listing[OverrideOut]:
    """List the holds of an invitation that were gone past, and why."""
    return Listing[OverrideOut].model_validate(InvitationService(work).overrides(invitation_id, query.page))


@router.read("/v1/hold-overrides/{hold_override_id}", permission=READ)
def get_hold_override(work: Work, hold_override_id: UUID) -> OverrideOut:
    """Read why a hold was gone past."""
    return OverrideOut.model_validate(InvitationService(work).get_override(hold_override_id))


def _handed_before(work: Work, invitation_id: UUID) -> InvitationHandedOver:
    return InvitationHandedOver.model_validate(InvitationService(work).handed_before(invitation_id))


@router.act(
    f"{_ONE}/hand-over",
    answers=_GET,
    permission=WRITE,
    replay=_handed_before,
    problems=(*CLOSED, InvitationHeld, InvitationTransitionRefused),
)
def hand_over_invitation(work: Work, invitation_id: UUID, version: int) -> InvitationHandedOver:
    """Give the client what opens the partner's page, once; every hold is asked again."""
    return InvitationHandedOver.model_validate(InvitationService(work).hand_over(invitation_id, version))


def _queued_before(work: Work, invitation_id: UUID) -> InvitationQueued:
    return _with_digits(InvitationService(work).get(invitation_id), None)


@router.act(
    f"{_ONE}/queue",
    answers=_GET,
    permission=WRITE,
    replay=_queued_before,
    problems=(*CLOSED, InvitationHeld, InvitationTransitionRefused, AddressNotValid, FirstContactExists),
)
def queue_invitation(work: Work, invitation_id: UUID, version: int) -> InvitationQueued:
    """Have the practice send it, after the time in which it can be undone; every hold is asked now and then again."""
    queued = Sending(work).queue(invitation_id, version)
    return _with_digits(queued.shown, queued.hand_code)


@router.act(
    f"{_ONE}/undo",
    answers=_GET,
    permission=WRITE,
    problems=(*CLOSED, InvitationTransitionRefused, MessageTransitionRefused),
)
def undo_invitation(work: Work, invitation_id: UUID, version: int) -> InvitationOut:
    """Take an invitation out of the queue while it has not left."""
    return InvitationOut.model_validate(Sending(work).undo(invitation_id, version))


@router.act(
    f"{_ONE}/withdraw", answers=_GET, permission=WRITE, problems=(*CLOSED, InvitationTransitionRefused)
)
def withdraw_invitation(work: Work, invitation_id: UUID, version: int) -> InvitationOut:
    """Take an invitation back at once."""
    return InvitationOut.model_validate(InvitationService(work).withdraw(invitation_id, version))


@router.act(
    f"{_ONE}/confirm",
    answers=_GET,
    permission=WRITE,
    problems=(*CLOSED, InvitationHeld, InvitationTransitionRefused),
)
def confirm_invitation(work: Work, invitation_id: UUID, version: int) -> InvitationOut:
    """Confirm, as the treating clinician, that the partner may come; safety is asked again."""
    return InvitationOut.model_validate(AgreedVisits(work).confirm(invitation_id, version))


@router.act(
    f"{_ONE}/agree-on-visit",
    answers=_GET,
    permission=WRITE,
    problems=(*CLOSED, InvitationHeld, InvitationTransitionRefused),
)
def agree_on_visit(work: Work, invitation_id: UUID, body: VisitAgreed, version: int) -> InvitationOut:
    """Agree on when the partner comes, or on another time."""
    return InvitationOut.model_validate(AgreedVisits(work).schedule(invitation_id, body.visit_at, version))


@router.act(
    f"{_ONE}/record-no-show", answers=_GET, permission=WRITE, problems=(*CLOSED, InvitationTransitionRefused)
)
def record_no_show(work: Work, invitation_id: UUID, version: int) -> InvitationOut:
    """Record that the partner did not come."""
    return InvitationOut.model_validate(AgreedVisits(work).move(invitation_id, moves.MISS, version))


@router.act(
    f"{_ONE}/call-off", answers=_GET, permission=WRITE, problems=(*CLOSED, InvitationTransitionRefused)
)
def call_off_visit(work: Work, invitation_id: UUID, version: int) -> InvitationOut:
    """Call the visit off."""
    return InvitationOut.model_validate(AgreedVisits(work).move(invitation_id, moves.CALL_OFF, version))


@router.act(f"{_ONE}/close", answers=_GET, permission=WRITE, problems=(*CLOSED, InvitationTransitionRefused))
def close_invitation(work: Work, invitation_id: UUID, body: VisitClosed, version: int) -> InvitationOut:
    """Say what came of the visit; none of it is better than another."""
    found = AgreedVisits(work).move(invitation_id, moves.CLOSE, version, body.closing)
    return InvitationOut.model_validate(found)


@router.read(f"{_ONE}/partner-words", permission=Permission.PARTNER_WORDS_READ, composite=True)
def get_partner_words(work: Work, invitation_id: UUID) -> PartnerWordsOut:
    """Read what the partner wrote to the treating clinician and said may be read; not what was answered."""
    return words_of(work, invitation_id)


def _with_digits(shown: Shown, hand_code: str | None) -> InvitationQueued:
    return InvitationQueued.model_validate(
        Shown(shown.row, state=shown.state, actions=shown.actions, hand_code=hand_code)
    )
