"""What can go wrong with experiments."""

from __future__ import annotations

from couplesone.kernel.errors import Conflict


class ExperimentTransitionRefused(Conflict):
    """The experiment cannot go from its status to the one asked for."""

    code = "experiment_transition_refused"
    title = "The experiment cannot do that now"
    detail = "Only a planned experiment is done or dropped; plan another one to try it again."
