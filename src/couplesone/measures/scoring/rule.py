"""The scoring rule of an instrument, as data: what is stored with every score, so that it can be computed again."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from operator import ge, gt, le, lt
from typing import Any, Final

from pydantic import TypeAdapter

from couplesone.cases.weekly import Direction
from couplesone.measures.codes import AppliesTo, Comparator, ScoringMethod

_COMPARE: Final = {
    Comparator.BELOW: lt,
    Comparator.AT_MOST: le,
    Comparator.ABOVE: gt,
    Comparator.AT_LEAST: ge,
}


def holds(value: Fraction | int, comparator: Comparator, limit: Decimal | int) -> bool:
    """Say whether ``value`` stands to ``limit`` as the comparator says; exact."""
    return bool(_COMPARE[comparator](value, Fraction(limit)))


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemRule:
    """An item: its lowest and highest answer, and whether it counts reversed.

    ``risk`` says that any answer above the lowest opens the risk path; ``link_id`` names the item in a
    questionnaire of the practice.
    """

    low: int
    high: int
    reversed: bool = False
    risk: bool = False
    link_id: str | None = None

    def scored(self, answer: int) -> int:
        """Return what an answer counts."""
        return self.low + self.high - answer if self.reversed else answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscale:
    """Some of the items, by their places from 1, with a total of their own."""

    code: str
    label: str
    items: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A range of totals, from ``low`` up to the next band."""

    code: str
    label: str
    low: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class CutOff:
    """A limit of the total. ``met`` is the clinical side of it: ``recovery`` means leaving that side counts."""

    code: str
    label: str
    comparator: Comparator
    value: Decimal
    recovery: bool = False
    applies_to: AppliesTo = AppliesTo.EVERYBODY

    def met(self, total: Fraction | int) -> bool:
        """Say whether a total lies on the clinical side."""
        return holds(total, self.comparator, self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReliableChange:
    """A set of parameters for reliable change.

    Either ``sd``, ``r`` and ``z``: the difference counts where it, over ``Sdiff = sd * sqrt(2 * (1 - r))``, stands
    to z as the comparator says; or ``points`` as a source prints them.
    """

    code: str
    comparator: Comparator
    source: str
    verified: bool
    points: Decimal | None = None
    sd: Decimal | None = None
    r: Decimal | None = None
    z: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoringRule:
    """Everything that turns answers into a score and two scores into a class of change.

    ``least_answered`` is how many items must be answered for a total at all; missing ones among the rest are
    prorated. The first set of ``reliable_change`` is the one that a result names first.
    """

    method: ScoringMethod
    direction: Direction
    items: tuple[ItemRule, ...]
    least_answered: int
    subscales: tuple[Subscale, ...] = ()
    bands: tuple[Band, ...] = ()
    cut_offs: tuple[CutOff, ...] = ()
    reliable_change: tuple[ReliableChange, ...] = ()

    @property
    def lowest(self) -> Fraction:
        """The lowest total."""
        return self._per_method(sum(item.low for item in self.items))

    @property
    def highest(self) -> Fraction:
        """The highest total."""
        return self._per_method(sum(item.high for item in self.items))

    @property
    def recovery(self) -> CutOff | None:
        """The cut-off that recovery has to pass, if there is one."""
        return next((cut for cut in self.cut_offs if cut.recovery), None)

    @property
    def digits(self) -> int:
        """To how many decimals a total is kept: a sum is whole, a mean has two."""
        return 0 if self.method is ScoringMethod.SUM else 2

    def _per_method(self, total: int) -> Fraction:
        return Fraction(total, 1 if self.method is ScoringMethod.SUM else len(self.items))

    def as_json(self) -> dict[str, Any]:
        """Return the rule as it is stored; decimal numbers are text, so that nothing is lost."""
        found: dict[str, Any] = _RULE.dump_python(self, mode="json")
        return found


_RULE: Final = TypeAdapter(ScoringRule)


def rule_of(stored: Any) -> ScoringRule:
    """Return the rule that was stored by ``as_json``."""
    return _RULE.validate_python(stored)
