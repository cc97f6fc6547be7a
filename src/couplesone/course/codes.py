"""Vocabularies of the course."""

from __future__ import annotations

from couplesone.kernel.coded import Coded


class Incomplete(Coded):
    """Why the figures of a case are no outcome."""

    RUNNING = "running", "The case is not closed: these are the figures so far."
    INACTIVE = "inactive", "The client has stopped coming: figures so far, and nothing is carried forward."
    NO_CONTACT = "no_contact", "The client stopped coming: no ending, and nothing is carried forward."
    NOT_ASSESSED = "not_assessed", "Closed without its goals being assessed: nothing is carried forward."

    @property
    def ended(self) -> bool:
        """Whether the case was closed so."""
        return self in (Incomplete.NO_CONTACT, Incomplete.NOT_ASSESSED)


VOCABULARIES: tuple[type[Coded], ...] = (Incomplete,)
Incomplete.version = 1
