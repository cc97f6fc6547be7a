"""What the partner can do, who has no account: read, ask, and answer.

An answer is kept beside the invitation and changes nothing that anybody else could see, not even by the same link,
unless it is yes; until then the partner may answer otherwise. Whoever holds the link is met by the same closed page
whether the answer was yes, it was withdrawn, has run out, or never was.
"""

from __future__ import annotations

import hmac
from uuid import UUID

from sqlalchemy import func, select, update

from couplesone.access_links.errors import LinkNotValid
from couplesone.access_links.service import AccessLink
from couplesone.invitations import moves
from couplesone.invitations.codes import Delivery, InvitationState, PartnerAnswer
from couplesone.invitations.events import InvitationAccepted
from couplesone.invitations.gating import make, names_of
from couplesone.invitations.models import (
    MAX_HAND_CODE_TRIES,
    PartnerQuestion,
    PartnerReply,
)
from couplesone.invitations.models import Invitation as Invitation
from couplesone.invitations.revoking import revoke
from couplesone.messages import do_not_contact
from couplesone.persistence.work import Work

MAX_QUESTIONS = 3
"""Questions that can be asked by one invitation."""


def invitation_of(work: Work, link: AccessLink) -> Invitation:
    """Return the delivered invitation that a link opens; LinkNotValid for any other. Locked until the end."""
    invitation = work.db.scalar(select(Invitation).where(Invitation.link_id == link.id).with_for_update())
    if invitation is None or invitation.state_at(work.now) is not InvitationState.DELIVERED:
        raise LinkNotValid
    return invitation


def answer(
    work: Work, invitation: Invitation, said: PartnerAnswer, words: str | None, *, may_be_read: bool
) -> None:
    """Keep the partner's answer, in place of an earlier one; only a yes moves the invitation, and ends it.

    Any other leaves the page as it was, so that whoever holds the link too cannot try out what was answered.
    """
    found = select(PartnerReply).where(PartnerReply.invitation_id == invitation.id)
    reply = work.db.scalar(found)
    if reply is None:
        reply = PartnerReply(invitation_id=invitation.id, partner_id=invitation.partner_id)
    reply.answer, reply.replied_at = said.value, work.now
    reply.words, reply.may_be_read = words, may_be_read
    work.add(reply)
    if said is PartnerAnswer.NEVER:
        by_mail = invitation.delivery == Delivery.EMAIL
        do_not_contact.note(
            work,
            partner_id=invitation.partner_id,
            email=invitation.address if by_mail else None,
            postal_address=None if by_mail else invitation.address,
        )
    if said is PartnerAnswer.ACCEPTED:
        invitation.accepted_at = work.now
        make(work, invitation, moves.ACCEPT)
        work.publish(InvitationAccepted(*names_of(work, invitation)))


def hand_code_hash(work: Work, invitation_id: UUID, code: str) -> bytes:
    """Return what is kept of the six digits that the client hands over: keyed, because they could be tried out."""
    return work.keyring.token("six digits of an invitation", f"{invitation_id} {code}")


def is_let_in(work: Work, invitation: Invitation, typed: str) -> bool:
    """Say whether what was typed lets the partner in: the six digits, where the practice sent the invitation."""
    expected = invitation.hand_code_hash
    if expected is None:
        return True
    return hmac.compare_digest(hand_code_hash(work, invitation.id, "".join(typed.split())), expected)


def count_wrong_code(work: Work, invitation: Invitation) -> bool:
    """Count wrong digits; False if they were the last ones that were taken, and the invitation is withdrawn.

    Counted past the version and the time of change that staff are shown: nobody learns that the page was opened.
    """
    counted = (
        update(Invitation)
        .where(Invitation.id == invitation.id, Invitation.hand_code_tries < MAX_HAND_CODE_TRIES)
        .values(hand_code_tries=Invitation.hand_code_tries + 1)
        .returning(Invitation.hand_code_tries)
        .execution_options(synchronize_session=False)
    )
    tries = work.db.scalar(counted)
    if tries is not None and tries < MAX_HAND_CODE_TRIES:
        return True
    revoke(work, Invitation.id == invitation.id)
    return False


def ask(work: Work, invitation: Invitation, words: str) -> bool:
    """Keep a question for the treating clinician; False if there are as many as are taken."""
    asked = select(func.count(PartnerQuestion.id)).where(PartnerQuestion.invitation_id == invitation.id)
    if (work.db.scalar(asked) or 0) >= MAX_QUESTIONS:
        return False
    work.add(
        PartnerQuestion(
            invitation_id=invitation.id, partner_id=invitation.partner_id, asked_at=work.now, words=words
        )
    )
    return True
