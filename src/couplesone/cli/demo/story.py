"""What a worked case is made of: plain data, in weeks of the case, without dates and without figures.

Days are told as (week, weekday), Monday being 0; ``replay`` turns them into dates.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from couplesone.sdk.types import (
    ControlFocus,
    CycleEdgeInput,
    CycleNodeInput,
    CyclePattern,
    CycleRole,
    GoalCategory,
    GoalPerson,
    OwnPartCategory,
    OwnPartFrequency,
    ReactionCode,
    ReasonCreate,
    RefusalAnswer,
    RelationshipKind,
    Stance,
    WeeklyMeasure,
)


class Day(NamedTuple):
    """A day of the case."""

    week: int
    weekday: int


@dataclass(frozen=True, slots=True)
class Person:
    """A client or a partner; the age matters for the client alone."""

    name: str
    pronouns: str
    age: int = 0


@dataclass(frozen=True, slots=True)
class GoalStory:
    """A goal with its five level texts, from -2 to +2."""

    title: str
    category: GoalCategory
    weight: int
    less: Sequence[str]
    more: Sequence[str]
    instead_of: Sequence[str]
    context: str
    indicator: str
    levels: Sequence[str]
    acting_person: GoalPerson = "client"
    baseline_level: int = -1


@dataclass(frozen=True, slots=True)
class Refusal:
    """That the partner was asked, and the answer."""

    answer: RefusalAnswer
    how_asked: str
    words: str
    reasons: Sequence[ReasonCreate]


class Motives(NamedTuple):
    """What the client wanted of the therapy when asked, 0 to 10 each."""

    validation_seeking: int
    fix_partner: int
    build_case: int


@dataclass(frozen=True, slots=True)
class Cycle:
    """The couple's cycle: drawn on one day, agreed on another."""

    drawn: Day
    agreed: Day
    pattern: CyclePattern
    client_role: CycleRole
    intensity: int
    control_focus: ControlFocus
    nodes: Sequence[CycleNodeInput]
    edges: Sequence[CycleEdgeInput]


@dataclass(frozen=True, slots=True)
class OwnPart:
    """Something that the client found in what they do themselves."""

    named: Day
    category: OwnPartCategory
    behaviour: str
    trigger: str
    frequency: OwnPartFrequency
    impact: str
    alternative: str
    responsibility: str
    strategy: str


@dataclass(frozen=True, slots=True)
class WorkedCase:
    """A worked case, week by week."""

    code: str
    client: Person
    partner: Person
    relationship: RelationshipKind
    years_together: int
    purpose: str
    values: str
    next_step: str
    focus: WeeklyMeasure
    weeks: int
    session_weekday: int
    plan_week: int
    """The week on whose Monday the plan begins to hold."""
    counts: Mapping[WeeklyMeasure, Sequence[int]]
    """Counts of the weeks, from the first week on."""
    scales: Mapping[WeeklyMeasure, Sequence[int]]
    """Ratings from 0 to 10, from the first week on."""
    goals: Sequence[GoalStory]
    ratings: Mapping[int, Sequence[int]]
    """The levels of the goals, in their order, by the week in which they were rated."""
    refusal: Refusal
    asked_before: Sequence[int]
    """How many days before the opening the client had asked."""
    motives: Mapping[Day, Motives]
    cycle: Cycle
    own_part: OwnPart
    stances: Mapping[Day, Stance]
    reactions: Mapping[Day, Mapping[ReactionCode, int]]
    notes: Mapping[int, str]
    """What was written of the sessions of some weeks; there is one every week."""
    hopes: Mapping[Day, str]
    stage_ends: Sequence[Day]
    """The day on which each stage ended, from stage 0 on."""
    refused_goal: GoalStory | None = None
    """A goal outside the client's own control, tried with the plan; its title is kept as a hope."""

    @property
    def figure_weeks(self) -> list[int]:
        """The weeks as of which figures are shown: the last before the plan, then every one with ratings."""
        return [self.plan_week - 1, *sorted(self.ratings)]
