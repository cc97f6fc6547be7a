"""Saying of a record what can be done with it now, and if not, why not."""

from __future__ import annotations

from couplesone.kernel.errors import Problem
from couplesone.web.schemas import Action


def offered(action: str, *refusals: Problem | type[Problem] | None) -> Action:
    """Return an action, refused with the first problem that stands in its way, if there is one."""
    problem = next((refusal for refusal in refusals if refusal is not None), None)
    return Action(
        action=action,
        allowed=problem is None,
        code=problem.code if problem else None,
        reason=problem.detail if problem else None,
    )
