"""Where an assignment stands."""

from __future__ import annotations

from couplesone.kernel.coded import Coded


class AssignmentStatus(Coded):
    """Where a tool stands with a client (S1.19): using it is the client's choice."""

    OFFERED = "offered", "Offered"
    ACCEPTED = "accepted", "Accepted"
    PRACTISED = "practised", "Practised"
    DROPPED = "dropped", "Dropped"


AssignmentStatus.version = 1
