"""Recording ultimatums and what becomes of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

from couplesone.cases.access import item_to_change, standing_of
from couplesone.cases.formulation.codes import UltimatumStatus
from couplesone.cases.formulation.ultimatums.models import Ultimatum
from couplesone.cases.formulation.ultimatums.moves import ANNOUNCED, MOVES
from couplesone.cases.formulation.ultimatums.schemas import UltimatumChange, UltimatumCreate
from couplesone.cases.kinds.service import ItemService
from couplesone.cases.models import Case
from couplesone.cases.records import Shown, amend, record_item
from couplesone.kernel.errors import not_before, not_in_the_future
from couplesone.kernel.permissions import Permission

_DAYS: Final = ("considered_on", "issued_on", "withdrawn_on", "enforced_on")


class UltimatumService(ItemService[Ultimatum]):
    """Ultimatums of a case."""

    kind = Ultimatum
    day = "considered_on"

    def record(self, case_id: UUID, content: UltimatumCreate) -> Any:  # type: ignore[override]
        """Record an ultimatum as considered, or as issued if it says when; announced if it was issued.

        Raises RecordNotFound, CaseClosed, ClientArchived, DatesOutOfOrder.
        """
        if self.day not in content.model_fields_set and content.issued_on is not None:
            content = content.model_copy(update={self.day: content.issued_on})
            content.model_fields_set.add(self.day)
        return super().record(case_id, content)

    def enter(self, case: Case, content: UltimatumCreate) -> Ultimatum:
        """Insert the ultimatum where it stands."""
        not_in_the_future(content.issued_on, self.work.today, "/issued_on")
        not_before(content.issued_on, content.considered_on, "/issued_on")
        not_before(content.deadline_on, content.considered_on, "/deadline_on")
        status = UltimatumStatus.CONSIDERED if content.issued_on is None else UltimatumStatus.ISSUED
        ultimatum = record_item(self.work, case, Ultimatum, content, status=status.value)
        self._announce(ultimatum)
        return ultimatum

    def change(self, item_id: UUID, change: UltimatumChange, version: int) -> Any:  # type: ignore[override]
        """Change an ultimatum; DatesOutOfOrder unless it was considered before it went on."""
        ultimatum = item_to_change(self.work, Ultimatum, item_id, version)
        self._has_come(change)
        amended = amend(self.work, ultimatum, change)
        later = next((day for name in _DAYS[1:] if (day := getattr(amended, name)) is not None), None)
        not_before(later, amended.considered_on, "/considered_on")
        not_before(amended.deadline_on, amended.considered_on, "/deadline_on")
        return self._one(amended)

    def move(self, item_id: UUID, operation: str, occurred_on: date | None, version: int) -> Any:
        """Move an ultimatum to where the table says, on a day, and announce it.

        Raises UltimatumTransitionRefused where the table says nothing, DatesOutOfOrder if the day lies ahead or
        before the last move.
        """
        ultimatum = item_to_change(self.work, Ultimatum, item_id, version)
        ultimatum.status = MOVES.after(operation, ultimatum.status)
        day = occurred_on or self.work.today
        not_in_the_future(day, self.work.today, "/occurred_on")
        not_before(day, ultimatum.issued_on or ultimatum.considered_on, "/occurred_on")
        setattr(ultimatum, f"{ultimatum.status}_on", day)
        self._announce(ultimatum)
        return self._one(ultimatum)

    def shown(self, items: Sequence[Ultimatum]) -> Sequence[Any]:
        """Say of each ultimatum what can be done with it: one statement."""
        if not items:
            return items
        refusal = standing_of(self.work, items[0].case_id, Permission.CASE_WRITE).refusal
        return [Shown(item, actions=MOVES.actions(item, item.status, refusal)) for item in items]

    def _announce(self, ultimatum: Ultimatum) -> None:
        if event := ANNOUNCED.get(ultimatum.status):
            self.work.publish(
                event(self.work.practice_id, ultimatum.case_id, ultimatum.client_id, ultimatum.id)
            )
