"""Where a version of the plan can go, in one table.

::

              activate          a later version is activated
    (draft) ───────────► (active) ───────────────────────► (superseded)
       │ close               │ close          ▲ revise: makes a new draft with the same goals
       └────────► (closed) ◄─┘ ───────────────┘

Marking a version as entered in error ends it: it is kept, and out of everything that counts.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from couplesone.cases.errors import ItemInError
from couplesone.kernel.errors import Problem
from couplesone.plans.codes import PlanStatus
from couplesone.plans.errors import (
    DraftExists,
    PlanEnded,
    PlanIncomplete,
    PlanNotDraft,
    PlanTransitionRefused,
)
from couplesone.plans.models import Plan
from couplesone.plans.shown import offered
from couplesone.web.schemas import Action


class PlanMove(StrEnum):
    """What can happen to a version of the plan."""

    ACTIVATE = "activate"
    SUPERSEDE = "supersede"
    REVISE = "revise"
    CLOSE = "close"
    MARK_IN_ERROR = "mark_in_error"


_DRAFT, _ACTIVE, _SUPERSEDED, _CLOSED = PlanStatus
MOVES: Final[dict[PlanMove, dict[PlanStatus, PlanStatus]]] = {
    PlanMove.ACTIVATE: {_DRAFT: _ACTIVE},
    PlanMove.SUPERSEDE: {_ACTIVE: _SUPERSEDED},
    PlanMove.REVISE: {_ACTIVE: _ACTIVE, _CLOSED: _CLOSED},
    PlanMove.CLOSE: {_DRAFT: _CLOSED, _ACTIVE: _CLOSED},
    PlanMove.MARK_IN_ERROR: {_DRAFT: _CLOSED, _ACTIVE: _CLOSED, _SUPERSEDED: _SUPERSEDED, _CLOSED: _CLOSED},
}
"""The status that follows each status, move by move; what is not here is refused."""


def after(move: PlanMove, plan: Plan) -> str:
    """Return the status of the plan after the move; PlanTransitionRefused if the table has none."""
    if refusal := _refusal(move, plan):
        raise refusal
    return MOVES[move][PlanStatus(plan.status)].value


def require_draft(plan: Plan) -> None:
    """Raise PlanNotDraft unless the goals of the version may change."""
    if plan.status != PlanStatus.DRAFT:
        raise PlanNotDraft


def require_not_ended(plan: Plan) -> None:
    """Raise PlanEnded if the version is superseded or closed."""
    if plan.status not in (PlanStatus.DRAFT, PlanStatus.ACTIVE):
        raise PlanEnded


def actions(plan: Plan, refusal: Problem | None, *, open_goals: int, draft_exists: bool) -> list[Action]:
    """Return what can be done with the version now; ``refusal`` is what stands in the way of any change of it."""
    in_error = ItemInError if plan.entered_in_error_at is not None else None
    draft, ended = plan.status == PlanStatus.DRAFT, plan.status not in (PlanStatus.DRAFT, PlanStatus.ACTIVE)
    first = (refusal, in_error)
    return [
        offered("change_plan", *first, PlanEnded if ended else None),
        offered("add_goal", *first, None if draft else PlanNotDraft),
        offered("remove_goal", *first, None if draft else PlanNotDraft),
        offered(
            "activate_plan", *first, _refusal(PlanMove.ACTIVATE, plan), None if open_goals else PlanIncomplete
        ),
        offered(
            "revise_plan", *first, _refusal(PlanMove.REVISE, plan), DraftExists if draft_exists else None
        ),
        offered("close_plan", *first, _refusal(PlanMove.CLOSE, plan)),
        offered("mark_plan_in_error", *first),
    ]


def _refusal(move: PlanMove, plan: Plan) -> Problem | None:
    return None if PlanStatus(plan.status) in MOVES[move] else PlanTransitionRefused()
