"""What can go wrong with follow-ups."""

from __future__ import annotations

from couplesone.kernel.errors import Conflict


class FollowUpExists(Conflict):
    """The case has a follow-up at that time already."""

    code = "follow_up_exists"
    title = "This follow-up is planned already"
    detail = "A closed case has one follow-up at each time."


class CaseNotClosed(Conflict):
    """The case is still being worked on."""

    code = "case_not_closed"
    title = "The case is not closed"
    detail = "Follow-ups begin when a case is closed."


class FollowUpNotConsented(Conflict):
    """The client stayed away, and never agreed to be asked afterwards."""

    code = "follow_up_not_consented"
    title = "The client did not agree to be asked"
    detail = "Who stopped coming is asked again only with a consent to follow-ups that is in force."


class FollowUpSettled(Conflict):
    """The follow-up was made or declined before."""

    code = "follow_up_settled"
    title = "This follow-up is settled"
    detail = "It was made or declined before; mark it as an error and plan it anew if that was wrong."
