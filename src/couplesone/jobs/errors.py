"""What can go wrong with jobs."""

from __future__ import annotations

from couplesone.kernel.errors import Conflict


class JobTransitionRefused(Conflict):
    """The job cannot go from its state to the one asked for."""

    code = "job_transition_refused"
    title = "The job cannot do that now"
    detail = "Only a job that was given up can be done again or discarded."
