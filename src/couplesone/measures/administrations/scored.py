"""Between a score and the columns that keep it: total, band and subscales, as the answer shows them."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from couplesone.kernel.errors import FieldError, ValidationFailed
from couplesone.measures.administrations.models import Administration
from couplesone.measures.administrations.schemas import CutOffResult, MeasureScore, SubscaleScore
from couplesone.measures.scoring.rule import ScoringRule
from couplesone.measures.scoring.scores import Answers, Score, misfits, score


def kept(value: Fraction | None) -> float | None:
    """Return a total as it is kept: two decimals at most, so that the number read is the number written."""
    return None if value is None else float(value)


def exact(value: float | None) -> Fraction | None:
    """Return the total that was kept, exactly as it is printed."""
    return None if value is None else Fraction(str(value))


def scored(rule: ScoringRule, answers: Answers) -> Score:
    """Score answers from the outside; ValidationFailed names each item that does not fit by its pointer."""
    if found := misfits(rule, answers):
        raise ValidationFailed(
            errors=[
                FieldError("/items" if it.place is None else f"/items/{it.place}", it.code, it.detail)
                for it in found
            ]
        )
    return score(rule, answers)


def columns_of(result: Score) -> dict[str, Any]:
    """Return the columns that keep a score."""
    return {
        "answered": result.answered,
        "total": kept(result.total),
        "prorated": result.prorated,
        "band": result.band.code if result.band else None,
        "subscales": {
            code: {"total": kept(scale.total), "prorated": scale.prorated}
            for code, scale in result.subscales.items()
        },
    }


def stored_score(administration: Administration, rule: ScoringRule) -> MeasureScore:
    """Return the score as it is stored."""
    return MeasureScore(
        answered=administration.answered,
        total=administration.total,
        prorated=administration.prorated,
        band=administration.band,
        subscales=_subscales(rule, administration.subscales),
    )


def computed_score(rule: ScoringRule, answers: Answers) -> MeasureScore:
    """Return the score as the rule computes it now."""
    return stored_score(Administration(**columns_of(score(rule, answers))), rule)


def cut_offs(rule: ScoringRule, total: Fraction | None, *, prorated: bool) -> Sequence[CutOffResult]:
    """Return on which side of each cut-off a total lies; nothing without a total."""
    if total is None:
        return []
    return [
        CutOffResult(
            code=cut.code,
            label=cut.label,
            comparator=cut.comparator,
            value=float(cut.value),
            applies_to=cut.applies_to,
            met=cut.met(total),
            prorated=prorated,
        )
        for cut in rule.cut_offs
    ]


def _subscales(rule: ScoringRule, stored: dict[str, Any]) -> list[SubscaleScore]:
    return [
        SubscaleScore(
            code=scale.code,
            label=scale.label,
            total=stored[scale.code]["total"],
            prorated=stored[scale.code]["prorated"],
        )
        for scale in rule.subscales
    ]
