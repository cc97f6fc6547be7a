"""What the plans room announces."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar
from uuid import UUID

from couplesone.kernel.events import Event


@dataclass(frozen=True, slots=True)
class PlanActivated(Event):
    """A version of a plan was activated. The first of a case ends the baseline of its series (decisions.md 30)."""

    type: ClassVar[str] = "plan.activated"
    client_id: UUID
    case_id: UUID
    plan_id: UUID
    activated_on: date
