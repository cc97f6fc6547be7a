"""What a release of the joint record takes and shows."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from pydantic import ConfigDict, Field

from couplesone.clients.consents.schemas import Sha256
from couplesone.web.schemas import Input, Line, RecordOut, Text

_ONE, _OTHER = "01934f5e-0000-7000-8000-000000000001", "01934f5e-0000-7000-8000-000000000002"


class ReleaseSignature(Input):
    """The signed paper of one of the two."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"client_id": _ONE, "paper_sha256": "2b" * 32}]}
    )

    client_id: UUID
    paper_sha256: Sha256


class ConjointReleaseCreate(Input):
    """To whom what of the joint record is given, with the signed paper of each of the two."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "recipient": "Dr. Okafor",
                    "scope": "Days of the sessions.",
                    "signatures": [
                        {"client_id": _ONE, "paper_sha256": "2b" * 32},
                        {"client_id": _OTHER, "paper_sha256": "3c" * 32},
                    ],
                }
            ]
        }
    )

    recipient: Line
    scope: Text
    released_on: date | None = Field(None, description="Default: today.")
    signatures: list[ReleaseSignature] = Field(max_length=2)


class ConjointReleaseOut(RecordOut):
    """A release of something of the joint record."""

    conjoint_case_id: UUID
    recipient: str
    scope: str
    released_on: date
    first_paper_sha256: str
    second_paper_sha256: str
    recorded_by: UUID
