"""What can go wrong on the partner's side."""

from __future__ import annotations

from couplesone.kernel.errors import Conflict, Forbidden


class HandCodeNeeded(Forbidden):
    """The practice sent the invitation; the six digits that the client hands over are missing or wrong."""

    code = "hand_code_needed"
    title = "Six digits are needed too"
    detail = "Whoever this comes from hands over six digits; five wrong ones end it."


class NoMoreQuestions(Conflict):
    """As many questions were asked as are taken."""

    code = "no_more_questions"
    title = "No more questions can be taken here"
    detail = "Three questions can be asked by one invitation; answer it, or ask in person."
