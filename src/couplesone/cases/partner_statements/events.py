"""What partner statements announce."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from couplesone.kernel.events import Event


@dataclass(frozen=True, slots=True)
class HarmfulConductReported(Event):
    """A statement was triaged as harmful: the path of safety begins (S2.53). It says what was told, not what is."""

    type: ClassVar[str] = "partner_statement.harmful"
    leaves_the_house: ClassVar[bool] = False
    case_id: UUID
    client_id: UUID
    statement_id: UUID
