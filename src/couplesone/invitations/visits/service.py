"""Filing the partner's consent, and recording the visit that needs it."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from couplesone.cases.access import item_for, item_to_change, item_to_write
from couplesone.cases.records import mark_in_error
from couplesone.invitations import moves
from couplesone.invitations.gating import make
from couplesone.invitations.models import Invitation
from couplesone.invitations.visits.errors import CollateralConsentMissing
from couplesone.invitations.visits.models import CollateralConsent, CollateralVisit
from couplesone.invitations.visits.schemas import CollateralConsentCreate, CollateralVisitCreate
from couplesone.kernel.errors import not_in_the_future
from couplesone.persistence.work import Work


class VisitService:
    """The visit of an invitation."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def consent(self, invitation_id: UUID, content: CollateralConsentCreate) -> CollateralConsent:
        """File what the partner signed; CollateralConsentExists, DatesOutOfOrder, CaseClosed."""
        invitation = item_to_write(self.work, Invitation, invitation_id)
        signed_on = content.signed_on or self.work.today
        not_in_the_future(signed_on, self.work.today, "/signed_on")
        return self.work.add(
            CollateralConsent(
                **self._of(invitation),
                text_sha256=content.text_sha256,
                method=content.method.value,
                signed_on=signed_on,
            )
        )

    def get_consent(self, consent_id: UUID) -> CollateralConsent:
        """Return one consent."""
        return item_for(self.work, CollateralConsent, consent_id)

    def void_consent(self, consent_id: UUID, reason: str, version: int) -> CollateralConsent:
        """Mark a consent as entered in error; a visit then waits for another."""
        return mark_in_error(
            self.work, item_to_change(self.work, CollateralConsent, consent_id, version), reason
        )

    def attend(self, invitation_id: UUID, content: CollateralVisitCreate) -> CollateralVisit:
        """Record that the partner came: CollateralConsentMissing unless the consent was signed by then.

        Raises InvitationTransitionRefused unless a visit was agreed on, DatesOutOfOrder, CaseClosed.
        """
        invitation = item_to_write(self.work, Invitation, invitation_id)
        visited_on = content.visited_on or self.work.today
        not_in_the_future(visited_on, self.work.today, "/visited_on")
        moves.after(moves.ATTEND, invitation.state_at(self.work.now))
        signed = select(CollateralConsent.id).where(
            CollateralConsent.invitation_id == invitation.id,
            CollateralConsent.entered_in_error_at.is_(None),
            CollateralConsent.signed_on <= visited_on,
        )
        if self.work.db.scalar(signed) is None:
            raise CollateralConsentMissing
        visit = self.work.add(
            CollateralVisit(
                **self._of(invitation),
                visited_on=visited_on,
                format=content.format.value,
                voluntariness=content.voluntariness,
                engagement=content.engagement,
                note=content.note,
            )
        )
        make(self.work, invitation, moves.ATTEND)
        return visit

    def get_visit(self, visit_id: UUID) -> CollateralVisit:
        """Return one visit."""
        return item_for(self.work, CollateralVisit, visit_id)

    def _of(self, invitation: Invitation) -> dict[str, UUID]:
        return {
            "case_id": invitation.case_id,
            "client_id": invitation.client_id,
            "recorded_by": self.work.staff_id,
            "invitation_id": invitation.id,
        }
