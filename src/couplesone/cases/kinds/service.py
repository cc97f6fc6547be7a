"""What can be done with any kind of clinical item: record, list, read, change, and mark as entered in error.

A kind is a subclass that names its table. Where a kind shows more than its own row it says so in ``shown``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar, Generic, TypeVar
from uuid import UUID

from couplesone.cases.access import case_to_write, item_for, item_to_change
from couplesone.cases.items import ClinicalItem
from couplesone.cases.models import Case
from couplesone.cases.records import amend, list_items, mark_in_error, record_item
from couplesone.cases.schemas import ItemInput
from couplesone.kernel.errors import not_in_the_future
from couplesone.persistence.paging import Page, PageRequest
from couplesone.persistence.work import Work
from couplesone.web.schemas import Patch

I = TypeVar("I", bound=ClinicalItem)  # noqa: E741 - the item's own type


class ItemService(Generic[I]):
    """The items of one kind. A day may lie before the case was opened, but never in the future."""

    kind: type[I]
    day: ClassVar[str] = "occurred_on"

    def __init__(self, work: Work) -> None:
        self.work = work

    def record(self, case_id: UUID, content: ItemInput) -> Any:
        """Record an item in a case, today unless it names a day.

        Raises RecordNotFound, CaseClosed, ClientArchived, and DatesOutOfOrder if the day has not come.
        """
        case = case_to_write(self.work, case_id)
        if self.day not in content.model_fields_set:
            content = content.model_copy(update={self.day: self.work.today})
        self._has_come(content)
        return self._one(self.enter(case, content))

    def list(self, case_id: UUID, page: PageRequest) -> Page[Any]:
        """Return the items of a case, newest first, those entered in error among them."""
        found = list_items(self.work, case_id, self.kind, page, day=self.day)
        return Page(self.shown(found.items), found.next_cursor)

    def get(self, item_id: UUID) -> Any:
        """Return one item."""
        return self._one(item_for(self.work, self.kind, item_id))

    def change(self, item_id: UUID, change: Patch, version: int) -> Any:
        """Change an item; the problems of ``item_to_change``, or DatesOutOfOrder if its day has not come."""
        item = item_to_change(self.work, self.kind, item_id, version)
        self._has_come(change)
        return self._one(amend(self.work, item, change))

    def mark_in_error(self, item_id: UUID, reason: str, version: int) -> Any:
        """Mark an item as entered in error: kept, and out of everything that counts."""
        item = item_to_change(self.work, self.kind, item_id, version)
        return self._one(mark_in_error(self.work, item, reason))

    def enter(self, case: Case, content: Any) -> I:
        """Insert the item; a kind that consists of several rows inserts them here."""
        return record_item(self.work, case, self.kind, content)

    def shown(self, items: Sequence[I]) -> Sequence[Any]:
        """Return what the answer shows of the items, in a constant number of statements."""
        return items

    def _one(self, item: I) -> Any:
        return self.shown([item])[0]

    def _has_come(self, content: ItemInput | Patch) -> None:
        not_in_the_future(getattr(content, self.day), self.work.today, f"/{self.day}")
