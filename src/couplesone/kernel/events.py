"""Facts that one room announces and others may act on, within the same transaction."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import ClassVar
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened. Subclasses carry ids and codes only, never clinical content."""

    type: ClassVar[str]
    leaves_the_house: ClassVar[bool] = True
    """Whether others than our own rooms may be told; what only people may know stays within (README, decision 21)."""
    practice_id: UUID

    def payload(self) -> dict[str, str]:
        """Return the ids and codes of the event as text, without the practice."""
        return {f.name: str(getattr(self, f.name)) for f in fields(self) if f.name != "practice_id"}
