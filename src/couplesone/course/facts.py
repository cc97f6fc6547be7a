"""What the figures of a case are made of: plain data, read in one statement, without a database behind it.

Ids are text, as the statement gives them: the figures only tell them apart.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from couplesone.cases.weekly import Source
from couplesone.kernel.clock import week_starts_on
from couplesone.measures.results.series import Taken


@dataclass(frozen=True, slots=True)
class PlanVersion:
    """A version of the plan and the days between which it held."""

    id: str
    number: int
    status: str
    activated_on: date | None
    ended_on: date | None
    review_due_on: date | None


@dataclass(frozen=True, slots=True)
class GoalFact:
    """A goal with its weight 1 to 10, its baseline level -2 to +2, and the plan versions that it belongs to."""

    id: str
    title: str
    lifecycle: str
    weight: int
    baseline_level: int
    plans: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class RatingFact:
    """The level of a goal in the week that starts on ``week_of``, from one source."""

    goal_id: str
    week_of: date
    source: str
    level: int


@dataclass(frozen=True, slots=True)
class CheckInFact:
    """What one source reported for the week that starts on ``week_of``."""

    id: str
    week_of: date
    source: str
    values: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class PressureFact:
    """Attempts to move the partner that were logged for a day."""

    occurred_on: date
    times: int
    type: str = "ask"


@dataclass(frozen=True, slots=True)
class ReactionFact:
    """How strongly, 0 to 10, the client felt a reaction to the refusal on a day."""

    occurred_on: date
    code: str
    intensity: int


@dataclass(frozen=True, slots=True)
class ResponseFact:
    """What was reported to have come back on a day, by codes."""

    occurred_on: date
    valence: str
    type: str
    domain: str
    initiated_by: str


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """Everything that progress is computed from."""

    case_id: str
    opened_on: date
    focus_series: str
    plans: tuple[PlanVersion, ...]
    goals: tuple[GoalFact, ...]
    ratings: tuple[RatingFact, ...]
    check_ins: tuple[CheckInFact, ...]
    pressure: tuple[PressureFact, ...]
    measures: tuple[Taken, ...] = ()
    unfinished_on: date | None = None
    """The day on which the case was closed although its course is incomplete."""
    primary: Mapping[int, CheckInFact] = field(init=False, repr=False)
    """One report a week: the client's where there is one, else the therapist's (decisions F30)."""
    _week_before: int = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_week_before", week_starts_on(self.opened_on, 0).toordinal())
        chosen: dict[int, CheckInFact] = {}
        for report in self.check_ins:
            week = self.week(report.week_of)
            if week not in chosen or report.source == Source.CLIENT:
                chosen[week] = report
        object.__setattr__(self, "primary", chosen)

    def week(self, day: date) -> int:
        """Return the series week of a day, as ``series_week`` does: 1 is the week of the opening."""
        return (day.toordinal() - self._week_before) // 7

    @property
    def treatment_starts_on(self) -> date | None:
        """The day on which the first plan was activated."""
        days = [plan.activated_on for plan in self.plans if plan.activated_on is not None]
        return min(days) if days else None

    @property
    def treatment_starts(self) -> int | None:
        """The first week of series phase B: the week in which the first plan was activated (decisions F30)."""
        day = self.treatment_starts_on
        return None if day is None else self.week(day)
