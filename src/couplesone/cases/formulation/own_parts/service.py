"""Own-part items: what is said of them, what is missing, and where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

from couplesone.cases.access import item_to_change, standing_of
from couplesone.cases.formulation.codes import OwnPartStatus
from couplesone.cases.formulation.own_parts.models import OwnPartItem
from couplesone.cases.formulation.own_parts.moves import MOVES
from couplesone.cases.formulation.own_parts.schemas import OwnPartCreate
from couplesone.cases.kinds.service import ItemService
from couplesone.cases.models import Case
from couplesone.cases.records import Shown, record_item
from couplesone.kernel.permissions import Permission

WHOLE: Final = ("trigger", "frequency", "impact", "alternative", "responsibility_statement", "strategy")
"""What a complete own part says beside the behaviour: the chain from own part to strategy (S2.45, S3.21)."""


class OwnPartService(ItemService[OwnPartItem]):
    """Own-part items of a case."""

    kind = OwnPartItem
    day = "named_on"

    def enter(self, case: Case, content: OwnPartCreate) -> OwnPartItem:
        """Insert the item as named."""
        return record_item(self.work, case, OwnPartItem, content, status=OwnPartStatus.NAMED.value)

    def move(self, item_id: UUID, operation: str, version: int) -> Any:
        """Move an item to where the table says; OwnPartTransitionRefused where it says nothing."""
        item = item_to_change(self.work, OwnPartItem, item_id, version)
        item.status = MOVES.after(operation, item.status)
        self.work.flush()
        return self._one(item)

    def shown(self, items: Sequence[OwnPartItem]) -> Sequence[Any]:
        """Say of each item what is missing and what can be done with it: one statement."""
        if not items:
            return items
        refusal = standing_of(self.work, items[0].case_id, Permission.CASE_WRITE).refusal
        found = []
        for item in items:
            missing = [name for name in WHOLE if getattr(item, name) is None]
            actions = MOVES.actions(item, item.status, refusal)
            found.append(Shown(item, missing=missing, complete=not missing, actions=actions))
        return found
