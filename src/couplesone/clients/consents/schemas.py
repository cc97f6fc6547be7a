"""What a consent takes and shows."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field, StringConstraints

from couplesone.clients.codes import ConsentKind, ConsentMethod
from couplesone.web.schemas import Input, Instant, Line, RecordOut, SentInstant, Text

TextVersion = Annotated[Line, StringConstraints(max_length=50)]
"""The practice's name for a version of a text."""
Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
"""A SHA-256 hash, 64 hexadecimal digits in small letters."""
WholeText = Annotated[str, Field(min_length=1, max_length=100_000)]
"""A text exactly as it was shown; it is hashed as it comes."""


class ConsentCreate(Input):
    """That a client agreed to a text. Give its hash, or the text itself, which is hashed and not kept."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "kind": "treatment",
                    "text_version": "2026-01",
                    "text": "I agree to couples therapy for one. ...",
                    "method": "paper_signature",
                }
            ]
        }
    )

    kind: ConsentKind
    partner_id: UUID | None = Field(
        None, description="With whom contact is agreed to; for partner_contact only."
    )
    text_version: TextVersion
    text_sha256: Sha256 | None = None
    text: WholeText | None = None
    method: ConsentMethod
    given_at: SentInstant | None = Field(None, description="Default: now.")


class ConsentRevocation(Input):
    """That the client takes the consent back."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"note": "Said so on the phone."}, {}]})

    note: Text | None = None


class ConsentOut(RecordOut):
    """A consent; it is in force while revoked_at is null."""

    client_id: UUID
    partner_id: UUID | None
    kind: ConsentKind
    text_version: str
    text_sha256: str
    method: ConsentMethod
    given_at: Instant
    revoked_at: Instant | None
    revocation_note: str | None
    recorded_by: UUID
