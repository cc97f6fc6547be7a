"""What the practice's own instrument takes and shows."""

from __future__ import annotations

from typing import Annotated, Any, Final
from uuid import UUID

from pydantic import ConfigDict, Field, StringConstraints
from pydantic.config import JsonDict

from couplesone.cases.weekly import Direction
from couplesone.measures.codes import AppliesTo, Comparator, PracticeInstrumentStatus, ScoringMethod
from couplesone.measures.instruments.schemas import InstrumentCode, ScoringRuleOut
from couplesone.measures.practice_instruments.questionnaire import MAX_ITEMS
from couplesone.web.schemas import Action, Input, Line, PageFilters, RecordOut

Code = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
LinkId = Annotated[str, StringConstraints(min_length=1, max_length=100)]
Limit = Annotated[float, Field(ge=-1_000_000, le=1_000_000)]
_ITEMS: Final[list[JsonDict]] = [
    {
        "linkId": f"{place}",
        "type": "choice",
        "text": "The practice's own wording.",
        "answerOption": [{"valueInteger": 0}, {"valueInteger": 1}, {"valueInteger": 2}],
    }
    for place in (1, 2, 3)
]
EXAMPLE: Final[JsonDict] = {
    "code": "calm_evenings",
    "name": "Calm evenings, three questions",
    "licence": "Written by the practice.",
    "questionnaire": {"resourceType": "Questionnaire", "status": "active", "item": [*_ITEMS]},
    "scoring": {
        "method": "sum",
        "direction": "higher_is_better",
        "least_answered": 3,
        "items": [
            {"link_id": "1", "low": 0, "high": 2},
            {"link_id": "2", "low": 0, "high": 2, "reversed": True},
            {"link_id": "3", "low": 0, "high": 2},
        ],
        "subscales": [{"code": "home", "label": "At home", "items": ["1", "2"]}],
        "bands": [{"code": "few", "label": "Few", "low": 0}, {"code": "many", "label": "Many", "low": 4}],
        "cut_offs": [
            {"code": "strained", "label": "Strained", "comparator": "lt", "value": 3, "recovery": True}
        ],
        "reliable_change": [
            {"code": "local", "source": "Our clients of last year", "sd": 1.2, "r": 0.8, "z": 1.96}
        ],
    },
}


class ItemScoring(Input):
    """How an item of the questionnaire counts."""

    link_id: LinkId
    low: int = Field(ge=-1000, le=1000, description="The lowest answer.")
    high: int = Field(ge=-1000, le=1000, description="The highest answer.")
    reversed: bool = False
    risk: bool = Field(False, description="Any answer above the lowest opens the risk path.")


class SubscaleScoring(Input):
    """Some of the items, by their linkIds."""

    code: Code
    label: Line
    items: list[LinkId] = Field(min_length=1, max_length=MAX_ITEMS)


class BandScoring(Input):
    """A range of totals, from ``low`` up to the next band."""

    code: Code
    label: Line
    low: Limit


class CutOffScoring(Input):
    """A limit of the total."""

    code: Code
    label: Line
    comparator: Comparator
    value: Limit
    recovery: bool = Field(False, description="Recovery means to leave this side; one cut-off at most.")
    applies_to: AppliesTo = AppliesTo.EVERYBODY


class ReliableChangeScoring(Input):
    """Parameters of reliable change: sd, r and z, or points."""

    code: Code
    source: Line
    comparator: Comparator | None = Field(
        None, description="By default gt for sd, r and z, and ge for points."
    )
    points: float | None = Field(None, ge=0.001, le=1_000_000)
    sd: float | None = Field(None, ge=0.001, le=1_000_000)
    r: float | None = Field(None, ge=0, le=0.9999)
    z: float | None = Field(None, ge=0.01, le=10)


class Scoring(Input):
    """The scoring rule of a questionnaire."""

    method: ScoringMethod
    direction: Direction
    least_answered: int = Field(ge=1, le=MAX_ITEMS)
    items: list[ItemScoring] = Field(min_length=1, max_length=MAX_ITEMS)
    subscales: list[SubscaleScoring] = Field(default_factory=list, max_length=50)
    bands: list[BandScoring] = Field(default_factory=list, max_length=50)
    cut_offs: list[CutOffScoring] = Field(default_factory=list, max_length=50)
    reliable_change: list[ReliableChangeScoring] = Field(default_factory=list, max_length=20)


class PracticeInstrumentCreate(Input):
    """An instrument that the practice has the right to use; a code that is there gets its next version."""

    model_config = ConfigDict(json_schema_extra={"examples": [EXAMPLE]})

    code: InstrumentCode
    name: Line
    licence: Line = Field(description="By what right the practice uses it.")
    questionnaire: dict[str, Any] = Field(description="A FHIR R4 Questionnaire.")
    scoring: Scoring


class PracticeInstrumentFilters(PageFilters):
    """Which versions are listed."""

    status: PracticeInstrumentStatus | None = None


class PracticeInstrumentOut(RecordOut):
    """A version of the practice's own instrument."""

    code: str
    number: int = Field(description="The version of the instrument; administrations name it.")
    status: PracticeInstrumentStatus
    name: str
    licence: str
    questionnaire: dict[str, Any]
    rule: ScoringRuleOut
    added_by: UUID
    actions: list[Action]
