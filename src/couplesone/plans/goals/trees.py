"""Goals as they are shown: with their objectives and strategies, last rating, achievement and actions.

A tree takes five statements however many goals there are: goals, plans, last ratings, objectives, strategies.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Select, func, select

from couplesone.cases.access import Standing, readable
from couplesone.persistence.work import Work
from couplesone.plans.attainment import achievement
from couplesone.plans.goals import content, moves
from couplesone.plans.models import Goal, Objective, Plan, PlanGoal, Rating, Strategy
from couplesone.plans.shown import Shown


class Latest(NamedTuple):
    """A goal's last rating."""

    week_of: Any
    source: str
    level: int


def goals_in(work: Work, plan_id: UUID, standing: Standing) -> Sequence[Shown]:
    """Return the goals of a version of the plan in their places."""
    return goals_shown(
        work, work.db.scalars(in_places(work, plan_id).order_by(PlanGoal.position)).all(), standing
    )


def in_places(work: Work, plan_id: UUID) -> Select[Goal]:
    """Return the statement for the goals of a version of the plan, joined with their places."""
    return (
        select(Goal)
        .join(PlanGoal, PlanGoal.goal_id == Goal.id)
        .where(PlanGoal.plan_id == plan_id, readable(work, Goal))
    )


def goals_shown(work: Work, goals: Sequence[Goal], standing: Standing) -> Sequence[Shown]:
    """Return what is shown of goals of one case."""
    if not goals:
        return []
    work.keyring.load({goal.client_id for goal in goals})
    ids = [goal.id for goal in goals]
    latest, plans, objectives = latest_ratings(work, ids), _plans(work, ids), _objectives(work, ids)
    return [
        Shown(
            goal,
            achievement=achievement(
                goal.baseline_level, latest[goal.id].level if goal.id in latest else None
            ),
            latest_rating=latest.get(goal.id),
            levels=content.levels(goal),
            quality=content.quality(goal),
            plan_ids=plans[goal.id],
            objectives=objectives[goal.id],
            actions=moves.actions(goal, standing.refusal),
            **{name: content.items(goal, name) for name in content.LISTS},
        )
        for goal in goals
    ]


def objectives_shown(work: Work, objectives: Sequence[Objective]) -> Sequence[Shown]:
    """Return what is shown of objectives: with their strategies, in one more statement."""
    strategies: dict[UUID, list[Strategy]] = defaultdict(list)
    for strategy in work.db.scalars(
        _standing_steps(work, Strategy).where(Strategy.objective_id.in_([it.id for it in objectives]))
    ):
        strategies[strategy.objective_id].append(strategy)
    return [Shown(objective, strategies=strategies[objective.id]) for objective in objectives]


def latest_ratings(work: Work, goal_ids: Iterable[UUID]) -> dict[UUID, Latest]:
    """Return each goal's rating of its latest week; in one week the client's stands before the therapist's."""
    place = (
        func.row_number()
        .over(partition_by=Rating.goal_id, order_by=(Rating.week_of.desc(), Rating.source))
        .label("place")
    )  # "client" sorts before "therapist"
    ranked = (
        select(Rating.goal_id, Rating.week_of, Rating.source, Rating.level, place)
        .where(Rating.goal_id.in_(list(goal_ids)), Rating.entered_in_error_at.is_(None))
        .subquery()
    )
    rows = work.db.execute(
        select(ranked.c.goal_id, ranked.c.week_of, ranked.c.source, ranked.c.level).where(ranked.c.place == 1)
    )
    return {goal_id: Latest(week_of, source, level) for goal_id, week_of, source, level in rows}


def _plans(work: Work, goal_ids: list[UUID]) -> dict[UUID, list[UUID]]:
    found: dict[UUID, list[UUID]] = defaultdict(list)
    rows = work.db.execute(
        select(PlanGoal.goal_id, PlanGoal.plan_id)
        .join(Plan, Plan.id == PlanGoal.plan_id)
        .where(PlanGoal.goal_id.in_(goal_ids))
        .order_by(Plan.number)
    )
    for goal_id, plan_id in rows:
        found[goal_id].append(plan_id)
    return found


def _objectives(work: Work, goal_ids: list[UUID]) -> dict[UUID, list[Shown]]:
    found: dict[UUID, list[Shown]] = defaultdict(list)
    objectives = work.db.scalars(
        _standing_steps(work, Objective).where(Objective.goal_id.in_(goal_ids))
    ).all()
    for shown in objectives_shown(work, objectives):
        found[shown.goal_id].append(shown)
    return found


def _standing_steps(work: Work, kind: Any) -> Select[Any]:
    return (
        select(kind)
        .where(kind.entered_in_error_at.is_(None), readable(work, kind))
        .order_by(kind.position, kind.id)
    )
