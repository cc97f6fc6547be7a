"""What ends whatever is under way, at once and in the same transaction (invariants 2 and 15)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select

from couplesone.access_links.service import AccessLinkService
from couplesone.cases.events import CaseClosed, DoNotContactRecorded, PartnerLeftOut
from couplesone.clients.codes import ConsentKind
from couplesone.clients.events import (
    ClientMerged,
    ClientPutAway,
    ConsentRevoked,
    PartnerBecameClient,
    PartnerEnteredInError,
)
from couplesone.clients.overview import consent_to_contact
from couplesone.invitations import moves
from couplesone.invitations.events import InvitationWithdrawn
from couplesone.invitations.gating import make, names_of
from couplesone.invitations.models import Invitation
from couplesone.kernel.events import Event
from couplesone.messages.gateway import Gateway
from couplesone.persistence.work import Work
from couplesone.practices.codes import SettingKey
from couplesone.practices.settings import value_on
from couplesone.safety.events import SafetyFlagRaised
from couplesone.safety.overview import is_flagged, violence_released_at

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


def after_a_partner_left_out(work: Work, event: Event) -> None:
    """Take back whatever is under way in a case that names another partner now, or is in error."""
    assert isinstance(event, PartnerLeftOut)
    revoke(work, Invitation.case_id == event.case_id)


def after_a_client_put_away(work: Work, event: Event) -> None:
    """Take back whatever is under way of a client whose file was put away."""
    assert isinstance(event, ClientPutAway)
    revoke(work, Invitation.client_id == event.client_id)


def after_a_partner_in_error(work: Work, event: Event) -> None:
    """Take back whatever is under way to somebody who was entered in error."""
    assert isinstance(event, PartnerEnteredInError)
    revoke(work, Invitation.partner_id == event.partner_id)


def after_a_partner_became_client(work: Work, event: Event) -> None:
    """Take back whatever is under way to a partner who is in treatment here now: they are spoken with there."""
    assert isinstance(event, PartnerBecameClient)
    revoke(work, Invitation.partner_id == event.partner_id)


def after_a_merge(work: Work, event: Event) -> None:
    """Take back whatever is under way of a client whose other file tells of danger.

    That is a flag, or violence after whose release the client has not consented anew.
    """
    assert isinstance(event, ClientMerged)
    released = violence_released_at(Invitation.client_id)
    consented = consent_to_contact(Invitation.client_id, Invitation.partner_id)
    stale = and_(released.is_not(None), or_(consented.is_(None), consented < released))
    revoke(
        work, and_(Invitation.client_id == event.survivor_id, or_(is_flagged(Invitation.client_id), stale))
    )


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
        close_door(work, invitation)
    return [one.id for one in ended]


def close_door(work: Work, invitation: Invitation) -> None:
    """End what opens an invitation that is off, and keep back what has not left.

    One that is just leaving, or of which nobody knows whether it left, counts as delivered: the partner may have it,
    and is not written to once more. If it turns out that it did not leave, it counts no longer (``sending.py``).
    """
    if invitation.link_id is not None:
        AccessLinkService(work).end(invitation.link_id)
    gateway = Gateway(work)
    gateway.cancel_about(invitation.id)
    if (
        invitation.delivered_at is None
        and gateway.perhaps_left(invitation.id)
        and not _another_was_delivered(work, invitation)
    ):
        days = value_on(work, SettingKey.INVITATION_DAYS, work.today)
        invitation.delivered_at, invitation.expires_at = work.now, work.now + timedelta(days=days)
        work.flush()
    work.publish(InvitationWithdrawn(*names_of(work, invitation)))


def _another_was_delivered(work: Work, invitation: Invitation) -> bool:
    """Say whether the partner is known to have had one, of another case: then it does not count twice."""
    found = select(Invitation.id).where(
        Invitation.client_id == invitation.client_id,
        Invitation.partner_id == invitation.partner_id,
        Invitation.delivered_at.is_not(None),
    )
    return work.db.scalar(found.limit(1)) is not None


ENDED_BY: Final[Mapping[type[Event], tuple[Callable[[Work, Event], None], ...]]] = {
    SafetyFlagRaised: (after_a_flag,),
    ConsentRevoked: (after_a_revoked_consent,),
    DoNotContactRecorded: (after_do_not_contact,),
    PartnerLeftOut: (after_a_partner_left_out,),
    PartnerEnteredInError: (after_a_partner_in_error,),
    PartnerBecameClient: (after_a_partner_became_client,),
    ClientPutAway: (after_a_client_put_away,),
}
"""What ends what is under way, beside a closed case and merged clients, at which other rooms do something too."""
