"""Writing and reading the safety plan."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from sqlalchemy import func, select

from couplesone.cases.access import case_for, case_to_write, item_for, item_to_change, readable
from couplesone.cases.codes import Visibility
from couplesone.cases.records import mark_in_error, record_item
from couplesone.kernel.errors import RecordNotFound, not_in_the_future
from couplesone.persistence.paging import Page, PageRequest, keyset, page_of, whole_number
from couplesone.persistence.work import Work
from couplesone.safety.errors import SafetyPlanEmpty
from couplesone.safety.safety_plan.models import SafetyPlan
from couplesone.safety.safety_plan.schemas import SafetyPlanWrite

PARTS: Final = (
    "warning_signs",
    "own_coping",
    "people",
    "places",
    "professional_contacts",
    "safe_communication",
)


class SafetyPlanService:
    """The safety plan of a case: versions, none of which changes."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def write(self, case_id: UUID, content: SafetyPlanWrite) -> SafetyPlan:
        """Write the next version.

        Raises RecordNotFound, CaseClosed, ClientArchived, SafetyPlanEmpty, SafetyPlanRaced, DatesOutOfOrder.
        """
        case = case_to_write(self.work, case_id)
        if not any(getattr(content, part) for part in PARTS):
            raise SafetyPlanEmpty
        if "agreed_on" not in content.model_fields_set:
            content = content.model_copy(update={"agreed_on": self.work.today})
        not_in_the_future(content.agreed_on, self.work.today, "/agreed_on")
        last = self.work.db.scalar(select(func.max(SafetyPlan.number)).where(SafetyPlan.case_id == case.id))
        private = Visibility.CLINICIAN_PRIVATE.value
        number = (last or 0) + 1
        return record_item(self.work, case, SafetyPlan, content, visibility=private, number=number)

    def current(self, case_id: UUID) -> SafetyPlan:
        """Return the version that holds; RecordNotFound if there is none."""
        case = case_for(self.work, case_id)
        versions = select(SafetyPlan).where(
            SafetyPlan.case_id == case.id, SafetyPlan.entered_in_error_at.is_(None)
        )
        plan = self.work.db.scalar(versions.order_by(SafetyPlan.number.desc()).limit(1))
        if plan is None:
            raise RecordNotFound
        return plan

    def versions(self, case_id: UUID, page: PageRequest) -> Page[SafetyPlan]:
        """Return every version, the latest first, those entered in error among them."""
        case = case_for(self.work, case_id)
        statement = select(SafetyPlan).where(SafetyPlan.case_id == case.id, readable(self.work, SafetyPlan))
        statement = keyset(
            statement, page, SafetyPlan.number, SafetyPlan.id, parse=whole_number, descending=True
        )
        self.work.keyring.load([case.client_id])
        rows = self.work.db.scalars(statement).all()
        return page_of(rows, page, lambda plan: (plan.number, plan.id))

    def get(self, plan_id: UUID) -> SafetyPlan:
        """Return one version."""
        return item_for(self.work, SafetyPlan, plan_id)

    def mark_in_error(self, plan_id: UUID, reason: str, version: int) -> SafetyPlan:
        """Mark a version as entered in error: kept, and the one before it holds again."""
        return mark_in_error(self.work, item_to_change(self.work, SafetyPlan, plan_id, version), reason)
