"""The no-secrets agreement: each signs, and each may withdraw."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sqlalchemy import select

from couplesone.conjoint.access import conjoint_for, conjoint_to_write, of_conjoint
from couplesone.conjoint.agreements.schemas import ConjointAgreementCreate
from couplesone.conjoint.errors import AgreementWithdrawn
from couplesone.conjoint.models import ConjointAgreement
from couplesone.kernel.errors import not_in_the_future
from couplesone.persistence.paging import Page, PageRequest, keyset, page_of
from couplesone.persistence.work import Work


class AgreementService:
    """The agreements of a conjoint case, those that were withdrawn among them."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def sign(self, conjoint_case_id: UUID, content: ConjointAgreementCreate) -> ConjointAgreement:
        """Record that one of the two signed.

        Raises ConjointClosed, NotOneOfTheTwo, AgreementExists, DatesOutOfOrder.
        """
        both = conjoint_to_write(self.work, conjoint_case_id)
        part = both.part_of(content.client_id)
        signed_on = content.signed_on or self.work.today
        not_in_the_future(signed_on, self.work.today, "/signed_on")
        return self.work.add(
            ConjointAgreement(
                conjoint_case_id=both.case.id,
                client_id=part.client_id,
                text_sha256=content.text_sha256,
                paper_sha256=content.paper_sha256,
                method=content.method.value,
                signed_on=signed_on,
                recorded_by=self.work.staff_id,
            )
        )

    def list(self, conjoint_case_id: UUID, page: PageRequest) -> Page[ConjointAgreement]:
        """Return the agreements, the last signed first."""
        both = conjoint_for(self.work, conjoint_case_id)
        statement = select(ConjointAgreement).where(ConjointAgreement.conjoint_case_id == both.case.id)
        day = ConjointAgreement.signed_on
        statement = keyset(
            statement, page, day, ConjointAgreement.id, parse=date.fromisoformat, descending=True
        )
        rows = self.work.db.scalars(statement).all()
        return page_of(rows, page, lambda one: (one.signed_on, one.id))

    def get(self, agreement_id: UUID) -> ConjointAgreement:
        """Return one agreement."""
        return of_conjoint(self.work, ConjointAgreement, agreement_id)

    def withdraw(self, agreement_id: UUID, version: int) -> ConjointAgreement:
        """Record that one of the two takes their signature back: nothing joint is recorded until they sign anew."""
        agreement = self.get(agreement_id)
        agreement.expect(version)
        if agreement.withdrawn_at is not None:
            raise AgreementWithdrawn
        agreement.withdrawn_at = self.work.now
        self.work.flush()
        return agreement
