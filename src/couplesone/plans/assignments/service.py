"""Offering tools, and what the client makes of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from couplesone.cases.access import (
    OpenCase,
    item_for,
    item_to_change,
    item_to_write,
    readable,
    standing_of,
)
from couplesone.cases.kinds.service import ItemService
from couplesone.cases.records import Shown, amend, mark_in_error, record_item
from couplesone.kernel.errors import not_before, not_in_the_future
from couplesone.kernel.permissions import Permission
from couplesone.persistence.paging import Page, PageRequest, keyset, page_of
from couplesone.persistence.work import Work
from couplesone.plans.assignments import moves
from couplesone.plans.assignments.codes import AssignmentStatus
from couplesone.plans.assignments.models import ToolAssignment, ToolPractice
from couplesone.plans.assignments.moves import AssignmentMove
from couplesone.plans.assignments.schemas import (
    ToolAssignmentChange,
    ToolAssignmentCreate,
    ToolPracticeChange,
    ToolPracticeCreate,
)
from couplesone.plans.tools.catalogue import CATALOGUE
from couplesone.plans.tools.codes import ToolCode
from couplesone.safety.blocks import require_clear, standing
from couplesone.safety.errors import SafetyBlock


class AssignmentService(ItemService[ToolAssignment]):
    """The tools that a client was offered."""

    kind = ToolAssignment
    day = "offered_on"

    def enter(self, case: OpenCase, content: ToolAssignmentCreate) -> ToolAssignment:
        """Offer a tool; SafetyBlock where it may not be given now, ToolAssigned if the client has it already."""
        tool = CATALOGUE[content.tool]
        self._require_clear(case.id, tool.code)
        return record_item(
            self.work,
            case,
            ToolAssignment,
            content,
            tool_version=tool.version,
            status=AssignmentStatus.OFFERED.value,
        )

    def change(self, item_id: UUID, change: ToolAssignmentChange, version: int) -> Any:  # type: ignore[override]
        """Change an assignment; DatesOutOfOrder if it were offered after it was taken up or dropped."""
        item = item_to_change(self.work, ToolAssignment, item_id, version)
        not_in_the_future(change.offered_on, self.work.today, "/offered_on")
        if "offered_on" in change.model_fields_set:
            for later in (item.accepted_on, item.dropped_on):
                not_before(later, change.offered_on, "/offered_on")
        return self._one(amend(self.work, item, change))

    def accept(self, item_id: UUID, accepted_on: date | None, version: int) -> Any:
        """Note that the client took the tool up: only then it is homework.

        Raises AssignmentTransitionRefused, DatesOutOfOrder, and SafetyBlock where it may not be given now.
        """
        item = item_to_change(self.work, ToolAssignment, item_id, version)
        status = moves.after(AssignmentMove.ACCEPT, item)
        self._require_clear(item.case_id, ToolCode(item.tool))
        item.status = status
        item.accepted_on = self._day(accepted_on, item.offered_on, "/accepted_on")
        self.work.flush()
        return self._one(item)

    def drop(self, item_id: UUID, dropped_on: date | None, reason: str | None, version: int) -> Any:
        """Note that the client left the tool. Raises AssignmentTransitionRefused, DatesOutOfOrder."""
        item = item_to_change(self.work, ToolAssignment, item_id, version)
        item.status = moves.after(AssignmentMove.DROP, item)
        item.dropped_on = self._day(dropped_on, item.accepted_on or item.offered_on, "/dropped_on")
        item.dropped_reason = reason
        self.work.flush()
        return self._one(item)

    def shown(self, items: Sequence[ToolAssignment]) -> Sequence[Any]:
        """Bring how often each was practised, and what can be done: three statements for all of them."""
        if not items:
            return []
        practised = self._practised([item.id for item in items])
        case_id = items[0].case_id
        entries = standing_of(self.work, case_id, Permission.PLAN_WRITE)
        clear = standing(self.work, case_id).clear
        return [
            Shown(
                item,
                title=ToolCode(item.tool).label,
                actions=moves.actions(item, entries.refusal, None if clear else _homework(item)),
                **practised.get(item.id, _NEVER),
            )
            for item in items
        ]

    def _practised(self, ids: Sequence[UUID]) -> dict[UUID, dict[str, Any]]:
        rows = self.work.db.execute(
            select(
                ToolPractice.assignment_id,
                func.count(),
                func.coalesce(func.sum(ToolPractice.minutes), 0),
                func.max(ToolPractice.practised_on),
            )
            .where(ToolPractice.assignment_id.in_(ids), ToolPractice.entered_in_error_at.is_(None))
            .group_by(ToolPractice.assignment_id)
        )
        return {row[0]: dict(zip(_NEVER, row[1:], strict=True)) for row in rows}

    def _require_clear(self, case_id: UUID, tool: ToolCode) -> None:
        if (homework := CATALOGUE[tool].homework) is not None:
            require_clear(self.work, case_id, homework)

    def _day(self, day: date | None, earliest: date, pointer: str) -> date:
        return day_between(self.work, day, earliest, pointer)


def _homework(item: ToolAssignment) -> type[SafetyBlock] | None:
    """Return what stands in the way of a tool while safety is not clear."""
    return SafetyBlock if CATALOGUE[ToolCode(item.tool)].homework is not None else None


_NEVER: dict[str, Any] = {"practices": 0, "minutes": 0, "last_practised_on": None}


class PracticeLogService:
    """The log of how a tool was practised."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def record(self, assignment_id: UUID, content: ToolPracticeCreate) -> ToolPractice:
        """Note that the client practised a tool that they took up.

        Raises AssignmentTransitionRefused, ItemInError, CaseClosed, ClientArchived, and DatesOutOfOrder for a day that
        has not come or lies before the tool was taken up.
        """
        work = self.work
        assignment = item_to_write(work, ToolAssignment, assignment_id)
        status = moves.after(AssignmentMove.PRACTISE, assignment)
        assert assignment.accepted_on is not None
        practised_on = day_between(work, content.practised_on, assignment.accepted_on, "/practised_on")
        if assignment.status != status:
            assignment.status = status
        return work.add(
            ToolPractice(
                case_id=assignment.case_id,
                client_id=assignment.client_id,
                recorded_by=work.staff_id,
                visibility=assignment.visibility,
                assignment_id=assignment.id,
                practised_on=practised_on,
                minutes=content.minutes,
                went=content.went,
                note=content.note,
            )
        )

    def list(self, assignment_id: UUID, page: PageRequest) -> Page[ToolPractice]:
        """Return how a tool was practised, newest first, entries in error among them."""
        assignment = item_for(self.work, ToolAssignment, assignment_id)
        statement = select(ToolPractice).where(
            ToolPractice.assignment_id == assignment.id, readable(self.work, ToolPractice)
        )
        statement = keyset(
            statement,
            page,
            ToolPractice.practised_on,
            ToolPractice.id,
            parse=date.fromisoformat,
            descending=True,
        )
        self.work.keyring.load([assignment.client_id])
        rows = self.work.db.scalars(statement).all()
        return page_of(rows, page, lambda practice: (practice.practised_on, practice.id))

    def get(self, practice_id: UUID) -> ToolPractice:
        """Return one entry of the log."""
        return item_for(self.work, ToolPractice, practice_id)

    def change(self, practice_id: UUID, change: ToolPracticeChange, version: int) -> ToolPractice:
        """Change an entry of the log; DatesOutOfOrder as for recording one."""
        practice = item_to_change(self.work, ToolPractice, practice_id, version)
        if "practised_on" in change.model_fields_set:
            assignment = item_for(self.work, ToolAssignment, practice.assignment_id)
            assert assignment.accepted_on is not None
            day_between(self.work, change.practised_on, assignment.accepted_on, "/practised_on")
        return amend(self.work, practice, change)

    def mark_in_error(self, practice_id: UUID, reason: str, version: int) -> ToolPractice:
        """Mark an entry as an error: kept, not counted; without another the tool counts as accepted only."""
        work = self.work
        practice = mark_in_error(work, item_to_change(work, ToolPractice, practice_id, version), reason)
        others = select(func.count(ToolPractice.id)).where(
            ToolPractice.assignment_id == practice.assignment_id, ToolPractice.entered_in_error_at.is_(None)
        )
        assignment = item_for(work, ToolAssignment, practice.assignment_id)
        if not work.db.scalar(others) and assignment.status == AssignmentStatus.PRACTISED:
            assignment.status = AssignmentStatus.ACCEPTED.value
            work.flush()
        return practice


def day_between(work: Work, day: date | None, earliest: date, pointer: str) -> date:
    """Return a day, today if there is none; DatesOutOfOrder if it has not come or lies before ``earliest``."""
    found = day or work.today
    not_in_the_future(found, work.today, pointer)
    not_before(found, earliest, pointer)
    return found
