"""What other rooms may ask about how a visit closed."""

from __future__ import annotations

from uuid import UUID

from couplesone.cases.access import item_for
from couplesone.invitations.codes import VisitClosing
from couplesone.invitations.models import Invitation
from couplesone.persistence.work import Work


def closed_with_a_referral(work: Work, invitation_id: UUID, case_id: UUID) -> bool:
    """Say whether an invitation of the case closed with the wish of both to go on together.

    RecordNotFound for an invitation that the asker may not know of.
    """
    found = item_for(work, Invitation, invitation_id)
    return (
        found.case_id == case_id
        and found.entered_in_error_at is None
        and found.closing == VisitClosing.CONJOINT_REFERRAL.value
    )
