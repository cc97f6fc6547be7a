"""Boundaries and their logs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, select

from couplesone.cases.access import case_for, item_for, item_to_change, item_to_write, open_to, readable
from couplesone.cases.formulation.boundaries.models import Boundary, BoundaryEvent
from couplesone.cases.formulation.boundaries.own_act import (
    note_confirmation,
    require_client_acts,
    settled_wording,
)
from couplesone.cases.formulation.boundaries.schemas import (
    BoundaryChange,
    BoundaryCreate,
    BoundaryEventCreate,
)
from couplesone.cases.formulation.codes import BoundaryOutcome
from couplesone.cases.kinds.service import ItemService
from couplesone.cases.models import Case
from couplesone.cases.records import Shown, mark_in_error, record_item
from couplesone.kernel.errors import invalid_field, not_in_the_future
from couplesone.persistence.paging import Page, PageRequest, keyset, page_of
from couplesone.persistence.work import Work

_ABOUT_THE_WORDING: Final = ("acting_person", "wording_confirmation")


class BoundaryService(ItemService[Boundary]):
    """Boundaries of a case."""

    kind = Boundary
    day = "set_on"

    def enter(self, case: Case, content: BoundaryCreate) -> Boundary:
        """Insert the boundary; BoundaryCommandsPartner, ConfirmationNeedsClinician as ``own_act`` says."""
        require_client_acts(content.acting_person)
        wording = settled_wording(self.work, case, content.my_action_if_crossed, content.wording_confirmation)
        boundary = record_item(self.work, case, Boundary, content, **wording)
        note_confirmation(self.work, boundary)
        return boundary

    def change(self, item_id: UUID, change: BoundaryChange, version: int) -> Any:  # type: ignore[override]
        """Change a boundary; the problems of setting one."""
        boundary = item_to_change(self.work, Boundary, item_id, version)
        require_client_acts(change.acting_person)
        self._has_come(change)
        sent = change.changes()
        members = {name: value for name, value in sent.items() if name not in _ABOUT_THE_WORDING}
        if (
            members.get("my_action_if_crossed", boundary.my_action_if_crossed)
            != boundary.my_action_if_crossed
        ):
            case = case_for(self.work, boundary.case_id)
            members |= settled_wording(
                self.work, case, change.my_action_if_crossed, change.wording_confirmation
            )
        for name, value in members.items():
            setattr(boundary, name, value)
        self.work.flush()
        if "wording_rule" in members:
            note_confirmation(self.work, boundary)
        return self._one(boundary)

    def shown(self, items: Sequence[Boundary]) -> Sequence[Any]:
        """Count of each boundary how often it was honoured, crossed and acted on: one statement."""
        honoured: Counter[UUID] = Counter()
        crossed: Counter[UUID] = Counter()
        acted: Counter[UUID] = Counter()
        statement = select(
            BoundaryEvent.boundary_id, BoundaryEvent.outcome, BoundaryEvent.acted, func.count()
        ).where(
            BoundaryEvent.boundary_id.in_([item.id for item in items]),
            BoundaryEvent.entered_in_error_at.is_(None),
            open_to(self.work.staff_id, BoundaryEvent),
        )
        grouped = statement.group_by(BoundaryEvent.boundary_id, BoundaryEvent.outcome, BoundaryEvent.acted)
        for boundary_id, outcome, did, number in self.work.db.execute(grouped):
            (honoured if outcome == BoundaryOutcome.HONOURED else crossed)[boundary_id] += number
            acted[boundary_id] += number if did else 0
        return [
            Shown(
                item,
                honoured_count=honoured[item.id],
                crossed_count=crossed[item.id],
                acted_count=acted[item.id],
            )
            for item in items
        ]


class BoundaryLog:
    """On which days a boundary was honoured or crossed."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def record(self, boundary_id: UUID, content: BoundaryEventCreate) -> BoundaryEvent:
        """Note that a limit was honoured or crossed.

        Raises RecordNotFound, CaseClosed, ClientArchived, ItemInError (of the boundary), DatesOutOfOrder, and
        ValidationFailed where ``acted`` is said of a limit that was honoured.
        """
        boundary = item_to_write(self.work, Boundary, boundary_id)
        if content.outcome is BoundaryOutcome.HONOURED and content.acted is not None:
            raise invalid_field("/acted", "not_crossed", "A limit that was honoured asks for no act.")
        day = content.occurred_on or self.work.today
        not_in_the_future(day, self.work.today, "/occurred_on")
        return self.work.add(
            BoundaryEvent(
                **content.model_dump() | {"occurred_on": day},
                boundary_id=boundary.id,
                case_id=boundary.case_id,
                client_id=boundary.client_id,
                visibility=boundary.visibility,
                recorded_by=self.work.staff_id,
            )
        )

    def list(self, boundary_id: UUID, page: PageRequest) -> Page[BoundaryEvent]:
        """Return the log of a boundary, newest first, entries in error among them."""
        boundary = item_for(self.work, Boundary, boundary_id)
        statement = select(BoundaryEvent).where(
            BoundaryEvent.boundary_id == boundary.id, readable(self.work, BoundaryEvent)
        )
        day, key = BoundaryEvent.occurred_on, BoundaryEvent.id
        statement = keyset(statement, page, day, key, parse=date.fromisoformat, descending=True)
        self.work.keyring.load([boundary.client_id])
        rows = self.work.db.scalars(statement).all()
        return page_of(rows, page, lambda entry: (entry.occurred_on, entry.id))

    def get(self, event_id: UUID) -> BoundaryEvent:
        """Return one entry."""
        return item_for(self.work, BoundaryEvent, event_id)

    def mark_in_error(self, event_id: UUID, reason: str, version: int) -> BoundaryEvent:
        """Mark an entry as entered in error: kept, and out of the counts."""
        return mark_in_error(self.work, item_to_change(self.work, BoundaryEvent, event_id, version), reason)
