"""What a risk answer takes and shows."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from pydantic import ConfigDict, Field

from couplesone.cases.risk_answers.codes import RiskKind
from couplesone.cases.schemas import ItemOut
from couplesone.web.schemas import Action, Input, Instant, Text


class RiskAnswerAcknowledge(Input):
    """What was done about a risk answer."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"done": "Called on the safe number within the hour; asked directly; plan agreed."}]
        }
    )

    done: Text


class RiskAnswerOut(ItemOut):
    """An answer that must be looked at now, and who looked at it."""

    kind: RiskKind
    administration_id: UUID | None = Field(
        description="The measure that it is of; null for a page's question."
    )
    item: int | None = Field(description="The place of the measure's item, from 1.")
    answered_on: date
    acknowledged_at: Instant | None
    acknowledged_by: UUID | None
    done: str | None
    actions: list[Action]
