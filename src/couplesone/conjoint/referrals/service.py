"""Referring a client and the partner to work with both. To another therapist, unless there are reasons in writing."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from couplesone.cases.access import case_to_write, item_for, item_to_change
from couplesone.cases.records import Shown, list_items, mark_in_error
from couplesone.clients.care_team.case_team import knows_one_alone
from couplesone.conjoint.codes import ReferralOrigin, ReferredTo
from couplesone.conjoint.errors import BothConsentsNeeded, ConjointNotAsked
from couplesone.conjoint.models import ConjointReferral
from couplesone.conjoint.referrals.schemas import ConjointReferralCreate, SignedPaper
from couplesone.identity.errors import StaffDeactivated
from couplesone.identity.queries import staff_for_care
from couplesone.invitations.visits.closing import closed_with_a_referral
from couplesone.kernel.errors import RecordNotFound, invalid_field, not_in_the_future
from couplesone.kernel.permissions import Role
from couplesone.persistence.constraints import LinkedRecordMissing
from couplesone.persistence.paging import Page, PageRequest
from couplesone.persistence.work import Work
from couplesone.plans.inviting import request_of_partner


class ConjointReferralService:
    """The referrals of a case. What is not more than recorded asks nothing of anybody."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def record(self, case_id: UUID, content: ConjointReferralCreate) -> Shown:
        """Record a referral.

        Raises CaseClosed, ClientArchived, ConjointNotAsked, BothConsentsNeeded, LinkedRecordMissing,
        StaffDeactivated, ValidationFailed and DatesOutOfOrder.
        """
        case = case_to_write(self.work, case_id)
        origin = self._origin(case.id, content)
        if case.partner_id is None:
            raise ConjointNotAsked
        occurred_on = content.occurred_on if "occurred_on" in content.model_fields_set else self.work.today
        not_in_the_future(occurred_on, self.work.today, "/occurred_on")
        self._within(case.client_id, content)
        client_paper, client_day = self._paper(content.client_paper, "/client_paper/signed_on")
        partner_paper, partner_day = self._paper(content.partner_paper, "/partner_paper/signed_on")
        referral = ConjointReferral(
            case_id=case.id,
            client_id=case.client_id,
            partner_id=case.partner_id,
            recorded_by=self.work.staff_id,
            about=content.about.value,
            confided_by=content.confided_by.value,
            visibility=content.visibility.value,
            occurred_on=occurred_on,
            origin=origin.value,
            invitation_id=content.invitation_id,
            response_id=content.response_id,
            referred_to=content.referred_to.value,
            to_staff_id=content.to_staff_id,
            to_whom=content.to_whom,
            rationale=content.rationale,
            client_paper_sha256=client_paper,
            client_signed_on=client_day,
            partner_paper_sha256=partner_paper,
            partner_signed_on=partner_day,
        )
        return _shown(self.work.add(referral))

    def list(self, case_id: UUID, page: PageRequest) -> Page[Shown]:
        """Return the referrals of a case, newest first."""
        found = list_items(self.work, case_id, ConjointReferral, page)
        return Page([_shown(one) for one in found.items], found.next_cursor)

    def get(self, referral_id: UUID) -> Shown:
        """Return one referral."""
        return _shown(item_for(self.work, ConjointReferral, referral_id))

    def mark_in_error(self, referral_id: UUID, reason: str, version: int) -> Shown:
        """Mark a referral as entered in error; a conjoint case that it opened stays."""
        referral = item_to_change(self.work, ConjointReferral, referral_id, version)
        return _shown(mark_in_error(self.work, referral, reason))

    def _origin(self, case_id: UUID, content: ConjointReferralCreate) -> ReferralOrigin:
        if (content.invitation_id is None) == (content.response_id is None):
            raise invalid_field("/invitation_id", "one_origin", "Name either the visit or the event.")
        try:
            if content.invitation_id is not None:
                asked = closed_with_a_referral(self.work, content.invitation_id, case_id)
                origin = ReferralOrigin.VISIT
            else:
                assert content.response_id is not None
                asked = request_of_partner(self.work, content.response_id, case_id) is not None
                origin = ReferralOrigin.PARTNER_ASKED
        except RecordNotFound:
            raise LinkedRecordMissing from None
        if not asked:
            raise ConjointNotAsked
        return origin

    def _within(self, client_id: UUID, content: ConjointReferralCreate) -> None:
        """Keep what leads to somebody of the practice to what both signed."""
        same = content.referred_to is ReferredTo.SAME_THERAPIST
        if same and (content.to_staff_id is not None or content.to_whom is not None):
            raise invalid_field("/to_staff_id", "same_therapist", "The same therapist is nobody else.")
        if content.to_staff_id is not None:
            staff = staff_for_care(self.work, content.to_staff_id)
            if staff is None or Role.THERAPIST not in staff.roles:
                raise LinkedRecordMissing
            if not staff.active:
                raise StaffDeactivated
        if not same and content.to_staff_id is None:
            return
        if content.to_staff_id is not None and knows_one_alone(self.work, [client_id], content.to_staff_id):
            raise BothConsentsNeeded  # the client's own therapist: same_therapist, with the reasons
        if content.client_paper is None or content.partner_paper is None or (same and not content.rationale):
            raise BothConsentsNeeded

    def _paper(self, paper: SignedPaper | None, pointer: str) -> tuple[str | None, date | None]:
        if paper is None:
            return None, None
        not_in_the_future(paper.signed_on, self.work.today, pointer)
        return paper.sha256, paper.signed_on


def _shown(referral: ConjointReferral) -> Shown:
    def paper(sha256: str | None, signed_on: date | None) -> dict[str, Any] | None:
        return None if sha256 is None else {"sha256": sha256, "signed_on": signed_on}

    return Shown(
        referral,
        client_paper=paper(referral.client_paper_sha256, referral.client_signed_on),
        partner_paper=paper(referral.partner_paper_sha256, referral.partner_signed_on),
    )
