"""What a goal takes and shows."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from couplesone.cases.schemas import ItemOut
from couplesone.cases.wording import WordingConfirmation
from couplesone.plans.attainment import LEVELS
from couplesone.plans.codes import Achievement, GoalCategory, GoalLifecycle, GoalPerson, Source
from couplesone.plans.goals.steps.schemas import ObjectiveOut
from couplesone.web.schemas import ABSENT, Action, Input, Line, Output, Patch, Text

Level = Annotated[int, Field(ge=-2, le=2)]
"""A level of attainment: -2 much less than expected, 0 expected, 2 much more."""
Weight = Annotated[int, Field(ge=1, le=10)]
"""How much a goal counts among the others of a plan."""
Lines = Annotated[list[Line], Field(max_length=20)]
"""Up to 20 lines."""


class LevelText(Input):
    """What one level of attainment looks like."""

    level: Level
    text: Line


def _all_five(levels: list[LevelText]) -> list[LevelText]:
    if sorted(item.level for item in levels) != list(LEVELS):
        raise PydanticCustomError(
            "levels_incomplete", "Give one text for each of the levels -2, -1, 0, 1 and 2."
        )
    return sorted(levels, key=lambda item: item.level)


Levels = Annotated[list[LevelText], Field(min_length=5, max_length=5), AfterValidator(_all_five)]
"""One text for each of the five levels, in any order."""


class GoalCreate(Input):
    """A goal: what the client does less, more, and in place of what (S3.22), and how far that can be attained.

    ``less`` or ``more`` has at least one item. Acting and measured person must both be the client.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "title": "I stay calm when we talk about money",
                    "less": ["raising my voice"],
                    "more": ["saying what I need in one sentence"],
                    "instead_of": ["leaving the room"],
                    "context": "Talks about money on Sunday evenings",
                    "indicator": "Talks in which I did not raise my voice",
                    "levels": [
                        {"level": -2, "text": "I raise my voice in every talk"},
                        {"level": -1, "text": "I stay calm in one talk of four"},
                        {"level": 0, "text": "I stay calm in half of the talks"},
                        {"level": 1, "text": "I stay calm in three talks of four"},
                        {"level": 2, "text": "I stay calm in every talk"},
                    ],
                    "weight": 3,
                    "baseline_level": -1,
                    "acting_person": "client",
                    "measured_person": "client",
                    "category": "skill",
                    "target_on": "2026-06-30",
                }
            ]
        }
    )

    title: Line
    less: Lines = Field(default_factory=list)
    more: Lines = Field(default_factory=list)
    instead_of: Lines = Field(default_factory=list)
    context: Text | None = None
    indicator: Line
    levels: Levels
    weight: Weight = 1
    baseline_level: Level
    acting_person: GoalPerson
    measured_person: GoalPerson
    category: GoalCategory
    target_on: date | None = None
    wording_confirmation: WordingConfirmation | None = None


class GoalChange(Patch):
    """What may change of a goal; lists and levels are replaced whole."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"weight": 2, "target_on": None}]})

    title: Line = ABSENT
    less: Lines = ABSENT
    more: Lines = ABSENT
    instead_of: Lines = ABSENT
    context: Text | None = None
    indicator: Line = ABSENT
    levels: Levels = ABSENT
    weight: Weight = ABSENT
    baseline_level: Level = ABSENT
    acting_person: GoalPerson = ABSENT
    measured_person: GoalPerson = ABSENT
    category: GoalCategory = ABSENT
    target_on: date | None = None
    wording_confirmation: WordingConfirmation = ABSENT


class GoalCheck(Input):
    """A goal, or some texts of it, to be judged before it is stored. Members are called as in a goal."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"title": "He listens to me", "acting_person": "client", "measured_person": "client"},
                {"texts": ["Make him apologise"], "acting_person": "client", "measured_person": "partner"},
            ]
        }
    )

    acting_person: GoalPerson
    measured_person: GoalPerson
    title: Line | None = None
    less: Lines = Field(default_factory=list)
    more: Lines = Field(default_factory=list)
    instead_of: Lines = Field(default_factory=list)
    indicator: Line | None = None
    levels: Annotated[list[LevelText], Field(max_length=5)] = Field(default_factory=list)
    texts: Lines = Field(
        default_factory=list, description="Further sentences, such as objectives and strategies."
    )


class Finding(Output):
    """A place that is not, or may not be, the client's own conduct."""

    pointer: str
    code: str = Field(description="`not_the_client`, or the wording rule.")
    detail: str = Field(description="A sentence for the therapist.")


class GoalCheckOut(Output):
    """Whether a goal could be stored as it is, or after a clinician confirmed its wording."""

    allowed: bool
    confirmable: bool = Field(description="False too where there is nothing to confirm.")
    findings: list[Finding]


class LevelOut(Output):
    """What one level of attainment looks like."""

    level: int
    text: str


class LatestRating(Output):
    """The rating that the achievement is read from: of the latest week, the client's before the therapist's."""

    week_of: date
    source: Source
    level: int


class QualityOut(Output):
    """How well a goal is formed, by its structure alone (S3.23): one point for each that holds."""

    specific: bool = Field(description="It names the situation.")
    observable: bool = Field(description="Its indicator says something else than its title.")
    own: bool = Field(description="No wording of it had to be confirmed.")
    timed: bool = Field(description="It has a target day.")
    levels_filled: bool = Field(description="Its five levels say five different things.")
    score: int = Field(description="0 to 5.")


class GoalOut(ItemOut):
    """A goal with its steps, its last rating, and what can be done with it."""

    lifecycle: GoalLifecycle
    achievement: Achievement
    latest_rating: LatestRating | None
    title: str
    less: list[str]
    more: list[str]
    instead_of: list[str]
    context: str | None
    indicator: str
    levels: list[LevelOut]
    weight: int
    baseline_level: int
    acting_person: Literal["client"]
    measured_person: Literal["client"]
    category: GoalCategory
    target_on: date | None
    wording_rule: str | None = Field(description="The wording rule that a clinician decided against.")
    wording_confirmed_by: UUID | None
    wording_confirmed_reason: str | None
    quality: QualityOut
    plan_ids: list[UUID] = Field(description="The versions of the plan that it belongs to, the oldest first.")
    objectives: list[ObjectiveOut] = Field(description="Without those entered in error.")
    actions: list[Action]
