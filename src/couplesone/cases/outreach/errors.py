"""What can go wrong with outreach."""

from __future__ import annotations

from couplesone.kernel.errors import Conflict


class OutreachNotSafe(Conflict):
    """The client has not said that this channel is safe."""

    code = "outreach_not_safe"
    title = "The client has not said that this channel is safe"
    detail = "A client who stays away is tried only through a channel that they allowed; never through the partner."


class OutreachExhausted(Conflict):
    """Two tries were made without an answer."""

    code = "outreach_exhausted"
    title = "Two tries are enough"
    detail = "Two tries went without an answer. Leave the door open: the case can rest, be closed, and opened again."
