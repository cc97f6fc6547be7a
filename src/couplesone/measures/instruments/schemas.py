"""What an instrument shows."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from pydantic import Field, StringConstraints

from couplesone.cases.weekly import Direction
from couplesone.measures.codes import AppliesTo, Comparator, InstrumentOrigin, ScoringMethod
from couplesone.web.schemas import Output

InstrumentCode = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{1,39}$")]
"""The code of an instrument, such as csi16."""


class ItemRuleOut(Output):
    """An item: which answers it takes, and how they count."""

    low: int
    high: int
    reversed: bool
    risk: bool = Field(description="Any answer above the lowest opens the risk path.")
    link_id: str | None = Field(description="Its linkId in the practice's own Questionnaire.")


class SubscaleOut(Output):
    """A subscale and its items, by their places from 1."""

    code: str
    label: str
    items: list[int]


class BandOut(Output):
    """A range of totals, from ``low`` up to the next band."""

    code: str
    label: str
    low: float


class CutOffOut(Output):
    """A limit of the total: on the clinical side of it where the comparison holds."""

    code: str
    label: str
    comparator: Comparator
    value: float
    recovery: bool = Field(description="Recovery means to leave this side.")
    applies_to: AppliesTo


class ReliableChangeOut(Output):
    """A set of parameters for reliable change: SD, r and z, or points as a source prints them."""

    code: str
    comparator: Comparator
    source: str
    verified: bool
    points: float | None
    sd: float | None
    r: float | None
    z: float | None


class ScoringRuleOut(Output):
    """How answers become a score, and two scores a class of change."""

    method: ScoringMethod
    direction: Direction
    items: list[ItemRuleOut]
    lowest: float
    highest: float
    least_answered: int = Field(
        description="With fewer answers there is no total; missing ones are prorated."
    )
    subscales: list[SubscaleOut]
    bands: list[BandOut]
    cut_offs: list[CutOffOut]
    reliable_change: list[ReliableChangeOut]


class SourceNoteOut(Output):
    """Where a fact is from; not verified means general knowledge that nobody looked up."""

    fact: str
    source: str
    verified: bool


class InstrumentOut(Output):
    """A version of an instrument: scoring facts, no wording."""

    code: str
    version: int
    name: str
    origin: InstrumentOrigin
    practice_instrument_id: UUID | None
    licence: str
    wording_shipped: bool = Field(description="Always false: no wording of a published item is shipped.")
    loinc: dict[str, str] = Field(description="LOINC codes of panel, total and item_N, where there are any.")
    sources: list[SourceNoteOut]
    rule: ScoringRuleOut


class InstrumentsOut(Output):
    """Every instrument that can be taken."""

    items: list[InstrumentOut]
