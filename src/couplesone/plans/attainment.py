"""Goal Attainment Scaling: one figure for goals that have nothing else in common."""

from collections.abc import Sequence
from math import sqrt
from operator import mul

from couplesone.plans.codes import Achievement

LEVELS = (-2, -1, 0, 1, 2)
"""The five levels of a goal, from much less than expected to much more; 0 is the expected outcome."""

GAS_RHO = 0.30
"""The correlation between goals that Kiresuk and Sherman assume."""


def t_score(levels: Sequence[int], weights: Sequence[int], *, rho: float = GAS_RHO) -> float:
    """Give the T-score of goals rated together.

    ``T = 50 + 10 Σ(w·x) / sqrt((1 - rho) Σw² + rho (Σw)²)``

    :param levels: one level a goal, each out of `LEVELS`, in the same order as `weights`.
    :param weights: one positive integer a goal; only their proportions count.
    :param rho: assumed correlation between goals, 0 to 1.
    :returns: T in points, not rounded: 50 is "as expected", 10 is one standard deviation.
    :raises ValueError: no goals, not one weight a level, or a level, weight or rho out of its range.

    Source: Kiresuk & Sherman 1968, Community Mental Health Journal 4, 443-453.

    >>> round(t_score([1, 1, 0], [3, 2, 1]), 2)
    61.02
    """
    if not levels:
        raise ValueError("A T-score needs at least one rated goal.")
    if len(levels) != len(weights):
        raise ValueError(f"Each goal has one level and one weight, not {len(levels)} and {len(weights)}.")
    for level in levels:
        if level not in LEVELS:
            raise ValueError(f"A level of attainment is a whole number from -2 to +2, not {level!r}.")
    for weight in weights:
        if not isinstance(weight, int) or weight < 1:
            raise ValueError(f"A goal's weight is a positive whole number, not {weight!r}.")
    if not 0 <= rho <= 1:
        raise ValueError(f"The correlation between goals lies between 0 and 1, not at {rho!r}.")
    attained: int = sum(map(mul, weights, levels))
    total = sum(weights)
    squares = sum(weight * weight for weight in weights)
    # The published root, regrouped: a lone goal's is then exactly its weight, and its T exactly 30 to 70.
    return 50 + 10 * attained / sqrt(squares + rho * (total * total - squares))


def achievement(baseline: int, latest: int | None) -> Achievement:
    """Tell how far a goal is achieved: its latest level, or None, against its baseline; 0 or better is achieved.

    Source: HL7 PCO goal attainment scaling profile ("achieved" from the expected level on).

    >>> achievement(-1, -1).value, achievement(-1, 0).value
    ('no_change', 'achieved')
    """
    if latest is None:
        return Achievement.NOT_RATED
    if latest >= 0:
        return Achievement.ACHIEVED
    if latest == baseline:
        return Achievement.NO_CHANGE
    return Achievement.IMPROVING if latest > baseline else Achievement.WORSENING
