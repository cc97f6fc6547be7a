"""Cases as plain facts, for testing the figures without a database."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from couplesone.course.facts import CaseFacts, CheckInFact, GoalFact, PlanVersion, PressureFact, RatingFact

OPENED = date(2026, 1, 5)
PLAN = f"{1}"


def monday(week: int) -> date:
    """Return the Monday of a series week."""
    return OPENED + timedelta(weeks=week - 1)


def case(
    measure: str,
    baseline: Sequence[int],
    treatment: Sequence[int],
    *,
    weights: Sequence[int] = (1,),
    ratings: dict[int, Sequence[int]] | None = None,
) -> CaseFacts:
    """Return a case whose goals start at -1, rated in the given weeks, with a series before and after the plan."""
    goals = tuple(
        GoalFact(f"{100 + place}", f"Goal {place}", "active", weight, -1, {PLAN: place})
        for place, weight in enumerate(weights)
    )
    reports = tuple(
        CheckInFact(f"{1000 + week}", monday(week), "client", {measure: value})
        for week, value in enumerate([*baseline, *treatment], 1)
    )
    rated = tuple(
        RatingFact(goal.id, monday(week), "client", level)
        for week, levels in (ratings or {}).items()
        for goal, level in zip(goals, levels, strict=True)
    )
    plan = PlanVersion(PLAN, 1, "active", monday(len(baseline) + 1), None, None)
    return CaseFacts(f"{9}", OPENED, measure, (plan,), goals, rated, reports, ())


def c1() -> CaseFacts:
    """Worked case C1: the partner declines for good; pressure falls."""
    return case(
        "pressure",
        [6, 5, 7, 6, 6],
        [5, 4, 3, 3, 2, 2, 1, 1, 1, 0, 0],
        weights=(3, 2, 1),
        ratings={13: (0, 1, 0), 16: (1, 1, 0)},
    )


def c6() -> CaseFacts:
    """Worked case C6: the partner becomes curious; positive responses rise."""
    return case(
        "positive_responses",
        [2, 3, 2, 3, 2],
        [3, 4, 4, 5, 5, 6],
        weights=(3, 2, 1, 1),
        ratings={11: (1, 1, 0, 1)},
    )


def pressure(week: int, times: int) -> PressureFact:
    """Return attempts logged on the Wednesday of a week."""
    return PressureFact(monday(week) + timedelta(days=2), times)
