"""What can go wrong with assignments."""

from __future__ import annotations

from couplesone.kernel.errors import Conflict


class ToolAssigned(Conflict):
    """The client has this tool already."""

    code = "tool_assigned"
    title = "The client has this tool already"
    detail = "Go on with the assignment that is there, or drop it before offering the tool again."


class AssignmentTransitionRefused(Conflict):
    """The assignment cannot go from its status to the one asked for."""

    code = "tool_assignment_transition_refused"
    title = "The assignment cannot do that now"
    detail = "The assignment's actions list what it can do from its present status."
