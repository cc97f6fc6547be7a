"""State machines of clinical items: one table of allowed moves each, and the actions that it offers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from couplesone.cases.errors import ItemInError
from couplesone.cases.items import ClinicalItem
from couplesone.cases.offering import offered
from couplesone.kernel.errors import Problem
from couplesone.web.schemas import Action


@dataclass(frozen=True, slots=True)
class Machine:
    """Where a status leads by each operation; what is not in the table is refused with ``refused``."""

    moves: Mapping[str, Mapping[str, str]]
    refused: type[Problem]

    def after(self, operation: str, status: str) -> str:
        """Return the status that follows; raise ``refused`` if the table has none."""
        found = self.moves[operation].get(status)
        if found is None:
            raise self.refused
        return found

    def actions(self, item: ClinicalItem, status: str, refusal: Problem | None) -> list[Action]:
        """Return what can be done with the item now; ``refusal`` stands in the way of any change of its case."""
        in_error = ItemInError if item.entered_in_error_at is not None else None
        return [
            offered(operation, refusal, in_error, None if status in leads else self.refused)
            for operation, leads in self.moves.items()
        ]
