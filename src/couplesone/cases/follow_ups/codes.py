"""Vocabularies of follow-ups."""

from __future__ import annotations

from couplesone.kernel.coded import Coded


class FollowUpState(Coded):
    """How a follow-up stands."""

    PLANNED = "planned", "Planned"
    DONE = "done", "Done"
    DECLINED = "declined", "The client preferred not to"
    NO_ANSWER = "no_answer", "No answer"


VOCABULARIES: tuple[type[Coded], ...] = (FollowUpState,)
FollowUpState.version = 1
