"""What the formulation announces."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from couplesone.kernel.events import Event


@dataclass(frozen=True, slots=True)
class UltimatumMoved(Event):
    """An ultimatum went on; the subclasses say where to."""

    case_id: UUID
    client_id: UUID
    ultimatum_id: UUID


@dataclass(frozen=True, slots=True)
class UltimatumIssued(UltimatumMoved):
    """The client gave an ultimatum: whoever contacts the partner must know."""

    type: ClassVar[str] = "ultimatum.issued"


@dataclass(frozen=True, slots=True)
class UltimatumWithdrawn(UltimatumMoved):
    """The client took an ultimatum back, or never gave it."""

    type: ClassVar[str] = "ultimatum.withdrawn"


@dataclass(frozen=True, slots=True)
class UltimatumEnforced(UltimatumMoved):
    """The client did what the ultimatum said: a safety screen is due (domain.md 7, invariant 12)."""

    type: ClassVar[str] = "ultimatum.enforced"
