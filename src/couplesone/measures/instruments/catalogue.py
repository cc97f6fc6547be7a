"""The shipped instruments, every version of each. A fact is never changed in place: a new version is added here."""

from __future__ import annotations

from typing import Final

from couplesone.measures.instruments.couple_scales import CSI_4, CSI_16, CSI_32, RAS, RDAS
from couplesone.measures.instruments.records import Instrument
from couplesone.measures.instruments.symptom_scales import AUDIT_C, GAD_7, PHQ_9

_VERSIONS: Final = (CSI_16, CSI_4, CSI_32, RDAS, RAS, PHQ_9, GAD_7, AUDIT_C)

SHIPPED: Final[dict[str, Instrument]] = {instrument.code: instrument for instrument in _VERSIONS}
"""The latest version of each instrument by its code."""

BASELINE: Final = (CSI_16.code, PHQ_9.code, GAD_7.code)
"""What is taken at the beginning, and again at reviews (domain.md 2.3)."""

COUPLE_SATISFACTION: Final = frozenset(one.code for one in (CSI_16, CSI_4, CSI_32, RDAS, RAS))
"""What asks how satisfied somebody is with the relationship."""

_BY_VERSION: Final = {(instrument.code, instrument.version): instrument for instrument in _VERSIONS}


def shipped(code: str, version: int) -> Instrument | None:
    """Return a version of a shipped instrument; None if there is none."""
    return _BY_VERSION.get((code, version))
