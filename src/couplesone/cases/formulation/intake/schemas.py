"""What an intake profile takes and shows (S0.7, S1.3, S1.7, S2.30, S2.36, S3.6, S3.11, S3.37, S4.7).

The days before the opening (S0.2) belong to the case itself, which also tells how long it took to seek help.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import ConfigDict, Field

from couplesone.cases.formulation.codes import CareFormat, FormatPreference, HelpTiming
from couplesone.cases.schemas import ItemInput, ItemOut, or_today
from couplesone.web.schemas import ABSENT, Patch, Scale, Text

SuitableFormat = Annotated[
    CareFormat | None,
    Field(description="Which kind of care fits, as the clinician decides; the program never suggests one."),
]
Concern = Annotated[
    Text | None, Field(description="What worries the client; its validity is not in question (S2.36).")
]
Approach = Annotated[
    Text | None, Field(description="How the client has gone about it, apart from the concern.")
]
Balance = Annotated[
    int,
    Field(
        ge=-5, le=5, description="-5 the partner decides all, 0 even, +5 the client; as the client sees it."
    ),
]
Gap = Annotated[
    Scale,
    Field(description="How much less the partner seems invested: 0 not at all, 10 the client alone is."),
]
Reluctance = Annotated[Scale, Field(description="How much the client is against going alone, 0 to 10.")]


class IntakeProfileCreate(ItemInput):
    """What was found out at intake; every member may be filled in later."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "suitable_format": "solo",
                    "suitability_reason": "Wants to work on her own part; screens were negative.",
                    "format_preference": "either",
                    "client_reluctance_solo": 4,
                    "readiness": 7,
                    "confidence": 5,
                    "last_ditch": True,
                    "timing": "delayed",
                    "impasse": True,
                    "concern": "We do not talk about money any more.",
                    "approach": "I bring it up late at night.",
                    "power_balance": -2,
                    "perceived_investment_gap": 6,
                }
            ]
        }
    )

    taken_on: date = or_today()
    suitable_format: SuitableFormat = None
    suitability_reason: Text | None = None
    format_preference: FormatPreference | None = None
    client_reluctance_solo: Reluctance | None = None
    readiness: Scale | None = None
    confidence: Scale | None = None
    last_ditch: bool | None = None
    timing: HelpTiming | None = Field(None, description="Says nothing about the prospects (S1.3).")
    impasse: bool | None = Field(None, description="Whether the client sees no next move (S3.6).")
    concern: Concern = None
    approach: Approach = None
    power_balance: Balance | None = None
    perceived_investment_gap: Gap | None = None


class IntakeProfileChange(Patch):
    """What may change of an intake profile."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"readiness": 8, "impasse": False}]})

    taken_on: date = ABSENT
    suitable_format: SuitableFormat = None
    suitability_reason: Text | None = None
    format_preference: FormatPreference | None = None
    client_reluctance_solo: Reluctance | None = None
    readiness: Scale | None = None
    confidence: Scale | None = None
    last_ditch: bool | None = None
    timing: HelpTiming | None = None
    impasse: bool | None = None
    concern: Concern = None
    approach: Approach = None
    power_balance: Balance | None = None
    perceived_investment_gap: Gap | None = None


class IntakeProfileOut(ItemOut):
    """An intake profile; null is what was not asked, or not decided, yet."""

    taken_on: date
    suitable_format: CareFormat | None
    suitability_reason: str | None
    format_preference: FormatPreference | None
    client_reluctance_solo: int | None
    readiness: int | None
    confidence: int | None
    last_ditch: bool | None
    timing: HelpTiming | None
    impasse: bool | None
    concern: str | None
    approach: str | None
    power_balance: int | None
    perceived_investment_gap: int | None
