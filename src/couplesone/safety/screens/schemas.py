"""What a safety screen takes and shows."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import ConfigDict, Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from couplesone.cases.schemas import or_today
from couplesone.safety.codes import (
    AnsweredBy,
    DangerLevel,
    LineCrossing,
    ReferralKind,
    SafetyGrade,
    ScreenInstrument,
    ScreenMode,
    ScreenResult,
    ScreenVariant,
)
from couplesone.safety.screens.instruments import BY_CODE, Facts
from couplesone.web.schemas import Input, Instant, Output, RecordOut, Text

DANGER_LEVELS: tuple[tuple[DangerLevel, int], ...] = (
    (DangerLevel.EXTREME, 18),
    (DangerLevel.SEVERE, 14),
    (DangerLevel.INCREASED, 8),
    (DangerLevel.VARIABLE, 0),
)
"""From which weighted total on a Danger Assessment has which level (domain.md 3)."""


class InstrumentAnswers(Input):
    """The values of an instrument in the order of its items; null for an item that was not answered."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"instrument": "hark", "variant": "standard", "values": [0, 0, 0, 0]}]
        }
    )

    instrument: ScreenInstrument
    variant: ScreenVariant
    values: list[int | None] = Field(min_length=3, max_length=8)

    @model_validator(mode="after")
    def _fit_the_facts(self) -> InstrumentAnswers:
        found = BY_CODE.get((self.instrument, self.variant))
        if found is None:
            raise PydanticCustomError("unknown_variant", "The instrument has no such variant.")
        facts = found.facts
        if len(self.values) != facts.item_count:
            raise PydanticCustomError("wrong_item_count", "Give one value, or null, for each item.")
        if any(value is not None and not facts.lowest <= value <= facts.highest for value in self.values):
            raise PydanticCustomError("value_out_of_range", "A value lies outside the instrument's range.")
        return self

    @property
    def facts(self) -> Facts:
        """The parameters it is scored with."""
        return BY_CODE[self.instrument, self.variant].facts


def _only_alone(value: Any) -> Any:
    if value is not True:
        raise PydanticCustomError(
            "not_taken_alone",
            "A screen that was not taken with the client alone is no screen; take it again.",
        )
    return value


class SafetyScreenCreate(Input):
    """A screen that the client answered alone. What was not asked is null, which is never a no."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "taken_alone": True,
                    "how": "in_person",
                    "answered_by": "client",
                    "instruments": [
                        {"instrument": "hark", "variant": "standard", "values": [1, 1, 0, 0]},
                        {"instrument": "hits", "variant": "original", "values": [3, 4, 3, 2]},
                    ],
                    "fear": True,
                    "threat_of_retaliation": True,
                    "note": "Asked to be called at work only.",
                }
            ]
        }
    )

    taken_on: date = or_today()
    taken_alone: bool = Field(description="Must be true.")
    how: ScreenMode
    answered_by: AnsweredBy
    instruments: list[InstrumentAnswers] = Field(min_length=1, max_length=7)
    fear: bool | None = Field(None, description="The client is afraid of the partner.")
    injury: bool | None = None
    weapon: bool | None = None
    strangulation: bool | None = None
    threat_of_retaliation: bool | None = None
    coercive_control: bool | None = None
    contempt: bool | None = None
    partner_addiction_reported: bool | None = Field(
        None, description="As the client reports it; never a diagnosis of the partner."
    )
    own_addiction: bool | None = None
    line_crossing: LineCrossing | None = Field(None, description="Triage of what was told (S2.53).")
    danger_total: Annotated[int, Field(ge=0, le=60)] | None = Field(
        None,
        description="Weighted total of a Danger Assessment taken by somebody certified; items are not kept.",
    )
    danger_level: DangerLevel | None = None
    note: Text | None = None

    _alone = field_validator("taken_alone", mode="after")(_only_alone)

    @model_validator(mode="after")
    def _hold_together(self) -> SafetyScreenCreate:
        named = [(found.instrument, found.variant) for found in self.instruments]
        if len(set(named)) != len(named):
            raise PydanticCustomError("instrument_twice", "An instrument is given twice in the same variant.")
        if (self.danger_total is None) != (self.danger_level is None):
            raise PydanticCustomError(
                "danger_incomplete", "Give total and level of the Danger Assessment, or neither."
            )
        if self.danger_total is not None:
            level = next(level for level, lowest in DANGER_LEVELS if self.danger_total >= lowest)
            if level is not self.danger_level:
                raise PydanticCustomError("danger_mismatch", "The level does not belong to this total.")
        return self


class ScoreOut(Output):
    """An instrument of a screen with its score and everything it can be computed from again."""

    instrument: ScreenInstrument
    variant: ScreenVariant
    facts_version: int
    item_count: int
    lowest: int
    highest: int
    cut: int
    values: list[int | None]
    total: int | None = Field(description="Null while an item lacks an answer.")
    at_least: int = Field(description="What the total is at least, whatever the missing answers would be.")
    result: ScreenResult


class SafetyScreenOut(RecordOut):
    """A safety screen: what was asked, what came of it."""

    case_id: UUID
    taken_on: date
    taken_alone: Literal[True]
    how: ScreenMode
    answered_by: AnsweredBy
    result: ScreenResult
    grade: SafetyGrade | None
    high_hits_total: int = Field(
        description="The HITS total from which the grade is high, as it held that day."
    )
    instruments: list[ScoreOut]
    fear: bool | None
    injury: bool | None
    weapon: bool | None
    strangulation: bool | None
    threat_of_retaliation: bool | None
    coercive_control: bool | None
    contempt: bool | None
    partner_addiction_reported: bool | None
    own_addiction: bool | None
    line_crossing: LineCrossing | None
    danger_total: int | None
    danger_level: DangerLevel | None
    note: str | None
    referrals_suggested: list[ReferralKind] = Field(description="What the answers suggest to offer (S2.54).")
    recorded_by: UUID
    entered_in_error_at: Instant | None
    error_reason: str | None


class SafetyInstrumentOut(Output):
    """A screening instrument in one variant, as data; its wording is not shipped."""

    instrument: ScreenInstrument
    variant: ScreenVariant
    label: str
    facts_version: int
    item_count: int
    lowest: int
    highest: int
    cut: int
    loinc: str | None
    source: str


class SafetyInstrumentsOut(Output):
    """Every instrument that a screen can be made of."""

    items: list[SafetyInstrumentOut]
