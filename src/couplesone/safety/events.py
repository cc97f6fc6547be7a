"""What the safety room announces, to other rooms only: ids and codes, and never to the outside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from couplesone.kernel.events import Event


@dataclass(frozen=True, slots=True)
class SafetyFlagRaised(Event):
    """A case is flagged, or flagged again: whatever goes to the partner stops."""

    type: ClassVar[str] = "safety_flag.raised"
    leaves_the_house: ClassVar[bool] = False
    case_id: UUID
    client_id: UUID
    flag_id: UUID
    kind: str


@dataclass(frozen=True, slots=True)
class SafetyFlagReleased(Event):
    """A flag was released by the people who may; contact with the partner still needs a fresh consent."""

    type: ClassVar[str] = "safety_flag.released"
    leaves_the_house: ClassVar[bool] = False
    case_id: UUID
    client_id: UUID
    flag_id: UUID
    kind: str
