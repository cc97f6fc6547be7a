"""Goal attainment over the weeks of a case: which goals count in a week, at which level, and the T-score.

Counted are the goals of the plan version that held in the week (before the first activation: of the first version
that was activated), unless proposed, cancelled or entered in error. A goal's level is its latest rating up to the
week, the client's before the therapist's within a week, and its baseline while there is none.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from couplesone.cases.weekly import Source
from couplesone.course.facts import CaseFacts, GoalFact, PlanVersion
from couplesone.kernel.clock import week_starts_on
from couplesone.measures.single_case import rounded
from couplesone.plans.attainment import achievement, t_score
from couplesone.plans.codes import Achievement, GoalLifecycle

COUNTED = (GoalLifecycle.ACTIVE.value, GoalLifecycle.ON_HOLD.value, GoalLifecycle.COMPLETED.value)


@dataclass(frozen=True, slots=True)
class GoalLevel:
    """Where a goal stands in a week: its level, the week of the rating behind it (None: the baseline)."""

    goal: GoalFact
    level: int
    rated_week: int | None

    @property
    def achievement(self) -> Achievement:
        """How far the goal is achieved, against its baseline."""
        latest = None if self.rated_week is None else self.level
        return achievement(self.goal.baseline_level, latest)


@dataclass(frozen=True, slots=True)
class Attainment:
    """The goals of a week with their levels, and the T-score rounded half up to two digits."""

    week: int
    levels: tuple[GoalLevel, ...]
    t_score: float | None


def plan_in_force(facts: CaseFacts, week: int) -> PlanVersion | None:
    """Return the plan version that held at the end of a week; before the first, the first; None without any."""
    activated = sorted(
        (plan for plan in facts.plans if plan.activated_on is not None),
        key=lambda plan: (plan.activated_on, plan.number),
    )
    last_day = week_starts_on(facts.opened_on, week) + timedelta(days=6)
    begun = [plan for plan in activated if plan.activated_on is not None and plan.activated_on <= last_day]
    return begun[-1] if begun else next(iter(activated), None)


def _latest(facts: CaseFacts, week: int) -> dict[str, tuple[int, int]]:
    chosen: dict[str, tuple[tuple[int, bool], int]] = {}
    for rating in facts.ratings:
        rated = facts.week(rating.week_of)
        rank = (rated, rating.source == Source.CLIENT)
        if rated <= week and (rating.goal_id not in chosen or rank > chosen[rating.goal_id][0]):
            chosen[rating.goal_id] = (rank, rating.level)
    return {goal: (level, rank[0]) for goal, (rank, level) in chosen.items()}


def attainment(facts: CaseFacts, week: int) -> Attainment:
    """Return where the goals stand at the end of a week; no T-score without an activated plan."""
    plan = plan_in_force(facts, week)
    if plan is None:
        return Attainment(week, (), None)
    goals = [goal for goal in facts.goals if plan.id in goal.plans and goal.lifecycle in COUNTED]
    goals.sort(key=lambda goal: (goal.plans[plan.id], goal.id))
    latest = _latest(facts, week)
    levels = tuple(GoalLevel(goal, *latest.get(goal.id, (goal.baseline_level, None))) for goal in goals)
    if not levels:
        return Attainment(week, (), None)
    score = t_score([level.level for level in levels], [level.goal.weight for level in levels])
    return Attainment(week, levels, rounded(score, 2))


def standing(facts: CaseFacts, week: int) -> Attainment:
    """Return where the goals stand, the T-score as an outcome: none since a case was closed incomplete (C8)."""
    found = attainment(facts, week)
    ended = facts.unfinished_on
    return found if ended is None or week < facts.week(ended) else replace(found, t_score=None)


def baseline(facts: CaseFacts) -> Attainment | None:
    """Return where the goals stood before treatment: every goal of the first activated plan at its baseline."""
    starts = facts.treatment_starts
    if starts is None:
        return None
    before = starts - 1
    return attainment(replace(facts, ratings=()), before)


def rated_weeks(facts: CaseFacts, up_to: int) -> list[int]:
    """Return the weeks up to ``up_to`` in which a goal was rated."""
    return sorted({week for rating in facts.ratings if (week := facts.week(rating.week_of)) <= up_to})
