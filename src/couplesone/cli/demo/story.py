"""What a worked case is made of: plain data, in weeks of the case, without dates and without figures.

Days are told as (week, weekday), Monday being 0; ``replay`` turns them into dates.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from couplesone.sdk.types import (
    ControlFocus,
    CycleEdgeInput,
    CycleNodeInput,
    CyclePattern,
    CycleRole,
    GoalCategory,
    GoalPerson,
    InitiatedBy,
    InstrumentAnswers,
    OwnPartCategory,
    OwnPartFrequency,
    ReactionCode,
    ReasonCreate,
    ReferralKind,
    RefusalAnswer,
    RelationshipKind,
    ResponseType,
    Stance,
    ToolCode,
    Valence,
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
class ScreenStory:
    """A safety screen that the client answered alone; ``told`` is what was asked beside the instruments."""

    instruments: Sequence[InstrumentAnswers]
    told: Mapping[str, Any] = field(default_factory=dict)


NOTHING_FOUND: Final = ScreenStory(
    (
        {"instrument": "hark", "variant": "standard", "values": [0, 0, 0, 0]},
        {"instrument": "hits", "variant": "original", "values": [2, 1, 1, 1]},
    ),
    {"fear": False, "threat_of_retaliation": False, "coercive_control": False},
)
"""HARK 0 and HITS 5, and no danger told."""


@dataclass(frozen=True, slots=True)
class ReferralStory:
    """Help elsewhere that the client was offered, and how many days later she accepted it."""

    kind: ReferralKind
    service: str
    accepted_after: int


@dataclass(frozen=True, slots=True)
class ToolStory:
    """A tool that was offered on a day, and the days on which the client practised it."""

    tool: ToolCode
    offered: Day
    practised: Sequence[Day]


@dataclass(frozen=True, slots=True)
class ResponseStory:
    """What was reported to have come back on a day."""

    day: Day
    valence: Valence
    type: ResponseType
    words: str
    initiated_by: InitiatedBy = "partner"


@dataclass(frozen=True, slots=True)
class ExperimentStory:
    """A move of the client's own, what was observed, and what came back."""

    planned: Day
    done: Day
    own_move: str
    expected_change_back: str
    observed: str
    response: ResponseStory


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
    plan_week: int | None
    """The week on whose Monday the plan begins to hold; None while there is no plan."""
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
    cycle: Cycle | None
    own_part: OwnPart | None
    stances: Mapping[Day, Stance]
    reactions: Mapping[Day, Mapping[ReactionCode, int]]
    notes: Mapping[int, str]
    """What was written of the sessions of some weeks; there is one every week."""
    hopes: Mapping[Day, str]
    measures: Mapping[Day, Mapping[str, int]]
    """The totals of the instruments that the client took, by the day."""
    stage_ends: Sequence[Day]
    """The day on which each stage ended, from stage 0 on."""
    screens: Mapping[Day, ScreenStory]
    safety_plans: Mapping[Day, Mapping[str, str]] = field(default_factory=dict)
    referrals: Mapping[Day, ReferralStory] = field(default_factory=dict)
    contact: Mapping[str, Any] = field(
        default_factory=lambda: {"channel": "phone", "allowed": True, "hours": "Mon-Fri 9-12"}
    )
    """How contact is safe."""
    tools: Sequence[ToolStory] = ()
    refused_tools: Sequence[tuple[Day, ToolCode]] = ()
    """Tools that were to be offered on a day, and that safety forbids."""
    experiments: Sequence[ExperimentStory] = ()
    responses: Sequence[ResponseStory] = ()
    """What came back without an experiment before it."""
    refused_goal: GoalStory | None = None
    """A goal outside the client's own control, tried with the plan; its title is kept as a hope."""

    @property
    def figure_weeks(self) -> list[int]:
        """The weeks as of which figures are shown: the last before the plan, then every one with ratings."""
        return [] if self.plan_week is None else [self.plan_week - 1, *sorted(self.ratings)]
