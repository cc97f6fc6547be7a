"""Invitations of a case: what stands in their way, how they are handed over, and taken back."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select

from couplesone.access_links.rules import Opening, opening
from couplesone.access_links.service import AccessLinkService, Issued
from couplesone.cases.access import case_for, item_for, readable
from couplesone.cases.records import Shown
from couplesone.invitations import moves
from couplesone.invitations.codes import Delivery, InvitationState, Step
from couplesone.invitations.errors import InvitationTransitionRefused
from couplesone.invitations.events import InvitationDelivered
from couplesone.invitations.facts import UNDER_WAY, situation
from couplesone.invitations.gating import make, names_of, require, standing_for, to_move
from couplesone.invitations.models import HoldOverride, Invitation
from couplesone.invitations.revoking import close_door
from couplesone.invitations.schemas import HoldsOut
from couplesone.invitations.shown import one_shown, several_shown, shown_holds, veiled
from couplesone.kernel.permissions import Purpose
from couplesone.persistence.paging import Page, PageRequest, instant, keyset, page_of
from couplesone.persistence.work import Work
from couplesone.practices.codes import SettingKey
from couplesone.practices.settings import value_on


class InvitationService:
    """The invitations of a case, of which at most one is under way."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def holds(self, case_id: UUID, step: Step) -> HoldsOut:
        """Return everything that would stand in the way now, for the invitation under way if there is one."""
        case = case_for(self.work, case_id)
        current = under_way(self.work, case.id)
        seen = situation(self.work, case.id, current)
        standing = standing_for(seen, step, current, veiled(self.work, case.id, seen.facts))
        return HoldsOut(
            case_id=case.id,
            invitation_id=current.id if current else None,
            step=step,
            as_of=self.work.today,
            holds=shown_holds(self.work, case.id, standing),
            partner_asked_on=seen.partner_asked_on,
            partner_event_id=seen.partner_asked_id,
        )

    def list(self, case_id: UUID, page: PageRequest) -> Page[Any]:
        """Return the invitations of a case, newest first."""
        case = case_for(self.work, case_id)
        statement = select(Invitation).where(Invitation.case_id == case.id, readable(self.work, Invitation))
        statement = keyset(
            statement, page, Invitation.created_at, Invitation.id, parse=instant, descending=True
        )
        self.work.keyring.load([case.client_id])
        found = page_of(self.work.db.scalars(statement).all(), page, lambda item: (item.created_at, item.id))
        return Page(several_shown(self.work, case.id, found.items), found.next_cursor)

    def get(self, invitation_id: UUID) -> Any:
        """Return one invitation."""
        return one_shown(self.work, item_for(self.work, Invitation, invitation_id))

    def overrides(self, invitation_id: UUID, page: PageRequest) -> Page[HoldOverride]:
        """Return the holds of an invitation that were gone past, newest first."""
        invitation = item_for(self.work, Invitation, invitation_id)
        statement = select(HoldOverride).where(HoldOverride.invitation_id == invitation.id)
        statement = keyset(
            statement, page, HoldOverride.created_at, HoldOverride.id, parse=instant, descending=True
        )
        self.work.keyring.load([invitation.client_id])
        return page_of(self.work.db.scalars(statement).all(), page, lambda item: (item.created_at, item.id))

    def get_override(self, override_id: UUID) -> HoldOverride:
        """Return why a hold was gone past."""
        return item_for(self.work, HoldOverride, override_id)

    def hand_over(self, invitation_id: UUID, version: int) -> Any:
        """Give the client what opens the partner's page; everything is asked again. InvitationHeld."""
        invitation = to_move(self.work, invitation_id, version, moves.HAND_OVER)
        if invitation.delivery != Delivery.HAND_OVER.value:
            raise InvitationTransitionRefused
        require(self.work, invitation, Step.SEND)
        issued = self.deliver(invitation, moves.HAND_OVER)
        return self._with_opening(invitation, opening(self.work, issued.token, issued.code))

    def handed_before(self, invitation_id: UUID) -> Any:
        """Return an invitation that was handed over, without the secrets that were shown once."""
        invitation = item_for(self.work, Invitation, invitation_id)
        return self._with_opening(invitation, opening(self.work, None, None))

    def _with_opening(self, invitation: Invitation, opened: Opening) -> Any:
        shown = one_shown(self.work, invitation)
        return Shown(shown, page=opened.page, url=opened.url, code=opened.code)

    def withdraw(self, invitation_id: UUID, version: int) -> Any:
        """Take it back, whatever was said or not said to it meanwhile."""
        invitation = make(
            self.work, to_move(self.work, invitation_id, version, moves.WITHDRAW), moves.WITHDRAW
        )
        close_door(self.work, invitation)
        return one_shown(self.work, invitation)

    def deliver(self, invitation: Invitation, move: str, channel: str = "hand_over") -> Issued:
        """Open the partner's page, until the invitation's time has run out."""
        invitation.state = moves.after(move, invitation.state).value
        days = value_on(self.work, SettingKey.INVITATION_DAYS, self.work.today)
        invitation.delivered_at = self.work.now
        invitation.expires_at = self.work.now + timedelta(days=days)
        issued = AccessLinkService(self.work).issue(
            purpose=Purpose.INVITATION,
            case_id=invitation.case_id,
            client_id=invitation.client_id,
            expires_at=invitation.expires_at,
            channel=channel,
        )
        invitation.link_id = issued.link.id
        self.work.flush()
        self.work.publish(InvitationDelivered(*names_of(self.work, invitation)))
        return issued


def draft_of(work: Work, case_id: UUID) -> Invitation | None:
    """Return the invitation of a case that waits for approval, if there is one. Locked until the end."""
    found = work.db.scalar(_under_way(case_id).with_for_update())
    return found if found is not None and found.state == InvitationState.DRAFT else None


def under_way(work: Work, case_id: UUID) -> Invitation | None:
    """Return the invitation of a case that has not gone yet, if there is one."""
    return work.db.scalar(_under_way(case_id))


def _under_way(case_id: UUID) -> Select[Invitation]:
    states = [state.value for state in UNDER_WAY]
    return select(Invitation).where(Invitation.case_id == case_id, Invitation.state.in_(states))
