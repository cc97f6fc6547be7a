"""Results as the API shows them: totals as kept, z and thresholds to two digits, Sdiff to three."""

from __future__ import annotations

from fractions import Fraction

from couplesone.measures.administrations.scored import cut_offs, kept
from couplesone.measures.codes import ChangeWithheld
from couplesone.measures.instruments.schemas import CutOffOut, ReliableChangeOut
from couplesone.measures.results.schemas import (
    ChangeOut,
    ChangeWithheldOut,
    MeasureSeriesOut,
    ResultOut,
    TrajectoryOut,
)
from couplesone.measures.results.series import MeasureSeries, Result
from couplesone.measures.scoring.change import Change
from couplesone.measures.scoring.rule import ScoringRule
from couplesone.measures.scoring.trajectory import BAND_PERCENT, Trajectory
from couplesone.measures.single_case import rounded


def series_shown(series: MeasureSeries, withheld: ChangeWithheld | None) -> MeasureSeriesOut:
    """Return a series as shown; without its changes, and with the reason, where they are withheld."""
    rule = series.rule
    return MeasureSeriesOut(
        instrument=series.instrument,
        instrument_version=series.version,
        name=series.name,
        direction=rule.direction,
        lowest=_number(rule.lowest),
        highest=_number(rule.highest),
        cut_offs=[CutOffOut.model_validate(cut) for cut in rule.cut_offs],
        parameter_sets=[ReliableChangeOut.model_validate(one) for one in rule.reliable_change],
        results=[_result(rule, result, shown=withheld is None) for result in series.results],
        change_withheld=withheld_shown(withheld),
        trajectory=None if series.trajectory is None else _trajectory(series.trajectory),
        off_track=bool(series.off_track),
        off_track_reasons=list(series.off_track),
        explanation=series.explanation,
    )


def withheld_shown(withheld: ChangeWithheld | None) -> ChangeWithheldOut | None:
    """Return why changes are withheld, in words; None where they are shown."""
    return None if withheld is None else ChangeWithheldOut(code=withheld, sentence=withheld.label)


def _result(rule: ScoringRule, result: Result, *, shown: bool) -> ResultOut:
    taken, change = result.taken, result.change if shown else None
    return ResultOut(
        administration_id=taken.id,
        taken_on=taken.taken_on,
        total=kept(taken.total),
        prorated=taken.prorated,
        band=taken.band,
        cut_offs=[*cut_offs(rule, taken.total, prorated=taken.prorated)],
        change_class=change.change_class if change else None,
        parameter_set=change.parameters.code if change else None,
        changes=[_change(one, prorated=result.prorated) for one in result.changes if shown],
    )


def _change(change: Change, *, prorated: bool) -> ChangeOut:
    return ChangeOut(
        parameter_set=change.parameters.code,
        difference=_number(change.difference),
        sdiff=kept(change.sdiff),
        z=kept(change.z),
        threshold=_number(change.threshold),
        reliable=change.reliable,
        crossed_cut_off=change.crossed,
        change_class=change.change_class,
        prorated=prorated,
    )


def _trajectory(course: Trajectory) -> TrajectoryOut:
    return TrajectoryOut(
        points=course.points,
        slope_per_week=_decimals(course.slope_per_week, 4),
        expected=_decimals(course.expected, 2),
        lower=_decimals(course.lower, 2),
        upper=_decimals(course.upper, 2),
        band_percent=BAND_PERCENT,
        actual=course.actual,
    )


def _number(value: Fraction) -> float:
    return float(value)


def _decimals(value: float, digits: int) -> float:
    shown = rounded(value, digits)
    assert shown is not None
    return shown
