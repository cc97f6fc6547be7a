"""Exit rules of the stages: met, unmet, waived, not tracked yet."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields, replace

import pytest

from couplesone.course.stages import (
    EXIT_RULES,
    LAST_STAGE,
    RuleAnswer,
    RuleState,
    StageFacts,
    StageName,
    answers,
    may_advance,
    name_of,
)

NOTHING = StageFacts(**{fact.name: False if fact.type == "bool" else 0 for fact in fields(StageFacts)})
MET_BY = {
    "treatment_consent": {"treatment_consent": True},
    "safe_contact": {"channels_asked": 1},
    "baseline_check_ins": {"check_in_weeks": 5},
    "reactions": {"reactions": 1},
    "refusal_reasons": {"refusal_reasons": 1},
    "motive_check": {"motive_checks": 1},
    "cycle_map": {"agreed_cycle_maps": 1},
    "own_part_item": {"own_part_items": 1},
    "purpose_statement": {"purpose_stated": True},
    "goal_with_levels": {"goals": 1},
    "goals_reviewed": {"goal_ratings_in_treatment": 1},
    "client_decision": {"client_decisions": 1},
    "outcome": {"outcome_recorded": True},
    "safety_screen": {"safety_screened": True},
    "safety_rescreen": {"safety_up_to_date": True},
    "follow_ups": {"follow_ups_made": 3},
    "baseline_measures": {"baseline_measures": 3},
    "measures_reviewed": {"measures_retaken": 3},
    "tool_practised": {"most_practised": 3},
    "experiment_response": {"experiments_answered": 1},
}
CODES = {
    0: ["treatment_consent", "safety_screen", "conflict_check", "safe_contact"],
    1: ["baseline_measures", "baseline_check_ins", "reactions", "refusal_reasons", "motive_check"],
    2: ["cycle_map", "purpose_statement"],
    3: ["own_part_item", "goal_with_levels"],
    4: ["tool_practised"],
    5: ["experiment_response"],
    6: ["goals_reviewed", "measures_reviewed", "safety_rescreen"],
    7: ["client_decision"],
    8: ["outcome", "follow_ups"],
}
"""Written out a second time on purpose: whoever drops a rule has to say so twice."""
EVERYTHING = StageFacts(**{fact.name: True if fact.type == "bool" else 99 for fact in fields(StageFacts)})
RULES = [(stage, rule) for stage, rules in EXIT_RULES.items() for rule in rules]


def state(stage: int, code: str, facts: StageFacts, waived=()) -> RuleState:
    return next(rule.state for rule in answers(stage, facts, waived) if rule.code == code)


@pytest.mark.parametrize(("stage", "rule"), RULES, ids=lambda item: getattr(item, "code", item))
def test_a_rule_is_met_by_its_fact_alone_or_not_tracked(stage: int, rule) -> None:
    if rule.test is None:
        assert state(stage, rule.code, EVERYTHING) is RuleState.NOT_TRACKED_YET
        return
    assert state(stage, rule.code, NOTHING) is RuleState.UNMET
    assert state(stage, rule.code, replace(NOTHING, **MET_BY[rule.code])) is RuleState.MET
    assert state(stage, rule.code, EVERYTHING) is RuleState.MET  # more than enough is enough


def test_the_rules_are_what_was_agreed() -> None:
    assert {stage: [rule.code for rule in rules] for stage, rules in EXIT_RULES.items()} == CODES


@pytest.mark.parametrize(("stage", "rule"), RULES, ids=lambda item: getattr(item, "code", item))
def test_a_waiver_shows_as_a_waiver(stage: int, rule) -> None:
    assert state(stage, rule.code, NOTHING, {rule.code}) is RuleState.WAIVED


def test_a_met_rule_stays_met_although_it_was_waived() -> None:
    facts = replace(NOTHING, treatment_consent=True)
    assert state(0, "treatment_consent", facts, {"treatment_consent"}) is RuleState.MET


def test_four_baseline_weeks_are_not_five() -> None:
    assert state(1, "baseline_check_ins", replace(NOTHING, check_in_weeks=4)) is RuleState.UNMET


def test_a_tool_practised_twice_is_not_practised_three_times() -> None:
    assert state(4, "tool_practised", replace(NOTHING, most_practised=2)) is RuleState.UNMET


@pytest.mark.parametrize("stage", range(LAST_STAGE))
def test_a_stage_ends_only_when_every_rule_is_met_or_waived(stage: int) -> None:
    every = {rule.code for rule in EXIT_RULES[stage]}
    assert may_advance(stage, answers(stage, NOTHING, every))
    for missing in every:
        assert not may_advance(stage, answers(stage, NOTHING, every - {missing}))


@pytest.mark.parametrize("other", [RuleState.MET, RuleState.WAIVED])
def test_met_rules_need_no_waiver(other: RuleState) -> None:
    met = RuleAnswer("treatment_consent", "The client consents to treatment.", RuleState.MET)
    assert may_advance(0, [met, replace(met, state=other)])


@pytest.mark.parametrize("held", [RuleState.UNMET, RuleState.NOT_TRACKED_YET])
def test_one_rule_that_does_not_hold_keeps_the_stage(held: RuleState) -> None:
    met = RuleAnswer("treatment_consent", "The client consents to treatment.", RuleState.MET)
    assert not may_advance(0, [met, replace(met, state=held)])


def test_every_stage_but_the_last_leads_somewhere() -> None:
    assert LAST_STAGE == 8
    assert [stage for stage in range(9) if may_advance(stage, answers(stage, NOTHING, CODES[stage]))] == [
        *range(8)
    ]


def test_there_are_nine_stages_with_names() -> None:
    assert sorted(EXIT_RULES) == list(range(9))
    assert [name_of(stage) for stage in range(9)] == list(StageName)


@pytest.mark.parametrize("vocabulary", [RuleState, StageName])
def test_a_vocabulary_counts_its_versions_from_one(vocabulary) -> None:
    assert vocabulary.version >= 1


@pytest.mark.parametrize("said", [EXIT_RULES[0][0], NOTHING, answers(0, NOTHING, ())[0]])
def test_rules_facts_and_answers_do_not_change_under_way(said) -> None:
    with pytest.raises(FrozenInstanceError):
        setattr(said, fields(said)[0].name, "something else")


def test_codes_are_unique() -> None:
    codes = [rule.code for _, rule in RULES]
    assert len(codes) == len(set(codes))
