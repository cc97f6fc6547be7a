"""What a conjoint case takes and shows."""

from __future__ import annotations

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import ConfigDict, Field

from couplesone.conjoint.codes import ConjointStatus, Missing
from couplesone.web.schemas import Filters, Input, Output, RecordOut

_ONE, _OTHER = "01934f5e-0000-7000-8000-000000000001", "01934f5e-0000-7000-8000-000000000002"


class ConjointCaseCreate(Input):
    """The two, and the referral by which they came."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"clients": [_ONE, _OTHER], "referral_id": "01934f5e-0000-7000-8000-000000000003"}]
        }
    )

    clients: Annotated[list[UUID], Field(min_length=2, max_length=2)] = Field(
        description="The client of the referral, and the one whom the partner has become, who is on file already."
    )
    referral_id: UUID


class ConjointCaseClose(Input):
    """When it ends."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"closed_on": "2026-06-02"}]})

    closed_on: date | None = Field(None, description="Default: today.")


class ConjointPartOut(Output):
    """One of the two, and the case in which their own screens, measures and goals are kept."""

    client_id: UUID
    name_used: str
    case_id: UUID


class ConjointCaseOut(RecordOut):
    """The work with two clients."""

    status: ConjointStatus
    opened_on: date
    closed_on: date | None
    parts: list[ConjointPartOut]


class ReadinessOut(Output):
    """What is missing before anything joint is recorded; of whom, and why, is not said."""

    ready: bool
    missing: list[Missing]


class DiscrepancyFilters(Filters):
    """Which measure."""

    instrument: str = Field("csi16", max_length=40)


class TotalOut(Output):
    """The last total of one of the two, taken in their part of the conjoint case."""

    client_id: UUID
    total: float | None
    taken_on: date | None


class DiscrepancyOut(Output):
    """By how much the last totals of the two differ; which of them is better is not said."""

    instrument: str
    totals: list[TotalOut]
    difference: float | None = Field(description="Never negative; null until both have a total.")
