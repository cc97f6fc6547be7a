"""What a tool shows."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from couplesone.cases.weekly import WeeklyMeasure
from couplesone.plans.tools.codes import SkillDomain, Standing, ToolCode
from couplesone.safety.codes import BlockCode, Guarded
from couplesone.web.schemas import Filters, Output


class Contraindication(Output):
    """A safety block that forbids a tool."""

    block: BlockCode
    sentence: str


class ToolOut(Output):
    """A tool with its source and licence. The source's opinion is its own; ``standing`` says how firm it is."""

    code: ToolCode
    version: int
    title: str
    purpose: str
    steps: list[str]
    domain: SkillDomain
    rows: list[str] = Field(description="The requirements behind it.")
    antidote_to: list[WeeklyMeasure] = Field(
        description="Own habits, counted in check-ins, that it replaces."
    )
    homework: Guarded | None = Field(description="As what a safety block forbids it; null if none does.")
    contraindications: list[Contraindication] = Field(description="When it is not given.")
    idea_from: str
    standing: Standing
    licence: str = Field(description="Of the wording, which is our own.")


class Tools(Output):
    """The catalogue."""

    items: list[ToolOut]


class SheetFilters(Filters):
    """In which form the sheet is wanted; it goes before the Accept header."""

    format: Literal["text", "html", "pdf"] | None = None
