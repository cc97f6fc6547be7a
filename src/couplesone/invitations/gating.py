"""Asking the gate for an invitation, and refusing with all that stands in the way."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from functools import partial
from uuid import UUID

from couplesone.cases.access import client_of, item_to_write
from couplesone.invitations import moves
from couplesone.invitations.codes import TOLD_AS, Hold, Step
from couplesone.invitations.facts import Situation, situation
from couplesone.invitations.holds import Standing, gate
from couplesone.invitations.models import HeldAttempt, Invitation
from couplesone.invitations.shown import held, veiled
from couplesone.persistence.work import Work


def standing_for(
    seen: Situation, step: Step, invitation: Invitation | None, veiled: Collection[Hold] = ()
) -> tuple[Standing, ...]:
    """Return what stands in the way of an invitation, or before there is one of whatever could be written now."""
    asked = _asked(seen, invitation)
    return gate(seen.facts, step, partner_asked=asked, overridden=seen.overridden, veiled=veiled)


def _asked(seen: Situation, invitation: Invitation | None) -> bool:
    """Say whether the partner asked to come; what went out by that stays so, whatever is found of the event later."""
    if invitation is None:
        return seen.partner_asked_id is not None
    if invitation.delivered_at is not None:
        return invitation.partner_event_id is not None
    return invitation.partner_event_id in seen.requests


def require(work: Work, invitation: Invitation, step: Step) -> None:
    """Raise InvitationHeld if anything stands in the way of an invitation at a step."""
    if step is Step.SEND:
        one_leaves(work, invitation)
    seen = situation(work, invitation.case_id, invitation)
    hidden = veiled(work, invitation.case_id, seen.facts)
    refuse_if(work, invitation.case_id, standing_for(seen, step, invitation, hidden))


def one_leaves(work: Work, invitation: Invitation) -> None:
    """Let two invitations of one partner, of two cases, leave after each other: the second sees the first."""
    work.wait_for_lock(f"invitation of {invitation.partner_id}")


def refuse_if(work: Work, case_id: UUID, standing: tuple[Standing, ...]) -> None:
    """Raise InvitationHeld with what stands in the way, if anything does."""
    if standing:
        work.if_refused(partial(_remember, case_id=case_id, standing=standing, met_at=work.now))
        raise held(work, case_id, standing)


def _remember(work: Work, *, case_id: UUID, standing: tuple[Standing, ...], met_at: datetime) -> None:
    """Keep of a refused attempt what stood in its way, for figures of the practice."""
    reasons = sorted({TOLD_AS.get(one.hold, one.hold).value for one in standing})
    client_id = client_of(work, case_id)
    attempts = [
        HeldAttempt(case_id=case_id, client_id=client_id, met_at=met_at, reason=reason) for reason in reasons
    ]
    work.add_all(attempts)


def to_move(work: Work, invitation_id: UUID, version: int, move: str) -> Invitation:
    """Return an invitation of an open case that may make the move.

    Raises RecordNotFound, CaseClosed, ClientArchived, VersionStale, InvitationTransitionRefused.
    """
    invitation = item_to_write(work, Invitation, invitation_id)
    invitation.expect(version)
    moves.after(move, invitation.state_at(work.now))
    return invitation


def make(work: Work, invitation: Invitation, move: str) -> Invitation:
    """Make the move; InvitationTransitionRefused."""
    invitation.state = moves.after(move, invitation.state_at(work.now)).value
    work.flush()
    return invitation


def names_of(work: Work, invitation: Invitation) -> tuple[UUID, UUID, UUID, UUID]:
    """Return the ids by which an event names an invitation."""
    return work.practice_id, invitation.case_id, invitation.client_id, invitation.id
