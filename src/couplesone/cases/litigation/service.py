"""Legal proceedings of a case."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from couplesone.cases.access import item_for
from couplesone.cases.kinds.service import ItemService
from couplesone.cases.litigation.models import LegalProceeding
from couplesone.kernel.errors import not_before, not_in_the_future
from couplesone.web.schemas import Patch


class LegalProceedingService(ItemService[LegalProceeding]):
    """Legal proceedings of a case."""

    kind = LegalProceeding
    day = "begun_on"

    def enter(self, case: Any, content: Any) -> LegalProceeding:
        """Insert the proceedings; DatesOutOfOrder if they end before they begin, or in the future."""
        self._ends_after(content.begun_on, content.ended_on)
        return super().enter(case, content)

    def change(self, item_id: UUID, change: Patch, version: int) -> Any:
        """Change the proceedings; DatesOutOfOrder if they end before they begin, or in the future."""
        found, wanted = item_for(self.work, self.kind, item_id), change.changes()
        self._ends_after(wanted.get("begun_on", found.begun_on), wanted.get("ended_on", found.ended_on))
        return super().change(item_id, change, version)

    def _ends_after(self, begun_on: Any, ended_on: Any) -> None:
        not_in_the_future(ended_on, self.work.today, "/ended_on")
        not_before(ended_on, begun_on, "/ended_on")
