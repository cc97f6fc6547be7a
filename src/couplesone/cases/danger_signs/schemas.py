"""What a danger sign shows."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from pydantic import Field

from couplesone.cases.danger_signs.codes import DangerKind
from couplesone.cases.schemas import ItemOut
from couplesone.web.schemas import Instant


class DangerSignOut(ItemOut):
    """An answer that tells of danger; created_at says when it came."""

    kind: DangerKind
    answered_on: date
    seen_at: Instant | None = Field(description="Null: nobody of the care team has seen it yet.")
    seen_by: UUID | None
