"""Reading what the partner wrote to the treating clinician: nobody else may, and each reading is audited."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from couplesone.cases.access import item_for
from couplesone.invitations.models import Invitation, PartnerQuestion, PartnerReply
from couplesone.invitations.schemas import PartnerWordsOut, QuestionOut
from couplesone.persistence.work import Work


def words_of(work: Work, invitation_id: UUID) -> PartnerWordsOut:
    """Return the questions, and the words beside an answer that may be read; not what the answer was."""
    invitation = item_for(work, Invitation, invitation_id)
    work.keyring.load([invitation.partner_id])
    asked = select(PartnerQuestion).where(PartnerQuestion.invitation_id == invitation.id)
    reply = select(PartnerReply).where(
        PartnerReply.invitation_id == invitation.id, PartnerReply.may_be_read.is_(True)
    )
    said = work.db.scalar(reply)
    work.audit("read_partner_words", invitation.id)
    return PartnerWordsOut(
        id=invitation.id,
        questions=[
            QuestionOut(asked_at=one.asked_at, words=one.words)
            for one in work.db.scalars(asked.order_by(PartnerQuestion.asked_at, PartnerQuestion.id))
        ],
        words=said.words if said else None,
    )
