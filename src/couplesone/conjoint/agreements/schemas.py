"""What a no-secrets agreement takes and shows."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from pydantic import ConfigDict, Field

from couplesone.clients.consents.schemas import Sha256
from couplesone.conjoint.codes import SignedBy
from couplesone.web.schemas import Input, Instant, RecordOut


class ConjointAgreementCreate(Input):
    """That one of the two signed: which text, which paper, how and when."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "client_id": "01934f5e-0000-7000-8000-000000000001",
                    "text_sha256": "1a" * 32,
                    "paper_sha256": "2b" * 32,
                    "method": "paper_signature",
                }
            ]
        }
    )

    client_id: UUID
    text_sha256: Sha256 = Field(description="Of the text; both have to sign the same.")
    paper_sha256: Sha256
    method: SignedBy
    signed_on: date | None = Field(None, description="Default: today.")


class ConjointAgreementOut(RecordOut):
    """That one of the two signed; it holds while withdrawn_at is null."""

    conjoint_case_id: UUID
    client_id: UUID
    text_sha256: str
    paper_sha256: str
    method: SignedBy
    signed_on: date
    recorded_by: UUID
    withdrawn_at: Instant | None
