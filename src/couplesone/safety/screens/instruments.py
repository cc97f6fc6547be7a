"""The screening instruments as data: how many items, which values, where the cut lies, and where that is from.

No wording is shipped: a practice reads the questions from its own licensed copy. ``FACTS_VERSION`` grows with any
change here; each stored score keeps the version and the parameters it was computed with (invariant 10).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from couplesone.safety.codes import ScreenInstrument, ScreenVariant

FACTS_VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class Facts:
    """The parameters of a score: ``item_count`` items from ``lowest`` to ``highest``, positive from ``cut`` on."""

    item_count: int
    lowest: int
    highest: int
    cut: int


@dataclass(frozen=True, slots=True)
class Screener:
    """An instrument in one of its variants."""

    instrument: ScreenInstrument
    variant: ScreenVariant
    facts: Facts
    loinc: str | None
    source: str


_FOUR_HITS = "Four items from 1 to 5, summed"
SCREENERS: Final[tuple[Screener, ...]] = (
    Screener(
        ScreenInstrument.HARK,
        ScreenVariant.STANDARD,
        Facts(4, 0, 1, 1),
        "76499-3",
        "Sohal, Eldridge, Feder 2007, BMC Family Practice: one yes is positive (sensitivity 81 %, specificity 95 %)",
    ),
    Screener(
        ScreenInstrument.HITS,
        ScreenVariant.ORIGINAL,
        Facts(4, 1, 5, 11),
        None,
        f"{_FOUR_HITS}; Sherin et al. 1998: positive above 10",
    ),
    Screener(
        ScreenInstrument.HITS,
        ScreenVariant.USPSTF,
        Facts(4, 1, 5, 10),
        None,
        f"{_FOUR_HITS}; evidence table of the USPSTF (NBK533715): positive from 10",
    ),
    Screener(
        ScreenInstrument.HITS,
        ScreenVariant.E_HITS,
        Facts(5, 1, 5, 7),
        None,
        "Five items from 1 to 5, summed; E-HITS: positive from 7",
    ),
    Screener(
        ScreenInstrument.HITS,
        ScreenVariant.VHA_FEMALE,
        Facts(4, 1, 5, 6),
        None,
        f"{_FOUR_HITS}; women in veterans' care: positive from 6",
    ),
    Screener(
        ScreenInstrument.WAST,
        ScreenVariant.STANDARD,
        Facts(8, 1, 3, 13),
        None,
        "Eight items from 1 to 3, summed; 13 is in common use, the authors fixed no cut",
    ),
    Screener(
        ScreenInstrument.PVS,
        ScreenVariant.STANDARD,
        Facts(3, 0, 1, 1),
        None,
        "Feldhaus et al. 1997: one yes is positive",
    ),
)
BY_CODE: Final = {(found.instrument, found.variant): found for found in SCREENERS}


def is_screen(code: str) -> bool:
    """Say whether the code of an instrument is that of a screen for violence, in whatever version.

    A practice may load such a screen as an instrument of its own, under a code such as ``hark`` or ``hits_4``.

    >>> is_screen("e_hits"), is_screen("phq9")
    (True, False)
    """
    return bool({screen.value for screen in ScreenInstrument}.intersection(code.split("_")))
