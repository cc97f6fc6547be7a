"""What ends whatever is under way, at once and in the same transaction (invariants 2 and 15)."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import ColumnElement, select

from couplesone.access_links.service import AccessLinkService
from couplesone.cases.events import CaseClosed, DoNotContactRecorded
from couplesone.clients.codes import ConsentKind
from couplesone.clients.events import ConsentRevoked
from couplesone.invitations import moves
from couplesone.invitations.events import InvitationWithdrawn
from couplesone.invitations.gating import make, names_of
from couplesone.invitations.models import Invitation
from couplesone.kernel.events import Event
from couplesone.messages.gateway import Gateway
from couplesone.persistence.work import Work
from couplesone.safety.events import SafetyFlagRaised

_UNDER_WAY = [state.value for state in moves.MOVES[moves.REVOKE]]


def after_a_flag(work: Work, event: Event) -> None:
    """Take back whatever is under way to the partner of a client who is in danger."""
    assert isinstance(event, SafetyFlagRaised)
    revoke(work, Invitation.client_id == event.client_id)


def after_a_closing(work: Work, event: Event) -> None:
    """Take back whatever is under way in a case that was closed."""
    assert isinstance(event, CaseClosed)
    revoke(work, Invitation.case_id == event.case_id)


def after_a_revoked_consent(work: Work, event: Event) -> None:
    """Take back whatever is under way to a partner with whom contact is not agreed to any more."""
    assert isinstance(event, ConsentRevoked)
    if event.kind == ConsentKind.PARTNER_CONTACT:
        revoke(work, Invitation.client_id == event.client_id)


def after_do_not_contact(work: Work, event: Event) -> None:
    """Take back whatever is under way in a case in which somebody is not to be contacted any more."""
    assert isinstance(event, DoNotContactRecorded)
    revoke(work, Invitation.case_id == event.case_id)


def revoke(work: Work, which: ColumnElement[bool]) -> list[UUID]:
    """End the invitations under way that are meant, and what opens them; return their ids."""
    found = work.db.scalars(
        select(Invitation).where(which, Invitation.state.in_(_UNDER_WAY)).with_for_update()
    ).all()
    ended = [one for one in found if one.state_at(work.now) in moves.MOVES[moves.REVOKE]]
    for invitation in ended:
        make(work, invitation, moves.REVOKE)
        if invitation.link_id is not None:
            AccessLinkService(work).end(invitation.link_id)
        Gateway(work).cancel_about(invitation.id)
        work.publish(InvitationWithdrawn(*names_of(work, invitation)))
    return [one.id for one in ended]
