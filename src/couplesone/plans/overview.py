"""What the course room reads of plans: JSON sub-selects about one case, by the parameter ``case_id``.

Sealed texts come out sealed, beside the id of their row; the course opens them.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, bindparam, literal, select

from couplesone.cases.access import counts
from couplesone.persistence.columns import Guid
from couplesone.persistence.json_sql import json_object, json_pairs, json_rows
from couplesone.persistence.tenancy import AnySelect
from couplesone.persistence.work import Work
from couplesone.plans.codes import PlanStatus, WeeklyMeasure
from couplesone.plans.models import CheckIn, CheckInValue, Goal, Plan, PlanGoal, Rating

CASE: ColumnElement[UUID] = bindparam("case_id", type_=Guid())


def plans_of_case() -> ColumnElement[Any]:
    """Return every version of the plan: id, number, status, activated_on, ended_on, review_due_on."""
    shown = json_object(
        id=Plan.id,
        number=Plan.number,
        status=Plan.status,
        activated_on=Plan.activated_on,
        ended_on=Plan.ended_on,
        review_due_on=Plan.review_due_on,
    )
    return json_rows(select(shown).where(Plan.case_id == CASE, counts(Plan)))


def goals_of_case() -> ColumnElement[Any]:
    """Return every goal: id, sealed title, lifecycle, weight, baseline_level."""
    shown = json_object(
        id=Goal.id,
        title=Goal.title,
        lifecycle=Goal.lifecycle,
        weight=Goal.weight,
        baseline_level=Goal.baseline_level,
    )
    return json_rows(select(shown).where(Goal.case_id == CASE, counts(Goal)))


def places_of_goals() -> ColumnElement[Any]:
    """Return which goal belongs to which version of the plan: plan_id, goal_id, position."""
    shown = json_object(plan_id=PlanGoal.plan_id, goal_id=PlanGoal.goal_id, position=PlanGoal.position)
    rows = select(shown).join(Plan, Plan.id == PlanGoal.plan_id).where(Plan.case_id == CASE, counts(Plan))
    return json_rows(rows)


def ratings_of_case() -> ColumnElement[Any]:
    """Return every rating: goal_id, week_of, source, level."""
    shown = json_object(
        goal_id=Rating.goal_id, week_of=Rating.week_of, source=Rating.source, level=Rating.level
    )
    return json_rows(select(shown).where(Rating.case_id == CASE, counts(Rating)))


def check_ins_of_case() -> ColumnElement[Any]:
    """Return every check-in, oldest week first: id, week_of, source, values by measure."""
    values = select(CheckInValue.measure, CheckInValue.value).where(CheckInValue.check_in_id == CheckIn.id)
    shown = json_object(
        id=CheckIn.id, week_of=CheckIn.week_of, source=CheckIn.source, values=json_pairs(values)
    )
    rows = select(shown).where(CheckIn.case_id == CASE, counts(CheckIn))
    return json_rows(rows.order_by(CheckIn.week_of, CheckIn.id))


def active_plan_review(case_id: Any) -> ColumnElement[Any]:
    """Return the day on which the active plan of a case is due for review, as a column."""
    return (
        select(Plan.review_due_on)
        .where(Plan.case_id == case_id, Plan.status == PlanStatus.ACTIVE.value)
        .scalar_subquery()
    )


def has_check_in(case_id: Any, week_of: Any) -> ColumnElement[bool]:
    """Return the condition that a case has a check-in, from any source, for the week that starts on a day."""
    return (
        select(CheckIn.id)
        .where(CheckIn.case_id == case_id, CheckIn.week_of == week_of, CheckIn.entered_in_error_at.is_(None))
        .exists()
    )


def acceptance_asked(work: Work, case_id: UUID) -> bool:
    """Say whether a check-in of the case says how far the client accepts the refusal (S1.12)."""
    rated = (
        select(CheckInValue.value)
        .join(CheckIn, CheckIn.id == CheckInValue.check_in_id)
        .where(
            CheckIn.case_id == case_id,
            CheckIn.entered_in_error_at.is_(None),
            CheckInValue.measure == WeeklyMeasure.ACCEPTANCE_OF_REFUSAL.value,
        )
    )
    return work.db.scalar(rated.limit(1)) is not None


def timeline() -> tuple[AnySelect, ...]:
    """Return selects of (occurred_on, kind, id, code) for the timeline of a case."""

    def rows(day: Any, kind: str, model: Any, code: Any) -> AnySelect:
        return select(
            day.label("occurred_on"), literal(kind).label("kind"), model.id, code.label("code")
        ).where(model.case_id == CASE, counts(model), day.is_not(None))

    return (
        rows(Plan.activated_on, "plan_activated", Plan, Plan.status),
        rows(CheckIn.week_of, "check_in", CheckIn, CheckIn.source),
        rows(Rating.week_of, "rating", Rating, Rating.source),
    )
