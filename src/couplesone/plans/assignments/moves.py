"""Where an assigned tool can go, in one table.

::

               accept               practise
    (offered) ────────► (accepted) ──────────► (practised) ─┐
        │                   │ drop      ▲          │ │      │ practise
        │ drop              ▼           └──────────┘ └──────┘
        └─────────────► (dropped) ◄───── drop ─────┘

A client practises a tool that they took up, as often as they like. When the only practice turns out to be an error,
the tool is as it was before: accepted. A dropped tool can be offered again; that is another assignment.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from couplesone.cases.errors import ItemInError
from couplesone.kernel.errors import Problem
from couplesone.plans.assignments.codes import AssignmentStatus
from couplesone.plans.assignments.errors import AssignmentTransitionRefused
from couplesone.plans.assignments.models import ToolAssignment
from couplesone.plans.shown import offered
from couplesone.web.schemas import Action


class AssignmentMove(StrEnum):
    """What can happen to an assigned tool."""

    ACCEPT = "accept"
    PRACTISE = "practise"
    DROP = "drop"


_OFFERED, _ACCEPTED, _PRACTISED, _DROPPED = AssignmentStatus
MOVES: Final[dict[AssignmentMove, dict[AssignmentStatus, AssignmentStatus]]] = {
    AssignmentMove.ACCEPT: {_OFFERED: _ACCEPTED},
    AssignmentMove.PRACTISE: {_ACCEPTED: _PRACTISED, _PRACTISED: _PRACTISED},
    AssignmentMove.DROP: {_OFFERED: _DROPPED, _ACCEPTED: _DROPPED, _PRACTISED: _DROPPED},
}
"""The status that follows each status, move by move; what is not here is refused."""

_OPERATIONS: Final = {
    "accept_tool_assignment": AssignmentMove.ACCEPT,
    "record_tool_practice": AssignmentMove.PRACTISE,
    "drop_tool_assignment": AssignmentMove.DROP,
}


def after(move: AssignmentMove, assignment: ToolAssignment) -> str:
    """Return the status after the move; AssignmentTransitionRefused if the table has none."""
    if refusal := _refusal(move, assignment):
        raise refusal
    return MOVES[move][AssignmentStatus(assignment.status)].value


def actions(
    assignment: ToolAssignment, refusal: Problem | None, unsafe: type[Problem] | None
) -> list[Action]:
    """Return what can be done now.

    ``refusal`` stands in the way of any change in the case, ``unsafe`` of taking the tool up. What a client did with
    a tool is recorded all the same (decisions B12).
    """
    first = (refusal, ItemInError if assignment.entered_in_error_at is not None else None)
    return [
        offered(name, *first, _refusal(move, assignment), unsafe if move is AssignmentMove.ACCEPT else None)
        for name, move in _OPERATIONS.items()
    ]


def _refusal(move: AssignmentMove, assignment: ToolAssignment) -> Problem | None:
    known = AssignmentStatus(assignment.status) in MOVES[move]
    return None if known else AssignmentTransitionRefused()
