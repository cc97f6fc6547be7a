"""What a referral to conjoint work takes and shows."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from pydantic import ConfigDict, Field

from couplesone.cases.schemas import ItemInput, ItemOut, or_today
from couplesone.clients.consents.schemas import Sha256
from couplesone.conjoint.codes import ReferralOrigin, ReferredTo
from couplesone.web.schemas import Input, Line, Output, Text


class SignedPaper(Input):
    """A signed paper: its SHA-256 hash, and the day on which it was signed."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"sha256": "9f" * 32, "signed_on": "2026-02-23"}]}
    )

    sha256: Sha256
    signed_on: date


class ConjointReferralCreate(ItemInput):
    """With whom client and partner are to go on together; without more, another therapist elsewhere."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"response_id": "01934f5e-0000-7000-8000-000000000003", "to_whom": "Dr. Okafor"}]
        }
    )

    occurred_on: date = or_today()
    invitation_id: UUID | None = Field(None, description="The invitation whose visit closed with the wish.")
    response_id: UUID | None = Field(None, description="The event in which the partner asked to come.")
    referred_to: ReferredTo = ReferredTo.ANOTHER_THERAPIST
    to_staff_id: UUID | None = Field(None, description="Another therapist of this practice.")
    to_whom: Line | None = Field(None, description="Another therapist elsewhere.")
    rationale: Text | None = Field(None, description="Why the client's own therapist is to work with both.")
    client_paper: SignedPaper | None = Field(None, description="The client's written consent.")
    partner_paper: SignedPaper | None = Field(None, description="The partner's written consent.")


class SignedPaperOut(Output):
    """A signed paper."""

    sha256: str
    signed_on: date


class ConjointReferralOut(ItemOut):
    """A referral to conjoint work."""

    partner_id: UUID
    occurred_on: date
    origin: ReferralOrigin
    invitation_id: UUID | None
    response_id: UUID | None
    referred_to: ReferredTo
    to_staff_id: UUID | None
    to_whom: str | None
    rationale: str | None
    client_paper: SignedPaperOut | None
    partner_paper: SignedPaperOut | None
