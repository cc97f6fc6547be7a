"""Refusals and the reasons that may lie behind them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select

from couplesone.cases.access import item_for, item_to_change, item_to_write, open_to
from couplesone.cases.codes import About, ConfidedBy
from couplesone.cases.formulation.cycle_maps.access import require_node_of
from couplesone.cases.kinds.service import ItemService
from couplesone.cases.models import Case, RefusalEpisode, RefusalReason
from couplesone.cases.records import Shown, amend, mark_in_error, record_item
from couplesone.cases.refusals.schemas import ReasonChange, ReasonCreate, RefusalCreate
from couplesone.kernel.errors import not_in_the_future
from couplesone.persistence.work import Work


class RefusalService(ItemService[RefusalEpisode]):
    """Refusals of a case, each with its reasons."""

    kind = RefusalEpisode

    def enter(self, case: Case, content: RefusalCreate) -> RefusalEpisode:
        """Insert the refusal and its reasons; RefusalReasonExists where one is given twice."""
        refusal = record_item(self.work, case, RefusalEpisode, content)
        self.work.add_all(
            [
                _reason(self.work, refusal, reason, f"/reasons/{place}/noted_on")
                for place, reason in enumerate(content.reasons)
            ]
        )
        return refusal

    def shown(self, items: Sequence[RefusalEpisode]) -> Sequence[Any]:
        """Bring the reasons of the refusals: one statement."""
        found: dict[UUID, list[RefusalReason]] = defaultdict(list)
        of_these = RefusalReason.refusal_id.in_([item.id for item in items])
        statement = select(RefusalReason).where(of_these, open_to(self.work.staff_id, RefusalReason))
        for reason in self.work.db.scalars(statement.order_by(RefusalReason.noted_on, RefusalReason.id)):
            found[reason.refusal_id].append(reason)
        return [Shown(item, reasons=found[item.id]) for item in items]


class ReasonService:
    """Reasons that may lie behind a refusal."""

    def __init__(self, work: Work) -> None:
        self.work = work

    def add(self, refusal_id: UUID, content: ReasonCreate) -> RefusalReason:
        """Add a reason to a refusal.

        Raises RecordNotFound, CaseClosed, ClientArchived, ItemInError (of the refusal), DatesOutOfOrder, and
        RefusalReasonExists if the same source gave it before.
        """
        refusal = item_to_write(self.work, RefusalEpisode, refusal_id)
        return self.work.add(_reason(self.work, refusal, content, "/noted_on"))

    def get(self, reason_id: UUID) -> RefusalReason:
        """Return one reason."""
        return item_for(self.work, RefusalReason, reason_id)

    def change(self, reason_id: UUID, change: ReasonChange, version: int) -> RefusalReason:
        """Change a reason; LinkedRecordMissing if it names a step that is not in a map of the case."""
        reason = item_to_change(self.work, RefusalReason, reason_id, version)
        require_node_of(self.work, reason.case_id, change.cycle_node_id)
        return amend(self.work, reason, change)

    def mark_in_error(self, reason_id: UUID, reason: str, version: int) -> RefusalReason:
        """Mark a reason as entered in error: kept, and out of everything that counts."""
        return mark_in_error(self.work, item_to_change(self.work, RefusalReason, reason_id, version), reason)


def _reason(work: Work, refusal: RefusalEpisode, content: ReasonCreate, pointer: str) -> RefusalReason:
    """Return a reason that is as readable as its refusal; DatesOutOfOrder if its day has not come.

    LinkedRecordMissing if it names a step that is not in a map of the case.
    """
    reason = RefusalReason(
        **content.model_dump() | {"noted_on": content.noted_on or work.today},
        refusal_id=refusal.id,
        case_id=refusal.case_id,
        client_id=refusal.client_id,
        about=About.PARTNER,
        visibility=refusal.visibility,
        recorded_by=work.staff_id,
    )
    reason.confided_by = ConfidedBy.THERAPIST if reason.hypothesis else refusal.confided_by
    not_in_the_future(reason.noted_on, work.today, pointer)
    require_node_of(work, refusal.case_id, content.cycle_node_id)
    return reason
