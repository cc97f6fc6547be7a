"""Writing an invitation: its words, who agreed to them, and holds that the clinician goes past."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from couplesone.cases.access import OpenCase, case_to_write, item_to_write
from couplesone.clients.queries import is_only_a_partner
from couplesone.invitations import moves
from couplesone.invitations.codes import (
    ApprovalMethod,
    Delivery,
    InvitationOffer,
    InvitationPurpose,
    InvitationSource,
    InvitationState,
    Step,
    VisitFormat,
)
from couplesone.invitations.errors import (
    InvitationTextChanged,
    NothingToOverride,
    PartnerEventNotUsable,
    PartnerMissing,
)
from couplesone.invitations.events import HoldOverridden
from couplesone.invitations.facts import Situation, situation
from couplesone.invitations.gating import make, names_of, refuse_if, require, standing_for, to_move
from couplesone.invitations.holds import OVERRIDABLE, gate
from couplesone.invitations.models import HoldOverride, Invitation
from couplesone.invitations.schemas import InvitationChange, InvitationCreate, OverrideCreate, SignedApproval
from couplesone.invitations.shown import one_shown, veiled
from couplesone.invitations.wording import Wording, compose, sha256_of
from couplesone.kernel.errors import invalid_field, not_in_the_future
from couplesone.persistence.work import Work
from couplesone.plans.inviting import request_of_partner
from couplesone.practices.codes import TextKey
from couplesone.practices.texts import text_on


class InvitationWriting:
    """Invitations until they go."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def draft(self, case_id: UUID, content: InvitationCreate) -> Any:
        """Write an invitation.

        Raises CaseClosed, ClientArchived, PartnerMissing, InvitationHeld, InvitationOpen, PartnerEventNotUsable,
        ValidationFailed for an address that is missing or does not belong.
        """
        case = case_to_write(self.work, case_id)
        if case.partner_id is None or not is_only_a_partner(self.work, case.client_id, case.partner_id):
            raise PartnerMissing
        _require_address(content.delivery, content.address)
        seen = situation(self.work, case.id, None)
        asked = content.partner_event_id is not None
        if content.partner_event_id is not None:
            self._require_usable(case, content.partner_event_id, seen)
        hidden = veiled(self.work, case.id, seen.facts)
        refuse_if(self.work, case.id, gate(seen.facts, Step.DRAFT, partner_asked=asked, veiled=hidden))
        invitation = Invitation(
            case_id=case.id,
            client_id=case.client_id,
            recorded_by=self.work.author_id,
            partner_id=case.partner_id,
            source=(InvitationSource.PARTNER_INITIATED if asked else InvitationSource.CLIENT).value,
            partner_event_id=content.partner_event_id,
            purpose=content.purpose.value if content.purpose else None,
            offer=content.offer.value,
            format=content.format.value,
            delivery=content.delivery.value,
            locale=content.locale,
            client_words=content.client_words,
            address=content.address,
            state=InvitationState.DRAFT.value,
            text="",
            text_sha256="",
        )
        self._word(invitation)
        return one_shown(self.work, self.work.add(invitation))

    def reword(self, invitation_id: UUID, change: InvitationChange, version: int) -> Any:
        """Change what it says or how it goes; whoever approved the old words has to approve the new ones."""
        invitation = make(self.work, to_move(self.work, invitation_id, version, moves.REWORD), moves.REWORD)
        for name, value in change.changes().items():
            setattr(invitation, name, value.value if hasattr(value, "value") else value)
        _require_address(Delivery(invitation.delivery), invitation.address)
        before = invitation.text_sha256
        self._word(invitation)
        if invitation.text_sha256 != before:
            _forget_consent(invitation)
        elif invitation.approved_sha256 == before:
            invitation.state = InvitationState.APPROVED.value  # another way, the same words
        self.work.flush()
        return one_shown(self.work, invitation)

    def agree(self, invitation_id: UUID, text_sha256: str, version: int) -> Any:
        """Note that the treating clinician has read these very words and agrees.

        InvitationTextChanged; InvitationTransitionRefused once it is on its way.
        """
        invitation = to_move(self.work, invitation_id, version, moves.AGREE)
        _require_read(invitation, text_sha256)
        invitation.agreed_at, invitation.agreed_by = self.work.now, self.work.staff_id
        invitation.agreed_sha256 = text_sha256
        self.work.flush()
        return one_shown(self.work, invitation)

    def approve_on_paper(self, invitation_id: UUID, paper: SignedApproval, version: int) -> Any:
        """File the approval that the client signed.

        Raises InvitationTextChanged, InvitationHeld, InvitationTransitionRefused, DatesOutOfOrder.
        """
        not_in_the_future(paper.signed_on, self.work.today, "/signed_on")
        invitation = to_move(self.work, invitation_id, version, moves.APPROVE)
        self._approve(invitation, paper.text_sha256, ApprovalMethod.SIGNED_PAPER)
        invitation.approval_paper_sha256 = paper.paper_sha256
        self.work.flush()
        return one_shown(self.work, invitation)

    def approve_by_client(
        self, invitation: Invitation, text_sha256: str, *, link_id: UUID, in_room: bool
    ) -> None:
        """Take the approval of the client who acts; InvitationTextChanged, InvitationHeld, ...Refused."""
        moves.after(moves.APPROVE, invitation.state)
        method = ApprovalMethod.IN_ROOM_CODE if in_room else ApprovalMethod.ACCESS_LINK
        self._approve(invitation, text_sha256, method)
        invitation.approval_link_id = link_id
        self.work.flush()

    def override(self, invitation_id: UUID, content: OverrideCreate) -> HoldOverride:
        """Go past a hold with a reason, for this invitation.

        NothingToOverride unless it stands and may be; InvitationTransitionRefused once it went or is off.
        """
        invitation = item_to_write(self.work, Invitation, invitation_id)
        moves.after(moves.OVERRIDE, invitation.state_at(self.work.now))
        seen = situation(self.work, invitation.case_id, invitation)
        stands = {one.hold for one in standing_for(seen, Step.SEND, invitation)}
        if content.hold not in OVERRIDABLE & stands:
            raise NothingToOverride
        kept = self.work.add(
            HoldOverride(
                case_id=invitation.case_id,
                client_id=invitation.client_id,
                recorded_by=self.work.staff_id,
                invitation_id=invitation.id,
                hold=content.hold.value,
                reason=content.reason,
            )
        )
        self.work.publish(HoldOverridden(*names_of(self.work, invitation), content.hold.value))
        return kept

    def _approve(self, invitation: Invitation, text_sha256: str, method: ApprovalMethod) -> None:
        _require_read(invitation, text_sha256)
        require(self.work, invitation, Step.APPROVE)
        invitation.state = moves.after(moves.APPROVE, invitation.state).value
        invitation.approved_at, invitation.approved_sha256 = self.work.now, text_sha256
        invitation.approval_method = method.value

    def _require_usable(self, case: OpenCase, event_id: UUID, seen: Situation) -> None:
        day = request_of_partner(self.work, event_id, case.id)
        if day is None or seen.partner_asked_id != event_id:
            raise PartnerEventNotUsable

    def _word(self, invitation: Invitation) -> None:
        collateral_text = text_on(self.work, TextKey.COLLATERAL_TEXT, self.work.today)
        invitation.collateral_told = bool(collateral_text.strip())
        invitation.text = compose(
            Wording(
                offer=InvitationOffer(invitation.offer),
                purpose=InvitationPurpose(invitation.purpose) if invitation.purpose else None,
                format=VisitFormat(invitation.format),
                locale=invitation.locale,
                client_words=invitation.client_words,
                collateral_text=collateral_text,
            )
        )
        invitation.text_sha256 = sha256_of(invitation.text)


def _forget_consent(invitation: Invitation) -> None:
    """Take back that other words were approved and agreed to, also should they return; the audit trail keeps it."""
    invitation.approved_at = invitation.approved_sha256 = invitation.approval_method = None
    invitation.approval_link_id = invitation.approval_paper_sha256 = None
    invitation.agreed_at = invitation.agreed_by = invitation.agreed_sha256 = None


def _require_read(invitation: Invitation, text_sha256: str) -> None:
    if invitation.text_sha256 != text_sha256:
        raise InvitationTextChanged


def _require_address(delivery: Delivery, address: str | None) -> None:
    if delivery is Delivery.HAND_OVER and address is not None:
        raise invalid_field(
            "/address", "not_sent", "What the client hands over is sent nowhere; leave this out."
        )
    if delivery is not Delivery.HAND_OVER and address is None:
        raise invalid_field("/address", "required", "Say where the practice is to send it.")
