"""Stop-asking pacts, how they are kept, and changes of strategy."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select

from couplesone.cases.access import item_to_change, open_to, standing_of
from couplesone.cases.codes import PressureType
from couplesone.cases.formulation.errors import PactEnded
from couplesone.cases.formulation.stop_asking.models import StopAskingPact, StrategyChange
from couplesone.cases.formulation.stop_asking.schemas import PactChange, StrategyChangeCreate
from couplesone.cases.formulation.stop_asking.streak import streak, target
from couplesone.cases.kinds.machine import Machine
from couplesone.cases.kinds.service import ItemService
from couplesone.cases.models import Case, PressureEvent
from couplesone.cases.records import Shown, amend
from couplesone.kernel.errors import invalid_field, not_before, not_in_the_future
from couplesone.kernel.permissions import Permission
from couplesone.web.schemas import Patch

END: Final = "end_stop_asking_pact"
_RUNNING, _ENDED = "running", "ended"
MOVES: Final = Machine({END: {_RUNNING: _ENDED}}, refused=PactEnded)


class PactService(ItemService[StopAskingPact]):
    """Stop-asking pacts of a case; one at a time."""

    kind = StopAskingPact
    day = "started_on"

    def change(self, item_id: UUID, change: PactChange, version: int) -> Any:  # type: ignore[override]
        """Change a pact; DatesOutOfOrder if it would begin after its end."""
        pact = item_to_change(self.work, StopAskingPact, item_id, version)
        self._has_come(change)
        if change.started_on is not None:
            not_before(pact.ended_on, change.started_on, "/started_on")
        return self._one(amend(self.work, pact, change))

    def end(self, item_id: UUID, ended_on: date | None, reason: str | None, version: int) -> Any:
        """End a pact, kept or not; PactEnded if it has ended, DatesOutOfOrder."""
        pact = item_to_change(self.work, StopAskingPact, item_id, version)
        MOVES.after(END, _status(pact))
        day = ended_on or self.work.today
        not_in_the_future(day, self.work.today, "/ended_on")
        not_before(day, pact.started_on, "/ended_on")
        pact.ended_on, pact.end_reason = day, reason
        self.work.flush()
        return self._one(pact)

    def shown(self, items: Sequence[StopAskingPact]) -> Sequence[Any]:
        """Compute how each pact is kept: one statement for the asks, one for the actions."""
        if not items:
            return items
        case_id = items[0].case_id
        refusal = standing_of(self.work, case_id, Permission.CASE_WRITE).refusal
        asks = self._asks(case_id)
        found = []
        for item in items:
            kept = streak(item.started_on, item.ended_on or self.work.today, asks)
            found.append(
                Shown(
                    item,
                    target_on=target(item.started_on, item.target_days),
                    asked_since_start=kept.asked,
                    last_asked_on=kept.last_asked_on,
                    streak_days=kept.days,
                    target_reached=kept.days >= item.target_days,
                    actions=MOVES.actions(item, _status(item), refusal),
                )
            )
        return found

    def _asks(self, case_id: UUID) -> list[tuple[date, int]]:
        asking = [kind.value for kind in PressureType if kind.asking]
        statement = select(PressureEvent.occurred_on, PressureEvent.times).where(
            PressureEvent.case_id == case_id,
            PressureEvent.type.in_(asking),
            PressureEvent.entered_in_error_at.is_(None),
            open_to(self.work.staff_id, PressureEvent),
        )
        return [(day, times) for day, times in self.work.db.execute(statement)]


class StrategyChangeService(ItemService[StrategyChange]):
    """Changes of strategy."""

    kind = StrategyChange

    def enter(self, case: Case, content: StrategyChangeCreate) -> StrategyChange:
        """Insert the change; ValidationFailed if nothing changes."""
        _differ(content.given_up, content.instead)
        return super().enter(case, content)

    def change(self, item_id: UUID, change: Patch, version: int) -> Any:
        """Change a change of strategy; ValidationFailed if nothing would change any more."""
        item = item_to_change(self.work, StrategyChange, item_id, version)
        sent = change.changes()
        _differ(sent.get("given_up", item.given_up), sent.get("instead", item.instead))
        return super().change(item_id, change, version)


def _status(pact: StopAskingPact) -> str:
    return _RUNNING if pact.ended_on is None else _ENDED


def _differ(given_up: str, instead: str) -> None:
    if given_up == instead:
        raise invalid_field("/instead", "no_change", "Name another strategy than the one that is given up.")
