"""Therapy sessions of a case."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from couplesone.cases.kinds.service import ItemService
from couplesone.cases.lint.reading import warnings_in
from couplesone.cases.models import TherapySession
from couplesone.cases.records import Shown


class SessionService(ItemService[TherapySession]):
    """Therapy sessions of a case."""

    kind = TherapySession
    day: ClassVar[str] = "held_on"

    def shown(self, items: Sequence[TherapySession]) -> Sequence[Any]:
        """Bring hints on the wording of the notes (S1.16, S2.55)."""
        return [Shown(item, lint=warnings_in(item.note)) for item in items]
