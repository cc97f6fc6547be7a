"""Exit rules of the stages: met, unmet, waived, not tracked yet."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from couplesone.course.stages import (
    EXIT_RULES,
    LAST_STAGE,
    RuleState,
    StageFacts,
    StageName,
    answers,
    may_advance,
    name_of,
)

NOTHING = StageFacts(False, 0, 0, 0, 0, False, 0, 0, False)
MET_BY = {
    "treatment_consent": {"treatment_consent": True},
    "safe_contact": {"channels_asked": 1},
    "baseline_check_ins": {"check_in_weeks": 5},
    "reactions": {"reactions": 1},
    "refusal_reasons": {"refusal_reasons": 1},
    "purpose_statement": {"purpose_stated": True},
    "goal_with_levels": {"goals": 1},
    "goals_reviewed": {"goal_ratings_in_treatment": 1},
    "outcome": {"outcome_recorded": True},
}
RULES = [(stage, rule) for stage, rules in EXIT_RULES.items() for rule in rules]


def state(stage: int, code: str, facts: StageFacts, waived=()) -> RuleState:
    return next(rule.state for rule in answers(stage, facts, waived) if rule.code == code)


@pytest.mark.parametrize(("stage", "rule"), RULES, ids=lambda item: getattr(item, "code", item))
def test_a_rule_is_met_by_its_fact_alone_or_not_tracked(stage: int, rule) -> None:
    if rule.test is None:
        full = StageFacts(**{f.name: (True if f.type == "bool" else 99) for f in fields(StageFacts)})
        assert state(stage, rule.code, full) is RuleState.NOT_TRACKED_YET
        return
    assert state(stage, rule.code, NOTHING) is RuleState.UNMET
    assert state(stage, rule.code, replace(NOTHING, **MET_BY[rule.code])) is RuleState.MET


@pytest.mark.parametrize(("stage", "rule"), RULES, ids=lambda item: getattr(item, "code", item))
def test_a_waiver_shows_as_a_waiver(stage: int, rule) -> None:
    assert state(stage, rule.code, NOTHING, {rule.code}) is RuleState.WAIVED


def test_a_met_rule_stays_met_although_it_was_waived() -> None:
    facts = replace(NOTHING, treatment_consent=True)
    assert state(0, "treatment_consent", facts, {"treatment_consent"}) is RuleState.MET


def test_four_baseline_weeks_are_not_five() -> None:
    assert state(1, "baseline_check_ins", replace(NOTHING, check_in_weeks=4)) is RuleState.UNMET


@pytest.mark.parametrize("stage", range(LAST_STAGE))
def test_a_stage_ends_only_when_every_rule_is_met_or_waived(stage: int) -> None:
    every = {rule.code for rule in EXIT_RULES[stage]}
    assert may_advance(stage, answers(stage, NOTHING, every))
    for missing in every:
        assert not may_advance(stage, answers(stage, NOTHING, every - {missing}))


def test_the_last_stage_leads_nowhere() -> None:
    every = {rule.code for rule in EXIT_RULES[LAST_STAGE]}
    assert not may_advance(LAST_STAGE, answers(LAST_STAGE, NOTHING, every))


def test_there_are_nine_stages_with_names() -> None:
    assert sorted(EXIT_RULES) == list(range(9))
    assert [name_of(stage) for stage in range(9)] == list(StageName)


def test_codes_are_unique() -> None:
    codes = [rule.code for _, rule in RULES]
    assert len(codes) == len(set(codes))
