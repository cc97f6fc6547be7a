"""Recording hopes."""

from __future__ import annotations

from uuid import UUID

from couplesone.cases.access import case_to_write, item_for, item_to_change
from couplesone.cases.hopes.schemas import HopeChange, HopeCreate
from couplesone.cases.models import Hope
from couplesone.cases.records import amend, list_items, mark_in_error, record_item
from couplesone.kernel.errors import not_in_the_future
from couplesone.persistence.paging import Page, PageRequest
from couplesone.persistence.work import Work


class HopeService:
    """Hopes of a case."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def record(self, case_id: UUID, hope: HopeCreate) -> Hope:
        """Record a hope; DatesOutOfOrder if its day has not come."""
        case = case_to_write(self.work, case_id)
        not_in_the_future(hope.occurred_on, self.work.today, "/occurred_on")
        return record_item(self.work, case, Hope, hope)

    def list(self, case_id: UUID, page: PageRequest) -> Page[Hope]:
        """Return the hopes of a case, newest first."""
        return list_items(self.work, case_id, Hope, page)

    def get(self, hope_id: UUID) -> Hope:
        """Return one hope."""
        return item_for(self.work, Hope, hope_id)

    def change(self, hope_id: UUID, change: HopeChange, version: int) -> Hope:
        """Change a hope."""
        hope = item_to_change(self.work, Hope, hope_id, version)
        not_in_the_future(change.occurred_on, self.work.today, "/occurred_on")
        return amend(self.work, hope, change)

    def mark_in_error(self, hope_id: UUID, reason: str, version: int) -> Hope:
        """Mark a hope as entered in error: kept, and out of everything that counts."""
        return mark_in_error(self.work, item_to_change(self.work, Hope, hope_id, version), reason)
