"""Attempts to involve the partner."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from couplesone.cases.access import item_for
from couplesone.cases.formulation.cycle_maps.access import require_map_of
from couplesone.cases.kinds.service import ItemService
from couplesone.cases.models import Case, PressureEvent
from couplesone.cases.pressure.schemas import PressureEventChange, PressureEventCreate


class PressureService(ItemService[PressureEvent]):
    """Attempts to involve the partner, each perhaps an episode of the couple's cycle."""

    kind = PressureEvent

    def enter(self, case: Case, content: PressureEventCreate) -> PressureEvent:
        """Insert the attempt; LinkedRecordMissing if it names a map that is not one of the case."""
        require_map_of(self.work, case.id, content.cycle_map_id)
        return super().enter(case, content)

    def change(self, item_id: UUID, change: PressureEventChange, version: int) -> Any:  # type: ignore[override]
        """Change an attempt; LinkedRecordMissing as when it is recorded."""
        event = item_for(self.work, PressureEvent, item_id)
        require_map_of(self.work, event.case_id, change.cycle_map_id)
        return super().change(item_id, change, version)
