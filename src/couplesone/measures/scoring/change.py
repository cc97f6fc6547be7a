"""Whether a total changed reliably since another, and what that is called.

``Sdiff = SD * sqrt(2) * sqrt(1 - r)``; a change is reliable where ``|difference| / Sdiff`` passes z (1.96). Where
a source prints points, that many points (decisions.md 31). Recovered is reliably better and past the cut-off;
improved is reliably better; deteriorated is reliably worse. Whether it holds is decided on squares of fractions,
so that no root is ever rounded before it is compared.

Source: Jacobson & Truax 1991, Journal of Consulting and Clinical Psychology 59, 12-19.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, localcontext
from fractions import Fraction

from couplesone.cases.weekly import Direction
from couplesone.measures.codes import ChangeClass
from couplesone.measures.scoring.rule import ReliableChange, ScoringRule, holds
from couplesone.measures.scoring.scores import half_up


@dataclass(frozen=True, slots=True)
class Change:
    """From one total to another by one set of parameters.

    ``difference`` is later minus earlier; ``z`` and ``sdiff`` (rounded half up to 2 and 3 digits) are None where the
    set prints points; ``threshold`` is how far totals must lie apart, to 2 digits; ``crossed`` says whether the
    cut-off of recovery was passed for the better, None without one.
    """

    parameters: ReliableChange
    difference: Fraction
    z: Fraction | None
    sdiff: Fraction | None
    threshold: Fraction
    reliable: bool
    crossed: bool | None
    change_class: ChangeClass


def changes(rule: ScoringRule, before: Fraction, after: Fraction) -> list[Change]:
    """Return the change by every set of parameters of the rule, in their order."""
    return [change(rule, parameters, before, after) for parameters in rule.reliable_change]


def change(rule: ScoringRule, parameters: ReliableChange, before: Fraction, after: Fraction) -> Change:
    """Return the change by one set of parameters."""
    difference = after - before
    higher = rule.direction is Direction.HIGHER_IS_BETTER
    better = difference > 0 if higher else difference < 0
    cut = rule.recovery
    crossed = None if cut is None else cut.met(before) and not cut.met(after)
    reliable = is_reliable(parameters, difference)
    if not reliable:
        found = ChangeClass.UNCHANGED
    elif not better:
        found = ChangeClass.DETERIORATED
    else:
        found = ChangeClass.RECOVERED if crossed else ChangeClass.IMPROVED
    sdiff = sdiff_of(parameters)
    return Change(
        parameters=parameters,
        difference=difference,
        z=None if sdiff is None else half_up(abs(difference) / sdiff, 2),
        sdiff=None if sdiff is None else half_up(sdiff, 3),
        threshold=threshold_of(parameters),
        reliable=reliable,
        crossed=crossed,
        change_class=found,
    )


def is_reliable(parameters: ReliableChange, difference: Fraction) -> bool:
    """Say whether a difference passes the set's limit; exact."""
    if parameters.points is not None:
        return difference != 0 and holds(abs(difference), parameters.comparator, parameters.points)
    assert parameters.sd is not None
    assert parameters.r is not None
    assert parameters.z is not None
    square = Fraction(parameters.z) ** 2 * _variance(parameters.sd, parameters.r)
    return difference != 0 and holds(difference**2 - square, parameters.comparator, 0)


def sdiff_of(parameters: ReliableChange) -> Fraction | None:
    """Return the standard error of a difference, to 40 digits; None where the set prints points."""
    if parameters.sd is None or parameters.r is None:
        return None
    variance = _variance(parameters.sd, parameters.r)
    with localcontext() as context:
        context.prec = 40
        return Fraction((Decimal(variance.numerator) / Decimal(variance.denominator)).sqrt())


def threshold_of(parameters: ReliableChange) -> Fraction:
    """Return how far two totals must lie apart, rounded half up to 2 digits for showing."""
    if parameters.points is not None:
        return half_up(Fraction(parameters.points), 2)
    sdiff = sdiff_of(parameters)
    assert sdiff is not None
    assert parameters.z is not None
    return half_up(Fraction(parameters.z) * sdiff, 2)


def _variance(sd: Decimal, r: Decimal) -> Fraction:
    return 2 * Fraction(sd) ** 2 * (1 - Fraction(r))
