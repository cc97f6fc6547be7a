"""What the measures room announces."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from couplesone.kernel.events import Event


@dataclass(frozen=True, slots=True)
class RiskAnswered(Event):
    """A client gave an answer that must be looked at now, such as one above 0 to item 9 of the PHQ-9."""

    type: ClassVar[str] = "measure.risk_answered"
    client_id: UUID
    case_id: UUID
    administration_id: UUID
    risk_answer_id: UUID
    instrument: str
