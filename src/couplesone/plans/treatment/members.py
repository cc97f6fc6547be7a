"""Which goals belong to a version of the plan, and in which place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, exists, func, select, update
from sqlalchemy.orm import aliased
from sqlalchemy.orm.attributes import flag_modified

from couplesone.kernel.errors import RecordNotFound
from couplesone.persistence.work import Work
from couplesone.plans.codes import GoalLifecycle
from couplesone.plans.models import Goal, Plan, PlanGoal

OPEN = (GoalLifecycle.PROPOSED.value, GoalLifecycle.ACTIVE.value, GoalLifecycle.ON_HOLD.value)
"""Where a goal stands while there is something to work on."""
GONE = (GoalLifecycle.CANCELLED.value, GoalLifecycle.ENTERED_IN_ERROR.value)
"""Where a goal stands that no later version takes over."""


class Member(NamedTuple):
    """A goal in its place, and where it stands."""

    goal_id: UUID
    lifecycle: str


def members_of(work: Work, plan_ids: Iterable[UUID]) -> dict[UUID, list[Member]]:
    """Return the goals of several versions in their places: one statement."""
    found: dict[UUID, list[Member]] = defaultdict(list)
    rows = work.db.execute(
        select(PlanGoal.plan_id, PlanGoal.goal_id, Goal.lifecycle)
        .join(Goal, Goal.id == PlanGoal.goal_id)
        .where(PlanGoal.plan_id.in_(list(plan_ids)))
        .order_by(PlanGoal.position, PlanGoal.goal_id)
    )
    for plan_id, goal_id, lifecycle in rows:
        found[plan_id].append(Member(goal_id, lifecycle))
    return found


def take_in(work: Work, plan: Plan, goal_ids: Sequence[UUID]) -> None:
    """Put goals into an empty version, in the given order: one statement."""
    work.add_all(
        [
            PlanGoal(plan_id=plan.id, goal_id=goal_id, position=place)
            for place, goal_id in enumerate(goal_ids, 1)
        ]
    )


def append(work: Work, plan: Plan, goal: Goal) -> None:
    """Put a goal into the last place of a version, whose own version counts up."""
    last = work.db.scalar(select(func.max(PlanGoal.position)).where(PlanGoal.plan_id == plan.id))
    flag_modified(plan, "updated_at")
    work.add(PlanGoal(plan_id=plan.id, goal_id=goal.id, position=(last or 0) + 1))


def take_out(work: Work, plan: Plan, goal_id: UUID) -> None:
    """Take a goal out of a version, whose own version counts up.

    A goal that is in no other version and was never worked on is cancelled.

    Raises RecordNotFound if the goal is not in this version.
    """
    row = work.db.execute(
        select(PlanGoal, Goal, _elsewhere(plan.id, goal_id))
        .join(Goal, Goal.id == PlanGoal.goal_id)
        .where(PlanGoal.plan_id == plan.id, PlanGoal.goal_id == goal_id)
    ).first()
    if row is None:
        raise RecordNotFound
    member, goal, elsewhere = row
    if goal.lifecycle == GoalLifecycle.PROPOSED and not elsewhere:
        goal.lifecycle = GoalLifecycle.CANCELLED.value
    flag_modified(plan, "updated_at")
    work.db.delete(member)
    work.flush()


def start(work: Work, plan: Plan) -> None:
    """Make the proposed goals of a version active: one statement."""
    members = select(PlanGoal.goal_id).where(PlanGoal.plan_id == plan.id)
    work.db.execute(
        update(Goal)
        .where(Goal.id.in_(members), Goal.lifecycle == GoalLifecycle.PROPOSED.value)
        .values(lifecycle=GoalLifecycle.ACTIVE.value, updated_at=work.now, version=Goal.version + 1)
        .execution_options(synchronize_session=False)
    )


def _elsewhere(plan_id: UUID, goal_id: UUID) -> ColumnElement[bool]:
    other = aliased(PlanGoal)
    return exists().where(other.goal_id == goal_id, other.plan_id != plan_id)
