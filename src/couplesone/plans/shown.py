"""Showing a record together with what is computed from it: the actions it offers, the tree below it, figures."""

from __future__ import annotations

from typing import Any

from couplesone.kernel.errors import Problem
from couplesone.web.schemas import Action


class Shown:
    """A record with further members, for an answer that is read by attribute."""

    def __init__(self, record: Any, **computed: Any) -> None:
        self._record, self._computed = record, computed

    def __getattr__(self, name: str) -> Any:
        computed = self._computed
        return computed[name] if name in computed else getattr(self._record, name)


def offered(action: str, *refusals: Problem | type[Problem] | None) -> Action:
    """Return an action, refused with the first problem that stands in its way, if there is one."""
    problem = next((refusal for refusal in refusals if refusal is not None), None)
    return Action(
        action=action,
        allowed=problem is None,
        code=problem.code if problem else None,
        reason=problem.detail if problem else None,
    )
