"""Vocabularies of the plans room."""

from __future__ import annotations

from couplesone.cases.weekly import Direction as Direction
from couplesone.cases.weekly import Source as Source
from couplesone.cases.weekly import WeeklyMeasure as WeeklyMeasure
from couplesone.kernel.coded import Coded


class PlanStatus(Coded):
    """Where a version of the plan stands."""

    DRAFT = "draft", "Draft"
    ACTIVE = "active", "Active"
    SUPERSEDED = "superseded", "Superseded by a later version"
    CLOSED = "closed", "Closed"


class GoalLifecycle(Coded):
    """Where a goal stands, apart from how far it is achieved."""

    PROPOSED = "proposed", "Proposed"
    ACTIVE = "active", "Active"
    ON_HOLD = "on_hold", "On hold"
    COMPLETED = "completed", "Completed"
    CANCELLED = "cancelled", "Cancelled"
    ENTERED_IN_ERROR = "entered_in_error", "Entered in error"


class Achievement(Coded):
    """How far a goal is achieved, from its latest rating against the baseline; 0 or better is achieved."""

    NOT_RATED = "not_rated", "Not rated yet"
    WORSENING = "worsening", "Below the baseline"
    NO_CHANGE = "no_change", "As at the baseline"
    IMPROVING = "improving", "Better than the baseline"
    ACHIEVED = "achieved", "Expected level reached or passed"


class GoalCategory(Coded):
    """What a goal is about (S2.34 and the rows named there)."""

    PATTERN = "pattern", "Own part in the pattern"
    SKILL = "skill", "Skill"
    CONNECTION = "connection", "Connection"
    SELF = "self", "Self"
    VOICE_NEEDS = "voice_needs", "Voicing needs"
    PROCESS_REFUSAL = "process_refusal", "Coming to terms with the refusal"
    SELF_DEFINITION = "self_definition", "Standing by oneself"
    SELF_WORTH = "self_worth", "Own worth"
    RECLAIM_SELF = "reclaim_self", "Taking up again what is one's own"


class GoalPerson(Coded):
    """Who does what a goal describes, or whose conduct it measures; only the client passes (S0.15, S2.42)."""

    CLIENT = "client", "The client"
    PARTNER = "partner", "The partner"
    BOTH = "both", "Both"
    OTHER = "other", "Somebody else"


VOCABULARIES: tuple[type[Coded], ...] = (
    PlanStatus,
    GoalLifecycle,
    Achievement,
    GoalCategory,
    GoalPerson,
)
for _vocabulary in VOCABULARIES:
    _vocabulary.version = 1
GoalCategory.version = 2
