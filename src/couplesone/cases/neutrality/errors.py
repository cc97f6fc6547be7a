"""What can go wrong with neutrality checks."""

from __future__ import annotations

from couplesone.kernel.errors import Conflict


class NeutralityCheckExists(Conflict):
    """The session was checked before."""

    code = "neutrality_check_exists"
    title = "This session was checked already"
    detail = "A session has one check; change that one instead."


class SessionNotHeld(Conflict):
    """The session did not take place."""

    code = "session_not_held"
    title = "This session did not take place"
    detail = "Only a session that was held can be looked back at."
