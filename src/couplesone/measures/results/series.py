"""The totals of a case, instrument by instrument: how each changed since the first, and what was to be expected.

The first total is the one against which every later one is compared. Nothing is carried forward: a day without a
total has no change. Totals of different versions of an instrument are different series.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from uuid import UUID

from couplesone.measures.codes import ChangeClass, OffTrackReason
from couplesone.measures.instruments.catalogue import shipped
from couplesone.measures.scoring.change import Change, changes
from couplesone.measures.scoring.rule import ScoringRule
from couplesone.measures.scoring.trajectory import BAND_PERCENT, LEAST_POINTS, Trajectory, trajectory


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """An administration and what it scored; the practice's own instrument brings its name and rule."""

    id: UUID
    instrument: str
    version: int
    taken_on: date
    total: Fraction | None
    prorated: bool
    band: str | None
    own_name: str | None = None
    own_rule: ScoringRule | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """An administration, and its change since the first total by every set of parameters."""

    taken: Taken
    changes: tuple[Change, ...]
    prorated: bool
    """Whether its own total or the first one was prorated: a flag on cut-offs and change."""

    @property
    def change(self) -> Change | None:
        """The change by the set that the rule names first."""
        return self.changes[0] if self.changes else None


@dataclass(frozen=True, slots=True)
class MeasureSeries:
    """One instrument over time."""

    instrument: str
    version: int
    name: str
    rule: ScoringRule
    results: tuple[Result, ...]
    trajectory: Trajectory | None
    off_track: tuple[OffTrackReason, ...]

    @property
    def scored(self) -> list[Result]:
        """The results that have a total."""
        return [result for result in self.results if result.taken.total is not None]

    @property
    def explanation(self) -> str:
        """Say in words where the latest total lies; about numbers only, never about a cause."""
        return " ".join(_sentences(self))


def series_of(taken: Iterable[Taken]) -> list[MeasureSeries]:
    """Return the series of administrations that are given by day, in the order in which each was first taken."""
    found: dict[tuple[str, int], list[Taken]] = {}
    for one in taken:
        found.setdefault((one.instrument, one.version), []).append(one)
    return [_series(group) for group in found.values()]


def _series(group: Sequence[Taken]) -> MeasureSeries:
    first = group[0]
    name, rule = _known(first)
    results = _results(rule, group)
    points = [(one.taken_on.toordinal(), float(one.total)) for one in group if one.total is not None]
    course = trajectory(points, direction=rule.direction)
    scored = [result for result in results if result.taken.total is not None]
    latest = scored[-1].change if scored else None
    reasons = []
    if course is not None and course.outside_on_worse_side:
        reasons.append(OffTrackReason.OUTSIDE_BAND)
    if latest is not None and latest.change_class is ChangeClass.DETERIORATED:
        reasons.append(OffTrackReason.RELIABLY_WORSE)
    return MeasureSeries(first.instrument, first.version, name, rule, tuple(results), course, tuple(reasons))


def _known(one: Taken) -> tuple[str, ScoringRule]:
    instrument = shipped(one.instrument, one.version)
    if instrument is not None and one.own_rule is None:
        return instrument.name, instrument.rule
    assert one.own_rule is not None
    return one.own_name or one.instrument, one.own_rule


def _results(rule: ScoringRule, group: Sequence[Taken]) -> list[Result]:
    first: Taken | None = None
    results = []
    for one in group:
        if one.total is None:
            results.append(Result(one, (), prorated=False))
        elif first is None or first.total is None:
            first = one
            results.append(Result(one, (), prorated=one.prorated))
        else:
            found = tuple(changes(rule, first.total, one.total))
            results.append(Result(one, found, prorated=one.prorated or first.prorated))
    return results


def _sentences(series: MeasureSeries) -> Iterable[str]:
    course, scored = series.trajectory, series.scored
    if course is None:
        yield f"There is no expectation yet: it takes {LEAST_POINTS} totals on different days before the latest."
    else:
        yield (
            f"The latest total, {course.actual:g}, lies {_where(course)} the {BAND_PERCENT} % prediction band of "
            f"the {course.points} totals before it: {course.lower:.1f} to {course.upper:.1f}."
        )
    if OffTrackReason.RELIABLY_WORSE in series.off_track:
        before, after = scored[0].taken.total, scored[-1].taken.total
        assert before is not None
        assert after is not None
        change = scored[-1].change
        assert change is not None
        yield (
            f"It is reliably worse than the first: {float(before):g}, now {float(after):g} "
            f"({change.parameters.code})."
        )
    if series.off_track:
        yield "The numbers do not say why: a reason to ask, and no diagnosis."


def _where(course: Trajectory) -> str:
    if course.lower <= course.actual <= course.upper:
        return "within"
    return "below" if course.actual < course.lower else "above"
