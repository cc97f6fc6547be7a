"""Earlier therapies and strategies of a case."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from couplesone.cases.access import item_for
from couplesone.cases.formulation.history.models import PriorStrategy, PriorTherapy
from couplesone.cases.formulation.history.schemas import PriorTherapyCreate
from couplesone.cases.kinds.service import ItemService
from couplesone.cases.models import Case
from couplesone.kernel.errors import not_before, not_in_the_future
from couplesone.web.schemas import Patch


class PriorTherapyService(ItemService[PriorTherapy]):
    """Earlier therapies; they began and ended in the past, in that order."""

    kind = PriorTherapy
    day = "noted_on"

    def enter(self, case: Case, content: PriorTherapyCreate) -> PriorTherapy:
        """Insert the therapy; DatesOutOfOrder if it ended before it began, or lies ahead."""
        self._in_order({"began_on": content.began_on, "ended_on": content.ended_on})
        return super().enter(case, content)

    def change(self, item_id: UUID, change: Patch, version: int) -> Any:
        """Change a therapy; DatesOutOfOrder as when it is recorded."""
        therapy = item_for(self.work, PriorTherapy, item_id)
        self._in_order({"began_on": therapy.began_on, "ended_on": therapy.ended_on} | change.changes())
        return super().change(item_id, change, version)

    def _in_order(self, days: dict[str, Any]) -> None:
        for name in ("began_on", "ended_on"):
            not_in_the_future(days[name], self.work.today, f"/{name}")
        not_before(days["ended_on"], days["began_on"], "/ended_on")


class PriorStrategyService(ItemService[PriorStrategy]):
    """Earlier strategies of a case."""

    kind = PriorStrategy
    day = "noted_on"
