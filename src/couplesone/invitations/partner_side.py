"""What the partner can do, who has no account: read, ask, and answer once.

An answer is kept beside the invitation and changes nothing that anybody else could see, unless it is yes. Whoever
holds the link is met by the same closed page whether it was answered, withdrawn, has run out, or never was.
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
    """Keep the partner's answer; only a yes moves the invitation."""
    work.add(
        PartnerReply(
            invitation_id=invitation.id,
            partner_id=invitation.partner_id,
            answer=said.value,
            replied_at=work.now,
            words=words,
            may_be_read=may_be_read,
        )
    )
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
