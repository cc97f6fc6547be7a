"""What visits take and show."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from pydantic import ConfigDict, Field

from couplesone.cases.schemas import ItemOut, or_today
from couplesone.invitations.codes import VisitFormat
from couplesone.invitations.schemas import Sha256
from couplesone.invitations.visits.codes import CollateralMethod
from couplesone.web.schemas import Input, Scale, Text


class CollateralConsentCreate(Input):
    """What the partner signed before the visit."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"text_sha256": "0" * 64, "method": "paper_signature", "signed_on": "2026-04-02"}]
        }
    )

    text_sha256: Sha256 = Field(description="The hash of the practice's text, as it was signed.")
    method: CollateralMethod
    signed_on: date = or_today()


class CollateralConsentOut(ItemOut):
    """A partner's consent to a visit."""

    invitation_id: UUID
    text_sha256: str
    method: CollateralMethod
    signed_on: date


class CollateralVisitCreate(Input):
    """How the visit went, as numbers; what was said is recorded as statements of the partner's."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"visited_on": "2026-04-02", "format": "together", "voluntariness": 7, "engagement": 8}
            ]
        }
    )

    visited_on: date = or_today()
    format: VisitFormat
    voluntariness: Scale = Field(description="How freely the partner says to have come, 0 to 10 (S2.38).")
    engagement: Scale | None = Field(
        None, description="How much they took part, 0 to 10; no prognosis (S4.19)."
    )
    note: Text | None = None


class CollateralVisitOut(ItemOut):
    """A visit."""

    invitation_id: UUID
    visited_on: date
    format: VisitFormat
    voluntariness: int
    engagement: int | None
    note: str | None
