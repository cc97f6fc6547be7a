"""What a tool of the catalogue is made of."""

from __future__ import annotations

from dataclasses import dataclass

from couplesone.cases.weekly import WeeklyMeasure
from couplesone.plans.tools.codes import SkillDomain, Standing, ToolCode
from couplesone.safety.codes import Guarded

LICENCE = "Apache-2.0"
"""Under which the wording is given: it is this program's own, and no text of a published manual (S4.15)."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where the idea of a tool is from, and how firmly that is established (S1.21, S2.28).

    The opinion is that of the source named, not of the practice; ``standing`` says whether anybody checked it.
    """

    idea: str
    standing: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """Something that a client practises alone. ``version`` grows whenever a word of it changes.

    ``rows`` name the requirements behind it (domain paper, section 1). ``homework`` says as which kind of homework a
    safety block forbids it; None where nothing does. ``antidote_to`` names the client's own habits that it replaces
    (S2.49).
    """

    code: ToolCode
    version: int
    purpose: str
    steps: tuple[str, ...]
    domain: SkillDomain
    rows: tuple[str, ...]
    provenance: Provenance
    homework: Guarded | None = None
    antidote_to: tuple[WeeklyMeasure, ...] = ()

    @property
    def title(self) -> str:
        """What stands above the sheet."""
        return self.code.label

    @property
    def licence(self) -> str:
        """The licence of the wording."""
        return LICENCE
