"""Scoring of safety screens: pure arithmetic, without a database.

One rule serves every instrument: a screen is positive as soon as the answers that are there reach the cut, whatever
the missing ones would be (so one yes of HARK or PVS counts, however few items were answered); it is negative only
when every item was answered; otherwise it is incomplete, which is never negative (domain.md 3, missing items).

>>> score(Facts(4, 0, 1, 1), [0, None, 1, None]).result.value
'positive'
>>> score(Facts(4, 0, 1, 1), [0, None, 0, 0]).result.value
'incomplete'
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from couplesone.safety.codes import DangerLevel, SafetyGrade, ScreenInstrument, ScreenResult
from couplesone.safety.screens.instruments import Facts


@dataclass(frozen=True, slots=True)
class Score:
    """What an instrument says: ``total`` of a complete one, and what the sum is ``at_least``."""

    total: int | None
    at_least: int
    result: ScreenResult


@dataclass(frozen=True, slots=True)
class DangerFacts:
    """What is asked beside the instruments; what was not asked is not affirmed.

    ``harmful`` is what was told, triaged as harmful (S2.53); ``danger_level`` that of a Danger Assessment.
    """

    fear: bool = False
    injury: bool = False
    weapon: bool = False
    strangulation: bool = False
    threat_of_retaliation: bool = False
    coercive_control: bool = False
    harmful: bool = False
    danger_level: DangerLevel | None = None

    @property
    def grave(self) -> bool:
        """Whether one of those holds that make a positive screen a high one (decisions F32)."""
        severe = self.danger_level in (DangerLevel.SEVERE, DangerLevel.EXTREME)
        return self.fear or self.injury or self.weapon or self.strangulation or severe

    @property
    def any(self) -> bool:
        """Whether any danger was affirmed; the lowest level of a Danger Assessment affirms none by itself."""
        increased = self.danger_level not in (None, DangerLevel.VARIABLE)
        told = self.threat_of_retaliation or self.coercive_control or self.harmful
        return self.grave or told or increased


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a whole screen says; a positive one has a grade."""

    result: ScreenResult
    grade: SafetyGrade | None


def score(facts: Facts, values: Sequence[int | None]) -> Score:
    """Return the score of the values in the order of the items; None stands for an item without an answer."""
    answered = [value for value in values if value is not None]
    missing = facts.item_count - len(answered)
    at_least = sum(answered) + missing * facts.lowest
    if at_least >= facts.cut:
        result = ScreenResult.POSITIVE
    elif missing:
        result = ScreenResult.INCOMPLETE
    else:
        result = ScreenResult.NEGATIVE
    return Score(None if missing else at_least, at_least, result)


def verdict(
    scores: Collection[tuple[ScreenInstrument, Score]], danger: DangerFacts, high_hits_total: int
) -> Verdict:
    """Return what instruments and affirmed dangers say together (decisions F32).

    Positive by any positive instrument, and by any affirmed danger: a client who says that she is afraid of the
    partner is not screened negative by three noes. High with fear, injury, weapon or strangulation, a severe or
    extreme level of danger, or a HITS total from ``high_hits_total`` on; low otherwise. Negative only when every
    instrument is.
    """
    results = {found.result for _, found in scores}
    if ScreenResult.POSITIVE in results or danger.any:
        high = danger.grave or any(
            instrument is ScreenInstrument.HITS and found.at_least >= high_hits_total
            for instrument, found in scores
        )
        return Verdict(ScreenResult.POSITIVE, SafetyGrade.HIGH if high else SafetyGrade.LOW)
    incomplete = ScreenResult.INCOMPLETE in results or not results
    return Verdict(ScreenResult.INCOMPLETE if incomplete else ScreenResult.NEGATIVE, None)
