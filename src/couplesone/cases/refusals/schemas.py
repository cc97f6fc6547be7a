"""What a refusal and its reasons take and show (S0.3, S1.2, S3.1, S4.1)."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Final
from uuid import UUID

from pydantic import ConfigDict, Field
from pydantic.config import JsonDict

from couplesone.cases.codes import About, RefusalAnswer, RefusalReasonCode, ReportedBy
from couplesone.cases.schemas import ItemInput, ItemOut, or_today
from couplesone.web.schemas import ABSENT, Input, Patch, Text

MAX_REASONS = len(RefusalReasonCode) * len(ReportedBy)
Confidence = Annotated[int, Field(ge=0, le=3, description="How sure: 0 a guess, 3 certain.")]
Step = Annotated[
    UUID | None,
    Field(description="The step of a cycle map of this case that it may explain: a hypothesis (S1.9)."),
]
_REASON: Final[JsonDict] = {"code": "exposure_to_outsider", "reported_by": "client", "confidence": 2}


class ReasonCreate(Input):
    """A reason that may lie behind a refusal, who says so, and how sure that is; never the single cause."""

    model_config = ConfigDict(json_schema_extra={"examples": [_REASON]})

    code: RefusalReasonCode
    reported_by: ReportedBy
    confidence: Confidence
    noted_on: date = or_today()
    quoted: bool = Field(False, description="Whether the partner's own words say so.")
    cycle_node_id: Step = None


class ReasonChange(Patch):
    """What may change of a reason: how sure it is, and which step of the cycle it may explain."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"confidence": 1}]})

    confidence: Confidence = ABSENT
    cycle_node_id: Step = None


class ReasonOut(ItemOut):
    """A reason with its provenance; ``hypothesis`` marks what only the therapist supposes."""

    refusal_id: UUID
    code: RefusalReasonCode
    reported_by: ReportedBy
    confidence: int
    noted_on: date
    quoted: bool
    cycle_node_id: UUID | None
    hypothesis: bool


class RefusalCreate(ItemInput):
    """That the partner was asked, how, and what the answer was."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "occurred_on": "2026-01-12",
                    "answer": "firm_no",
                    "how_asked": "At dinner, for the second time.",
                    "words": "I do not talk to strangers about us.",
                    "quoted": True,
                    "reasons": [_REASON],
                }
            ]
        }
    )

    about: About = About.PARTNER
    occurred_on: date = or_today()
    answer: RefusalAnswer
    how_asked: Text | None = None
    words: Text | None = None
    quoted: bool = Field(False, description="Whether words are the partner's own, not a summary.")
    reasons: list[ReasonCreate] = Field(default_factory=list, max_length=MAX_REASONS)


class RefusalChange(Patch):
    """What may change of a refusal; reasons are added and marked as errors one by one."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"answer": "ambivalent"}]})

    occurred_on: date = ABSENT
    answer: RefusalAnswer = ABSENT
    how_asked: Text | None = None
    words: Text | None = None
    quoted: bool = ABSENT


class RefusalOut(ItemOut):
    """A refusal with its reasons, oldest first, those entered in error among them."""

    occurred_on: date
    answer: RefusalAnswer
    how_asked: str | None
    words: str | None
    quoted: bool
    reasons: list[ReasonOut]
