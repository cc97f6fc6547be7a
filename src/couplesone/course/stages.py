"""The stages of a solo case and what must be true before each may end (domain.md 2.3).

::

    0 intake -> 1 assessment -> 2 cycle map -> 3 own part and goals -> 4 skills
      -> 5 home experiments -> 6 review -> 7 decision -> 8 follow-up

A rule whose fact this version does not record yet answers ``not_tracked_yet``, never ``met``: it holds the stage
like an unmet one, until the clinician waives it with a written reason or on the ground of a safety block
(decisions B12). A waiver never makes a rule met; it is shown as what it is.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from couplesone.kernel.coded import Coded
from couplesone.measures.instruments.catalogue import BASELINE

LAST_STAGE = 8
BASELINE_MEASURES = len(BASELINE)


class RuleState(Coded):
    """Whether an exit rule holds."""

    MET = "met", "Met"
    UNMET = "unmet", "Not met"
    WAIVED = "waived", "Waived"
    NOT_TRACKED_YET = "not_tracked_yet", "Not tracked yet"
    NOT_SHOWN = "not_shown", "Not shown to you"


class StageName(Coded):
    """The stages by name."""

    INTAKE = "intake", "Intake, safety, consent"
    ASSESSMENT = "assessment", "Assessment"
    CYCLE_MAP = "cycle_map", "Cycle map and feedback"
    OWN_PART = "own_part", "Own part and goals"
    SKILLS = "skills", "Skills"
    EXPERIMENTS = "experiments", "Home experiments"
    REVIEW = "review", "Review"
    DECISION = "decision", "Decision"
    FOLLOW_UP = "follow_up", "Closing and follow-up"


RuleState.version = 2
StageName.version = 1


@dataclass(frozen=True, slots=True)
class StageFacts:
    """What the rules ask about a case."""

    treatment_consent: bool
    channels_asked: int
    check_in_weeks: int
    reactions: int
    refusal_reasons: int
    motive_checks: int
    agreed_cycle_maps: int
    own_part_items: int
    purpose_stated: bool
    goals: int
    goal_ratings_in_treatment: int
    outcome_recorded: bool
    most_practised: int
    experiments_answered: int
    follow_ups_made: int
    baseline_measures: int
    measures_retaken: int
    client_decisions: int = 0
    safety_screened: bool = False
    safety_up_to_date: bool = False


@dataclass(frozen=True, slots=True)
class ExitRule:
    """A rule: its code, a sentence that says what is to be done, and its test (None: not tracked yet).

    A rule about safety is not shown to whoever may not read safety data, and holds the stage for them.
    """

    code: str
    sentence: str
    test: Callable[[StageFacts], bool] | None = None
    about_safety: bool = False

    def state(self, facts: StageFacts, waived: Collection[str], *, safety_shown: bool = True) -> RuleState:
        """Return whether the rule holds for a case whose waived rules are given by code."""
        hidden = self.about_safety and not safety_shown
        if self.test is not None and not hidden and self.test(facts):
            return RuleState.MET
        if self.code in waived:
            return RuleState.WAIVED
        if hidden:
            return RuleState.NOT_SHOWN
        return RuleState.NOT_TRACKED_YET if self.test is None else RuleState.UNMET


MINIMUM_BASELINE_WEEKS = 5
"""Weekly points before treatment, "if possible": below it the series statistics are descriptive only."""

FIRST_YEAR_FOLLOW_UPS = 3
"""At 3, 6 and 12 months; one that was declined or not answered was made too."""

TIMES_PRACTISED = 3
"""How often one tool is practised before the skills stage may end (domain paper 2.3)."""

EXIT_RULES: dict[int, tuple[ExitRule, ...]] = {
    0: (
        ExitRule(
            "treatment_consent", "The client consents to treatment.", lambda facts: facts.treatment_consent
        ),
        ExitRule(
            "safety_screen",
            "A safety screen was taken with the client alone.",
            lambda facts: facts.safety_screened,
            about_safety=True,
        ),
        ExitRule("conflict_check", "Conflicts of interest were checked."),
        ExitRule(
            "safe_contact",
            "The client was asked how contact is safe, for at least one channel.",
            lambda facts: facts.channels_asked > 0,
        ),
    ),
    1: (
        ExitRule(
            "baseline_measures",
            "The baseline measures CSI-16, PHQ-9 and GAD-7 were taken.",
            lambda facts: facts.baseline_measures >= BASELINE_MEASURES,
        ),
        ExitRule(
            "baseline_check_ins",
            "Five weekly check-ins were recorded.",
            lambda facts: facts.check_in_weeks >= MINIMUM_BASELINE_WEEKS,
        ),
        ExitRule("reactions", "A reaction to the refusal was recorded.", lambda facts: facts.reactions > 0),
        ExitRule(
            "refusal_reasons",
            "A reason for the refusal was recorded.",
            lambda facts: facts.refusal_reasons > 0,
        ),
        ExitRule(
            "motive_check", "The client's motives were asked about.", lambda facts: facts.motive_checks > 0
        ),
    ),
    2: (
        ExitRule(
            "cycle_map", "A map of the couple's cycle was agreed.", lambda facts: facts.agreed_cycle_maps > 0
        ),
        ExitRule(
            "purpose_statement",
            "The purpose is stated in the client's own words.",
            lambda facts: facts.purpose_stated,
        ),
    ),
    3: (
        ExitRule("own_part_item", "The client named an own part.", lambda facts: facts.own_part_items > 0),
        ExitRule(
            "goal_with_levels",
            "The plan has a goal for the client's own conduct, with five levels.",
            lambda facts: facts.goals > 0,
        ),
    ),
    4: (
        ExitRule(
            "tool_practised",
            "A tool was practised three times.",
            lambda facts: facts.most_practised >= TIMES_PRACTISED,
        ),
    ),
    5: (
        ExitRule(
            "experiment_response",
            "A home experiment was done, and what came back was recorded, be it nothing.",
            lambda facts: facts.experiments_answered > 0,
        ),
    ),
    6: (
        ExitRule(
            "goals_reviewed",
            "A goal was rated since the plan was activated.",
            lambda facts: facts.goal_ratings_in_treatment > 0,
        ),
        ExitRule(
            "measures_reviewed",
            "CSI-16, PHQ-9 and GAD-7 were taken again since the plan was activated.",
            lambda facts: facts.measures_retaken >= BASELINE_MEASURES,
        ),
        ExitRule(
            "safety_rescreen",
            "Safety was screened again where tension, fear or time made it due.",
            lambda facts: facts.safety_up_to_date,
            about_safety=True,
        ),
    ),
    7: (
        ExitRule(
            "client_decision",
            "The client wrote down a decision and a day to review it.",
            lambda facts: facts.client_decisions > 0,
        ),
    ),
    8: (
        ExitRule("outcome", "The outcome was recorded.", lambda facts: facts.outcome_recorded),
        ExitRule(
            "follow_ups",
            "The follow-ups at 3, 6 and 12 months were made.",
            lambda facts: facts.follow_ups_made >= FIRST_YEAR_FOLLOW_UPS,
        ),
    ),
}


@dataclass(frozen=True, slots=True)
class RuleAnswer:
    """An exit rule and whether it holds."""

    code: str
    sentence: str
    state: RuleState


def answers(
    stage: int, facts: StageFacts, waived: Collection[str], *, safety_shown: bool = True
) -> tuple[RuleAnswer, ...]:
    """Return every exit rule of a stage with its state; those about safety to whoever may know."""
    return tuple(
        RuleAnswer(rule.code, rule.sentence, rule.state(facts, waived, safety_shown=safety_shown))
        for rule in EXIT_RULES[stage]
    )


def may_advance(stage: int, rules: Collection[RuleAnswer]) -> bool:
    """Say whether the stage may end: not the last one, and every rule met or waived."""
    return stage < LAST_STAGE and all(rule.state in (RuleState.MET, RuleState.WAIVED) for rule in rules)


def is_about_safety(code: str) -> bool:
    """Say whether a rule asks about safety."""
    return any(rule.about_safety for rules in EXIT_RULES.values() for rule in rules if rule.code == code)


def name_of(stage: int) -> StageName:
    """Return the name of a stage, 0 to 8."""
    return list(StageName)[stage]
