"""What system responses take and show."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from pydantic import ConfigDict, Field

from couplesone.cases.codes import About
from couplesone.cases.schemas import ItemInput, ItemOut, or_today
from couplesone.plans.responses.codes import (
    InitiatedBy,
    ReadinessOutcome,
    ResponseDomain,
    ResponseReporter,
    ResponseType,
    Valence,
)
from couplesone.web.schemas import ABSENT, Input, Patch, Text


class SystemResponseCreate(ItemInput):
    """What is reported to have come back; no invitation and no experiment is needed before it (S4.12)."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "occurred_on": "2026-02-12",
                    "valence": "harmony",
                    "type": "new_conversation",
                    "domain": "partner",
                    "initiated_by": "partner",
                    "words": "Asked how the evening had been.",
                }
            ]
        }
    )

    about: About = About.PARTNER
    occurred_on: date = or_today()
    valence: Valence
    type: ResponseType
    domain: ResponseDomain = ResponseDomain.PARTNER
    initiated_by: InitiatedBy = InitiatedBy.UNKNOWN
    reported_by: ResponseReporter = ResponseReporter.CLIENT
    with_fear: bool = Field(
        False, description="Whether the client was afraid; with tension, safety is screened again."
    )
    words: Text | None = None
    experiment_id: UUID | None = None


class SystemResponseChange(Patch):
    """What may change of a response."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"valence": "mixed"}]})

    occurred_on: date = ABSENT
    valence: Valence = ABSENT
    type: ResponseType = ABSENT
    domain: ResponseDomain = ABSENT
    initiated_by: InitiatedBy = ABSENT
    reported_by: ResponseReporter = ABSENT
    with_fear: bool = ABSENT
    words: Text | None = None
    experiment_id: UUID | None = None


class ReadinessReview(Input):
    """What came of looking whether the time for an invitation has come."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"reviewed_on": "2026-02-20", "outcome": "not_yet"}]}
    )

    reviewed_on: date | None = None
    outcome: ReadinessOutcome


class SystemResponseOut(ItemOut):
    """A response as it was reported; never a fact about the partner."""

    occurred_on: date
    valence: Valence
    type: ResponseType
    domain: ResponseDomain
    initiated_by: InitiatedBy
    reported_by: ResponseReporter
    with_fear: bool
    words: str | None
    experiment_id: UUID | None
    feeds_readiness: bool = Field(description="Whether it opens a readiness review; never an invitation.")
    reviewed_on: date | None
    readiness_outcome: ReadinessOutcome | None
