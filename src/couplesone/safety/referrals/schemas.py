"""What a referral takes and shows."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from pydantic import ConfigDict

from couplesone.cases.schemas import or_today
from couplesone.safety.codes import ReferralKind, ReferralStatus
from couplesone.web.schemas import Action, Input, Instant, Line, RecordOut, Text


class ReferralOffer(Input):
    """Help elsewhere that the client is offered."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "kind": "violence_service",
                    "offered_on": "2026-02-23",
                    "service": "Women's counselling centre",
                    "note": "The number was copied by hand, no leaflet.",
                }
            ]
        }
    )

    kind: ReferralKind
    offered_on: date = or_today()
    service: Line | None = None
    note: Text | None = None


class ReferralAnswer(Input):
    """The day on which the client answered, or used the service."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"occurred_on": "2026-02-24"}]})

    occurred_on: date = or_today()


class SafetyReferralOut(RecordOut):
    """A referral of the client."""

    case_id: UUID
    kind: ReferralKind
    status: ReferralStatus
    offered_on: date
    answered_on: date | None
    done_on: date | None
    service: str | None
    note: str | None
    recorded_by: UUID
    entered_in_error_at: Instant | None
    error_reason: str | None
    actions: list[Action]
