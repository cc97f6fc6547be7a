"""Invitations that the practice sends: by e-mail or as a letter, through the one gateway.

Every hold is asked when the invitation is queued, and again inside the transaction in which it leaves. A first contact
leaves at most once. What was queued is delivered when the gateway says that it left; what the gateway withheld, or
could not send, is approved as before, and its holds say why.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from couplesone.access_links.rules import opening
from couplesone.access_links.service import AccessLinkService
from couplesone.invitations import moves
from couplesone.invitations.codes import Delivery, InvitationState, Step
from couplesone.invitations.errors import InvitationTransitionRefused
from couplesone.invitations.events import InvitationDelivered
from couplesone.invitations.facts import situation
from couplesone.invitations.gating import make, names_of, one_leaves, require, standing_for, to_move
from couplesone.invitations.models import Invitation
from couplesone.invitations.partner_side import hand_code_hash
from couplesone.invitations.shown import one_shown
from couplesone.kernel.errors import RecordNotFound
from couplesone.kernel.events import Event
from couplesone.kernel.permissions import Purpose
from couplesone.messages.codes import MessageChannel, Recipient
from couplesone.messages.events import Left, MessageSettled
from couplesone.messages.gateway import ENCLOSED, Gateway
from couplesone.messages.guards import Outgoing
from couplesone.persistence.work import Work
from couplesone.practices.codes import SettingKey
from couplesone.practices.settings import value_on
from couplesone.rendering.translation import message, translator

KIND: Final = "invitation"
_CHANNELS: Final = {Delivery.EMAIL: MessageChannel.EMAIL, Delivery.LETTER: MessageChannel.LETTER}
_OPEN_AT: Final = message("You can read and answer this here:")
_OR_TYPE: Final = message("or type this code at the same address:")
_LEFT: Final = frozenset({Left.SUBMITTED.value, Left.HANDED_OVER.value})
_STAYED: Final = frozenset({Left.WITHHELD.value, Left.FAILED.value})


@dataclass(frozen=True, slots=True, repr=False)
class Queued:
    """An invitation that waits to leave, and the six digits that the client hands over: shown this once."""

    shown: Any
    hand_code: str | None


class Sending:
    """What the practice sends."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def queue(self, invitation_id: UUID, version: int) -> Queued:
        """Let it go, after the time in which it can be undone.

        Raises InvitationHeld, InvitationTransitionRefused (also for one that the client hands over), AddressNotValid,
        FirstContactExists.
        """
        invitation = to_move(self.work, invitation_id, version, moves.QUEUE)
        channel = _CHANNELS.get(Delivery(invitation.delivery))
        if channel is None:
            raise InvitationTransitionRefused
        require(self.work, invitation, Step.SEND)
        issued = AccessLinkService(self.work).issue(
            purpose=Purpose.INVITATION,
            case_id=invitation.case_id,
            client_id=invitation.client_id,
            expires_at=self.work.now + timedelta(days=self._days()),  # anew when it leaves
            channel=channel.value,
        )
        invitation.link_id, invitation.queued_at = issued.link.id, self.work.now
        hand_code = f"{secrets.randbelow(10**6):06}" if channel is MessageChannel.EMAIL else None
        invitation.hand_code_hash = (
            hand_code_hash(self.work, invitation.id, hand_code) if hand_code is not None else None
        )
        invitation.hand_code_tries = 0
        opened = opening(self.work, issued.token, issued.code)
        say = translator(invitation.locale)
        enclosed = f"{say(_OPEN_AT)}\n{opened.url}\n\n{say(_OR_TYPE)}\n{opened.page}\n{opened.code}"
        given = Gateway(self.work).queue(
            kind=KIND,
            client_id=invitation.client_id,
            case_id=invitation.case_id,
            partner_id=invitation.partner_id,
            recipient=Recipient.PARTNER,
            channel=channel,
            address=invitation.address,
            about_id=invitation.id,
            body=f"{invitation.text}\n\n{ENCLOSED}",
            enclosed=enclosed,
        )
        invitation.message_id = given.message.id
        make(self.work, invitation, moves.QUEUE)
        return Queued(one_shown(self.work, invitation), hand_code)

    def undo(self, invitation_id: UUID, version: int) -> Any:
        """Take it out of the queue while it has not left; MessageTransitionRefused when it is too late."""
        invitation = to_move(self.work, invitation_id, version, moves.UNDO)
        assert invitation.message_id is not None
        Gateway(self.work).cancel(invitation.message_id)
        return one_shown(self.work, _back(self.work, invitation))

    def _days(self) -> int:
        return value_on(self.work, SettingKey.INVITATION_DAYS, self.work.today) + 1


class InvitationGuard:
    """Asks every hold once more, in the transaction in which an invitation leaves."""

    def refusal(self, work: Work, outgoing: Outgoing) -> str | None:
        """Return why the invitation may not leave, or None."""
        invitation = _of(work, outgoing.about_id)
        if invitation is None or invitation.state != InvitationState.QUEUED:
            return "invitation_not_queued"
        one_leaves(work, invitation)
        seen = situation(work, invitation.case_id, invitation)
        return "invitation_held" if standing_for(seen, Step.SEND, invitation) else None


def after_a_message(work: Work, event: Event) -> None:
    """Deliver an invitation whose message left, or take it back to where it was."""
    assert isinstance(event, MessageSettled)
    if event.kind != KIND or (invitation := _of(work, event.about_id)) is None:
        return
    if invitation.state != InvitationState.QUEUED:
        if event.outcome in _STAYED and invitation.message_id == event.message_id:
            invitation.delivered_at = invitation.expires_at = (
                None  # withdrawn while nobody knew; it did not leave
            )
        return
    if event.outcome in _LEFT:
        _deliver(work, invitation, work.now)
    elif event.outcome in _STAYED:
        _back(work, invitation)


def _deliver(work: Work, invitation: Invitation, now: datetime) -> None:
    days = value_on(work, SettingKey.INVITATION_DAYS, work.today)
    invitation.delivered_at, invitation.expires_at = now, now + timedelta(days=days)
    make(work, invitation, moves.DELIVER)
    if invitation.link_id is not None:
        AccessLinkService(work).prolong(invitation.link_id, invitation.expires_at)
    work.publish(InvitationDelivered(*names_of(work, invitation)))


def _back(work: Work, invitation: Invitation) -> Invitation:
    if invitation.link_id is not None:
        AccessLinkService(work).end(invitation.link_id)
    invitation.link_id = invitation.message_id = invitation.hand_code_hash = None
    invitation.queued_at = None
    return make(work, invitation, moves.UNDO)


def _of(work: Work, invitation_id: UUID | None) -> Invitation | None:
    if invitation_id is None:
        return None
    try:
        return work.get(Invitation, invitation_id)
    except RecordNotFound:
        return None
