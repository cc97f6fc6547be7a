"""Offering referrals, and what the client answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from couplesone.cases.access import case_to_write, item_for, item_to_change, standing_of
from couplesone.cases.codes import Visibility
from couplesone.cases.records import Shown, list_items, mark_in_error, record_item
from couplesone.kernel.errors import not_before, not_in_the_future
from couplesone.kernel.permissions import Permission
from couplesone.persistence.paging import Page, PageRequest
from couplesone.persistence.work import Work
from couplesone.safety.codes import ReferralStatus
from couplesone.safety.referrals.models import SafetyReferral
from couplesone.safety.referrals.moves import ReferralMove, actions, after
from couplesone.safety.referrals.schemas import ReferralOffer


class ReferralService:
    """The safety referrals of a case (S2.54)."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def offer(self, case_id: UUID, content: ReferralOffer) -> Shown:
        """Offer the client help elsewhere. Raises RecordNotFound, CaseClosed, ClientArchived, DatesOutOfOrder."""
        case = case_to_write(self.work, case_id)
        if "offered_on" not in content.model_fields_set:
            content = content.model_copy(update={"offered_on": self.work.today})
        not_in_the_future(content.offered_on, self.work.today, "/offered_on")
        private, status = Visibility.CLINICIAN_PRIVATE.value, ReferralStatus.OFFERED.value
        return self._one(
            record_item(self.work, case, SafetyReferral, content, visibility=private, status=status)
        )

    def list(self, case_id: UUID, page: PageRequest) -> Page[Shown]:
        """Return the referrals of a case, the latest first."""
        found = list_items(self.work, case_id, SafetyReferral, page, day="offered_on")
        return Page(self._shown(found.items), found.next_cursor)

    def get(self, referral_id: UUID) -> Shown:
        """Return one referral."""
        return self._one(item_for(self.work, SafetyReferral, referral_id))

    def move(self, referral_id: UUID, move: ReferralMove, occurred_on: date | None, version: int) -> Shown:
        """Record the client's answer, or that the service was used.

        Raises ReferralTransitionRefused, DatesOutOfOrder, and the problems of ``item_to_change``.
        """
        referral = item_to_change(self.work, SafetyReferral, referral_id, version)
        status = after(move, referral)
        day = occurred_on or self.work.today
        not_in_the_future(day, self.work.today, "/occurred_on")
        not_before(day, referral.answered_on or referral.offered_on, "/occurred_on")
        if move is ReferralMove.COMPLETE:
            referral.done_on = day
        else:
            referral.answered_on = day
        referral.status = status
        self.work.flush()
        return self._one(referral)

    def mark_in_error(self, referral_id: UUID, reason: str, version: int) -> Shown:
        """Mark a referral as entered in error: kept, and out of everything that counts."""
        referral = item_to_change(self.work, SafetyReferral, referral_id, version)
        return self._one(mark_in_error(self.work, referral, reason))

    def _one(self, referral: SafetyReferral) -> Shown:
        return self._shown([referral])[0]

    def _shown(self, referrals: Sequence[SafetyReferral]) -> Sequence[Shown]:
        if not referrals:
            return []
        refusal = standing_of(self.work, referrals[0].case_id, Permission.SAFETY_WRITE).refusal
        return [Shown(referral, actions=actions(referral, refusal)) for referral in referrals]
