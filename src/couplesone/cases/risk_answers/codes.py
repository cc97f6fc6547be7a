"""Vocabulary of risk answers."""

from __future__ import annotations

from couplesone.kernel.coded import Coded


class RiskKind(Coded):
    """Where an answer was given that must be looked at now."""

    FEAR = "fear", "The weekly question whether the client is afraid of somebody close"
    MEASURE_ITEM = "measure_item", "An item of a measure"
    UNFILED_MEASURE = "unfiled_measure", "A measure sent a second time on its day, which was not filed"


VOCABULARIES: tuple[type[Coded], ...] = (RiskKind,)
RiskKind.version = 1
