"""What a do-not-contact takes, and the little that is shown of it: the address is never kept."""

from __future__ import annotations

from uuid import UUID

from pydantic import ConfigDict, Field

from couplesone.kernel.coded import Coded
from couplesone.web.schemas import Input, Instant, Line, RecordOut, Text


class KnownBy(Coded):
    """By what somebody is recognised who is not to be contacted."""

    EMAIL = "email", "An e-mail address"
    PHONE = "phone", "A telephone number"
    POSTAL_ADDRESS = "postal_address", "A postal address"
    PARTNER = "partner", "Being this case's partner"


KnownBy.version = 1


class DoNotContactCreate(Input):
    """Whom not to contact: at least one way to recognise them."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"email": "tobias@example.org", "partner": True}]}
    )

    email: Line | None = None
    phone: Line | None = None
    postal_address: Text | None = None
    partner: bool = Field(False, description="The partner of this case, by whatever address.")


class DoNotContactOut(RecordOut):
    """That somebody is not to be contacted."""

    case_id: UUID
    known_by: list[KnownBy]
    recorded_at: Instant
    recorded_by: UUID
    entered_in_error_at: Instant | None
    error_reason: str | None
