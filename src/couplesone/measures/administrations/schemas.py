"""What an administration takes and shows."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import ConfigDict, Field

from couplesone.cases.codes import About
from couplesone.cases.corrections.schemas import CorrectionOut
from couplesone.cases.schemas import ItemOut, or_today
from couplesone.measures.codes import AdministrationSource, AppliesTo, Comparator, Respondent
from couplesone.measures.instruments.schemas import InstrumentCode, ScoringRuleOut
from couplesone.web.schemas import ABSENT, Input, Output, Patch, Text

MAX_ITEMS = 500
Items = Annotated[
    list[int | None],
    Field(
        max_length=MAX_ITEMS,
        description="The answer of each item in its order, as the number that was ticked; null where there is none.",
    ),
]


class AdministrationCreate(Input):
    """An instrument that the client took: the answers as ticked, never recoded."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "instrument": "phq9",
                    "taken_on": "2026-01-12",
                    "respondent": "client",
                    "source": "in_room",
                    "items": [2, 2, 1, 2, 1, 1, 2, 1, 0],
                    "note": "Filled in during the session.",
                }
            ]
        }
    )

    instrument: InstrumentCode
    taken_on: date = or_today()
    respondent: Respondent = Field(description="Who answered. Anybody but the client is refused.")
    about: About = Field(About.CLIENT, description="About whom. Anybody but the client is refused.")
    source: AdministrationSource
    items: Items
    note: Text | None = None


class AdministrationChange(Patch):
    """What was wrong of an administration, and why it is corrected. Who answered cannot change."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"items": [2, 2, 1, 2, 1, 1, 2, 0, 0], "reason": "Item 8 was typed wrong."}]
        }
    )

    taken_on: date = ABSENT
    source: AdministrationSource = ABSENT
    items: Items = ABSENT
    note: Text | None = None
    reason: Text


class SubscaleScore(Output):
    """The total of a subscale."""

    code: str
    label: str
    total: float | None
    prorated: bool


class CutOffResult(Output):
    """On which side of a cut-off the total lies; ``prorated`` flags a total that was prorated."""

    code: str
    label: str
    comparator: Comparator
    value: float
    applies_to: AppliesTo
    met: bool
    prorated: bool


class MeasureScore(Output):
    """What the answers come to: null where too few items were answered."""

    answered: int
    total: float | None
    prorated: bool = Field(description="Missing answers were made up from those that were given.")
    band: str | None
    subscales: list[SubscaleScore]


class AdministrationOut(ItemOut):
    """An administration with its score and the rule by which it was scored."""

    instrument: str
    instrument_version: int
    practice_instrument_id: UUID | None
    taken_on: date
    respondent: Literal["client"]
    source: AdministrationSource
    items: list[int | None]
    score: MeasureScore
    cut_offs: list[CutOffResult]
    risk_items: list[int] = Field(description="The places, from 1, of answers that open the risk path.")
    parameters: ScoringRuleOut
    note: str | None
    corrections: int = Field(description="How often it was corrected.")


class AdministrationBefore(Output):
    """What an administration said before."""

    taken_on: date
    source: AdministrationSource
    items: list[int | None]
    total: float | None
    note: str | None


class AdministrationCorrectionOut(CorrectionOut):
    """A correction of an administration."""

    before: AdministrationBefore


class Recomputed(Output):
    """A stored score beside the one that its answers and its stored rule give now (invariant 10)."""

    id: UUID
    instrument: str
    instrument_version: int
    stored: MeasureScore
    computed: MeasureScore
    agrees: bool
