"""What is known of an instrument."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from uuid import UUID

from couplesone.measures.codes import InstrumentOrigin
from couplesone.measures.scoring.rule import ScoringRule


@dataclass(frozen=True, slots=True)
class SourceNote:
    """Where a fact is from; ``verified`` is False for what was not read in a published source."""

    fact: str
    source: str
    verified: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Instrument:
    """A version of an instrument. A changed fact makes a new version; earlier ones stay, for what was scored by them.

    ``loinc`` maps ``panel``, ``total`` and ``item_N`` to LOINC codes.
    """

    code: str
    version: int
    name: str
    rule: ScoringRule
    licence: str
    origin: InstrumentOrigin = InstrumentOrigin.SHIPPED
    loinc: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    sources: tuple[SourceNote, ...] = ()
    practice_instrument_id: UUID | None = None
    wording_shipped: bool = False
